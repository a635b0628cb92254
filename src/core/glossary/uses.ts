import type { Chunk, MarkdownDocument } from '../blocks.ts';
import { type ChunkCitations, readChunkCitations } from '../citations.ts';
import { memo } from '../memo.ts';
import { readSpans } from '../syntax.ts';
import type { MappedText, Range } from '../text.ts';
import type { TermNames } from './forms.ts';
import { matchTerms, resolveTerm, type TermMatcher, type TermUse } from './matcher.ts';
import { maskStretches, proseOf, unprintedStretches } from './proseOf.ts';
import type { Term } from './term.ts';

/** A Pandoc span `[words]{.term}` in a mapped text. Ranges are offsets into that text. */
export interface TermSpan {
  /** From `[` to `}`. */
  readonly range: Range;
  readonly words: Range;
}

/**
 * Finds the spans of class `term` in the prose of a block; of nested ones only the innermost. Brackets and braces that are
 * escaped or written as character references are text.
 */
function findTermSpans(block: MappedText, source: string): TermSpan[] {
  const { text } = block;
  const spans: TermSpan[] = [];
  if (!text.includes(']{')) return spans;
  const marks = text.replace(/[[\]{}"']/g, (mark, at: number) =>
    source[block.startAt(at) ?? -1] === mark ? mark : 'x',
  );
  for (const { start, close, attributes } of readSpans(marks)) {
    if (!attributes.classes.includes('term') || (spans.at(-1)?.range.start ?? -1) >= start) continue;
    const words = text.slice(start + 1, close);
    const from = close - words.trimStart().length;
    spans.push({
      range: { start, end: attributes.end },
      words: { start: from, end: from + words.trim().length },
    });
  }
  return spans;
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
  const all = findChunkTerms(document, matcher, [...document.chunks.keys()]);
  return {
    uses: all.flatMap(({ uses }) => uses),
    undefinedTerms: all.flatMap(({ undefinedTerms }) => undefinedTerms),
  };
}

/** Returns the terms of the chunks in which some may be marked. */
export function findMarkedTerms<T extends TermNames>(
  document: MarkdownDocument,
  matcher: TermMatcher<T>,
): readonly DocumentTerms<T>[] {
  const { chunks } = document;
  const wanted = [...chunks.keys()].filter((index) => chunks[index]?.chunk.text.includes(']{'));
  return findChunkTerms(document, matcher, wanted);
}

/**
 * Returns the terms of some chunks of a document, chunk by chunk.
 * @param wanted the indexes of the chunks
 */
export function findChunkTerms<T extends TermNames>(
  document: MarkdownDocument,
  matcher: TermMatcher<T>,
  wanted: readonly number[],
): readonly DocumentTerms<T>[] {
  const citations = readChunkCitations(document);
  return wanted.map((index) => {
    const { chunk, start = 0 } = document.chunks[index] ?? {};
    // The terms are of the type of their matcher.
    return chunk
      ? moveTerms(termsOfChunk(chunk, citations[index], matcher) as DocumentTerms<T>, start)
      : noTerms;
  });
}

const noTerms: DocumentTerms<never> = { uses: [], undefinedTerms: [] };

/** Finds the terms of a chunk. Offsets are into the chunk. */
const termsOfChunk = memo(
  'terms of a chunk',
  (chunk: Chunk, citations: ChunkCitations | undefined, matcher: TermMatcher<TermNames>) => {
    const uses: DocumentTermUse<TermNames>[] = [];
    const undefinedTerms: UndefinedTerm[] = [];
    for (const block of proseOf(chunk, citations)) {
      const spans = findTermSpans(block, chunk.text);
      for (const span of spans) {
        const marked = markedTerm(block, span, matcher);
        if (marked && 'term' in marked) uses.push(marked);
        else if (marked) undefinedTerms.push(marked);
      }
      const ranges = spans.map((span) => span.range);
      const unmarked = maskStretches(block, unprintedStretches(block, chunk.text, ranges));
      for (const use of matchTerms(matcher, unmarked)) uses.push({ ...use, span: undefined });
    }
    if (uses.length + undefinedTerms.length === 0) return noTerms;
    const byPosition = (a: { readonly range: Range }, b: { readonly range: Range }): number =>
      a.range.start - b.range.start;
    return { uses: uses.sort(byPosition), undefinedTerms: undefinedTerms.sort(byPosition) };
  },
);

/** Converts terms of a chunk that starts at `by` to offsets of its document. */
function moveTerms<T extends TermNames>(terms: DocumentTerms<T>, by: number): DocumentTerms<T> {
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
  const found = resolveTerm<T>(matcher.all ?? matcher, text);
  if (!found) return { range: at, text: text.replace(/[\s\uFFFC]+/gu, ' ').trim(), span };
  const uses = matchTerms(matcher, block.slice(words.start, words.end));
  const { nested = [] } = uses.find((use) => use.term === found.term) ?? {};
  return { range: at, text, ...found, nested, span };
}
