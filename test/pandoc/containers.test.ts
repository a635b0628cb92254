import assert from 'node:assert/strict';
import { readCitations } from '../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../src/core/blocks/document.ts';
import { compareAsWritten, type Difference, differences } from './compare.ts';
import { containers } from './containers.ts';
import { Random } from './random.ts';
import { newestPandoc, type Pandoc } from './oracle.ts';

/** Documents for each container; a longer run sets PILCROW_PANDOC_RUNS (and another PILCROW_PANDOC_SEED). */
const runs = Math.ceil(Number(process.env['PILCROW_PANDOC_RUNS'] ?? 200) / 50);
const seed = Number(process.env['PILCROW_PANDOC_SEED'] ?? 1);

/** Whether a document is read otherwise also with longer lines in its cells. If not, columns coincide (coincidence.ts). */
async function isInEveryLayout(pandoc: Pandoc, make: (spare: number) => string): Promise<boolean> {
  for (const spare of [5, 13, 29]) if (!(await compareAsWritten(pandoc, make(spare), false))) return false;
  return true;
}

describe('citations in every container beside Pandoc 3.10', function () {
  this.timeout(0);

  Object.entries(containers).forEach(([name, make], index) => {
    it(`${String(runs)} ${name}`, async () => {
      const seeds = Array.from({ length: runs }, (_, at) => (seed + 5000 + 100 * index) * 10_000 + at);
      const documents = seeds.map((one) => make(new Random(one)));
      for (const text of documents)
        for (const { key, keyRange } of readCitations(parseMarkdown(text)))
          assert.equal(text.slice(keyRange.start, keyRange.end), key, text);
      const pandoc = await newestPandoc();
      const found = await differences(pandoc, documents, { limit: 5, inOrder: false });
      const real: Difference[] = [];
      for (const difference of found) {
        const one = seeds[documents.indexOf(difference.text)] ?? 0;
        if (await isInEveryLayout(pandoc, (spare) => make(new Random(one), spare))) real.push(difference);
      }
      assert.deepEqual(real, []);
    });
  });
});
