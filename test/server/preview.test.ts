import assert from 'node:assert/strict';
import type { PreviewReply } from '../../src/server/protocol.ts';
import { TestClient } from './client.ts';

type Runs = PreviewReply['works'][number];

function plain(runs: Runs | null | undefined): string | null {
  return runs ? runs.map(({ text }) => text).join('') : null;
}

describe('the preview, over the protocol', () => {
  it('gives citations as they go out, with the passage, and the works cited', async () => {
    const client = await TestClient.start({
      'sources/bread.md':
        '---\nid: bread\ntype: book\ntitle: On Bread\nauthor:\n  - family: Miller\nissued: 1999\n---\n\nFlour first.\n',
      'papers/a.analysis.md':
        'As @bread [¶ 1] has it [see @bread, ¶ 1, again; -@bread, ¶ 7]. [@nobody] @nobody\n',
    });
    try {
      const preview = await client.ask('pilcrow/preview', { uri: client.uri('papers/a.analysis.md') });
      assert.deepEqual(
        preview?.citations.map(({ runs, unresolved }) => [plain(runs), unresolved]),
        [
          ['Miller (1999, para.\u00a01)', false],
          ['(see Miller 1999, para.\u00a01, again; 1999, para.\u00a07)', true],
          [null, true],
          [null, true],
        ],
      );
      assert.equal(preview.citations[0]?.tooltip, '¶\u00a01: Flour first.');
      assert.deepEqual(preview.works.map(plain), ['Miller. 1999. On Bread.']);
      assert.ok(preview.works[0]?.some(({ text, italic }) => italic && text === 'On Bread'));
    } finally {
      await client.stop();
    }
  });

  it('sets footnotes in a style of notes, and what a paper cites in its own style', async () => {
    const source = '---\nid: bread\ntitle: On Bread\nauthor: {family: Miller}\nissued: 1999\n---\n\nFlour.\n';
    const paper =
      'Flour [@bread, ¶ 1].[^a] As @bread [¶ 1] has it, flour [@bread].\n\n[^a]: So [@bread, ¶ 1].\n';
    const client = await TestClient.start({
      'pilcrow.json': '{ "csl": "chicago-notes" }',
      'sources/bread.md': source,
      'papers/notes.analysis.md': paper,
      'papers/own.analysis.md': `---\ncsl: mla\n---\n\n${paper}`,
      'papers/broken.analysis.md': `---\ncsl: nowhere.csl\n---\n\n${paper}`,
    });
    try {
      const shown = async (name: string): Promise<(string | null)[][]> => {
        const reply = await client.ask('pilcrow/preview', { uri: client.uri(`papers/${name}.analysis.md`) });
        return (reply?.citations ?? []).map(({ runs, note }) => [
          plain(runs),
          ...(note ? [`${String(note.number)}: ${plain(note.runs) ?? ''}`] : []),
        ]);
      };
      assert.deepEqual(await shown('notes'), [
        ['', '1: Miller, “On Bread,” 1999, para.\u00a01.'],
        ['Miller', '3: “On Bread,” para.\u00a01.'],
        ['', '4: Miller, “On Bread.”'],
        ['(Miller, “On Bread,” para.\u00a01)'],
      ]);
      assert.deepEqual((await shown('own'))[0], ['(Miller, par.\u00a01)']);
      assert.deepEqual((await shown('broken'))[0], ['(Miller 1999, para.\u00a01)']);
    } finally {
      await client.stop();
    }
  });

  const heading = async (front: string, body = 'Words.'): Promise<unknown> => {
    const client = await TestClient.start({ 'papers/a.analysis.md': `---\n${front}\n---\n\n${body}\n` });
    try {
      return (await client.ask('pilcrow/preview', { uri: client.uri('papers/a.analysis.md') }))?.heading;
    } finally {
      await client.stop();
    }
  };
  const nothing = { title: '', subtitle: '', authors: [], date: '' };

  for (const { name, front, body, expected } of [
    {
      name: 'title, subtitle, author and date',
      front: 'title: The *first* reading\nsubtitle: A report\nauthor: Ada Lovelace\ndate: 2026-11-23',
      expected: {
        title: 'The first reading',
        subtitle: 'A report',
        authors: ['Ada Lovelace'],
        date: '2026-11-23',
      },
    },
    {
      name: 'authors as a list of names, of objects, of names in parts',
      front:
        'author:\n  - Ada\n  - name: Ben\n    affiliation: Home\n  - {given: Chen, family: Li}\n  - name: {given: Di, family: Oz}\n  - {literal: The Group}',
      expected: { ...nothing, authors: ['Ada', 'Ben', 'Chen Li', 'Di Oz', 'The Group'] },
    },
    {
      name: 'authors in the plural',
      front: 'authors: [Ada, Ben]',
      expected: { ...nothing, authors: ['Ada', 'Ben'] },
    },
    {
      name: 'a date in any form, and a title over two lines',
      front: 'title: |\n  One\n  two\ndate: 3 March 2026',
      expected: { ...nothing, title: 'One two', date: '3 March 2026' },
    },
    {
      name: 'numbers',
      front: 'title: 1984\ndate: 2026',
      expected: { ...nothing, title: '1984', date: '2026' },
    },
    {
      name: 'a title that the paper says itself only once',
      front: 'title: The End\nauthor: Ada',
      body: '# The *End* {#end}\n\nWords.',
      expected: { ...nothing, authors: ['Ada'] },
    },
    {
      name: 'a title that the paper underlines only once',
      front: 'title: The End\nauthor: Ada',
      body: 'The End\n=======\n\nWords.',
      expected: { ...nothing, authors: ['Ada'] },
    },
    {
      name: 'a title that another heading continues',
      front: 'title: The End',
      body: '# The End of it\n\nWords.',
      expected: { ...nothing, title: 'The End' },
    },
    { name: 'nothing where there is nothing', front: 'lang: en', expected: null },
    { name: 'nothing of what is no text', front: 'title: {a: b}\ndate: [x]\nauthor: [[1]]', expected: null },
  ])
    it(`has as its heading ${name}`, async () => {
      assert.deepEqual(await heading(front, body), expected);
    });

  it('keeps a sign and its number on one line', async () => {
    const client = await TestClient.start({
      'sources/bread.md': '---\nid: bread\ntitle: On Bread\n---\n\n# One\n\nFlour.\n\nWater.\n',
      'papers/a.analysis.md': '[@bread, ¶¶ 1-2, 4; @bread, sec. 1, passim; @bread, {¶\n 2}]\n',
    });
    try {
      const preview = await client.ask('pilcrow/preview', { uri: client.uri('papers/a.analysis.md') });
      assert.deepEqual(
        preview?.citations.map(({ runs }) => plain(runs)?.replaceAll('\u00a0', '~')),
        ['(“On Bread,” n.d., paras.~1–2, 4; “On Bread,” n.d., sec.~1, passim; “On Bread,” n.d., para.~2)'],
      );
    } finally {
      await client.stop();
    }
  });
});
