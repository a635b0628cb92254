import { docxOf, wordParagraph, wordRun } from '../support/officeFiles.ts';
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import type { Params, View } from '../../src/server/protocol.ts';
import { TestClient } from './client.ts';

const source = '---\nid: tale\n---\n\nOne.\n';
const files = {
  'one/pilcrow.json': '{ "papers": ["talks/*.md"] }',
  'one/sources/tale.md': source,
  'one/talks/monday.md': 'A slip [@tale, ¶ 9].\n',
  'two/sources/tale.md': source,
  'two/papers/a.analysis.md': '[@tale, ¶ 1]\n',
};

describe('two study folders in one window', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start(files);
  });
  after(() => client.stop());

  it('are checked together, each by its name', async () => {
    const { papers, errors, text } = await client.ask('pilcrow/check', {});
    assert.deepEqual([papers, errors], [2, 1]);
    assert.equal(text, 'one: 1 paper with 1 citation: 1 error · two: 1 paper with 1 citation: no problems');
    assert.equal((await client.ask('pilcrow/check', { uri: client.uri('two') })).papers, 1);
  });

  for (const [path, name] of [
    ['two/papers/a.analysis.md', 'two'],
    ['one/talks/monday.md', 'one'],
  ] as const)
    it(`have views that say that they are of ${name}`, async () => {
      const uri = client.uri(path);
      const views: readonly View[] = [
        await client.ask('pilcrow/sources', { uri }),
        await client.ask('pilcrow/paper', { uri }),
        await client.ask('pilcrow/terms', { uri }),
        await client.ask('pilcrow/notes', { uri }),
      ];
      for (const { message, studyFolder } of views) assert.deepEqual([studyFolder, message], [name, name]);
    });

  it('are known by their names, and by the document that lies in one', async () => {
    const about = async (uri?: string): Promise<readonly string[]> =>
      (await client.ask('pilcrow/studyFolders', uri === undefined ? {} : { uri })).map(
        ({ uri: folder, name, hasDocument, isShown }) =>
          `${name}${folder === client.uri(name) ? '' : ' elsewhere'} ${hasDocument ? 'has' : '-'} ${isShown ? 'shown' : '-'}`,
      );
    assert.deepEqual(await about(client.uri('two/papers/a.analysis.md')), ['one - -', 'two has shown']);
    assert.deepEqual(await about(client.uri('two')), ['one - -', 'two has shown']);
    assert.deepEqual(await about(client.uri('README.md')), ['one - shown', 'two - -']);
    assert.deepEqual(await about(), ['one - shown', 'two - -']);
  });

  it('get imports that say where they go', async () => {
    const params: Params<'pilcrow/import'> = {
      folder: client.uri('two'),
      fileName: 'bread.txt',
      base64: Buffer.from('On Bread\n\nFlour and water make a dough.\n').toString('base64'),
    };
    const reply = await client.ask('pilcrow/import', params);
    assert.ok(!('problem' in reply));
    assert.equal(reply.studyFolder, 'two');
    assert.match(reply.summary, /^two: Imported as /);
    assert.equal(reply.uri, client.uri('two/sources/bread.md'));
  });

  it('get the notes that comments of a Word file would be', async () => {
    const body = `<w:commentRangeStart w:id="0"/>${wordRun('Flour and water')}<w:commentRangeEnd w:id="0"/>${wordRun(' make a dough.')}`;
    const comments = `<w:comment w:id="0" w:author="Ada">${wordParagraph('How much?')}</w:comment>`;
    const reply = await client.ask('pilcrow/import', {
      folder: client.uri('two'),
      fileName: 'bread.docx',
      base64: Buffer.from(docxOf({ body: wordParagraph(body), comments })).toString('base64'),
    });
    assert.ok('key' in reply);
    assert.equal(reply.comments?.count, 1);
    const [notes] = reply.comments.files;
    assert.ok(notes?.uri.startsWith(client.uri('two/notes/')));
    assert.match(notes?.text ?? '', /"How much\?"[^]*"exact": "Flour and water"/);
  });

  it('have papers where pilcrow.json says so, whatever language a client gives them', async () => {
    const isPaper = async (path: string): Promise<boolean> =>
      (await client.ask('pilcrow/paperOffer', { uri: client.uri(path) }))?.isPaper ?? false;
    await client.open('one/talks/monday.md', '[@tale, ¶ 8]\n', 'markdown');
    await client.open('two/talks/monday.md', '[@tale, ¶ 8]\n', 'markdown');
    assert.equal(await isPaper('one/talks/monday.md'), true);
    assert.equal(await isPaper('one/sources/tale.md'), false);
    assert.equal(await isPaper('two/talks/monday.md'), false);
    await client.findings(
      'one/talks/monday.md',
      (found) => found[0]?.range.start.line === 0 && found.length === 1,
    );
  });
});

describe('study folders with the same name', () => {
  it('are told apart by the folders that they lie in', async () => {
    const client = await TestClient.start({
      'spring/reading/sources/tale.md': source,
      'spring/reading/papers/a.analysis.md': '[@tale, ¶ 1]\n',
      'autumn/reading/sources/tale.md': source,
      'autumn/reading/papers/a.analysis.md': '[@tale, ¶ 1]\n',
    });
    try {
      const { text } = await client.ask('pilcrow/check', {});
      assert.match(text, /^autumn\/reading: .* · spring\/reading: /);
    } finally {
      await client.stop();
    }
  });
});

describe('one study folder', () => {
  for (const [place, below] of [
    ['at the folder that is open', ''],
    ['below it', 'group/'],
  ] as const)
    it(`${place} is the one that there is, and nothing names it`, async () => {
      const path = `${below}papers/a.analysis.md`;
      const client = await TestClient.start({
        [`${below}sources/tale.md`]: source,
        [path]: '[@tale, ¶ 1]\n',
      });
      try {
        const folders = await client.ask('pilcrow/studyFolders', {});
        const root = below === '' ? basename(client.root) : 'group';
        assert.deepEqual(
          folders.map(({ name, isShown }) => [name, isShown]),
          [[root, true]],
        );
        const uri = client.uri(path);
        assert.equal((await client.ask('pilcrow/paper', { uri })).message, undefined);
        assert.equal((await client.ask('pilcrow/notes', { uri })).studyFolder, undefined);
      } finally {
        await client.stop();
      }
    });

  it('is an opened folder in which nothing is yet', async () => {
    const client = await TestClient.start({});
    try {
      const [folder, ...others] = await client.ask('pilcrow/studyFolders', {});
      assert.deepEqual([folder?.isShown, others.length], [true, 0]);
    } finally {
      await client.stop();
    }
  });
});
