import type { Source, Study } from '../../study.ts';
import { notesIndex } from '../../resolve.ts';

/** How many readers' notes a source has. Answers are not counted. */
export interface NoteCounts {
  /** With notes that have lost their place. */
  readonly all: number;
  readonly byPassage: ReadonlyMap<number, number>;
  /** By number of the source's footnotes. */
  readonly byNote: ReadonlyMap<number, number>;
}

/** Counts the readers' notes on a source, and on each of its passages and notes. */
export function noteCounts(source: Source, study: Study): NoteCounts {
  const threads = notesIndex(study).bySource.get(source.key) ?? [];
  const byPassage = new Map<number, number>();
  const byNote = new Map<number, number>();
  for (const { passages, sourceNotes } of threads) {
    for (const number of passages) byPassage.set(number, (byPassage.get(number) ?? 0) + 1);
    for (const number of sourceNotes) byNote.set(number, (byNote.get(number) ?? 0) + 1);
  }
  return { all: threads.length, byPassage, byNote };
}
