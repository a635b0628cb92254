import assert from 'node:assert/strict';
import { inRoot } from '../../scripts/support/paths.ts';
import { wordedRow } from '../../src/cli/formats/report.ts';
import { findingRow } from '../../src/core/present/listings/listingRows.ts';
import { loadBuiltIns } from '../../src/files/builtIns.ts';
import { StudyFolder } from '../../src/workspace/studyFolder.ts';
import { Desk } from './commandLine.ts';
import { fixtureRoot, fixtureUri, namesOf } from './fixture.ts';

/** Texts of a study folder by their paths. */
export type Files = Readonly<Record<string, string>>;

const builtIns = loadBuiltIns(inRoot());

/** The findings of an editor that has every file open, as rows. */
export function inEditor(files: Files): unknown[] {
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

/** The findings of `pilcrow check`, as rows. */
export async function onCommandLine(files: Files): Promise<unknown[]> {
  const desk = await Desk.with();
  try {
    for (const [path, text] of Object.entries(files)) await desk.write(path, text);
    const { out } = await desk.run(['check', '--format=json']);
    return JSON.parse(out) as unknown[];
  } finally {
    await desk.remove();
  }
}
