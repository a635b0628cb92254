import assert from 'node:assert/strict';
import { blankNote, type ExchangedNote } from '../../../src/core/notes.ts';
import { planNoteImport } from '../../../src/core/resolve.ts';
import { StudyFolder } from '../../../src/workspace/studyFolder.ts';

describe('an import of more notes than a file can hold', () => {
  const root = 'file:///study';
  const source = '---\nid: bread\ntitle: On Bread\n---\n\nFlour comes first.\n';
  const comment = 'word '.repeat(1_300_000);
  const notes = Array.from({ length: 6 }, (_, index): ExchangedNote => ({
    ...blankNote,
    id: `urn:uuid:${String(index)}`,
    source: 'bread',
    motivation: 'commenting',
    author: 'Ada',
    text: comment,
  }));

  it('fills several, which are read again, so that a second import has nothing to do', () => {
    const folder = new StudyFolder(root);
    folder.setFile(`${root}/sources/bread.md`, 'sources/bread.md', { text: source });
    const { steps, added } = planNoteImport(notes, folder.study);
    assert.equal(added, 6);
    assert.deepEqual(
      steps.map(({ path }) => path),
      ['notes/bread.ada.jsonld', 'notes/bread.ada-2.jsonld'],
    );
    for (const { path, change } of steps) {
      const changed = change('');
      assert.ok('text' in changed && changed.text.length < 25_000_000);
      folder.setFile(`${root}/${path}`, path, changed);
    }
    const again = planNoteImport(notes, folder.study);
    assert.deepEqual([again.added, again.known, again.steps], [0, 6, []]);
    const [one] = planNoteImport([{ ...notes[0]!, id: 'urn:uuid:new', text: 'New' }], folder.study).steps;
    assert.equal(one?.path, 'notes/bread.ada-3.jsonld');
  });
});
