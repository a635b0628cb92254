import type { Blockquote, FootnoteDefinition, List, ListItem, Paragraph } from 'mdast';
import { normaliseLabel } from '../chunks/labels.ts';
import { behindSpaces, isPlainStart, listMarker, paragraphOf } from './paragraphs.ts';
import { filledLine, isMatch, positionUntil, segmentOf, type Line, type Piece, type Read } from './piece.ts';
import type { Segment } from './place.ts';

const noteLabel = /\[\^([^ \t\r\n[\]\\]{1,200})\]: /y;
/** Deeper lists are left to the full parser. */
const deepestIndent = 12;
const task = /\[[ xX]\]/y;

/** Reads a quotation of paragraphs in which every line has its `>`. */
export function readQuotation(piece: Piece, index: number): Read<Blockquote> | undefined {
  const paragraphs: (Paragraph | undefined)[] = [];
  const first = filledLine(piece, index);
  let segments: Segment[] = [];
  let next = index;
  for (let line = filledLine(piece, next); line; line = filledLine(piece, ++next)) {
    if (piece.text.charCodeAt(line.start) !== 62) return undefined;
    const from = line.start + (piece.text.charCodeAt(line.start + 1) === 32 ? 2 : 1);
    if (from >= line.end) {
      paragraphs.push(paragraphOf(piece, segments));
      segments = [];
    } else if (isPlainStart(piece, from, segments.length === 0)) segments.push(segmentOf(line, from));
    else return undefined;
  }
  paragraphs.push(paragraphOf(piece, segments));
  const children = paragraphs.filter((paragraph) => paragraph !== undefined);
  const last = children[children.length - 1];
  if (!first || !last || children.length < paragraphs.length) return undefined;
  return { node: { type: 'blockquote', children, position: positionUntil(first, last) }, next };
}

/** Reads a note of one paragraph. */
export function readNote(piece: Piece, index: number): Read<FootnoteDefinition> | undefined {
  const line = filledLine(piece, index);
  if (!line) return undefined;
  noteLabel.lastIndex = line.start;
  const found = noteLabel.exec(piece.text);
  const label = found?.[1];
  if (!found || label === undefined) return undefined;
  const from = line.start + found[0].length;
  if (piece.text.charCodeAt(from) === 91) return undefined;
  const content = readContent(piece, index, line, from, false);
  if (!content) return undefined;
  const { paragraph, next } = content;
  const identifier = normaliseLabel(label).toLowerCase();
  const position = positionUntil(line, paragraph);
  return { node: { type: 'footnoteDefinition', identifier, label, children: [paragraph], position }, next };
}

/**
 * Reads a list whose items are paragraphs, with or without blank lines between them. A list without blank lines may contain
 * lists.
 * @param indent the number of spaces before its markers
 */
export function readList(piece: Piece, index: number, indent = 0): Read<List> | undefined {
  const children: ListItem[] = [];
  const first = piece.lines[index];
  let opening: RegExpExecArray | undefined;
  let spread = false;
  let nested = false;
  let next = index;
  while (next < piece.lines.length) {
    const line = filledLine(piece, next);
    if (!line) {
      if (indent > 0 || nested) return undefined;
      next++;
      continue;
    }
    const start = behindSpaces(piece.text, line);
    if (start - line.start < indent) break;
    listMarker.lastIndex = start;
    const marker = listMarker.exec(piece.text);
    const isLike = !opening || (opening[1] === marker?.[1] && opening[3] === marker?.[3]);
    if (!marker || !isLike || start - line.start > indent) return undefined;
    // Inside the paragraph of an item, a numbered list starts only with 1.
    if (!opening && indent > 0 && marker[2] !== undefined && marker[2] !== '1') return undefined;
    opening ??= marker;
    if (children.length > 0 && !filledLine(piece, next - 1)) spread = true;
    const item = readItem(piece, next, line, indent, indent + marker[0].length);
    if (!item) return undefined;
    children.push(item.node);
    nested ||= item.node.children.length > 1;
    next = item.next;
  }
  const last = children[children.length - 1];
  if (!first || !last || (spread && nested)) return undefined;
  const start = opening?.[2] === undefined ? null : Number(opening[2]);
  const position = positionUntil(first, last, indent);
  return { node: { type: 'list', ordered: start !== null, start, spread, children, position }, next };
}

function readItem(
  piece: Piece,
  index: number,
  line: Line,
  indent: number,
  width: number,
): Read<ListItem> | undefined {
  if (indent > deepestIndent || isMatch(task, piece.text, line.start + width)) return undefined;
  const content = readContent(piece, index, line, line.start + width, true);
  if (!content) return undefined;
  const children: ListItem['children'] = [content.paragraph];
  let { next } = content;
  const following = filledLine(piece, next);
  if (following && behindSpaces(piece.text, following) - following.start === width) {
    const inner = readList(piece, next, width);
    if (!inner) return undefined;
    children.push(inner.node);
    next = inner.next;
  }
  const position = positionUntil(line, children[children.length - 1] ?? content.paragraph, indent);
  return { node: { type: 'listItem', spread: false, checked: null, children, position }, next };
}

/** Reads the paragraph after a marker, with the lines that continue it, indented or not. */
function readContent(
  piece: Piece,
  index: number,
  line: Line,
  from: number,
  isItem: boolean,
): { paragraph: Paragraph; next: number } | undefined {
  if (from >= line.end || !isPlainStart(piece, from, true)) return undefined;
  const segments = [segmentOf(line, from)];
  let next = index + 1;
  for (let more = filledLine(piece, next); more; more = filledLine(piece, ++next)) {
    const content = behindSpaces(piece.text, more);
    if (isItem && isMatch(listMarker, piece.text, content)) break;
    if (content === more.end || !isPlainStart(piece, content, false)) return undefined;
    segments.push(segmentOf(more, content));
  }
  const paragraph = paragraphOf(piece, segments);
  return paragraph && { paragraph, next };
}
