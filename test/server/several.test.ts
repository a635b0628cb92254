import assert from 'node:assert/strict';
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

  it('have views that say whose they are', async () => {
    const { message } = await client.ask('pilcrow/sources', { uri: client.uri('two/papers/a.analysis.md') });
    assert.equal(message, 'two');
    assert.equal(
      (await client.ask('pilcrow/terms', { uri: client.uri('one/talks/monday.md') })).message,
      'one',
    );
  });

  it('have papers where pilcrow.json says so, whatever language a client gives them', async () => {
    const isPaper = (path: string): Promise<boolean> =>
      client.ask('pilcrow/isPaper', { uri: client.uri(path) });
    assert.equal(await isPaper('one/talks/monday.md'), true);
    assert.equal(await isPaper('one/sources/tale.md'), false);
    assert.equal(await isPaper('two/talks/monday.md'), false);
    await client.open('one/talks/monday.md', '[@tale, ¶ 8]\n', 'markdown');
    await client.findings(
      'one/talks/monday.md',
      (found) => found[0]?.range.start.line === 0 && found.length === 1,
    );
  });
});
