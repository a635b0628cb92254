import assert from 'node:assert/strict';
import { readCitations } from '../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../src/core/blocks/document.ts';
import { differences } from './compare.ts';
import { containers } from './containers.ts';
import { Random } from './random.ts';
import { newestPandoc } from './oracle.ts';

/** Documents for each container; a longer run sets PILCROW_PANDOC_RUNS (and another PILCROW_PANDOC_SEED). */
const runs = Math.ceil(Number(process.env['PILCROW_PANDOC_RUNS'] ?? 400) / 50);
const seed = Number(process.env['PILCROW_PANDOC_SEED'] ?? 1);

describe('citations in every container beside Pandoc 3.10', function () {
  this.timeout(0);

  Object.entries(containers).forEach(([name, make], index) => {
    it(`${String(runs)} ${name}`, async () => {
      const random = new Random(seed + 5000 + 100 * index);
      const documents = Array.from({ length: runs }, () => make(random));
      for (const text of documents)
        for (const { key, keyRange } of readCitations(parseMarkdown(text)))
          assert.equal(text.slice(keyRange.start, keyRange.end), key, text);
      const found = await differences(await newestPandoc(), documents, { limit: 5, inOrder: false });
      assert.deepEqual(found, []);
    });
  });
});
