import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkedPaper, faultyPaper, fixed, fixesIn } from '../support/faultyPapers.ts';
import { differences } from './compare.ts';
import { askedPandocs, usePandoc } from './versions.ts';

/** Papers whose fixes are applied; a longer run sets PILCROW_PANDOC_RUNS (and another PILCROW_PANDOC_SEED). */
const papers = Math.ceil(Number(process.env['PILCROW_PANDOC_RUNS'] ?? 400) / 4);
const seed = Number(process.env['PILCROW_PANDOC_SEED'] ?? 1);

describe('papers after a fix, beside Pandoc 3.10', function () {
  this.timeout(0);
  const [newest] = askedPandocs;
  assert.ok(newest);
  const pandoc = usePandoc(newest);

  it(`have the citations that Pandoc reads: every fix of ${String(papers)} papers`, async () => {
    const texts = fc.sample(faultyPaper, { numRuns: papers, seed }).flatMap((text) =>
      fixesIn(checkedPaper(text).findings).map(({ fix }) =>
        // Documents are joined for Pandoc, which reads front matter where the first one begins.
        fixed(text, fix).replace(/^---\n[^]*?\n---\n/u, ''),
      ),
    );
    const found = await differences(pandoc(), [...new Set(texts)], { inOrder: false });
    const shown = found.slice(0, 3).map((one) => JSON.stringify(one, null, 1));
    assert.equal(found.length, 0, `read differently:\n${shown.join('\n')}`);
  });
});
