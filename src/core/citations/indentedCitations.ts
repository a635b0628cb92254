import type { Nodes } from 'mdast';
import type { Range } from '../text.ts';
import type { Citation } from './citationTypes.ts';
import { readCitations } from './readCitations.ts';
import { type Chunk, type MarkdownDocument, parseMarkdown } from '../blocks.ts';

/** A citation that stands in code only because its block is set in too far. Offsets into the document. */
export interface IndentedCitation {
  /** From bracket to bracket. */
  readonly range: Range;
  readonly written: string;
  /** Their offsets are of no use. */
  readonly citations: readonly Citation[];
}

const mayIndent = / {4}|\t/;
const fence = /^[`~]{3}/;
const bracket = /\[[^[\]\n]{0,300}@[^[\]\n]{0,300}\]/g;
/** How a sentence begins, three words of it: code begins otherwise. */
const sentence = /^[ \t>]*["'“„«‘*_]*\p{Lu}[\p{L}’']*(?:[ ,;:]+["'“„«‘*_]*[\p{L}\p{N}]+){2}/u;
/** So much of a line is looked at to see whether it begins a sentence: UTF-16 code units. */
const maxOpening = 200;

/**
 * The citations of a document that an indent of four spaces makes code of: where a formatter has joined or moved the line
 * that the block belonged to, an item of a list or a definition. Code in fences is meant and not looked at.
 */
export function readIndentedCitations(document: MarkdownDocument): IndentedCitation[] {
  const places = document.chunks.flatMap(({ chunk, start }) =>
    chunk.text.includes('@') && mayIndent.test(chunk.text)
      ? sentencesIn(chunk).map(({ at, written }) => ({ at: at + start, written }))
      : [],
  );
  if (places.length === 0) return [];
  const read = new Set(readCitations(document).map(({ group }) => group.start));
  return places.flatMap(({ at, written }) => {
    const citations = read.has(at) ? [] : readCitations(parseMarkdown(written));
    return citations.length === 0
      ? []
      : [{ range: { start: at, end: at + written.length }, written, citations }];
  });
}

interface Written {
  /** Offset into the chunk. */
  readonly at: number;
  readonly written: string;
}

function sentencesIn({ blocks, text }: Chunk): Written[] {
  return blocks.flatMap(codeIn).flatMap(({ start, end }) => {
    const code = text.slice(start, end);
    if (fence.test(code)) return [];
    return [...code.matchAll(bracket)].flatMap(({ index, 0: written }) => {
      const line = code.lastIndexOf('\n', index) + 1;
      const opening = code.slice(line, Math.min(index, line + maxOpening));
      return sentence.test(opening) ? [{ at: start + index, written }] : [];
    });
  });
}

function codeIn(node: Nodes): Range[] {
  if (node.type !== 'code') return 'children' in node ? node.children.flatMap(codeIn) : [];
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? [] : [{ start, end }];
}
