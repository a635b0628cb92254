import type { RootContent } from 'mdast';
import { type Chunk, languageOf, type MarkdownDocument, shiftNode } from '../blocks.ts';
import {
  type BlockText,
  type CitationMode,
  type CiteItem,
  type CiteNode,
  labelsInNodes,
  originalOf,
  readBlockTexts,
  readCites,
  type References,
  stringify,
} from '../inlines.ts';
import {
  type Locator,
  type LocatorAttempt,
  type LocatorReading,
  locatorTerms,
  type LocatorTerms,
  moveAttempt,
  moveLocator,
  readLocator,
  locatorAhead,
  readStrayLocator,
} from '../locators.ts';
import { memo, Queries } from '../memo.ts';
import { firstIndex, type ChunkRange, type FileRange, inFile, type Range } from '../text.ts';
import { fragmentsIn } from './shortcut/fragments.ts';
import { type PlainCitation, readPlainBlock } from './shortcut/shortcut.ts';

/** One cited work of a Pandoc citation. `[@a; @b]` has two. `R` says from where its offsets count. */
export interface Citation<R extends Range = Range> {
  /** The key without `@` and braces. */
  readonly key: string;
  readonly mode: CitationMode;
  /** `@key` or `@{key}` with its `@`, without the `-` of a suppressed author. */
  readonly range: R;
  /** The key alone, without `@` and braces. */
  readonly keyRange: R;
  /** Plain text before the key, as Pandoc reads it, trimmed; empty where there is none. */
  readonly prefix: string;
  /** Plain text from the key to the next `;` or `]`, with the locator: `, ¶ 12, with care`. */
  readonly suffix: string;
  /** The range of the suffix; empty, at the end of the key, where there is none. */
  readonly suffixRange: R;
  readonly locator: Locator<R> | undefined;
  /** The suffix after the locator; the whole suffix where there is no locator. */
  readonly rest: string;
  readonly attempt: LocatorAttempt<R> | undefined;
  /** The whole `[…]` around the citation, or `@key [¶ 4]`, or a bare `@key`. */
  readonly group: R;
}

/** From the `@` to the end of the locator. */
export function citationRange(citation: Citation): Range {
  const end = Math.max(
    citation.range.end,
    citation.locator?.range.end ?? 0,
    citation.attempt?.range.end ?? 0,
  );
  return { start: citation.range.start, end };
}

/** Returns the citation of a chunk as one of its file; `start` is the beginning of the chunk. */
export function shiftCitation(citation: Citation<ChunkRange>, start: number): Citation<FileRange> {
  // Offsets from the beginning of a file are the same: no copy is made.
  if (start === 0) return citation as unknown as Citation<FileRange>;
  const move = (range: ChunkRange): FileRange => inFile(range, start);
  return {
    key: citation.key,
    mode: citation.mode,
    range: move(citation.range),
    keyRange: move(citation.keyRange),
    prefix: citation.prefix,
    suffix: citation.suffix,
    suffixRange: move(citation.suffixRange),
    locator: citation.locator && moveLocator(citation.locator, move),
    rest: citation.rest,
    attempt: citation.attempt && moveAttempt(citation.attempt, move),
    group: move(citation.group),
  };
}

/** Whether a citation stands in the sentence, `@key` or `-@key`, and not in brackets. Its locator has brackets of its own. */
export function isInText({ mode, range, group }: Pick<Citation, 'mode' | 'range' | 'group'>): boolean {
  return mode !== 'normal' && group.start >= range.start - 1;
}

/** Options for reading citations. */
export interface CitationOptions {
  /** The language of locator terms (`fr`, `en-GB`); by default the `lang` of the document's front matter. */
  readonly lang?: string;
  /** Whether to read every block with the complete rules of Pandoc, without the shortcut. The citations are the same. */
  readonly thorough?: boolean;
}

/** The citations of one chunk, in order: the same object while the chunk is read the same. */
export interface ChunkCitations {
  readonly citations: readonly Citation<ChunkRange>[];
}

/** What the citations of a chunk depend on besides its text. */
interface ChunkSurroundings extends References {
  readonly lang: string | undefined;
  readonly thorough: boolean;
}

