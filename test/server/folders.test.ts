import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { TestClient } from './client.ts';

/** Editors report a folder that goes or comes as a whole with one event, and with none for its files. */
describe('a folder that another program takes away and brings back', () => {
  const paper = 'papers/a.analysis.md';
  const deeper = 'papers/deeper/b.analysis.md';
  let client: TestClient;

  before(async () => {
    client = await TestClient.start({
      'sources/tale.md': '---\nid: tale\n---\n\nOne.\n',
      [deeper]: 'Also [@tale, ¶ 8].\n',
      [paper]: 'A slip [@tale, ¶ 9].\n',
    });
  });

  after(() => client.stop());

  async function move(from: string, to: string): Promise<void> {
    await rename(join(client.root, from), join(client.root, to));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: client.uri(from), type: 3 },
        { uri: client.uri(to), type: 1 },
      ],
    });
  }

  const has = (path: string, check: string): Promise<unknown> =>
    client.findings(path, (found) => found.some(({ code }) => code === check));
  const hasNothing = (path: string): Promise<unknown> => client.findings(path, (found) => found.length === 0);

  it('takes its files with it', async () => {
    await has(paper, 'citation/no-such-paragraph');
    await has(deeper, 'citation/no-such-paragraph');
    await move('papers', 'away');
    await hasNothing(paper);
    await hasNothing(deeper);
    await move('away', 'papers');
    await has(paper, 'citation/no-such-paragraph');
    await has(deeper, 'citation/no-such-paragraph');
    await move('sources', 'elsewhere');
    await has(paper, 'citation/unknown-key');
    await move('elsewhere', 'sources');
    await has(paper, 'citation/no-such-paragraph');
  });
});
