import type { RootContent } from 'mdast';
import type { Point, Position } from 'unist';
import { lineAt } from '../blockLines.ts';
import type { Labels } from '../chunks/labels.ts';

/** A line of a piece, without its line end. */
export interface PieceLine {
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly number: number;
}

/** A piece of a document that is being read, with facts that are often asked for. */
export interface SimplePiece {
  readonly text: string;
  readonly lines: readonly PieceLine[];
  /** The index behind the last line that is not blank. */
  readonly filledEnd: number;
  /** The labels that the whole document defines; undefined where only blocks are read, without inline content. */
  readonly labels: Labels | undefined;
  /** Whether nothing follows in the document, so that what is open at the end ends there. */
  readonly isLast: boolean;
  /** Whether the text contains `](`. */
  readonly hasLinks: boolean;
  /** Whether the text contains `]:`. */
  readonly hasDefinitions: boolean;
}

/** A block that was read, and the index of the next line. */
export interface ReadBlock<Node = RootContent> {
  readonly node: Node;
  readonly next: number;
}

/** Splits a piece into lines. `labels` are those that the whole document defines. */
export function makePiece(text: string, isLast: boolean, labels: Labels | undefined): SimplePiece {
  const lines: PieceLine[] = [];
  let filledEnd = 0;
  const hasReturns = text.includes('\r');
  for (let start = 0, number = 1; start < text.length; number++) {
    const { end, next } = lineAt(text, start, hasReturns);
    lines.push({ start, end, number });
    if (end > start) filledEnd = number;
    start = next;
  }
  const hasLinks = text.includes('](');
  return { text, lines, filledEnd, labels, isLast, hasLinks, hasDefinitions: text.includes(']:') };
}

/** Returns the line at `index`; undefined at the end, and for a blank line. */
export function filledLine({ lines }: SimplePiece, index: number): PieceLine | undefined {
  const line = lines[index];
  return line && line.end > line.start ? line : undefined;
}

/** Returns the content of a line of a text, from `from` on. */
export function segmentOf(text: string, { start, end, number }: PieceLine, from: number): Segment {
  let to = end;
  while (to > from && text.charCodeAt(to - 1) === 32) to--;
  return { from, to, lineEnd: end, line: number, column: from - start + 1 };
}

/** Returns the position of the start of a line. */
export function pointAtStart({ number, start }: PieceLine): Point {
  return { line: number, column: 1, offset: start };
}

/** Returns the position of a block from the line `first` to the line `last`. */
export function positionOfLines(first: PieceLine, last: PieceLine): Position {
  return {
    start: pointAtStart(first),
    end: { line: last.number, column: last.end - last.start + 1, offset: last.end },
  };
}

/**
 * Returns the position of a block that starts with `first` and ends with another block.
 * @param indent the number of spaces before it
 */
export function positionUntil(
  first: PieceLine,
  last: { readonly position?: Position | undefined },
  indent = 0,
): Position {
  const start = { line: first.number, column: indent + 1, offset: first.start + indent };
  return { start, end: { ...(last.position?.end ?? start) } };
}

/** Whether a sticky pattern matches at `at`. */
export function isMatch(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/**
 * A line, or what remains of it inside a list or quotation: from its first character that is not white space to its last.
 */
export interface Segment {
  /** Offsets; `lineEnd` is the start of the line end. */
  readonly from: number;
  readonly to: number;
  readonly lineEnd: number;
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
