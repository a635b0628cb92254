import type { Blockquote, FootnoteDefinition, List, ListItem, Paragraph, RootContent } from 'mdast';
import {
  headingMark,
  readComment,
  readFence,
  readFrontMatterNode,
  readHeading,
  readThematicBreak,
} from './leaves.ts';
import { itemMarkAt } from '../blockLines.ts';
import { normaliseLabel } from '../../syntax.ts';
import type { Labels } from '../chunks/labels.ts';
import { readLinkLine } from './linkReferences.ts';
import { isPlainStart } from './plainStart.ts';
import { readTermLines } from './simpleDefinitions.ts';
import { simpleParagraph } from './simpleParagraph.ts';
import {
  filledLine,
  isMatch,
  makePiece,
  type PieceLine,
  positionUntil,
  type ReadBlock,
  type Segment,
  segmentOf,
  type SimplePiece,
} from './simplePiece.ts';

/**
 * Reads a piece of a document with simple Markdown: headings, paragraphs, lists, definitions, quotations, notes and fenced code,
 * without tabs or odd indentation. Nearly all of a paper is like that. The result equals that of the full parser, in a
 * small part of its time. Gives up where anything might mean something else.
 * @param text the piece, from the start of a line
 * @param at whether the piece starts the document, which may have front matter, and whether it ends it: otherwise what is open at
 * its end is not simple
 * @param labels those labels that the whole document defines and that brackets of the text may refer to; undefined to leave the
 * `children` of paragraphs and headings empty, in which case their content need not be simple
 * @returns the top-level nodes, with positions from the start of the piece; `undefined` where something is not simple
 */
export function readSimpleBlocks(
  text: string,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
  labels: Labels | undefined,
): RootContent[] | undefined {
  if (mayHoldTabs(text) || /\r(?!\n)/.test(text)) return undefined;
  const piece = makePiece(text, isLast, labels);
  const nodes: RootContent[] = [];
  let index = 0;
  if (isFirst && text.startsWith('---')) {
    const read = readFrontMatterNode(piece);
    if (!read) return undefined;
    nodes.push(read.node);
    index = read.next;
  }
  while (index < piece.lines.length) {
    const line = filledLine(piece, index);
    if (line) {
      const read = readBlock(piece, index, line);
      if (!read) return undefined;
      nodes.push(read.node);
      index = read.next;
    } else index++;
  }
  return nodes;
}

