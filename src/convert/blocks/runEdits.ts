import { plainOf, sliceRuns, tidyRuns, type Block, type Run } from './blocks.ts';

/** The block without the first `length` characters of its text and the white space behind them. */
export function withoutStart(block: Block, length: number): Block {
  const text = plainOf(block.runs);
  let from = length;
  while (from < text.length && /\s/.test(text[from] ?? '')) from++;
  const lines = block.lines?.map((mark) => ({ ...mark, offset: Math.max(0, mark.offset - from) }));
  return { ...block, runs: sliceRuns(block.runs, from, text.length), ...(lines ? { lines } : {}) };
}

/** A stretch of a text to put a note mark in place of. */
export interface MarkPlace {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** The runs with note marks in place of stretches of text; places in order and apart. */
export function withMarks(runs: readonly Run[], places: readonly MarkPlace[]): Run[] {
  let marked: Run[] = [];
  let at = 0;
  for (const place of places) {
    marked = marked.concat(sliceRuns(runs, at, place.start), { text: '', note: place.label });
    at = place.end;
  }
  return tidyRuns(marked.concat(sliceRuns(runs, at, plainOf(runs).length)));
}
