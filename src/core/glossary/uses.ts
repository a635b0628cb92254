import type { MarkdownDocument } from '../markdown/document.ts';
import { originalRange, type MappedText } from '../text/mappedText.ts';
import type { Range } from '../text/range.ts';
import type { TermForm, TermNames } from './forms.ts';
import { matchTerms, resolveTerm, type NestedUse, type TermMatcher, type TermUse } from './matcher.ts';
import { masked, proseOf } from './prose.ts';
import { findTermSpans, type TermSpan } from './spans.ts';
import type { Term } from './term.ts';

/** A use of a term in a document. Ranges are offsets into the document's text. */
export interface DocumentTermUse<T extends TermNames = Term> extends TermUse<T> {
  /** From `[` to `}` where the use is marked, `[mass line]{.term}`; undefined where it stands in plain prose. */
  readonly span: Range | undefined;
}

/** Words marked as a term that no entry goes by. */
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
 * Finds the uses of terms in the prose of a paper or a source: paragraphs, headings, quotations, lists, tables and
 * notes; never in code, links, citations (prefix, locator and suffix included), front matter, URLs or HTML. Words in a
 * span of class `term` are one use, of the term that goes by exactly those words, or an undefined term.
 */
export function findTerms<T extends TermNames>(
  document: MarkdownDocument,
  matcher: TermMatcher<T>,
): DocumentTerms<T> {
  const uses: DocumentTermUse<T>[] = [];
  const undefinedTerms: UndefinedTerm[] = [];
  for (const block of proseOf(document)) {
    const spans = findTermSpans(block, document.text);
    for (const span of spans) {
      const marked = markedTerm(block, span, matcher);
      if (marked && 'term' in marked) uses.push(marked);
      else if (marked) undefinedTerms.push(marked);
    }
    const rest = masked(
      block,
      spans.map((span) => span.range),
    );
    for (const use of matchTerms(matcher, rest)) uses.push({ ...use, span: undefined });
  }
  const byPosition = (a: { range: Range }, b: { range: Range }): number => a.range.start - b.range.start;
  return { uses: uses.sort(byPosition), undefinedTerms: undefinedTerms.sort(byPosition) };
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

/** The shorter terms within the words of a marked one. */
function nestedWithin<T extends TermNames>(
  block: MappedText,
  { start, end }: Range,
  found: { readonly term: T; readonly form: TermForm },
  matcher: TermMatcher<T>,
): readonly NestedUse<T>[] {
  const words: MappedText = {
    text: block.text.slice(start, end),
    starts: Array.prototype.slice.call(block.starts, start, end) as number[],
    ends: Array.prototype.slice.call(block.ends, start, end) as number[],
  };
  return matchTerms(matcher, words).find((use) => use.term === found.term)?.nested ?? [];
}
