import type { Code, Heading, Html, ThematicBreak, Yaml } from 'mdast';
import type { Point } from 'unist';
import { readInlines } from './simpleInlines.ts';
import {
  pointAtStart,
  positionOfLines,
  segmentOf,
  type PieceLine,
  type SimplePiece,
  type ReadBlock,
} from './simplePiece.ts';

/** The marks of a heading and the space after them. */
export const headingMark = /(#{1,6}) /y;
const fenceLine = /^(`{3,}|~{3,})([^`~\\&\s]*)$/;

/** Reads front matter at the start of a document. */
export function readFrontMatterNode({ text, lines }: SimplePiece): ReadBlock<Yaml> | undefined {
  const isFence = ({ start, end }: PieceLine): boolean => end - start === 3 && text.startsWith('---', start);
  // A fence with trailing white space is not simple, but it closes before a later plain one does.
  const mayClose = ({ start, end }: PieceLine): boolean =>
    /^(?:---|\.{3})[ \t]*$/.test(text.slice(start, end));
  const closing = lines.findIndex((line, index) => index > 0 && mayClose(line));
  const [opening, first] = lines;
  const before = lines[closing - 1];
  const last = lines[closing];
  if (!opening || !first || !before || !last || closing < 2 || !isFence(opening) || !isFence(last))
    return undefined;
  const value = text.slice(first.start, before.end);
  return { node: { type: 'yaml', value, position: positionOfLines(opening, last) }, next: closing + 1 };
}

/** Reads `---`, `***` or `___` on a line of its own. */
export function readThematicBreak(
  { text }: SimplePiece,
  index: number,
  line: PieceLine,
): ReadBlock<ThematicBreak> | undefined {
  const mark = text.slice(line.start, line.end);
  if (mark !== '---' && mark !== '***' && mark !== '___') return undefined;
  return { node: { type: 'thematicBreak', position: positionOfLines(line, line) }, next: index + 1 };
}

/** Reads a heading with `#`. */
export function readHeading(
  piece: SimplePiece,
  index: number,
  line: PieceLine,
): ReadBlock<Heading> | undefined {
  const { text } = piece;
  headingMark.lastIndex = line.start;
  const mark = headingMark.exec(text)?.[1];
  const from = line.start + (mark?.length ?? 0) + 1;
  const content = segmentOf(text, line, from);
  const isClosed = text.charCodeAt(content.to - 1) === 35;
  if (mark === undefined || from >= content.to || text.charCodeAt(from) === 32 || isClosed) return undefined;
  const children = readInlines(piece, [content]);
  if (!children) return undefined;
  const depth = mark.length as Heading['depth'];
  return {
    node: { type: 'heading', depth, children, position: positionOfLines(line, line) },
    next: index + 1,
  };
}

/** Reads fenced code that is closed with the same fence, or that extends to the end of the document. */
export function readFence(
  { text, lines, isLast }: SimplePiece,
  index: number,
  line: PieceLine,
): ReadBlock<Code> | undefined {
  const opening = fenceLine.exec(text.slice(line.start, line.end));
  const mark = opening?.[1];
  const inside = lines[index + 1];
  if (mark === undefined) return undefined;
  const lang = opening?.[2] || null;
  const node = (value: string, position: Code['position']): Code => ({
    type: 'code',
    lang,
    meta: null,
    value,
    position,
  });
  for (let at = index + 1; at < lines.length; at++) {
    const closing = closingFence(text, lines[at], mark);
    if (closing === undefined) return undefined;
    if (!closing) continue;
    const value = text.slice(inside?.start, Math.max(inside?.start ?? 0, lines[at - 1]?.end ?? 0));
    return { node: node(value, positionOfLines(line, closing)), next: at + 1 };
  }
  if (!isLast) return undefined;
  const end = endOfPiece(text, lines);
  const value = inside
    ? text.slice(inside.start, end.column === 1 ? lines[lines.length - 1]?.end : end.offset)
    : '';
  return { node: node(value, { start: pointAtStart(line), end }), next: lines.length };
}

/** Returns a line that closes a fence; null where it does not, `undefined` where that is uncertain. */
function closingFence(text: string, line: PieceLine | undefined, mark: string): PieceLine | null | undefined {
  if (!line) return null;
  const code = text.charCodeAt(line.start);
  if (code !== 32 && code !== mark.charCodeAt(0)) return null;
  const content = text.slice(line.start, line.end);
  if (code === 32) return /^ {1,3}(?:`{3}|~{3})/.test(content) ? undefined : null;
  const isClosing = content.length >= mark.length && content === mark.charAt(0).repeat(content.length);
  return isClosing ? line : undefined;
}

/** Reads a comment, up to the end of the line where it ends, or of the document. */
export function readComment(
  { text, lines, isLast }: SimplePiece,
  index: number,
  line: PieceLine,
): ReadBlock<Html> | undefined {
  if (text.startsWith('>', line.start + 4) || text.startsWith('->', line.start + 4)) return undefined;
  const closing = text.indexOf('-->', line.start + 4);
  if (closing < 0) {
    if (!isLast) return undefined;
    const position = { start: pointAtStart(line), end: endOfPiece(text, lines) };
    return { node: { type: 'html', value: text.slice(line.start), position }, next: lines.length };
  }
  let at = index;
  while ((lines[at]?.end ?? closing) < closing) at++;
  const last = lines[at] ?? line;
  const value = text.slice(line.start, last.end);
  return { node: { type: 'html', value, position: positionOfLines(line, last) }, next: at + 1 };
}

function endOfPiece(text: string, lines: readonly PieceLine[]): Point {
  const last = lines[lines.length - 1];
  if (!last) return { line: 1, column: 1, offset: 0 };
  return last.end < text.length
    ? { line: last.number + 1, column: 1, offset: text.length }
    : { line: last.number, column: last.end - last.start + 1, offset: text.length };
}
