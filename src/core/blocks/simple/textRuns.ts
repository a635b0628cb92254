import type { Text } from 'mdast';
import type { Point } from 'unist';
import { pointIn, type Segment } from './place.ts';

/** A run of plain text that starts in one segment and ends in the same or a later one. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  /** The indexes of its first and last segment. */
  readonly first: number;
  readonly last: number;
}

/** Returns the text node of a run; undefined where it is empty. */
export function textOf(text: string, segments: readonly Segment[], run: TextRun): Text | undefined {
  const first = segments[run.first];
  const last = segments[run.last];
  if (!first || !last || (run.first === run.last && run.start >= run.end)) return undefined;
  return {
    type: 'text',
    value: valueOf(text, segments, run),
    position: { start: pointIn(first, run.start), end: endOf(last, run) },
  };
}

/**
 * Returns the end of a run. Text that ends with a line end ends there, before the white space or marks of the next line.
 */
function endOf(segment: Segment, run: TextRun): Point {
  const { from, line, column } = segment;
  if (run.end > from || run.first === run.last) return pointIn(segment, run.end);
  return { line, column: 1, offset: from - column + 1 };
}

function valueOf(text: string, segments: readonly Segment[], run: TextRun): string {
  if (run.first === run.last) return text.slice(run.start, run.end);
  let value = '';
  segments.slice(run.first, run.last + 1).forEach(({ from, to }, index, all) => {
    const isLast = index === all.length - 1;
    value += text.slice(index === 0 ? run.start : from, isLast ? run.end : to);
    if (!isLast) value += text.charCodeAt(to) === 13 ? '\r\n' : '\n';
  });
  return value;
}
