import assert from 'node:assert/strict';
import { note, page } from '../core/notes/notes.ts';
import { useDesks } from '../support/commandLine.ts';

const escape = '\u001B]0;owned\u0007\u001B[2Jpainted\u001B[31m\u009B31m\u202E';
/** Our own colours, and what takes back what was said while a person waits. */
const own = /\u001B\[\d{1,2}m|\r\u001B\[K/g;
const control = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

/** A study in which every text that is printed somewhere holds control characters. */
const fixture = `=== sources/a.md
---
id: a
title: "A ${JSON.stringify(escape).slice(1, -1)}"
author: "${JSON.stringify(escape).slice(1, -1)}"
---

# One ${escape}

Words of ${escape} a lamp.
=== glossary.md
## lamp${escape}

Also: lamp

Light ${escape}.
=== papers/p.analysis.md
---
title: "P ${JSON.stringify(escape).slice(1, -1)}"
author: "${JSON.stringify(escape).slice(1, -1)}"
---

“Words of${escape} a lamb” [@a, ¶ 1], [@x${escape}, ¶ 9] and @a [¶ 7${escape}], a lamp.

## Questions for discussion

- Why ${escape} [@a, ¶ 1]?
`;

describe('what is printed', () => {
  const deskWith = useDesks();
  const commands: readonly (readonly string[])[] = [
    ...['pretty', 'json', 'sarif', 'github', 'junit'].map((format) => ['check', `--format=${format}`]),
    ...['citations', 'quotations', 'terms', 'sources', 'notes'].flatMap((name) =>
      ['pretty', 'json', 'csv'].map((format) => ['list', name, `--format=${format}`]),
    ),
    ...['pretty', 'json', 'csv'].flatMap((format) => [
      ['coverage', `--format=${format}`],
      ['coverage', '--uncited', `--format=${format}`],
    ]),
    ['coverage', `--paper=${escape}`],
    ['list', 'terms', `--term=${escape}`],
    ['guide', '--date=2026-11-23'],
    ['notes', 'export'],
    ['notes', 'export', '--format=csv'],
    ['notes', 'export', '--format=markdown'],
    ['bibliography'],
    ['edition', 'freeze', `x${escape}`],
    ['edition', 'verify', 'a'],
    ['import', 'sources/a.md', '--key', 'b', '--out', '-'],
    [`unknown${escape}`],
    ['check', `--unknown${escape}`],
    ['check', `--format=${escape}`],
    ['check', `missing${escape}.md`],
    ['checks', escape],
    ['explain', escape],
  ];

  for (const args of commands)
    it(`holds no control character of a file: ${JSON.stringify(args.join(' '))}`, async () => {
      const desk = await deskWith(fixture);
      await desk.write(
        'notes/a.jsonld',
        page(note(1))
          .replaceAll('bread', 'a')
          .replaceAll('"value": "', `"value": "${JSON.stringify(escape).slice(1, -1)}`),
      );
      const { out, err } = await desk.run(args, { terminal: true });
      for (const text of [out, err])
        assert.doesNotMatch(text.replace(own, ''), control, JSON.stringify(text));
      // Nor does one of a file pass for one of ours.
      assert.ok(!`${out}${err}`.includes('painted\u001B'));
    });

  it('is no formula in the CSV of lists and coverage', async () => {
    const title = '=HYPERLINK("https://x.invalid")';
    const desk = await deskWith(`=== sources/a.md
---
id: a
title: ${JSON.stringify(title)}
author: "+1"
---

# @SUM(1)

=1+1 is a formula.
=== papers/p.analysis.md
---
title: "-2"
---

“=1+1 is a formula” [@a, ¶ 1].
`);
    for (const args of [['list', 'sources'], ['list', 'quotations'], ['list', 'citations'], ['coverage']]) {
      const { out } = await desk.run([...args, '--format=csv']);
      const cells = [...out.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/gm)].map(
        ([, a, b]) => a ?? b ?? '',
      );
      for (const cell of cells) assert.doesNotMatch(cell, /^[=+@]|^-(?!\d+$)/, out);
    }
    assert.match((await desk.run(['list', 'sources', '--format=csv'])).out, /"'=HYPERLINK/);
    assert.match((await desk.run(['list', 'sources', '--format=json'])).out, /"=HYPERLINK/);
  });

  it('has a file on a line of its own, whatever its name', async () => {
    const desk = await deskWith(fixture);
    await desk.write('papers/\n0 papers: no problems.analysis.md', '[@a, ¶ 9]\n');
    const { out } = await desk.run(['check', 'papers']);
    assert.match(out, /^papers\/\uFFFD0 papers: no problems\.analysis\.md$/m);
  });
});
