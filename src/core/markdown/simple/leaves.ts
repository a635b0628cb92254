import type { Code, Heading, ThematicBreak, Yaml } from 'mdast';
import { readInlines } from './inlines.ts';
import { headingMark } from './paragraphs.ts';
import { positionOfLines, segmentOf, type Line, type Piece, type Read } from './piece.ts';

const fenceLine = /^(`{3,}|~{3,})([^`~\\&\s]*)$/;

/** Reads front matter at the beginning of a document. */
export function readFrontMatterNode({ text, lines }: Piece): Read<Yaml> | undefined {
  const isFence = ({ start, end }: Line): boolean => end - start === 3 && text.startsWith('---', start);
  const closing = lines.findIndex((line, index) => index > 0 && isFence(line));
  const [opening, first] = lines;
  const before = lines[closing - 1];
  const last = lines[closing];
  if (!opening || !first || !before || !last || closing < 2 || !isFence(opening)) return undefined;
  const value = text.slice(first.start, before.end);
  return { node: { type: 'yaml', value, position: positionOfLines(opening, last) }, next: closing + 1 };
}

/** Reads `---`, `***` or `___` on a line of its own. */
export function readThematicBreak(
  { text }: Piece,
  index: number,
  line: Line,
): Read<ThematicBreak> | undefined {
  const mark = text.slice(line.start, line.end);
  if (mark !== '---' && mark !== '***' && mark !== '___') return undefined;
  return { node: { type: 'thematicBreak', position: positionOfLines(line, line) }, next: index + 1 };
}

/** Reads a heading that begins with `#`. */
export function readHeading(piece: Piece, index: number, line: Line): Read<Heading> | undefined {
  const { text, labels, hasLinks } = piece;
  headingMark.lastIndex = line.start;
  const mark = headingMark.exec(text)?.[1];
  const from = line.start + (mark?.length ?? 0) + 1;
  const isClosed = text.charCodeAt(line.end - 1) === 35;
  if (mark === undefined || from >= line.end || text.charCodeAt(from) === 32 || isClosed) return undefined;
  const children = readInlines(text, [segmentOf(line, from)], labels, hasLinks);
  if (!children) return undefined;
  const depth = mark.length as Heading['depth'];
  return {
    node: { type: 'heading', depth, children, position: positionOfLines(line, line) },
    next: index + 1,
  };
}

/** Reads fenced code that is closed as it was opened. */
export function readFence({ text, lines }: Piece, index: number, line: Line): Read<Code> | undefined {
  const opening = fenceLine.exec(text.slice(line.start, line.end));
  const mark = opening?.[1];
  if (mark === undefined) return undefined;
  const closingLine = new RegExp(`^\\${mark.charAt(0)}{${String(mark.length)},}$`);
  for (const [at, last] of lines.entries()) {
    if (at <= index) continue;
    const isIndented = text.charCodeAt(last.start) === 32;
    if (!isIndented && text.charCodeAt(last.start) !== mark.charCodeAt(0)) continue;
    const content = text.slice(last.start, last.end);
    if (isIndented && !/^ {1,3}(?:`{3}|~{3})/.test(content)) continue;
    if (!closingLine.test(content)) return undefined;
    const value = text.slice(
      lines[index + 1]?.start,
      Math.max(lines[index + 1]?.start ?? 0, lines[at - 1]?.end ?? 0),
    );
    const position = positionOfLines(line, last);
    return { node: { type: 'code', lang: opening?.[2] || null, meta: null, value, position }, next: at + 1 };
  }
  return undefined;
}
