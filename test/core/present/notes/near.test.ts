import assert from 'node:assert/strict';
import { nearestThreads } from '../../../../src/core/present/notes/near.ts';
import { notesView } from '../../../../src/core/present/notes/view.ts';
import { notesIndex } from '../../../../src/core/resolve/notesIndex.ts';
import type { StudyFolder } from '../../../../src/workspace/studyFolder.ts';
import { folderOf } from './sentenceNotes.ts';

describe('the notes near to what is in sight', () => {
  const { threads } = notesIndex(folderOf(30).study);
  const placeOf = (paragraph: number): { start: number; end: number } => {
    const own = threads.filter(({ passages }) => passages[0] === paragraph);
    return { start: own[0]?.range?.start ?? 0, end: own.at(-1)?.range?.end ?? 0 };
  };
  const shown = (seen: readonly { start: number; end: number }[], most: number): string[] =>
    nearestThreads(threads, seen, most).map(({ annotation }) => annotation.id.replace('urn:example:', ''));

  it('are the first of every line, then the second of every line', () => {
    const seen = [{ start: placeOf(3).start, end: placeOf(5).end }];
    assert.deepEqual(shown(seen, 4), ['3:1', '4:1', '5:1', '3:2']);
  });

  it('reach above and below', () => {
    assert.deepEqual(shown([placeOf(3)], 7), ['3:1', '3:2', '3:3', '3:4', '3:5', '4:1', '2:5']);
  });

  it('are those of the beginning where nothing is in sight', () => {
    assert.deepEqual(shown([], 2), ['1:1', '1:2']);
  });

  it('are all where there are no more', () => {
    assert.equal(shown([placeOf(9)], 150).length, 150);
    assert.equal(new Set(shown([placeOf(9)], 1000)).size, 150);
  });
});

describe('many notes in one section', () => {
  const labels = (folder: StudyFolder): (readonly [string, string, number])[] =>
    (notesView(folder.study, 'source').rows[0]?.children ?? []).map(
      ({ label, description, children }) => [label, description, children.length] as const,
    );

  it('stand in stretches of paragraphs, each with about a hundred', () => {
    assert.deepEqual(labels(folderOf(42)), [
      ['¶¶ 1–20', '100', 100],
      ['¶¶ 21–40', '100', 100],
      ['¶¶ 41–42', '10', 10],
    ]);
  });

  it('do so within their section', () => {
    const [section, ...others] =
      notesView(folderOf(21, '## Part\n\n').study, 'source').rows[0]?.children ?? [];
    assert.deepEqual(
      [section?.label, section?.children.map(({ label }) => label), others.length],
      ['Part', ['¶¶ 1–20', '¶ 21'], 0],
    );
  });

  it('stand as they are where they are few', () => {
    assert.equal(labels(folderOf(20)).length, 100);
  });

  it('have rows with ids of their own', () => {
    const ids: string[] = [];
    const collect = (rows: readonly { id: string; children: readonly never[] }[]): void =>
      rows.forEach(({ id, children }) => {
        ids.push(id);
        collect(children);
      });
    collect(notesView(folderOf(60).study, 'source').rows as never);
    assert.equal(new Set(ids).size, ids.length);
  });
});
