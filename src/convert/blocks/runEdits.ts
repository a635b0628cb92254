import { plainOf, sliceRuns, tidyRuns, type Block, type Run } from './block.ts';

/** Returns the block without the first `length` code units of its text, and without white space after them. */
export function withoutStart(block: Block, length: number): Block {
  const text = plainOf(block.runs);
  let from = length;
  while (from < text.length && /\s/.test(text[from] ?? '')) from++;
  const lines = block.lines?.map((mark) => ({ ...mark, offset: Math.max(0, mark.offset - from) }));
  return { ...block, runs: sliceRuns(block.runs, from, text.length), ...(lines ? { lines } : {}) };
}

/** A stretch of text that a note mark replaces. */
export interface MarkPlace {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/**
 * Returns the runs with note marks at `places`, which must be in order and not overlap. Offsets count in the plain
 * text.
 */
export function withMarks(runs: readonly Run[], places: readonly MarkPlace[]): Run[] {
  let marked: Run[] = [];
  let at = 0;
  for (const place of places) {
    marked = marked.concat(sliceRuns(runs, at, place.start), { text: '', note: place.label });
    at = place.end;
  }
  return tidyRuns(marked.concat(sliceRuns(runs, at, plainOf(runs).length)));
}
