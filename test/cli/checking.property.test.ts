import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { Checks } from '../support/checks.ts';
import { brokenText } from '../support/broken.ts';
import { runs } from '../support/runs.ts';
import { several } from './severalFiles.ts';

describe('what a check keeps for the next time', function () {
  this.timeout(120_000);
  const all: Checks[] = [];
  afterEach(async () => {
    await Promise.all(all.splice(0).map((each) => each.remove()));
  });

  it('holds after any changes', async () => {
    const path = fc.constantFrom(
      'papers/a.analysis.md',
      'papers/b.analysis.md',
      'sources/tale.md',
      'glossary.md',
      'refs.bib',
    );
    const edits = fc.array(fc.tuple(path, fc.oneof(brokenText, fc.constant(undefined))), { maxLength: 4 });
    const run = async (given: readonly [string, string | Uint8Array | undefined][]): Promise<void> => {
      const checks = await Checks.with(several);
      try {
        await checks.agree();
        for (const [file, text] of given) {
          if (text === undefined) await rm(join(checks.desk.root, file), { force: true });
          else await checks.desk.write(file, text);
          await checks.agree();
        }
      } finally {
        await checks.remove();
      }
    };
    await fc.assert(fc.asyncProperty(edits, run), { numRuns: runs(25) });
  });
});
