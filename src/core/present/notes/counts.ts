import type { Source, Study } from '../../study.ts';
import { notesIndex } from '../../resolve.ts';
import { countEach } from '../../text.ts';

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
  return {
    all: threads.length,
    byPassage: countEach(threads.flatMap(({ passages }) => passages)),
    byNote: countEach(threads.flatMap(({ sourceNotes }) => sourceNotes)),
  };
}
