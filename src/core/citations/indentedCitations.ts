import type { Nodes } from 'mdast';
import type { Range } from '../text.ts';
import type { Citation } from './citationTypes.ts';
import { readCitations } from './readCitations.ts';
import { type Chunk, type MarkdownDocument, parseMarkdown } from '../blocks.ts';

/** A citation that is read as code only because its block is indented too far. Offsets are into the document. */
export interface IndentedCitation {
  /** From bracket to bracket. */
  readonly range: Range;
  readonly written: string;
  /** Their offsets have no meaning. */
  readonly citations: readonly Citation[];
}

const mayIndent = / {4}|\t/;
const fence = /^[`~]{3}/;
const bracket = /\[[^[\]\n]{0,300}@[^[\]\n]{0,300}\]/g;
/** The first three words of a sentence. Code starts differently. */
const sentence = /^[ \t>]*["'“„«‘*_]*\p{Lu}[\p{L}’']*(?:[ ,;:]+["'“„«‘*_]*[\p{L}\p{N}]+){2}/u;
/** The part of a line that is checked for the start of a sentence, in UTF-16 code units. */
const maxOpening = 200;

/**
 * Returns the citations of a document that an indentation of four spaces turns into code. This happens when a formatter
 * joins or moves the line that the block belonged to, such as a list item or a definition. Fenced code is intentional and
 * is skipped.
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
