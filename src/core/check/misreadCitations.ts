import type { Nodes } from 'mdast';
import { type Chunk, parseMarkdown, rangeOf } from '../blocks.ts';
import { type Citation, readCitations } from '../citations.ts';
import { comparableTerm, locatorTerms } from '../locators.ts';
import { type Message, messageOf } from '../messages.ts';
import type { StudyContext } from '../study.ts';
import { isEscaped, readCitationKey } from '../syntax.ts';
import { appendTo, firstIndex, type Range } from '../text.ts';
import type { Problem, TextEdit } from './defineCheck.ts';

/**
 * Returns what is no citation of a chunk for the backslashes or the indentation that some formatters write, and those of its
 * citations that an older Pandoc reads otherwise.
 */
export function misreadCitations(
  citations: readonly Citation[],
  study: StudyContext,
  chunk: Chunk,
  lang: string | undefined,
): Problem<'citation/escaped' | 'citation/older-pandoc'>[] {
  const { newer } = locatorTerms(lang);
  return [
    ...(chunk.plain ? [] : formattedCitations(citations, study, chunk, lang)),
    ...citations.flatMap((citation, at): OlderReading | OlderReading[] => {
      const { locator, group, attempt } = citation;
      // Brackets in which no version reads a citation have a finding of their own, which says how to write them.
      if (attempt?.reason === 'semicolon' || attempt?.reason === 'touching') return [];
      const isFirst = group.start !== citations[at - 1]?.group.start;
      const problem = isFirst ? groupReadOtherwise(citation, chunk) : undefined;
      if (problem || !locator || !newer.has(comparableTerm(locator.term))) return problem ?? [];
      const { term, range } = locator;
      return { check: 'citation/older-pandoc', range, message: messageOf('citations.olderTerm', { term }) };
    }),
  ];
}

/** Returns what some formatters made of citations. A plain paragraph has no backslash and no code. */
function formattedCitations(
  citations: readonly Citation[],
  study: StudyContext,
  chunk: Chunk,
  lang: string | undefined,
): Problem<'citation/escaped'>[] {
  return [
    ...readEscapedCitations(chunk, lang).flatMap((each) => (isMeant(each, study) ? [escaped(each)] : [])),
    ...readIndentedCitations(chunk, citations).flatMap((each) =>
      each.citations.some(({ key }) => study.keys.includes(key)) ? [indented(each)] : [],
    ),
  ];
}

/** Text that would be a citation without backslashes, which some formatters add. Offsets are into the chunk. */
interface EscapedCitation {
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
function readEscapedCitations({ text }: Chunk, lang: string | undefined): EscapedCitation[] {
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
interface IndentedCitation {
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
function readIndentedCitations(chunk: Chunk, read: readonly Citation[]): IndentedCitation[] {
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
  if (node.type === 'code') return [rangeOf(node)];
  return 'children' in node ? node.children.flatMap(codeIn) : [];
}

/** What a bracket says in so many words is certain; a key without one may be escaped on purpose. */
function escaped({ range, written, escapes, isBracketed }: EscapedCitation): Problem<'citation/escaped'> {
  const edits = escapes.map((each) => ({ range: each, newText: '' }));
  return {
    check: 'citation/escaped',
    range,
    message: messageOf('citations.escaped', { text: shortenedLine(written) }),
    fixes: [{ title: messageOf('citations.removeBackslashes'), edits, safe: isBracketed }],
  };
}

function indented({ range, written }: IndentedCitation): Problem<'citation/escaped'> {
  const message = messageOf('citations.inCode', { text: shortenedLine(written) });
  return { check: 'citation/escaped', range, message, fixes: [] };
}

/**
 * Whether somebody meant a citation: of a key that is known, or of a place in brackets. An address is none; nor is a key
 * whose @ alone is escaped, as people do on purpose and no formatter does.
 */
function isMeant({ citations, isBracketed, written }: EscapedCitation, study: StudyContext): boolean {
  if (!isBracketed && written.startsWith('@')) return false;
  const inBrackets = isBracketed || written.startsWith('[');
  return citations.some(
    ({ key, locator }) => study.keys.includes(key) || (inBrackets && locator !== undefined),
  );
}

function shortenedLine(written: string): string {
  const line = written.replace(/\s+/gu, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

type OlderReading = Problem<'citation/older-pandoc'>;

/** What Pandoc 2.17, which many systems still have, makes of the first citation of a group, where that is not what 3.10 does. */
function groupReadOtherwise(
  { mode, group, range, locator }: Citation,
  { text }: Chunk,
): OlderReading | undefined {
  const { start, end } = group;
  const written = (): string => text.slice(start, end);
  if (text.charAt(start) !== '[') {
    if (mode !== 'suppressAuthor') return undefined;
    const key = text.slice(range.start, range.end);
    const place = /^\s*\[(.*)\]$/s.exec(text.slice(range.end, end))?.[1];
    // A comma is part of a suffix that is no place.
    const newText = place === undefined ? `[-${key}]` : `[-${key}${locator ? ',' : ''} ${place}]`;
    const message = messageOf('citations.olderAuthor', { text: written() });
    return reading(group, message, { range: group, newText }, true);
  }
  if (text.charAt(start - 1) === '!' && !isEscaped(text, start - 1)) {
    const mark = { start: start - 1, end: start };
    const message = messageOf('citations.olderMark', { text: `!${written()}` });
    return reading({ start: mark.start, end }, message, { range: mark, newText: '\\!' }, true);
  }
  const next = text.charAt(end);
  if (next !== '[' && next !== '(' && next !== '{') return undefined;
  const message = messageOf('citations.olderBehind', { text: written(), next });
  return reading(group, message, { range: { start: end, end }, newText: ' ' }, false);
}

function reading(
  range: OlderReading['range'],
  message: Message,
  edit: TextEdit,
  safe: boolean,
): OlderReading {
  const title = messageOf('citations.writeForBoth');
  return { check: 'citation/older-pandoc', range, message, fixes: [{ title, edits: [edit], safe }] };
}
