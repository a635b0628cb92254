import type { Source, Study } from '../../index/study.ts';

/** A member's note as far as coverage and guides need it: what it is on, by whom, and since when. */
export interface PlacedNote {
  /** Passages of the source that it is on, a note of the source, or the heading of a section by its key (see `sectionKey`). */
  readonly passages: readonly number[];
  readonly note: number | undefined;
  readonly section: string | undefined;
  readonly authors: readonly string[];
  /** Day of its making, `2026-11-23`. */
  readonly date: string | undefined;
  /** `question`, `remark` … */
  readonly kind: string;
  readonly resolved: boolean;
  /** Markdown. */
  readonly body: string;
}

/** The notes that stand on words of a source; those that could not be placed are on none. */
export function notesOn(_source: Source, _study: Study): readonly PlacedNote[] {
  return [];
}
