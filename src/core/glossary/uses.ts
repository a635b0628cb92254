import { memo } from '../memo.ts';
import { type ChunkCitations, readChunkCitations } from '../citations.ts';
import type { Chunk, MarkdownDocument } from '../blocks.ts';
import { type MappedText, originalRange, type Range, sliceMapped } from '../text.ts';
import { matchInBlocks } from './blockMatches.ts';
import type { TermForm, TermNames } from './forms.ts';
import { matchTerms, resolveTerm, type NestedUse, type TermMatcher, type TermUse } from './matcher.ts';
import { masked, proseOf } from './prose.ts';
import { findTermSpans, type TermSpan } from './spans.ts';
import type { Term } from './term.ts';

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
 * Never in code, links, citations (with prefix, locator and suffix), front matter, URLs or HTML. Words in a span of class
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
      return masked(
        block,
        spans.map((span) => span.range),
      );
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
  const span = originalRange(block, range);
  if (!span) return undefined;
  const text = block.text.slice(words.start, words.end);
  const at = originalRange(block, words) ?? { start: span.start + 1, end: span.start + 1 };
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
  const words = sliceMapped(block, start, end);
  return matchTerms(matcher, words).find((use) => use.term === found.term)?.nested ?? [];
}
