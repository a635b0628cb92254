import assert from 'node:assert/strict';
import { TestClient } from './client.ts';

const bread =
  '---\nid: bread\ntitle: On Bread\n---\n\nFlour first.\n\n## (1) Water\n\nThen water.[^1]\n\n[^1]: Cold.\n';

describe('coverage, over the protocol', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('gives the outline once, figures of what was discussed, and what there is to filter by', async () => {
    client = await TestClient.start({
      'sources/bread.md': bread,
      'papers/a.analysis.md':
        '---\ntitle: Rising\nauthor: Ada\ndate: 2026-03-04\n---\n\n“Then water” [@bread, ¶ 2]. Cold [@bread, n. 1].\n',
    });
    const uri = client.uri('papers/a.analysis.md');
    const reply = await client.ask('pilcrow/coverage', { uri });
    assert.ok(reply?.outline);
    assert.deepEqual(
      reply.outline.groups.map(({ name, depth, isNotes, cells }) => [
        name,
        depth,
        isNotes,
        cells.map(({ label }) => label),
      ]),
      [
        ['Before the first section', 0, false, ['¶ 1']],
        ['(1) Water', 0, false, ['¶ 2']],
        ['Notes of the text', 0, true, ['n. 1']],
      ],
    );
    assert.deepEqual(
      reply.figures.map(({ cell, papers, words }) => [cell, papers, words]),
      [
        [1, [0], 'cited once in 1 paper; quoted once'],
        [2, [0], 'cited once in 1 paper'],
      ],
    );
    assert.deepEqual(reply.papers, [{ uri, title: 'Rising', by: 'Ada', date: '2026-03-04' }]);
    assert.deepEqual([reply.authors, reply.empty, reply.groups.length], [['Ada'], null, 3]);
    const again = await client.ask('pilcrow/coverage', { uri, key: 'bread', knows: reply.outlineName });
    assert.equal(again?.outline, null);
    assert.deepEqual(again.figures, reply.figures);
    const nobody = await client.ask('pilcrow/coverage', { uri, filter: { authors: ['Ben'] } });
    assert.deepEqual(nobody?.figures, []);
    assert.match(nobody.empty ?? '', /filter/);
  });

  it('follows what is typed', async () => {
    client = await TestClient.start({ 'sources/bread.md': bread, 'papers/a.analysis.md': 'Nothing.\n' });
    const ask = () => client.ask('pilcrow/coverage', { key: 'bread', uri: client.uri('sources/bread.md') });
    const before = await ask();
    assert.match(before?.empty ?? '', /^Nobody has cited this text yet/);
    await client.open('papers/a.analysis.md', 'Flour [@bread, ¶ 1].\n');
    const after = await ask();
    assert.deepEqual(
      after?.figures.map(({ cell }) => cell),
      [0],
    );
    assert.equal(after.outlineName, before?.outlineName);
    await client.open('sources/bread.md', bread.replace('Flour first.', 'Flour.\n\nFirst.'), 'markdown');
    assert.notEqual((await ask())?.outlineName, before?.outlineName);
  });

  it('leads from a cell to its passage, in the file or on the page of the edition', async () => {
    client = await TestClient.start({ 'sources/bread.md': bread });
    const uri = client.uri('sources/bread.md');
    const place = (key: string, isNote: boolean, number: number) =>
      client.ask('pilcrow/coveragePlace', { uri, key, cell: { isNote, number } });
    assert.deepEqual((await place('bread', false, 2))?.range.start, { line: 9, character: 0 });
    assert.equal((await place('bread', true, 1))?.uri, uri);
    assert.match((await place('masswork', false, 12))?.uri ?? '', /^pilcrow:/);
    assert.equal(await place('bread', false, 9), null);
    assert.equal(await place('nobody', false, 1), null);
  });

  it('shows the source of a file, and keeps an edition by its name though it is made anew', async () => {
    client = await TestClient.start({
      'sources/bread.md': bread,
      'papers/a.analysis.md': 'A claim [@masswork, ¶ 3].\n',
    });
    assert.equal(
      (await client.ask('pilcrow/coverage', { uri: client.uri('sources/bread.md') }))?.key,
      'bread',
    );
    const uri = client.uri('papers/a.analysis.md');
    const edition = await client.ask('pilcrow/coverage', { uri });
    assert.equal(edition?.key, 'masswork');
    await client.open('papers/a.analysis.md', 'A claim [@masswork, ¶ 4].\n');
    const knows = edition.outlineName;
    assert.equal((await client.ask('pilcrow/coverage', { uri, knows }))?.outline, null);
    assert.equal(await client.ask('pilcrow/coverage', { key: 'nobody' }), null);
    const page = await client.ask('pilcrow/coverage', { uri: 'pilcrow:/edition/masswork.md' });
    assert.equal(page?.key, 'masswork');
  });

  it('makes a discussion guide', async () => {
    client = await TestClient.start({
      'sources/bread.md': bread,
      'papers/a.analysis.md': '# Questions\n\n- Why flour [@bread, ¶ 1]?\n',
    });
    const uri = client.uri('papers/a.analysis.md');
    const { text, questions, folder, path } = await client.ask('pilcrow/guide', { uri, date: '2026-11-23' });
    assert.equal(questions, 1);
    assert.equal(`${folder ?? ''}/${path}`, client.uri('papers/discussion-guide-2026-11-23.analysis.md'));
    const own = await client.ask('pilcrow/guide', { uri, key: 'bread', date: '2026-11-23' });
    assert.equal(own.path, 'papers/discussion-guide-2026-11-23-bread.analysis.md');
    assert.match(text, /> Flour first\.\n>\n> — \[@bread, ¶ 1\]/);
  });
});
