import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { readNotes } from '../../src/core/notes/read.ts';
import { notesPath } from '../../src/core/notes/fileName.ts';
import { notesFile, pageIri } from '../../src/core/notes/writeNotes.ts';
import { notesIndex } from '../../src/core/resolve/notesIndex.ts';
import { loadBuiltIns } from '../../src/files/builtIns.ts';
import { loadStudyFolder } from '../../src/files/loadStudy.ts';

const sample = inRoot('examples', 'study-folder');

describe('the notes of the sample', () => {
  it('stand where their words stand, with an answer and a tag among them', async () => {
    const { threads } = notesIndex((await loadStudyFolder(sample, loadBuiltIns(inRoot()))).study);
    assert.deepEqual(
      threads.map(({ kind, how, passages, answers, annotation }) => [
        kind.id,
        how,
        passages,
        answers.length,
        annotation.tags,
      ]),
      [
        ['remark', 'position', [2], 0, []],
        ['question', 'position', [4], 1, []],
        ['example', 'position', [13], 0, ['first evening']],
      ],
    );
  });

  it('are written as Pilcrow writes them, each author’s in a file of their own', async () => {
    for (const name of await readdir(join(sample, 'notes'))) {
      const text = await readFile(join(sample, 'notes', name), 'utf8');
      const { notes, problems } = readNotes(text);
      assert.deepEqual(problems, []);
      const items = notes.map(({ json }) => json);
      assert.equal(notesFile(pageIri(name.replace(/\.jsonld$/, '')), items), text);
      for (const { author } of notes) assert.equal(notesPath('reading', author, 'notes'), `notes/${name}`);
    }
  });

  it('are checked, and nothing is found', async () => {
    const folder = await loadStudyFolder(sample, loadBuiltIns(inRoot()));
    const checks = folder.uris.flatMap((uri) => folder.findingsOf(uri).map(({ check }) => check));
    assert.equal(checks.length, 7);
    assert.deepEqual(
      checks.filter((check) => check.startsWith('note/')),
      [],
    );
  });
});
