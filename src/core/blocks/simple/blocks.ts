import type { RootContent } from 'mdast';
import { candidateLabels, commonLabels, type Labels } from '../chunks/labels.ts';
import { readList, readNote, readQuotation } from './containers.ts';
import { readComment, readFence, readFrontMatterNode, readHeading, readThematicBreak } from './leaves.ts';
import { listMarker, readParagraph } from './paragraphs.ts';
import { filledLine, isMatch, makePiece, type Line, type Piece, type Read } from './piece.ts';

/**
 * Reads a piece of a document with simple Markdown: headings, paragraphs, flat lists, quotations, notes and fenced code,
 * without tabs or odd indentation. Nearly all of a paper is like that. The result equals that of the full parser, in a
 * small part of its time. Gives up where anything might mean something else.
 * @param text the piece, from the start of a line
 * @param isFirst whether the piece starts the document, which may have front matter
 * @param labels the labels that the whole document defines; undefined to leave the `children` of paragraphs and headings
 * empty, in which case their content need not be simple
 * @returns the top-level nodes, with positions from the start of the piece; `undefined` where something is not simple
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

/** Whether a piece may contain tabs outside a fence or comment at its start. Tabs change columns, except in such lines. */
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
