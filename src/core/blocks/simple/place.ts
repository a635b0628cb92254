import type { Point, Position } from 'unist';

/**
 * A line, or what remains of it inside a list or quotation: from its first character that is not white space to its end.
 */
export interface Segment {
  /** Offsets; `to` is the start of the line end. */
  readonly from: number;
  readonly to: number;
  /** The 1-based line and column of `from`. */
  readonly line: number;
  readonly column: number;
}

/** Returns the position of `offset`, which must be in the segment or at its end. */
export function pointIn(segment: Segment, offset: number): Point {
  return { line: segment.line, column: segment.column + offset - segment.from, offset };
}

/** Returns the position from `start` in the segment `first` to `end` in the segment `last`. */
export function positionIn(first: Segment, start: number, last: Segment, end: number): Position {
  return { start: pointIn(first, start), end: pointIn(last, end) };
}
