import assert from 'node:assert/strict';
import { TestClient } from './client.ts';

describe('findings after an edit that concerns many papers', () => {
  const papers = ['a', 'b', 'c', 'd'].map((name) => `papers/${name}.analysis.md`);
  const source = 'sources/tale.md';
  let client: TestClient;

  beforeEach(async () => {
    const text = '[@tale, ¶ 1]\n';
    client = await TestClient.start({
      [source]: '---\nid: tale\n---\n\nOne.\n',
      ...Object.fromEntries(papers.map((path) => [path, text])),
    });
    await client.open('papers/b.analysis.md', text);
    await client.open('papers/c.analysis.md', text);
    await client.open(source, '---\nid: tale\n---\n\nOne.\n', 'markdown');
  });

  afterEach(() => client.stop());

  it('come for what is seen first, then for what is open, then for the rest', async () => {
    const order: string[] = [];
    client.connection.onNotification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => {
      const path = papers.find((each) => client.uri(each) === uri);
      if (path !== undefined) order.push(path);
    });
    await client.connection.sendNotification('pilcrow/visible', {
      uris: [client.uri('papers/c.analysis.md')],
    });
    const all = new Promise<void>((resolve) => {
      client.connection.onNotification('pilcrow/changed', () => {
        if (order.length === papers.length) resolve();
      });
    });
    await client.change(source, '---\nid: story\n---\n\nOne.\n');
    await all;
    assert.deepEqual(order, [
      'papers/c.analysis.md',
      'papers/b.analysis.md',
      'papers/a.analysis.md',
      'papers/d.analysis.md',
    ]);
  });
});
