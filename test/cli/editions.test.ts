import assert from 'node:assert/strict';
import { useDesks } from '../support/commandLine.ts';
import { tale } from '../support/sample.ts';

interface Row {
  readonly file: string;
  readonly check: string;
  readonly message: string;
}

const text = `A first paragraph of the text.

- bread
- water

<!-- -->

* salt
* oil

A paragraph after the lists.

And one that is the last.
`;

describe('the edition of a source', () => {
  const deskWith = useDesks();
  const importing = async () => {
    const desk = await deskWith('=== pilcrow.json\n{}\n');
    await desk.write('text.md', text);
    const ran = await desk.run(['import', 'text.md', '--key', 'meal']);
    return { desk, ran };
  };
  const changed = async (desk: Awaited<ReturnType<typeof deskWith>>): Promise<readonly Row[]> => {
    const { out } = await desk.run(['check', '--format=json']);
    return (JSON.parse(out) as Row[]).filter(({ check }) => check === 'source/changed');
  };

  it('is frozen by an import, so that a renumbering is a finding with how many paragraphs moved', async () => {
    const { desk, ran } = await importing();
    assert.deepEqual([ran.code, ran.out], [0, 'sources/meal.md\n']);
    assert.match(ran.err, /Frozen as editions\/meal\/edition\.json/);
    assert.deepEqual(await changed(desk), []);
    // As formatters do: one list of two.
    const source = await desk.read('sources/meal.md');
    await desk.write(
      'sources/meal.md',
      source.replace(/water\n\n<!-- -->\n\n\W salt\n\W oil/, 'water\n- salt\n- oil'),
    );
    const found = await changed(desk);
    assert.match(found.map(({ message }) => message).join('\n'), /2 paragraphs moved/);
    const verified = await desk.run(['edition', 'verify', 'meal']);
    assert.equal(verified.code, 1);
    assert.match(verified.out, /2 paragraphs moved/);
  });

  it('takes a change over when the text is imported again, or frozen', async () => {
    const { desk } = await importing();
    await desk.write('text.md', text.replace('And one', 'One'));
    assert.equal((await desk.run(['import', 'text.md', '--key', 'meal', '--force'])).code, 0);
    assert.match(await desk.read('sources/meal.md'), /^One that is the last/m);
    assert.deepEqual(await changed(desk), []);
    const source = await desk.read('sources/meal.md');
    await desk.write('sources/meal.md', `${source}\nA new end.\n`);
    assert.equal((await changed(desk)).length, 1);
    assert.deepEqual((await desk.run(['edition', 'freeze'])).out, 'editions/meal/edition.json\n');
    assert.deepEqual(await changed(desk), []);
  });

  it('is not written for standard output, nor beside what is no source', async () => {
    const { desk } = await importing();
    for (const out of ['-', 'elsewhere.md']) {
      const { code, err } = await desk.run(['import', 'text.md', '--key', 'other', '--out', out]);
      assert.equal(code, 0);
      assert.doesNotMatch(err, /Frozen/);
    }
  });

  it('has a folder of its own where two keys would have the same', async () => {
    const desk = await deskWith(
      '=== sources/a.md\n---\nid: a/b\n---\nOne.\n\n=== sources/b.md\n---\nid: a-b\n---\nTwo.\n',
    );
    const { out } = await desk.run(['edition', 'freeze']);
    assert.equal(out, 'editions/a-b/edition.json\neditions/a-b-2/edition.json\n');
    assert.equal((await desk.run(['edition', 'verify'])).code, 0);
    assert.equal((await desk.run(['edition', 'freeze'])).out, out);
  });

  const changes: readonly (readonly [string, (source: string) => string])[] = [
    ['other words', (source) => source.replace('every evening', 'at night')],
    ['a paragraph more', (source) => source.replace('The miller', 'New.\n\nThe miller')],
    ['a paragraph less', (source) => source.replace('Nobody lost the road again.\n', '')],
    ['another heading', (source) => source.replace('(2) The Road', '(2) Roads')],
    ['a heading less', (source) => source.replace(/^## \(2\).*\n/m, '')],
    ['a heading more', (source) => `${source}\n## (3) More\n`],
    ['another note', (source) => source.replace('two coins', 'ten coins')],
    [
      'a note less',
      (source) =>
        source
          .replace('[^1].', '.')
          .replace('[^1]', '')
          .replace(/^\[\^1\]: .*\n/m, ''),
    ],
    ['a note more', (source) => `${source.replace('again.', 'again.[^2]')}\n[^2]: New.\n`],
    ['another text', () => '---\nid: tale\n---\n\nSomething else.\n'],
    ['nothing at all', () => '---\nid: tale\n---\n'],
  ];
  for (const [name, change] of changes)
    it(`check says so where verify does: ${name}`, async () => {
      const desk = await deskWith(tale);
      await desk.run(['edition', 'freeze']);
      const before = await desk.read('sources/tale.md');
      assert.notEqual(change(before), before);
      await desk.write('sources/tale.md', change(before));
      assert.equal((await desk.run(['edition', 'verify', 'tale'])).code, 1);
      assert.ok((await changed(desk)).length > 0);
    });

  it('does not bring back what was taken out of the front matter since', async () => {
    const desk = await deskWith('=== sources/a.md\n---\nid: a\ntitle: A\nauthor: Ann\n---\nOne.\n');
    await desk.run(['edition', 'freeze']);
    await desk.write('sources/a.md', '---\nid: a\ntitle: A\n---\nOne.\n');
    const { out } = await desk.run(['list', 'sources', '--format=json']);
    const [row] = JSON.parse(out) as { author: string }[];
    assert.equal(row?.author, '');
  });
});