/**
 * Returns the citations of a document, in document order. Inline content is read by Pandoc's rules (`shortcut/`,
 * `inlines/`); blocks are those of the tree. Never throws. Takes linear time. A chunk is read again only if the labels that it
 * refers to change their meaning.
 */
export function readCitations(
  document: MarkdownDocument,
  ...options: [] | [CitationOptions]
): readonly Citation<FileRange>[] {
  return readChunkCitations(document, ...options).flatMap((chunk, index) =>
    chunk ? placedCitations(chunk, document.chunks[index]?.start ?? 0) : [],
  );
}

/** Calls `take` with the citations of each chunk that has any, and with the start of the chunk. */
export function eachCiting(
  document: MarkdownDocument,
  take: (chunk: ChunkCitations, start: number) => void,
): void {
  readChunkCitations(document).forEach((chunk, index) => {
    if (chunk) take(chunk, document.chunks[index]?.start ?? 0);
  });
}

/** Returns the citations chunk by chunk; undefined for a chunk without any. */
export const readChunkCitations = memo(
  'citations of a document',
  (
    { chunks, frontMatter, text }: MarkdownDocument,
    { lang = languageOf({ frontMatter }), thorough = false }: CitationOptions = {},
  ): readonly (ChunkCitations | undefined)[] => {
    if (!text.includes('@')) return chunks.map(() => undefined);
    const surroundings: ChunkSurroundings = { ...labelsInNodes(chunks), lang, thorough };
    return chunks.map(({ chunk }) =>
      chunk.text.includes('@') ? citationsOfChunk(chunk, surroundings) : undefined,
    );
  },
);

/** A citation comes before those in its prefix and suffix. */
const citationsOfChunk = new Queries<ChunkSurroundings>(['links', 'notes', 'examples']).query(
  'citations of a chunk',
  (chunk: Chunk, { lang, thorough, links, notes, examples }): ChunkCitations => {
    const { text, plain } = chunk;
    const terms = locatorTerms(lang);
    const references = { links, notes, examples };
    const citations: Citation[] = [];
    const texts = plain
      ? [{ text, from: 0, to: plain.end, joined: undefined }]
      : readBlockTexts(chunk.blocks, text);
    for (const block of texts) {
      const found = thorough ? undefined : readPlainBlock(block, references, fragmentsIn(terms));
      for (const citation of found ?? []) citations.push(fromPlain(citation, block, terms));
      for (const cite of found ? [] : readCites(block.text.slice(block.from, block.to), references))
        for (const item of cite.citations) citations.push(fromItem(item, cite, block, terms));
    }
    return { citations: citations.sort((a, b) => a.range.start - b.range.start) };
  },
);

/** Returns the citations of a chunk that starts at `start`, with offsets of the document. */
export function placedCitations(
  { citations }: ChunkCitations,
  start: number,
): readonly Citation<FileRange>[] {
  return citations.map((citation) => shiftCitation(citation, start));
}

/** Returns the indexes of the chunks at an offset: one, or two where the offset is between them. */
export function chunksNear({ chunks }: MarkdownDocument, offset: number): readonly number[] {
  const last = Math.max(0, firstIndex(chunks, ({ start }) => start > offset) - 1);
  return last > 0 && chunks[last]?.start === offset ? [last - 1, last] : [last];
}

/** Returns the top-level nodes of the chunks at an offset, with offsets of the document. Cheaper than the whole tree. */
export function nodesNear(document: MarkdownDocument, offset: number): RootContent[] {
  return chunksNear(document, offset).flatMap((index) => {
    const { chunk, start, line } = document.chunks[index] ?? {};
    return chunk?.nodes.map((node) => shiftNode(node, start ?? 0, line ?? 0)) ?? [];
  });
}

/** Returns the citations of all chunks that a stretch touches, by position. Within one chunk it returns the cached list. */
export function citationsNear(document: MarkdownDocument, start: number, end = start): readonly Citation[] {
  const citations = readChunkCitations(document);
  const [first = 0] = chunksNear(document, start);
  const last = chunksNear(document, end).at(-1) ?? first;
  const lists: (readonly Citation[])[] = [];
  for (let index = first; index <= last; index++) {
    const chunk = citations[index];
    if (chunk) lists.push(placedCitations(chunk, document.chunks[index]?.start ?? 0));
  }
  return lists.length === 1 ? (lists[0] ?? []) : lists.flat();
}

