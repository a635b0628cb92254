import type { Chunk, MarkdownDocument } from '../blocks.ts';
import { type ChunkCitations, readChunkCitations } from '../citations.ts';
import { memo } from '../memo.ts';
import { appendAll, type MappedText, type Range } from '../text.ts';
import type { TermForm, TermNames } from './forms.ts';
import { matchTerms, type NestedUse, resolveTerm, type TermMatcher, type TermUse } from './matcher.ts';
import { maskStretches, proseOf, unprintedStretches } from './proseOf.ts';
import type { Term } from './term.ts';

/** A Pandoc span `[words]{.term}` in a mapped text. Ranges are offsets into that text. */
export interface TermSpan {
  /** From `[` to `}`. */
  readonly range: Range;
  readonly words: Range;
}

/** Maximum length of attributes, in UTF-16 code units. */
const maxAttributesUnits = 1000;

/**
 * Finds the spans of class `term` in the prose of a block; of nested ones only the innermost. Brackets and braces that are
 * escaped or written as character references are text.
 */
function findTermSpans(block: MappedText, source: string): TermSpan[] {
  const spans: TermSpan[] = [];
  const open: number[] = [];
  const { text } = block;
  if (!text.includes(']{')) return spans;
  const isWritten = (at: number): boolean => source[block.startAt(at) ?? -1] === text[at];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[' && isWritten(at)) open.push(at);
    if (text[at] !== ']' || !isWritten(at)) continue;
    const start = open.pop();
    if (start === undefined || text[at + 1] !== '{' || !isWritten(at + 1)) continue;
    const attributes = readAttributes(text, at + 1);
    if (attributes?.classes.includes('term') && (spans.at(-1)?.range.start ?? -1) < start)
      spans.push({ range: { start, end: attributes.end }, words: trimmedSpan(text, start + 1, at) });
  }
  return spans;
}

