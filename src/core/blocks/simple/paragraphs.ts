import type { Paragraph } from 'mdast';
import { readInlines } from './inlines.ts';
import { filledLine, isMatch, segmentOf, type Line, type Piece, type Read } from './piece.ts';
import { positionIn, type Segment } from './place.ts';

/** A bullet or number and the space after it. The groups are the bullet, the number, and the number's mark. */
export const listMarker = /(?:([-+*])|([0-9]{1,9})([.)])) /y;
/** The marks of a heading and the space after them. */
export const headingMark = /(#{1,6}) /y;
const orderedStart = /[0-9]{1,9}[.)](?:\s|$)/y;
const emphasised = /[*_]{1,2}[^\s*_]/y;

/** ASCII characters that start nothing but a paragraph, by code unit. Characters of other alphabets do so, too. */
const plainStarts = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyz"\'(@$%.,;?!/{}^)]')
  for (const variant of [character, character.toUpperCase()]) plainStarts[variant.charCodeAt(0)] = 1;

/**
 * Whether a line that starts at `at` is part of a paragraph in any context.
 * @param isFirst whether the paragraph starts here
 */
export function isPlainStart({ text, hasDefinitions }: Piece, at: number, isFirst: boolean): boolean {
  const code = text.charCodeAt(at);
  if (code > 127 || plainStarts[code] === 1) return true;
  if (code > 47 && code < 58) return !isMatch(orderedStart, text, at);
  const next = text.charCodeAt(at + 1);
  if (code === 91) return next !== 94 && (!isFirst || !hasDefinitions);
  if (code === 45) return next === 64;
  if (code === 96) return next !== 96;
  return (code === 42 || code === 95) && isMatch(emphasised, text, at);
}

/** Returns the offset after the spaces at the start of a line. */
export function behindSpaces(text: string, { start, end }: Line): number {
  let from = start;
  while (from < end && text.charCodeAt(from) === 32) from++;
  return from;
}

/** Reads the paragraph that starts with a line. A list, quotation or heading may directly follow it. */
export function readParagraph(piece: Piece, index: number): Read<Paragraph> | undefined {
  const segments: Segment[] = [];
  let next = index;
  for (let line = filledLine(piece, next); line; line = filledLine(piece, ++next)) {
    const isFirst = segments.length === 0;
    if (!isFirst && mayInterrupt(piece.text, line.start)) break;
    const from = isFirst ? line.start : behindSpaces(piece.text, line);
    if (from === line.end || !isPlainStart(piece, from, isFirst)) return undefined;
    segments.push(segmentOf(line, from));
  }
  const node = paragraphOf(piece, segments);
  return node && { node, next };
}

function mayInterrupt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 62 || (code === 35 && isMatch(headingMark, text, at))) return true;
  return (code === 45 || code === 42 || code === 43) && isMatch(listMarker, text, at);
}

/** Returns a paragraph of some lines; undefined where their content is not simple. */
export function paragraphOf(piece: Piece, segments: readonly Segment[]): Paragraph | undefined {
  const first = segments[0];
  const last = segments[segments.length - 1];
  const children = readInlines(piece, segments);
  if (!first || !last || !children) return undefined;
  return { type: 'paragraph', children, position: positionIn(first, first.from, last, last.to) };
}
