import assert from 'node:assert/strict';
import { TestClient } from './client.ts';

describe('the preview, over the protocol', () => {
  it('gives citations in author-date form, with the passage, and the works cited', async () => {
    const client = await TestClient.start({
      'sources/bread.md':
        '---\nid: bread\ntitle: On Bread\nauthor:\n  - family: Miller\nissued: 1999\n---\n\nFlour first.\n',
      'papers/a.analysis.md':
        'As @bread [¶ 1] has it [see @bread, ¶ 1, again; -@bread, ¶ 7]. [@nobody] @nobody\n',
    });
    try {
      const preview = await client.ask('pilcrow/preview', { uri: client.uri('papers/a.analysis.md') });
      assert.deepEqual(
        preview?.citations.map(({ text, unresolved }) => [text, unresolved]),
        [
          ['Miller (1999, ¶ 1)', false],
          ['(see Miller 1999, ¶ 1, again; 1999, ¶ 7)', true],
          ['(@nobody?)', true],
          ['@nobody?', true],
        ],
      );
      assert.equal(preview.citations[0]?.tooltip, '¶ 1: Flour first.');
      assert.deepEqual(preview.works, ['Miller. 1999. On Bread.']);
    } finally {
      await client.stop();
    }
  });
});
