import assert from 'node:assert/strict';
import { useDesks } from '../support/commandLine.ts';

/** Names that every object of JavaScript has. */
const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

describe('a name that all objects have', () => {
  const deskWith = useDesks();

  const studyOf = (name: string): string => `=== pilcrow.json
{}

=== sources/${name}.md
---
id: ${name}
title: ${name}
${name}: ${name}
---

A lamp stood in the window[^${name}].

[^${name}]: Of the mill.

=== glossary.md
## ${name}

A *lamp*.

=== ${name}
text

=== sources/works.bib
@book{${name}2, title={${name}}, type={${name}}, ${name}={x}}

=== papers/${name}.analysis.md
---
title: ${name}
bibliography: ${name}
author: ${name}
---

“A lamp stood” [@${name}, ¶ 1], [@${name}, ¶ 9; @${name}2, ${name} 3], [${name}]{.term}[^${name}], see [it](../${name}).

[^${name}]: So.

# Questions for discussion

- Why [@${name}, ¶ 1]?
`;

  for (const name of names)
    it(`is a name like any other as path, key, id, term and label: ${name}`, async () => {
      const desk = await deskWith(studyOf(name));
      const first = await desk.run(['check', '--format=json', '--cache-dir=.cache']);
      assert.equal(first.err, '');
      assert.equal(first.code, 1);
      const found = JSON.parse(first.out) as { file: string; check: string }[];
      const checksOf = (path: string): string[] =>
        found.filter(({ file }) => file === path).map(({ check }) => check);
      assert.deepEqual(checksOf(name), ['bibliography/unreadable']);
      assert.deepEqual(checksOf(`papers/${name}.analysis.md`), ['citation/no-such-paragraph']);
      assert.deepEqual(await desk.run(['check', '--format=json', '--cache-dir=.cache']), first);
      for (const what of ['citations', 'quotations', 'terms', 'sources'])
        assert.deepEqual(
          await desk.run(['list', what, '--format=json']).then(({ code, err }) => [code, err]),
          [0, ''],
          what,
        );
      for (const command of [
        ['coverage', '--format=json'],
        ['glossary'],
        ['guide', '--date=2026-11-29'],
        ['edition', 'freeze', name],
        ['bibliography', '--to=biblatex'],
        ['bibliography', '--to=csl-yaml'],
      ])
        assert.equal((await desk.run(command)).code, 0, command.join(' '));
      const { out } = await desk.run(['bibliography']);
      const items = JSON.parse(out) as { id: string; type: string }[];
      assert.deepEqual(
        items.map(({ id }) => id),
        [name, `${name}2`],
      );
      assert.ok(items.every(({ type }) => typeof type === 'string'));
    });

  it('is no tag and no entity of a text that is imported', async () => {
    const desk = await deskWith('=== pilcrow.json\n{}\n');
    const tags = names.map((name) => `<${name}>A lamp in it.</${name}>`).join('');
    await desk.write(
      'a.html',
      `<html><body><p>One ${tags} two.</p><p role="${names[0]}">Three.</p></body></html>`,
    );
    const { code, out } = await desk.run(['import', 'a.html', '--yes', '-o', '-']);
    assert.equal(code, 0);
    assert.equal(out.match(/A lamp in it\./g)?.length, names.length);
    assert.doesNotMatch(out, /native code/);
  });
});
