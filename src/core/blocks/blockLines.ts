import type { Nodes } from 'mdast';
import type { Range } from '../text.ts';

/** A line of a block, without the `>` and indentation of its containers. Offsets are into the text of the chunk. */
export interface BlockLine {
  readonly start: number;
  readonly end: number;
  /** After the line end. */
  readonly next: number;
}

/**
 * Returns the lines of a block in `quotes` block quotations, without the `>` and indentation of its containers.
 * @param returns whether lines may end with a carriage return
 */
export function readBlockLines(text: string, range: Range, quotes: number, returns: boolean): BlockLine[] {
  const lines: BlockLine[] = [];
  for (let at = range.start; at < range.end;) {
    const start = lines.length > 0 ? skipContainers(text, at, range.end, quotes) : at;
    const { end, next } = lineAt(text, start, returns);
    lines.push({ start, end: Math.min(end, range.end), next: Math.min(next, range.end) });
    at = next;
  }
  return lines;
}

function skipContainers(text: string, from: number, limit: number, quotes: number): number {
  let at = skipBlank(text, from, limit);
  for (let i = 0; i < quotes && at < limit && text.charAt(at) === '>'; i++)
    at = skipBlank(text, at + 1, limit);
  return at;
}

function skipBlank(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) at++;
  return at;
}

const lineEnd = /\r\n?|\n/g;

/**
 * Returns the line that begins at `start`; a line ends at `\n`, `\r\n` or `\r`.
 * @param hasReturns whether the text may have carriage returns
 */
export function lineAt(text: string, start: number, hasReturns: boolean): BlockLine {
  if (hasReturns) {
    lineEnd.lastIndex = start;
    const found = lineEnd.exec(text);
    return found
      ? { start, end: found.index, next: lineEnd.lastIndex }
      : { start, end: text.length, next: text.length };
  }
  const feed = text.indexOf('\n', start);
  return feed < 0 ? { start, end: text.length, next: text.length } : { start, end: feed, next: feed + 1 };
}

/**
 * Where a node stands, in UTF-16 code units. Its own offsets count from the text that it was read from; `origin` says where
 * that text begins in the one that the result counts in. A node without a position is taken for an empty one at `origin`.
 */
export function rangeOf({ position }: Nodes, origin = 0): Range {
  const start = origin + (position?.start.offset ?? 0);
  return { start, end: position?.end.offset === undefined ? start : origin + position.end.offset };
}