/** Counts how often a document cites each key, in the order of first citations. */
export function countKeys(document: MarkdownDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const chunk of readChunkCitations(document))
    for (const { key } of chunk?.citations ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function fromItem(item: CiteItem, cite: CiteNode, block: BlockText, terms: LocatorTerms): Citation {
  const at = (start: number, end: number): Range => originalOf(block, block.from + start, block.from + end);
  const suffix = stringify(item.suffix);
  const reading: LocatorReading = readLocator(item.suffix, terms, at);
  const place = placeOf(cite, block);
  const stray =
    (cite.end === item.key.end ? strayLocator(block.text, place, terms) : undefined) ??
    locatorOutside(block.text, place, block.from + item.key.end, terms);
  return {
    key: item.key.key,
    mode: item.mode,
    range: at(item.key.start, item.key.end),
    keyRange: at(item.key.keyStart, item.key.keyEnd),
    prefix: stringify(item.prefix),
    suffix,
    suffixRange: suffix === '' ? at(item.key.end, item.key.end) : at(item.suffixStart, item.suffixEnd),
    locator: reading.locator,
    rest: reading.rest,
    attempt: stray ? moveAttempt(stray, ({ start, end }) => originalOf(block, start, end)) : reading.attempt,
    group: at(cite.start, cite.end),
  };
}

/** The bounds of a citation in the text of its block, and of the block. */
function placeOf({ start, end }: CiteNode, { from, to }: BlockText): Parameters<typeof strayLocator>[1] {
  return { start: from + start, end: from + end, from, to };
}

function fromPlain(citation: PlainCitation, block: BlockText, terms: LocatorTerms): Citation {
  const { key, suffix, suffixStart } = citation;
  const place = { start: citation.start, end: citation.end, from: block.from, to: block.to };
  const stray = locatorOutside(block.text, place, key.end, terms);
  const at = (start: number, end: number): Range => originalOf(block, start, end);
  const behind = (range: Range): Range =>
    originalOf(block, range.start + suffixStart, range.end + suffixStart);
  return {
    key: key.key,
    mode: citation.mode,
    range: at(key.start, key.end),
    keyRange: at(key.keyStart, key.keyEnd),
    prefix: citation.prefix,
    suffix: suffix.suffix,
    suffixRange: suffix.suffix === '' ? at(key.end, key.end) : at(suffixStart, citation.suffixEnd),
    locator: suffix.locator && moveLocator(suffix.locator, behind),
    rest: suffix.rest,
    attempt: stray
      ? moveAttempt(stray, ({ start, end }) => at(start, end))
      : suffix.attempt && moveAttempt(suffix.attempt, behind),
    group: at(citation.start, citation.end),
  };
}

/** The bounds of a key in the text of its block, and of the block. */
interface KeyPlace {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Longer brackets are no slip in a citation. UTF-16 code units. */
const maxStrayUnits = 300;
/** An open bracket before a key; that of an inline note is none of a citation. */
const openBracket = /(?<!\^)\[[^[\]@]*-?$/;
const afterSemicolon = /^((?:[ \t]*,[^[\]@;]*)?);([^[\]@;]*)(?:\]|;(?=[^[\]]*@[^[\]]*\]))/;
/** Before a key in brackets that hold another key, so that a place after it has brackets already. */
const openBracketWithKey = /(?<!\^)\[[^[\]]*@[^[\]]*;[^[\]@]*-?$/;
const touching = /^(\s*,\s*[^[\]@;]*)\]\[(?=[^[\]]*@)/;

/**
 * Returns the locator that a key in the text would have, if its brackets were a citation: `[@key; ¶ 3]`, and `[@key, ¶ 3][@other]`.
 * Undefined where there is none. Offsets are into `text`.
 */
function strayLocator(text: string, key: KeyPlace, terms: LocatorTerms): LocatorAttempt | undefined {
  const before = text.slice(Math.max(key.from, key.start - maxStrayUnits), key.start);
  const isFirst = openBracket.test(before);
  if (!isFirst && !openBracketWithKey.test(before)) return undefined;
  const behind = text.slice(key.end, Math.min(key.to, key.end + maxStrayUnits));
  const found = withoutKey(behind, key.end, text.slice(key.start, key.end), terms);
  return found || !isFirst ? found : touchingBrackets(behind, key.end, terms);
}

/** What may stand between a key in the text and a locator that is not in brackets: `@key, ¶ 3`, `@key (¶ 3)`. */
const beforeOutside = /^(?:[ \t\u00A0]*,)?\s*(\(?)(?=[\p{L}¶§])/u;

/**
 * Returns the locator that a person sees behind a key in the text, or behind brackets that end with a key, and that Pandoc does not.
 * Offsets are into `text`.
 * @param keyEnd where the key ends in the citation
 */
function locatorOutside(
  text: string,
  cited: KeyPlace,
  keyEnd: number,
  terms: LocatorTerms,
): LocatorAttempt | undefined {
  if (cited.end === keyEnd) {
    const before = text.slice(Math.max(cited.from, cited.start - maxStrayUnits), cited.start);
    const isInBrackets = openBracket.test(before) || openBracketWithKey.test(before);
    const found = isInBrackets ? undefined : locatorBehind(text, cited, terms);
    return found && { ...found, suggestion: found.suggestion && ` [${found.suggestion}]` };
  }
  if (cited.end !== keyEnd + 1 || text.charAt(keyEnd) !== ']') return undefined;
  const found = locatorBehind(text, cited, terms);
  return (
    found && {
      ...found,
      range: { start: keyEnd, end: found.range.end },
      suggestion: found.suggestion && `, ${found.suggestion}]`,
    }
  );
}

function locatorBehind(text: string, key: KeyPlace, terms: LocatorTerms): LocatorAttempt | undefined {
  const behind = text.slice(key.end, Math.min(key.to, key.end + maxStrayUnits));
  const [gap, parenthesis] = beforeOutside.exec(behind) ?? [];
  if (!gap) return undefined;
  const found = locatorAhead(behind, gap.length, terms);
  if (!found || (parenthesis !== '' && behind.charAt(found.end) !== ')')) return undefined;
  const end = found.end + (parenthesis === '' ? 0 : 1);
  return {
    kind: 'unparsed',
    text: behind.slice(gap.length, found.end),
    range: { start: key.end, end: key.end + end },
    suggestion: found.written,
    reason: 'outside',
  };
}

function withoutKey(
  behind: string,
  at: number,
  key: string,
  terms: LocatorTerms,
): LocatorAttempt | undefined {
  const [, first = '', second = ''] = afterSemicolon.exec(behind) ?? [];
  const [own, other] = [first.replace(/^[\s,]+/u, ''), second.trim()];
  const united = readStrayLocator(`${first},${second}`, terms);
  const hasPlace = other !== '' && locatorAhead(own, 0, terms) !== undefined;
  const found = united ?? (hasPlace ? `${own.trimEnd()}${placeOrWords(other, key, terms)}` : undefined);
  if (!found) return undefined;
  const range = { start: at, end: at + first.length + 1 + second.length };
  return {
    kind: 'unparsed',
    text: other,
    range,
    suggestion: `, ${found}`,
    reason: 'semicolon',
  };
}

/** Returns what follows a place after a semicolon: a second place, which needs the key again, or words, as “my emphasis”, that go with the first. */
function placeOrWords(other: string, key: string, terms: LocatorTerms): string {
  for (const { index } of other.matchAll(/\S+/g)) {
    const place = locatorAhead(other, index, terms);
    if (place?.end === other.length && place.written !== undefined)
      return `; ${other.slice(0, index)}${key}, ${place.written}`;
  }
  return `, ${other}`;
}

function touchingBrackets(behind: string, at: number, terms: LocatorTerms): LocatorAttempt | undefined {
  const [whole = '', first = ''] = touching.exec(behind) ?? [];
  if (whole === '' || readStrayLocator(first, terms) === undefined) return undefined;
  return {
    kind: 'unparsed',
    text: first.replace(/^\s*,\s*/u, '').trim(),
    range: { start: at, end: at + whole.length },
    suggestion: `${first.trimEnd()}; `,
    reason: 'touching',
  };
}
