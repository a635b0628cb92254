import assert from 'node:assert/strict';
import { type Citation, readCitations } from '../../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import type { Range } from '../../../src/core/text/range.ts';

function read(text: string): readonly Citation[] {
  return readCitations(parseMarkdown(text));
}

const modes = { normal: 'n', authorInText: 't', suppressAuthor: 's' };

/** `key/mode/prefix|suffix` of each citation. */
function summary(text: string): string[] {
  return read(text).map(({ key, mode, prefix, suffix }) => `${key}/${modes[mode]}/${prefix}|${suffix}`);
}

describe('citations', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['[@a]', ['a/n/|']],
    ['[@a, ¶ 12]', ['a/n/|, ¶ 12']],
    ['[see @a, ¶¶ 12-14, 20; @b, p. 3]', ['a/n/see|, ¶¶ 12-14, 20', 'b/n/|, p. 3']],
    ['[-@a, sec. 2]', ['a/s/|, sec. 2']],
    ['@a [¶ 4]', ['a/t/|¶ 4']],
    ['@a [see ¶ 4; @b]', ['a/t/|see ¶ 4', 'b/n/|']],
    ['@a [@b]', ['a/t/|', 'b/n/|']],
    ['x -@a', ['a/s/|']],
    ['x-@a', ['a/t/|']],
    ['@a-@b', ['a/t/|', 'b/s/|']],
    ['-@a-@b-@c', ['a/s/|', 'b/s/|', 'c/s/|']],
    ['[@{any key}]', []],
    ['[@{a,b}, x]', ['a,b/n/|, x']],
    ['@a.b. @c: @d/e', ['a.b/t/|', 'c/t/|', 'd/e/t/|']],
    ['[see *the* "x" `y]` @a [z] w]', ['a/n/see the “x” y]|  w'.replace('  w', ' [z] w')]],
    ['[see\n@a\n, p. 3]', ['a/n/see| , p. 3']],
    ['> [see\n> @a, ¶\n> 4]', ['a/n/see|, ¶ 4']],
    ['[@a; b]', ['a/t/|']],
    ['[@a *x]', ['a/t/|']],
    ['[@a]{.cls}', ['a/t/|']],
    ['[@a and @b]', ['a/n/| and @b', 'b/t/|']],
    ['# H [@a] {#x}', ['a/n/|']],
    ['| x |\n|---|\n| [@a] |', ['a/n/|']],
    ['x[^1]\n\n[^1]: [@a]', ['a/n/|']],
    ['x^[see [@a]]', ['a/n/|']],
    ['T\n:   [@a]\n\n    [@b]', ['a/n/|', 'b/n/|']],
    ['::: note\n[@a]\n:::', ['a/n/|']],
    ['::: {.note k="a } b"} :::\n[@a]\n:::', ['a/n/|']],
    ['::: {.note} [@a] :::', ['a/n/|']],
    ['::: note [@a].\n\n::: [@b, p. 3]', ['a/n/|', 'b/n/|, p. 3']],
    ['<div>\n[@a]\n</div>', ['a/n/|']],
    ['[@a]\n\n[@a]: http://x.y', ['a/n/|', 'a/n/|']],
    ['@a [x]\n\n[x]: http://x.y', ['a/t/|']],
    ['![see @a](x.png) ![b [@b]][r]\n\n[r]: x.png', ['a/t/|', 'b/n/|']],
    ['[see [@a, ¶ 3] x](u) [as @b [¶ 4] y][r]\n\n[r]: u', ['a/n/|, ¶ 3', 'b/t/|¶ 4']],
    ['[![by @a](x.png)](u)', ['a/t/|']],
    ['| a |\n|---|\n| b |\n\n: x [@a]{.y}\n', ['a/t/|']],
    ['| a |\n|---|\n| b |\n\n: x [@a] {.y}\n', ['a/n/|']],
    ['x @a [x][y]{.cls}', ['a/t/|']],
    ['     [@a]   [@b]\n--------- ------\n      [@c]    x', ['a/n/|', 'b/n/|', 'c/n/|']],
    ['+----+----+\n| a  | @b |\n|    |    |\n| @c | @d |\n+----+----+', ['b/t/|', 'c/t/|', 'd/t/|']],
    ['(@e) x\n\n@e and [@e]', ['e/n/|']],
  ];
  for (const [text, expected] of table)
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(summary(text), expected));

  const none = [
    'me@example.org',
    '<me@example.org>',
    '\\@a [\\@b]',
    '`[@a]`',
    '```\n[@a]\n```',
    'x\n\n    [@a]',
    '<!-- [@a] -->',
    'x <!-- [@a] -->',
    '<span title="[@a]">x</span>',
    '<pre>\n[@a]\n</pre>',
    '$x [@a]$',
    '[@a](http://x.y)',
    '[see @a](http://x.y)',
    '[x](http://x.y/@a)',
    'https://example.org/@a',
    '---\nx: "[@a]"\n---\n',
  ];
  for (const text of none)
    it(`finds none in ${JSON.stringify(text)}`, () => assert.deepEqual(summary(text), []));

  it('tells where everything stands', () => {
    const text = '> See [also -@{a/b}, ¶¶ 12-14,\n> 20 there].';
    const [citation] = read(text);
    assert.ok(citation?.locator);
    const at = (range: Range): string => text.slice(range.start, range.end);
    assert.equal(at(citation.range), '@{a/b}');
    assert.equal(at(citation.keyRange), 'a/b');
    assert.equal(at(citation.group), '[also -@{a/b}, ¶¶ 12-14,\n> 20 there]');
    assert.equal(at(citation.suffixRange), ', ¶¶ 12-14,\n> 20 there');
    assert.equal(at(citation.locator.range), '¶¶ 12-14,\n> 20');
    assert.deepEqual(
      citation.locator.parts.map((part) => [part.first, part.last, at(part.range)]),
      [
        ['12', '14', '12-14'],
        ['20', undefined, '20'],
      ],
    );
    assert.equal(citation.rest, ' there');
  });
});
