import type { Paragraph } from 'mdast';
import { readInlines } from './simpleInlines.ts';
import { positionIn, type Segment, type SimplePiece } from './simplePiece.ts';

/** Returns a paragraph of some lines; undefined where their content is not simple. */
export function simpleParagraph(piece: SimplePiece, segments: readonly Segment[]): Paragraph | undefined {
  const first = segments[0];
  const last = segments[segments.length - 1];
  const children = readInlines(piece, segments);
  if (!first || !last || !children) return undefined;
  return { type: 'paragraph', children, position: positionIn(first, first.from, last, last.lineEnd) };
}
