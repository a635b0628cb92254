import type { Range } from '../text/range.ts';

/** How Pandoc prints a citation: in brackets, by the author's name in the sentence, or without the author. */
export type CitationMode = 'normal' | 'authorInText' | 'suppressAuthor';

/** The locator terms of Pandoc's citeproc (CSL locator types). */
export type LocatorLabel =
  | 'act'
  | 'appendix'
  | 'article-locator'
  | 'book'
  | 'canon'
  | 'chapter'
  | 'column'
  | 'elocation'
  | 'equation'
  | 'figure'
  | 'folio'
  | 'issue'
  | 'line'
  | 'note'
  | 'opus'
  | 'page'
  | 'paragraph'
  | 'part'
  | 'rule'
  | 'scene'
  | 'section'
  | 'sub-verbo'
  | 'supplement'
  | 'table'
  | 'timestamp'
  | 'title-locator'
  | 'verse'
  | 'version'
  | 'volume';

/** One number of a locator (`12`, `iii`, `1(iii)`) or one range (`12-14`). */
export interface LocatorPart {
  /** As written, without surrounding space: `12`, `iv`, `1(iii)`. */
  readonly first: string;
  /** The end of a range as written (`14` of `12-14`; not expanded), undefined where the part is one number. */
  readonly last: string | undefined;
  readonly range: Range;
}

/** A locator as Pandoc's citeproc understands it. */
export interface Locator {
  readonly label: LocatorLabel;
  /** The term as written (`¶¶`, `sec.`); empty where a bare number means a page. */
  readonly term: string;
  /** The value as citeproc prints it: `12-14, 20`. */
  readonly value: string;
  /** From the first character of the term to the last of the value; braces included for `{…}`. */
  readonly range: Range;
  /** From the first character of the value to its last, without the term. */
  readonly valueRange: Range;
  readonly parts: readonly LocatorPart[];
}

/** What looks like a locator to a reader although Pandoc prints it without understanding it. */
export interface LocatorAttempt {
  /** `unparsed`: `par. 12`; `compound`: `sec. 2, ¶ 12`, of which Pandoc understands only the first part. */
  readonly kind: 'unparsed' | 'compound';
  readonly text: string;
  readonly range: Range;
  /** A replacement for `range` that Pandoc understands; undefined where none can be given with confidence. */
  readonly suggestion: string | undefined;
}

/** One cited work of a Pandoc citation; `[@a; @b]` holds two. */
export interface Citation {
  /** The key without `@` and braces. */
  readonly key: string;
  readonly mode: CitationMode;
  /** `@key` or `@{key}` with its `@`, without the `-` of a suppressed author. */
  readonly range: Range;
  /** The key alone, without `@` and braces. */
  readonly keyRange: Range;
  /** Plain text before the key as Pandoc reads it, trimmed; empty where there is none. */
  readonly prefix: string;
  /** Everything between the key and the next `;` or `]` as plain text, locator included: `, ¶ 12, with care`. */
  readonly suffix: string;
  /** Where the suffix stands; empty at the end of the key where there is none. */
  readonly suffixRange: Range;
  readonly locator: Locator | undefined;
  /** The suffix behind the locator; the whole suffix where there is no locator. */
  readonly rest: string;
  readonly attempt: LocatorAttempt | undefined;
  /** The whole of `[…]` that the citation stands in, or `@key [¶ 4]`, or the bare `@key`. */
  readonly group: Range;
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

/** The same citation `by` code units further on. */
export function shiftCitation(citation: Citation, by: number): Citation {
  const move = ({ start, end }: Range): Range => ({ start: start + by, end: end + by });
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

export function moveLocator(locator: Locator, move: (range: Range) => Range): Locator {
  return {
    label: locator.label,
    term: locator.term,
    value: locator.value,
    range: move(locator.range),
    valueRange: move(locator.valueRange),
    parts: locator.parts.map(({ first, last, range }) => ({ first, last, range: move(range) })),
  };
}

export function moveAttempt(attempt: LocatorAttempt, move: (range: Range) => Range): LocatorAttempt {
  const { kind, text, range, suggestion } = attempt;
  return { kind, text, range: move(range), suggestion };
}