/** Whether a piece may contain tabs outside a fence or comment at its start. Tabs change columns, except in such lines. */
function mayHoldTabs(text: string): boolean {
  const first = text.indexOf('\t');
  if (first < 0) return false;
  if (!/^(?:`{3}|~{3}|<!--)/.test(text)) return true;
  return (
    text.lastIndexOf('\n', first) < 0 || text.lastIndexOf('\t') > text.lastIndexOf('\n', text.length - 2)
  );
}

function readBlock(piece: SimplePiece, index: number, line: PieceLine): ReadBlock | undefined {
  const { text } = piece;
  switch (text.charCodeAt(line.start)) {
    case 35: // #
      return readHeading(piece, index, line);
    case 62: // >
      return readQuotation(piece, index);
    case 96: // `
    case 126: // ~
      return text.startsWith('``', line.start) || text.startsWith('~', line.start)
        ? readFence(piece, index, line)
        : readParagraph(piece, index);
    case 60: // <
      return text.startsWith('<!--', line.start) ? readComment(piece, index, line) : undefined;
    case 91: // [
      if (text.charCodeAt(line.start + 1) === 94) return readNote(piece, index);
      if (piece.hasDefinitions) {
        const defined = readLinkLine(piece, index, line);
        if (defined) return defined;
      }
  }
  const isRule = line.end - line.start === 3 && !filledLine(piece, index + 1);
  const rule = isRule ? readThematicBreak(piece, index, line) : undefined;
  if (rule) return rule;
  if (isMatch(simpleListMarker, text, line.start)) return readList(piece, index);
  const isTerm = text.charCodeAt(filledLine(piece, index + 1)?.start ?? text.length) === 58;
  return isTerm ? readTermLines(piece, index) : readParagraph(piece, index);
}

const noteLabel = /\[\^([^ \t\r\n[\]\\]{1,200})\]: /y;
/** Deeper lists are left to the full parser. */
const maxIndent = 12;
const task = /\[[ xX]\]/y;

/** Reads a quotation of paragraphs in which every line has its `>`. */
function readQuotation(piece: SimplePiece, index: number): ReadBlock<Blockquote> | undefined {
  const paragraphs: (Paragraph | undefined)[] = [];
  const first = filledLine(piece, index);
  let segments: Segment[] = [];
  let next = index;
  for (let line = filledLine(piece, next); line; line = filledLine(piece, ++next)) {
    if (piece.text.charCodeAt(line.start) !== 62) return undefined;
    const from = line.start + (piece.text.charCodeAt(line.start + 1) === 32 ? 2 : 1);
    if (from >= line.end) {
      paragraphs.push(simpleParagraph(piece, segments));
      segments = [];
    } else if (isPlainStart(piece, from, segments.length === 0))
      segments.push(segmentOf(piece.text, line, from));
    else return undefined;
  }
  paragraphs.push(simpleParagraph(piece, segments));
  const children = paragraphs.filter((paragraph) => paragraph !== undefined);
  const last = children[children.length - 1];
  if (!first || !last || children.length < paragraphs.length) return undefined;
  return { node: { type: 'blockquote', children, position: positionUntil(first, last) }, next };
}

/** Reads a note of one paragraph. */
function readNote(piece: SimplePiece, index: number): ReadBlock<FootnoteDefinition> | undefined {
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
 * Reads a list whose items are paragraphs, with or without blank lines between them. A list without blank lines in it may contain
 * lists.
 * @param indent the number of spaces before its markers
 */
function readList(piece: SimplePiece, index: number, indent = 0): ReadBlock<List> | undefined {
  const children: ListItem[] = [];
  const first = piece.lines[index];
  let opening: RegExpExecArray | undefined;
  let spread = false;
  let nested = false;
  let next = index;
  while (next < piece.lines.length) {
    const line = filledLine(piece, next);
    if (!line) {
      if (next >= piece.filledEnd) break;
      if (indent > 0 || nested) return undefined;
      next++;
      continue;
    }
    const start = afterSpaces(piece.text, line);
    if (start - line.start < indent) break;
    simpleListMarker.lastIndex = start;
    const marker = simpleListMarker.exec(piece.text);
    const isLike = !opening || (opening[1] === marker?.[1] && opening[3] === marker?.[3]);
    if (!marker || !isLike || start - line.start > indent) return undefined;
    // Inside the paragraph of an item, a numbered list starts only with 1.
    if (!opening && indent > 0 && marker[2] !== undefined && marker[2] !== '1') return undefined;
    opening ??= marker;
    if (children.length > 0 && !filledLine(piece, next - 1)) spread = true;
    const item = readListItem(piece, next, line, indent, indent + marker[0].length);
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

function readListItem(
  piece: SimplePiece,
  index: number,
  line: PieceLine,
  indent: number,
  width: number,
): ReadBlock<ListItem> | undefined {
  if (indent > maxIndent || isMatch(task, piece.text, line.start + width)) return undefined;
  const content = readContent(piece, index, line, line.start + width, true);
  if (!content) return undefined;
  const children: ListItem['children'] = [content.paragraph];
  let { next } = content;
  const following = filledLine(piece, next);
  if (following && afterSpaces(piece.text, following) - following.start === width) {
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
  piece: SimplePiece,
  index: number,
  line: PieceLine,
  from: number,
  isItem: boolean,
): { paragraph: Paragraph; next: number } | undefined {
  if (from >= line.end || !isPlainStart(piece, from, true)) return undefined;
  const segments = [segmentOf(piece.text, line, from)];
  let next = index + 1;
  for (let more = filledLine(piece, next); more; more = filledLine(piece, ++next)) {
    const content = afterSpaces(piece.text, more);
    if (isItem && isMatch(simpleListMarker, piece.text, content)) break;
    if (isItem && itemMarkAt(piece.text, content, more.end)) return undefined;
    if (content === more.end || !isPlainStart(piece, content, false)) return undefined;
    segments.push(segmentOf(piece.text, more, content));
  }
  const paragraph = simpleParagraph(piece, segments);
  return paragraph && { paragraph, next };
}

/** A bullet or number and the space after it. The groups are the bullet, the number, and the number's mark. */
const simpleListMarker = /(?:([-+*])|([0-9]{1,9})([.)])) /y;

/** Returns the offset after the spaces at the start of a line. */
function afterSpaces(text: string, { start, end }: PieceLine): number {
  let from = start;
  while (from < end && text.charCodeAt(from) === 32) from++;
  return from;
}

/** Reads the paragraph that starts with a line. A list, quotation or heading may directly follow it. */
function readParagraph(piece: SimplePiece, index: number): ReadBlock<Paragraph> | undefined {
  const segments: Segment[] = [];
  let next = index;
  for (let line = filledLine(piece, next); line; line = filledLine(piece, ++next)) {
    const isFirst = segments.length === 0;
    if (!isFirst && mayInterrupt(piece.text, line.start)) break;
    const from = isFirst ? line.start : afterSpaces(piece.text, line);
    if (from === line.end || !isPlainStart(piece, from, isFirst)) return undefined;
    segments.push(segmentOf(piece.text, line, from));
  }
  const node = simpleParagraph(piece, segments);
  return node && { node, next };
}

function mayInterrupt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 62 || (code === 35 && isMatch(headingMark, text, at))) return true;
  return (code === 45 || code === 42 || code === 43) && isMatch(simpleListMarker, text, at);
}
