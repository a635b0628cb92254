import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver';
import type { CodeLens } from 'vscode-languageserver-protocol';
import { TimeSlicer } from '../../src/server/timeSlicer.ts';
import { TestClient } from './client.ts';

describe('lenses above a source', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('are asked for anew when somebody else has come to cite it', async () => {
    const paper = 'papers/a.analysis.md';
    const files = { 'sources/tale.md': '---\nid: tale\n---\n\nOne.\n', [paper]: 'Nothing yet.\n' };
    client = await TestClient.start(files, {}, { workspace: { codeLens: { refreshSupport: true } } });
    const titles = async (): Promise<(string | undefined)[]> => {
      const textDocument = { uri: client.uri('sources/tale.md') };
      const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
      return lenses.map(({ command }) => command?.title);
    };
    await client.open(paper, 'Nothing yet.\n');
    assert.deepEqual(await titles(), []);
    const asked = new Promise<void>((resolve) => {
      client.connection.onRequest('workspace/codeLens/refresh', async () => {
        if ((await titles()).length > 0) resolve();
        return null;
      });
    });
    await client.change(paper, 'Now [@tale, ¶ 1].\n');
    await asked;
    assert.deepEqual(await titles(), ['Cited 1 time in 1 paper']);
  });

  it('say where they lead in a client that has no peek of ours', async () => {
    client = await TestClient.start({
      'sources/tale.md': '---\nid: tale\n---\n\nOne.\n',
      'papers/a.analysis.md': 'Now [@tale, ¶ 1], and\nthen [@tale, ¶ 1].\n',
    });
    const textDocument = { uri: client.uri('sources/tale.md') };
    const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    assert.ok(lens?.command);
    await client.request('workspace/executeCommand', lens.command);
    assert.deepEqual(client.unasked.find(({ method }) => method === 'window/showMessage')?.params, {
      type: 3,
      message: 'papers/a.analysis.md:1:6, papers/a.analysis.md:2:7',
    });
  });
});

describe('work for a request that nobody waits for any longer', () => {
  it('is given up', async () => {
    const source = new CancellationTokenSource();
    const done: number[] = [];
    const work = new TimeSlicer().each([1, 2, 3], source.token, (each) => {
      done.push(each);
      if (each === 2) source.cancel();
    });
    await assert.rejects(work, { code: -32800 });
    assert.deepEqual(done, [1, 2]);
  });
});
