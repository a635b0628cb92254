import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { inRoot } from '../../scripts/support/paths.ts';
import {
  packagedCode,
  packagedJson,
  packagedPage,
  packagedStyle,
  repositoryAddress,
} from '../../scripts/support/packagedPages.ts';
import { readLocale, readStyleSheet } from '../../src/core/styles.ts';

const page = `# A

| | |
| --- | --- |
| ![Light.](media/a.png) | ![Dark.](media/b.png) |

Read [on](docs/on.md#there), [below](#a) and [elsewhere](https://example.org).

| a | b |
| --- | --- |
| ![One.](media/c.png) | two |

![Last.](media/d.png)

End.
`;

describe('the pages of the package', () => {
  it('have scripts and style sheets without comments, with all names', () => {
    assert.equal(
      packagedCode('/* Why. */\nfunction shown(cell) {\n  // Here.\n  return cell + 1;\n}\n', 'js'),
      'function shown(cell){return cell+1}\n',
    );
    assert.equal(
      packagedCode('/* Why. */\n.cell > a {\n  color: #ffffff;\n}\n', 'css'),
      '.cell>a{color:#fff}\n',
    );
    assert.equal(packagedJson('{\n  "a": [1, 2]\n}\n'), '{"a":[1,2]}');
  });

  it('have neither images nor links to files while nobody knows where the repository is', () => {
    assert.equal(
      packagedPage(page, ''),
      '# A\n\nRead on, [below](#a) and [elsewhere](https://example.org).\n\n| a | b |\n| --- | --- |\n|  | two |\n\nEnd.\n',
    );
  });

  it('lead there as soon as it has an address', () => {
    const shown = packagedPage(page, 'https://example.org/p');
    assert.match(shown, /!\[Light\.\]\(https:\/\/example\.org\/p\/raw\/HEAD\/media\/a\.png\)/);
    assert.match(shown, /\[on\]\(https:\/\/example\.org\/p\/blob\/HEAD\/docs\/on\.md#there\)/);
    assert.match(shown, /\[below\]\(#a\)/);
  });

  it('hold all words of the README', () => {
    assert.equal(repositoryAddress, '', 'the owner has given none');
    const written = readFileSync(inRoot('README.md'), 'utf8');
    const shown = packagedPage(written);
    assert.doesNotMatch(shown, /!\[|\]\((?!https?:|#)/);
    const words = (text: string): string[] =>
      text
        .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
        .replace(/\]\([^)]*\)/g, '')
        .match(/\p{L}{2,}/gu) ?? [];
    assert.deepEqual(words(shown), words(written));
  });
});

/** All of a value. Blanks with a line end stand between elements, where no text is printed. */
function shown(value: unknown): string {
  const all = { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity, breakLength: Infinity };
  return inspect(value, all).replace(/'(?: |\\n)*\\n(?: |\\n)*'/g, "''");
}

describe('the citation styles of the package', () => {
  for (const name of readdirSync(inRoot('styles')).filter((file) => /\.(?:csl|xml)$/.test(file)))
    it(`say the same as ${name} as it was taken over`, () => {
      const written = readFileSync(inRoot('styles', name), 'utf8');
      const packed = packagedStyle(written);
      const read = name.endsWith('.csl') ? readStyleSheet : readLocale;
      assert.equal(shown(read(packed)), shown(read(written)));
      assert.ok(shown(read(packed)).length > 1000);
      assert.ok(packed.length < 0.9 * written.length);
      assert.match(packed, /<rights license=/);
    });
});