function trimmedSpan(text: string, from: number, to: number): Range {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

const spanAttribute =
  /[ \t\r\n]*(?:#[^\s{}"'=]+|\.([^\s{}"'=.#]+[^\s{}"'=]*)|([A-Za-z_:][\w:.-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]*))|-(?=[\s}]))(?=[\s}])/y;
const closingSpan = /[ \t\r\n]*\}/y;

/** Reads `{#id .class key="value"}` at the `{`; undefined where there is none. */
function readAttributes(text: string, from: number): { classes: string[]; end: number } | undefined {
  const part = text.slice(from + 1, from + maxAttributesUnits);
  const classes: string[] = [];
  let at = 0;
  for (;;) {
    closingSpan.lastIndex = at;
    if (closingSpan.test(part))
      return at === 0 ? undefined : { classes, end: from + 1 + closingSpan.lastIndex };
    spanAttribute.lastIndex = at;
    const match = spanAttribute.exec(part);
    if (!match) return undefined;
    const [, className, key, double, single, bare] = match;
    if (className !== undefined) classes.push(className);
    if (key === 'class') appendAll(classes, (double ?? single ?? bare ?? '').split(/\s+/));
    at = spanAttribute.lastIndex;
  }
}

/** Separates two blocks. No term spans a paragraph separator (`termTokens.ts`). */
const separator = '\u2029';

/** Finds the terms in each of several texts, in a single pass, because a pass for each short text would be slow. */
function matchInBlocks<T extends TermNames>(
  matcher: TermMatcher<T>,
  blocks: readonly MappedText[],
): TermUse<T>[][] {
  const found = blocks.map((): TermUse<T>[] => []);
  let index = 0;
  let from = 0;
  for (const use of matchTerms(matcher, blocks.map(({ text }) => text).join(separator))) {
    while (use.range.start > from + (blocks[index]?.text.length ?? Infinity))
      from += (blocks[index++]?.text.length ?? 0) + separator.length;
    const block = blocks[index];
    if (block) found[index]?.push(inBlock(use, block, from));
  }
  return found;
}

function inBlock<T extends TermNames>(use: TermUse<T>, block: MappedText, from: number): TermUse<T> {
  const own = ({ start, end }: Range): Range => ({ start: start - from, end: end - from });
  const origin = (range: Range): Range => block.originalRange(own(range)) ?? { start: 0, end: 0 };
  const { start, end } = own(use.range);
  return {
    range: origin(use.range),
    // Sliced from the block, so that the joined text of all blocks can be freed.
    text: block.text.slice(start, end),
    term: use.term,
    form: use.form,
    rivals: use.rivals,
    nested:
      use.nested.length > 0
        ? use.nested.map(({ range, term, form }) => ({ range: origin(range), term, form }))
        : use.nested,
  };
}

/** A use of a term in a document. Ranges are offsets into the document's text. */
export interface DocumentTermUse<T extends TermNames = Term> extends TermUse<T> {
  /** From `[` to `}` where the use is marked, `[mass line]{.term}`; undefined in plain prose. */
  readonly span: Range | undefined;
}

/** Words marked as a term that has no entry. */
export interface UndefinedTerm {
  /** The words, without brackets and attributes. */
  readonly range: Range;
  /** The words as plain text on one line; empty where there are none. */
  readonly text: string;
  /** From `[` to `}`. */
  readonly span: Range;
}

/** The terms of one document, by position. */
export interface DocumentTerms<T extends TermNames = Term> {
  readonly uses: readonly DocumentTermUse<T>[];
  readonly undefinedTerms: readonly UndefinedTerm[];
}

/**
 * Finds the uses of terms in the prose of a paper or a source: paragraphs, headings, quotations, lists, tables and notes.
 * Never in code, links, citations (with prefix, locator and suffix), attributes, formulas, front matter, URLs or HTML. Words in a span of class
 * `term` are a single use of the term with exactly that name, or an undefined term. Results are cached by chunk.
 */
export function findTerms<T extends TermNames>(
  document: MarkdownDocument,
  matcher: TermMatcher<T>,
): DocumentTerms<T> {
  const { chunks } = document;
  const all = findChunkTerms(document, matcher, [...chunks.keys()]);
  const placed = all.map((terms, index) => moveTerms(terms, chunks[index]?.start ?? 0));
  return {
    uses: placed.flatMap(({ uses }) => uses),
    undefinedTerms: placed.flatMap(({ undefinedTerms }) => undefinedTerms),
  };
}

/** Returns the terms of the chunks in which some may be marked, with offsets into the document. */
export function findMarkedTerms<T extends TermNames>(
  document: MarkdownDocument,
  matcher: TermMatcher<T>,
): readonly DocumentTerms<T>[] {
  const { chunks } = document;
  const wanted = [...chunks.keys()].filter((index) => chunks[index]?.chunk.text.includes(']{'));
  const found = findChunkTerms(document, matcher, wanted);
  return found.map((terms, at) => moveTerms(terms, chunks[wanted[at] ?? 0]?.start ?? 0));
}

/**
 * Returns the terms of some chunks of a document.
 * @param wanted the indexes of the chunks
 * @returns the terms of each chunk, with offsets into the chunk
 */
export function findChunkTerms<T extends TermNames>(
  document: MarkdownDocument,
  matcher: TermMatcher<T>,
  wanted: readonly number[],
): readonly DocumentTerms<T>[] {
  const citations = readChunkCitations(document);
  return wanted.map((index) => {
    const { chunk } = document.chunks[index] ?? {};
    // The terms are of the type of their matcher.
    return chunk ? (termsOfChunk(chunk, citations[index], matcher) as DocumentTerms<T>) : noTerms;
  });
}

const noTerms: DocumentTerms<never> = { uses: [], undefinedTerms: [] };

/** Finds the terms of a chunk. Offsets are into the chunk. */
const termsOfChunk = memo(
  'terms of a chunk',
  (chunk: Chunk, citations: ChunkCitations | undefined, matcher: TermMatcher<TermNames>) => {
    const uses: DocumentTermUse<TermNames>[] = [];
    const undefinedTerms: UndefinedTerm[] = [];
    const rests = proseOf(chunk, citations).map((block) => {
      const spans = findTermSpans(block, chunk.text);
      for (const span of spans) {
        const marked = markedTerm(block, span, matcher);
        if (marked && 'term' in marked) uses.push(marked);
        else if (marked) undefinedTerms.push(marked);
      }
      return maskStretches(block, [
        ...spans.map((span) => span.range),
        ...unprintedStretches(block, chunk.text),
      ]);
    });
    for (const inBlock of matchInBlocks(matcher, rests))
      for (const use of inBlock) uses.push({ ...use, span: undefined });
    if (uses.length + undefinedTerms.length === 0) return noTerms;
    return { uses: uses.sort(byPosition), undefinedTerms: undefinedTerms.sort(byPosition) };
  },
);

function byPosition(a: { readonly range: Range }, b: { readonly range: Range }): number {
  return a.range.start - b.range.start;
}

/** Converts terms of a chunk that starts at `by` to offsets of its document. */
export function moveTerms<T extends TermNames>(terms: DocumentTerms<T>, by: number): DocumentTerms<T> {
  if (by === 0 || terms === noTerms) return terms;
  const move = ({ start, end }: Range): Range => ({ start: start + by, end: end + by });
  return {
    uses: terms.uses.map((use) => ({
      ...use,
      range: move(use.range),
      nested:
        use.nested.length > 0
          ? use.nested.map((inner) => ({ ...inner, range: move(inner.range) }))
          : use.nested,
      span: use.span && move(use.span),
    })),
    undefinedTerms: terms.undefinedTerms.map(({ range, text, span }) => ({
      range: move(range),
      text,
      span: move(span),
    })),
  };
}

function markedTerm<T extends TermNames>(
  block: MappedText,
  { range, words }: TermSpan,
  matcher: TermMatcher<T>,
): DocumentTermUse<T> | UndefinedTerm | undefined {
  const span = block.originalRange(range);
  if (!span) return undefined;
  const text = block.text.slice(words.start, words.end);
  const at = block.originalRange(words) ?? { start: span.start + 1, end: span.start + 1 };
  const found = resolveTerm<T>(matcher, text);
  if (!found) return { range: at, text: text.replace(/[\s\uFFFC]+/gu, ' ').trim(), span };
  return { range: at, text, ...found, nested: nestedWithin(block, words, found, matcher), span };
}

/** Returns the shorter terms inside the words of a marked one. */
function nestedWithin<T extends TermNames>(
  block: MappedText,
  { start, end }: Range,
  found: { readonly term: T; readonly form: TermForm },
  matcher: TermMatcher<T>,
): readonly NestedUse<T>[] {
  const words = block.slice(start, end);
  return matchTerms(matcher, words).find((use) => use.term === found.term)?.nested ?? [];
}
