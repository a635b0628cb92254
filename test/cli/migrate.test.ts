import assert from 'node:assert/strict';
import { useDesks } from '../support/commandLine.ts';

const first = [
  'The lamp on the sill was lit before anyone in the house had woken, and nobody said who had done it.',
  'On the second morning it was lit again. The youngest of us swore that she had watched the door all night.',
  'We agreed to keep a book about it. Whoever passed the window wrote down the hour and what was to be seen.',
  'The book was full within a month, and it said nothing that we had not known when we began to write it.',
  'Then somebody blew the lamp out, and the question became who would be the first to miss its light.',
] as const;

const second = [
  `${first[0]} ${first[1]}`,
  'We agreed to keep a book about it.',
  'Whoever passed the window wrote down the hour and what was to be seen.',
  'A paragraph that was not there before stands here and speaks of the weather on the coast in spring.',
  first[4],
];

const source = (id: string, more: string, paragraphs: readonly string[]): string =>
  `---\nid: ${id}\ntitle: The Lamp\nlanguage: en\n${more}---\n\n${paragraphs.join('\n\n')}\n`;

const paper = `---
title: On the lamp
---

Nobody did it [@lamp, ¶ 1], and nobody saw it [see @lamp, ¶¶ 2-3; @other, p. 3].

They say “wrote down the hour and what was to be seen” [@lamp, ¶ 3].

The book is said to be full [@lamp, ¶ 4], and the end is dark (@lamp [¶ 5]). Both [@lamp, ¶¶ 1, 4].
`;

const moved = `---
title: On the lamp
---

Nobody did it [@lamp-2, ¶ 1], and nobody saw it [see @lamp-2, ¶¶ 1-3; @other, p. 3].

They say “wrote down the hour and what was to be seen” [@lamp-2, ¶ 3].

The book is said to be full [@lamp, ¶ 4], and the end is dark (@lamp-2 [¶ 5]). Both [@lamp, ¶¶ 1, 4].
`;

const note = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'AnnotationPage',
  id: 'urn:pilcrow:notes/lamp.ada',
  items: [
    {
      id: 'urn:uuid:0e7b8a52-6f0b-4a6a-9d0e-0d8a2d3f0c11',
      type: 'Annotation',
      created: '2026-01-01T00:00:00Z',
      creator: { type: 'Person', name: 'Ada' },
      body: [{ type: 'TextualBody', value: 'Compare [@lamp, ¶ 5].', format: 'text/markdown' }],
      target: { source: 'lamp' },
    },
  ],
};

const folder = {
  'sources/lamp.md': source('lamp', '', first),
  'sources/lamp-2.md': source('lamp-2', 'printing-of: lamp\n', second),
  'papers/a.analysis.md': paper,
  'glossary.md': '# Glossary\n\n## Lamp\n\nDefined at: [@lamp, ¶ 2]\n\nA light.\n',
  'notes/lamp.ada.jsonld': `${JSON.stringify(note, null, 2)}\n`,
};

describe('pilcrow migrate', () => {
  const desks = useDesks();
  const deskWith = (files: Readonly<Record<string, string>>) =>
    desks(
      Object.entries(files)
        .map(([path, text]) => `=== ${path}\n${text}`)
        .join(''),
    );

  it('shows what each citation is in the other printing, and writes nothing', async () => {
    const desk = await deskWith(folder);
    const { code, out, err } = await desk.run(['migrate', 'lamp', '@lamp-2']);
    assert.equal(code, 0);
    assert.deepEqual(
      out.split('\n').map((line) => line.replace(/ {2,}/g, ' | ')),
      [
        'papers/a.analysis.md:5:16 | put together | ¶ 1 | → ¶ 1',
        'papers/a.analysis.md:5:52 | split | ¶¶ 2-3 | → ¶¶ 1-3',
        'papers/a.analysis.md:7:57 | split | ¶ 3 | → ¶ 3 | by its quotation',
        'papers/a.analysis.md:9:30 | gone | ¶ 4',
        'papers/a.analysis.md:9:64 | kept | ¶ 5 | → ¶ 5',
        'papers/a.analysis.md:9:84 | gone | ¶¶ 1, 4 | ¶ 1?',
        'glossary.md:5:14 | put together | ¶ 2 | → ¶ 1',
        'notes/lamp.ada.jsonld:1:10 | kept | ¶ 5 | → ¶ 5',
        '',
      ],
    );
    assert.match(
      err,
      /6 citations to move; 2 doubtful or gone, left as they are\. --write moves what is certain\./,
    );
    assert.equal((await desk.read('papers/a.analysis.md')).trimEnd(), paper.trimEnd());
  });

  it('writes key and number together, and has nothing left to do then', async () => {
    const desk = await deskWith(folder);
    await desk.write('papers/a.analysis.md', `\uFEFF${paper}`);
    const { code, err } = await desk.run(['migrate', 'lamp', 'lamp-2', '--write']);
    assert.equal(code, 0);
    assert.match(err, /6 citations moved/);
    assert.equal(await desk.read('papers/a.analysis.md'), `\uFEFF${moved}`);
    assert.match(await desk.read('glossary.md'), /\[@lamp-2, ¶ 1\]/);
    assert.match(await desk.read('notes/lamp.ada.jsonld'), /Compare \[@lamp-2, ¶ 5\]\./);
    const again = await desk.run(['migrate', 'lamp', 'lamp-2', '--write', '--format=json']);
    const rows = JSON.parse(again.out) as { state: string; newText: unknown }[];
    assert.deepEqual(
      rows.map(({ state, newText }) => [state, newText]),
      [
        ['gone', null],
        ['gone', null],
      ],
    );
    assert.equal(await desk.read('papers/a.analysis.md'), `\uFEFF${moved}`);
  });

  it('says what it cannot do', async () => {
    const desk = await deskWith({ ...folder, 'sources/works.bib': '@book{work, title = {Work}}\n' });
    assert.match((await desk.run(['migrate', 'lamp', 'lamp'])).err, /Name two printings/);
    assert.match((await desk.run(['migrate', 'lamb', 'lamp'])).err, /“lamb” is no source.*“lamp”/);
    assert.match((await desk.run(['migrate', 'work', 'lamp'])).err, /Of @work neither text nor edition/);
    const none = await desk.run(['migrate', 'lamp-2', 'lamp']);
    assert.deepEqual(none, { code: 0, out: '', err: 'Nothing cites @lamp-2.\n' });
  });
});
