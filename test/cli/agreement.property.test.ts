import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { inRoot } from '../../scripts/support/paths.ts';
import { brokenText } from '../support/broken.ts';
import { type Files, inEditor, onCommandLine } from '../support/doors.ts';
import { runs } from '../support/runs.ts';

function filesBelow(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names.map((entry) => {
      const full = join(entry.parentPath, entry.name);
      return [full.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(full, 'utf8')];
    }),
  );
}

describe('the command line and the editor', function () {
  this.timeout(120_000);

  it('find the same in the sample', async () => {
    const sample = filesBelow(inRoot('examples', 'study-folder'));
    const found = await onCommandLine(sample);
    assert.ok(found.length > 0);
    assert.deepEqual(found, inEditor(sample));
  });

  it('find the same in whatever there is', async () => {
    // What is no UTF-8 is no text for an editor either.
    const text = brokenText.map((value) => Buffer.from(value).toString());
    const files = fc.record({
      'papers/a.analysis.md': text,
      'sources/tale.md': text,
      'glossary.md': text,
      'sources/w.bib': text,
    });
    await fc.assert(
      fc.asyncProperty(files, async (given) => assert.deepEqual(await onCommandLine(given), inEditor(given))),
      { numRuns: runs(60) },
    );
  });
});
