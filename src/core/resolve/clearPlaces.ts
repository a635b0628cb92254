import {
  editEach,
  type EachResult,
  type ReplacedNote,
  restoreEach,
  select,
  type Selectors,
} from '../notes.ts';
import type { Study } from '../study.ts';
import { appendTo, type Range } from '../text.ts';
import { anchorTextIn, notesIndex, type NoteThread } from './notesIndex.ts';

/** A note without a place, and the one that is clearly the first choice for it. */
export interface ClearPlace {
  readonly thread: NoteThread;
  readonly range: Range;
}

/** A change of several notes of one file. */
export interface EachStep {
  /** Relative to the study folder, with `/`. */
  readonly path: string;
  readonly change: (text: string) => EachResult;
}

/** Returns the notes without a place for which one is clearly the first choice, in the order in which they are listed. */
export function clearPlaces(study: Study): readonly ClearPlace[] {
  return notesIndex(study).threads.flatMap((thread) => {
    const [range] = thread.candidates;
    return thread.hasClearChoice && range ? [{ thread, range }] : [];
  });
}

/**
 * Returns how notes are put on the places that are clearly the first choice for them.
 * @param ids those of the notes; others stay as they are
 * @param now RFC 3339, UTC
 */
export function planClearPlaces(ids: ReadonlySet<string>, study: Study, now: string): readonly EachStep[] {
  const byPath = new Map<string, { id: string; selectors: Selectors }[]>();
  for (const { thread, range } of clearPlaces(study)) {
    const { annotation, source, file } = thread;
    const selectors = source?.file && select(range, anchorTextIn(source.file))?.selectors;
    if (selectors && ids.has(annotation.id))
      appendTo(byPath, file.file.path, { id: annotation.id, selectors });
  }
  return [...byPath].map(([path, placed]) => ({
    path,
    change: (text) =>
      editEach(
        text,
        placed.map((each) => ({ kind: 'edit', ...each, modified: now })),
      ),
  }));
}

/** Returns how notes come back as their files had them. */
export function planRestore(notes: readonly ReplacedNote[], study: Study): readonly EachStep[] {
  const { byId } = notesIndex(study);
  const byPath = new Map<string, ReplacedNote[]>();
  for (const note of notes) {
    const path = byId.get(note.id)?.file.file.path;
    if (path !== undefined) appendTo(byPath, path, note);
  }
  return [...byPath].map(([path, own]) => ({ path, change: (text) => restoreEach(text, own) }));
}
