import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { inRoot } from '../../scripts/support/paths.ts';
import { wordedRow } from '../../src/cli/formats/report.ts';
import { findingRow } from '../../src/core/present/listings/listingRows.ts';
import { loadBuiltIns } from '../../src/files/builtIns.ts';
import { StudyFolder } from '../../src/workspace/studyFolder.ts';
import { brokenText } from '../support/broken.ts';
import { Desk } from '../support/commandLine.ts';
import { fixtureRoot, fixtureUri, namesOf } from '../support/fixture.ts';
import { runs } from '../support/runs.ts';

type Files = Readonly<Record<string, string>>;

const builtIns = loadBuiltIns(inRoot());

/** The findings of an editor that has every file open, as rows. */
function inEditor(files: Files): unknown[] {
  const folder = new StudyFolder(fixtureRoot, builtIns);
  folder.names = namesOf(Object.keys(files));
  for (const path of Object.keys(files)) folder.setFile(fixtureUri(path), path, { text: '[@stale]' });
  for (const [path, text] of Object.entries(files))
    folder.openDocument(fixtureUri(path), path, text.replace(/^\uFEFF/, ''));
  return folder.uris.flatMap((uri) => {
    const analysis = folder.analysis(uri);
    assert.ok(analysis);
    return folder
      .findingsOf(uri)
      .map((finding) => wordedRow(findingRow(finding, analysis, folder.study, ({ file }) => file.path)));
  });
}

async function onCommandLine(files: Files): Promise<unknown[]> {
  const desk = await Desk.with();
  try {
    for (const [path, text] of Object.entries(files)) await desk.write(path, text);
    const { out } = await desk.run(['check', '--format=json']);
    return JSON.parse(out) as unknown[];
  } finally {
    await desk.remove();
  }
}

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
