import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
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
      await client.findings('sources/latin.md', (found) => found.length > 0);
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
