import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestClient } from './client.ts';

describe('a source that cannot be read, over the protocol', () => {
  it('is listed after the others, with the reason, and opens', async () => {
    const client = await TestClient.start({
      'sources/bread.md': '---\nid: bread\ntitle: On Bread\n---\n\nFlour first.\n',
      'sources/latin.md': '',
    });
    try {
      await writeFile(join(client.root, 'sources', 'latin.md'), Buffer.from([0x4e, 0xe4, 0x68, 0x65]));
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: client.uri('sources/latin.md'), type: 2 }],
      });
      // Before, it is told of as empty.
      await client.findings('sources/latin.md', (found) =>
        found.some(({ message }) => JSON.stringify(message).includes('UTF-8')),
      );
      const { nodes } = await client.ask('pilcrow/sources', {});
      const row = nodes.at(-1);
      assert.deepEqual(
        [row?.label, row?.description, row?.icon, row?.target?.uri],
        [
          'latin.md',
          'is not UTF-8 text. Save it as UTF-8, or import it.',
          'error',
          client.uri('sources/latin.md'),
        ],
      );
      assert.equal(
        row?.accessibleLabel,
        'latin.md, error: latin.md is not UTF-8 text. Save it as UTF-8, or import it.',
      );
      assert.ok(nodes.some(({ label }) => label === 'On Bread'));
    } finally {
      await client.stop();
    }
  });
});

describe('pipes in a study folder, over the protocol', () => {
  it('are told of, and nothing waits for them', async function () {
    if (process.platform === 'win32') this.skip();
    const paper = '---\nbibliography: works.bib\n---\n\n[@bread, ¶ 9]\n';
    const client = await TestClient.start({
      'pilcrow.json': '{}',
      'sources/bread.md': '---\nid: bread\n---\n\nFlour first.\n',
      'papers/a.analysis.md': paper,
      'papers/works.bib': '',
    });
    try {
      for (const path of ['pilcrow.json', 'papers/works.bib']) {
        await rm(join(client.root, path));
        execFileSync('mkfifo', [join(client.root, path)]);
        await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: client.uri(path), type: 2 }],
        });
      }
      const told = async (path: string): Promise<readonly unknown[]> =>
        (await client.findings(path, (found) => found.length > 0)).map(({ message }) => message);
      assert.deepEqual(await told('pilcrow.json'), ['pilcrow.json is not a file.']);
      assert.match(String(await told('papers/works.bib')), /works\.bib is not a file\./);
      await client.findings('papers/a.analysis.md', (found) =>
        found.some(({ code }) => code === 'citation/no-such-paragraph'),
      );
      const { nodes } = await client.ask('pilcrow/sources', {});
      assert.ok(nodes.some(({ accessibleLabel }) => accessibleLabel.includes('bread')));
    } finally {
      await client.stop();
    }
  });
});
