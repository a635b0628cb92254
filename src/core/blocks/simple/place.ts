import type { Point, Position } from 'unist';

/** A line, or what a list or quotation leaves of it: from its first character that is no white space to its end. */
export interface Segment {
  /** Offsets; `to` is where the line's end begins. */
  readonly from: number;
  readonly to: number;
  /** 1-based, of `from`. */
  readonly line: number;
  readonly column: number;
}

/** Where the character at `offset` stands, in a segment that holds it or ends at it. */
export function pointIn(segment: Segment, offset: number): Point {
  return { line: segment.line, column: segment.column + offset - segment.from, offset };
}

export function positionIn(first: Segment, start: number, last: Segment, end: number): Position {
  return { start: pointIn(first, start), end: pointIn(last, end) };
}
