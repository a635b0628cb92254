import type { Nodes } from 'mdast';
import { type Chunk, parseMarkdown } from '../blocks.ts';
import { readCitationKey } from '../syntax.ts';
import { appendTo, firstIndex, type Range } from '../text.ts';
import { type Citation, readCitations } from './readCitations.ts';

/** Text that would be a citation without backslashes, which some formatters add. Offsets are into the chunk. */
export interface EscapedCitation {
  /** From the first backslash or bracket to the last. */
  readonly range: Range;
  /** The text without these backslashes. */
  readonly written: string;
  /** The citations that it would contain. Their offsets have no meaning. */
  readonly citations: readonly Citation[];
  /** The ranges of the backslashes. */
  readonly escapes: readonly Range[];
  /** Whether a bracket or a character of the key is escaped. People hardly ever do that by hand. */
  readonly isBracketed: boolean;
}

const mayEscape = /\\@|\\\[|@[^\s\\]+\\_/;

/**
 * Returns the escaped citations of a chunk, in order. Reads its text without the backslashes in question: a citation that
 * appears by that was an escaped one.
 */
export function readEscapedCitations({ text }: Chunk, lang: string | undefined): EscapedCitation[] {
  if (!text.includes('\\') || !mayEscape.test(text)) return [];
  const places = escapesIn(text);
  if (places.length === 0) return [];
  const plain = withoutEscapes(text, places);
  const without = places.map((place, before) => place - before);
  const document = parseMarkdown(plain);
  const groups = new Map<number, Citation[]>();
  for (const citation of readCitations(document, lang === undefined ? {} : { lang })) {
    appendTo(groups, citation.group.start, citation);
  }
  return [...groups.values()].flatMap((citations): EscapedCitation[] => {
    const { start, end } = citations[0]?.group ?? { start: 0, end: 0 };
    const range = { start: original(start, without), end: original(end, without) };
    const own = places.slice(
      firstIndex(places, (place) => place >= range.start),
      firstIndex(places, (place) => place >= range.end),
    );
    if (own.length === 0) return [];
    return [
      {
        range,
        written: plain.slice(start, end),
        citations,
        escapes: own.map((place) => ({ start: place, end: place + 1 })),
        isBracketed: own.some((place) => text[place + 1] !== '@'),
      },
    ];
  });
}

/**
 * Converts an offset in the text without backslashes to one in the text with them. Before a character with a backslash it
 * is the offset of the backslash.
 * @param places offsets of the backslashes, in the text without them
 */
function original(offset: number, places: readonly number[]): number {
  return offset + firstIndex(places, (place) => place >= offset);
}

function withoutEscapes(text: string, places: readonly number[]): string {
  let out = '';
  let rest = 0;
  for (const place of places) {
    out += text.slice(rest, place);
    rest = place + 1;
  }
  return out + text.slice(rest);
}

/** Longer than any group of citations. UTF-16 code units. */
const maxGroup = 1000;
const token = /\\[^]|[[\]]|\n[ \t]*(?=\r?\n)/g;
/** A key before a bracket, which may be its locator. */
const keyBeforeBracket = /@[^\s@]{1,200}[ \n]?$/;

interface OpenBracket {
  readonly at: number;
  readonly isEscaped: boolean;
}

/** Returns the backslashes of a text that may prevent a citation, in order. */
function escapesIn(text: string): number[] {
  const places = new Set<number>();
  let open: OpenBracket[] = [];
  for (const { index, 0: written } of text.matchAll(token)) {
    if (written === '\\@' && mayBeKey(text, index)) places.add(index);
    else if (written === '\\_' && /@[^\s@]{0,200}$/.test(textBefore(text, index))) places.add(index);
    else if (written.startsWith('\n')) open = [];
    else if (written.endsWith('[')) open.push({ at: index, isEscaped: written.length > 1 });
    else if (written.endsWith(']')) {
      const start = open.pop();
      if (!start?.isEscaped || !mayBeGroup(text, start.at, index)) continue;
      places.add(start.at);
      if (written.length > 1) places.add(index);
    }
  }
  return [...places].sort((a, b) => a - b);
}

function textBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - 210), at);
}

function mayBeKey(text: string, at: number): boolean {
  return readCitationKey(text, at + 1) !== undefined && !/[\p{L}\p{N}]$/u.test(textBefore(text, at));
}

function mayBeGroup(text: string, start: number, end: number): boolean {
  return (
    end - start < maxGroup &&
    (text.slice(start, end).includes('@') || keyBeforeBracket.test(textBefore(text, start)))
  );
}

/** A citation that is read as code only because its block is indented too far. Offsets are into the chunk. */
export interface IndentedCitation {
  /** From bracket to bracket. */
  readonly range: Range;
  readonly written: string;
  /** Their offsets have no meaning. */
  readonly citations: readonly Citation[];
}

const fenceMarks = /^[`~]{3}/;
const bracketWithKey = /\[[^[\]\n]{0,300}@[^[\]\n]{0,300}\]/g;
/** The first three words of a sentence. Code starts differently. */
const sentenceOpening = /^[ \t>]*["'“„«‘*_]*\p{Lu}[\p{L}’']*(?:[ ,;:]+["'“„«‘*_]*[\p{L}\p{N}]+){2}/u;
/** The part of a line that is checked for the start of a sentence, in UTF-16 code units. */
const maxOpening = 200;

/**
 * Returns the citations of a chunk that an indentation of four spaces turns into code. This happens when a formatter
 * joins or moves the line that the block belonged to, such as a list item or a definition. Fenced code is intentional and
 * is skipped.
 * @param read the citations of the chunk
 */
export function readIndentedCitations(chunk: Chunk, read: readonly Citation[]): IndentedCitation[] {
  if (!chunk.text.includes('    ') && !chunk.text.includes('\t')) return [];
  const groups = new Set(read.map(({ group }) => group.start));
  return sentencesIn(chunk).flatMap(({ at, written }) => {
    const citations = groups.has(at) ? [] : readCitations(parseMarkdown(written));
    return citations.length === 0
      ? []
      : [{ range: { start: at, end: at + written.length }, written, citations }];
  });
}

interface WrittenInChunk {
  /** Offset into the chunk. */
  readonly at: number;
  readonly written: string;
}

function sentencesIn({ blocks, text }: Chunk): WrittenInChunk[] {
  return blocks.flatMap(codeIn).flatMap(({ start, end }) => {
    const code = text.slice(start, end);
    if (fenceMarks.test(code)) return [];
    return [...code.matchAll(bracketWithKey)].flatMap(({ index, 0: written }) => {
      const line = code.lastIndexOf('\n', index) + 1;
      const opening = code.slice(line, Math.min(index, line + maxOpening));
      return sentenceOpening.test(opening) ? [{ at: start + index, written }] : [];
    });
  });
}

function codeIn(node: Nodes): Range[] {
  if (node.type !== 'code') return 'children' in node ? node.children.flatMap(codeIn) : [];
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? [] : [{ start, end }];
}
