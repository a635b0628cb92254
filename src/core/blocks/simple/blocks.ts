import type { RootContent } from 'mdast';
import { candidateLabels, commonLabels, type Labels } from '../chunks/labels.ts';
import { readList, readNote, readQuotation } from './containers.ts';
import { readComment, readFence, readFrontMatterNode, readHeading, readThematicBreak } from './leaves.ts';
import { listMarker, readParagraph } from './paragraphs.ts';
import { filledLine, isMatch, makePiece, type Line, type Piece, type Read } from './piece.ts';

/**
 * Reads a piece of a document whose Markdown is simple: headings, paragraphs, flat lists, quotations, notes and fenced
 * code, written without tabs or odd indentation. That is what nearly all of a paper is made of; it takes a small part of
 * the time of the parser that knows everything, and says what that would say. Whatever might be anything else is left
 * to it.
 * @param text the piece, from the beginning of a line on
 * @param isFirst whether it is the beginning of the document, which may have front matter
 * @param labels what the whole document defines; undefined to leave out what stands in the lines of paragraphs and
 * headings, which need not be simple then: their `children` are empty
 * @returns its top-level nodes, positions counted from its beginning; `undefined` where something is not simple
 */
export function readSimpleBlocks(
  text: string,
  isFirst: boolean,
  labels: Labels | undefined,
): RootContent[] | undefined {
  if (mayHoldTabs(text) || /\r(?!\n)/.test(text) || (labels && usesLinkLabels(text, labels)))
    return undefined;
  const piece = makePiece(text, labels);
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

/** Tabs change what stands where, but not in the lines of a fence or comment that the piece begins with. */
function mayHoldTabs(text: string): boolean {
  const first = text.indexOf('\t');
  if (first < 0) return false;
  if (!/^(?:`{3}|~{3}|<!--)/.test(text)) return true;
  return (
    text.lastIndexOf('\n', first) < 0 || text.lastIndexOf('\t') > text.lastIndexOf('\n', text.length - 2)
  );
}

function usesLinkLabels(text: string, labels: Labels): boolean {
  return labels.links.size > 0 && commonLabels(candidateLabels(text), labels).links.size > 0;
}

function readBlock(piece: Piece, index: number, line: Line): Read | undefined {
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
  }
  const rule = line.end - line.start === 3 ? readThematicBreak(piece, index, line) : undefined;
  if (rule) return rule;
  return isMatch(listMarker, text, line.start) ? readList(piece, index) : readParagraph(piece, index);
}
