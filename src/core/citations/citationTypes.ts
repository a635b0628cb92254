import type { Range } from '../text.ts';
import { type Locator, type LocatorAttempt, moveAttempt, moveLocator } from '../locators.ts';
import type { CitationMode } from '../inlines.ts';

/** One cited work of a Pandoc citation. `[@a; @b]` has two. */
export interface Citation {
  /** The key without `@` and braces. */
  readonly key: string;
  readonly mode: CitationMode;
  /** `@key` or `@{key}` with its `@`, without the `-` of a suppressed author. */
  readonly range: Range;
  /** The key alone, without `@` and braces. */
  readonly keyRange: Range;
  /** Plain text before the key, as Pandoc reads it, trimmed; empty where there is none. */
  readonly prefix: string;
  /** Plain text from the key to the next `;` or `]`, with the locator: `, ¶ 12, with care`. */
  readonly suffix: string;
  /** The range of the suffix; empty, at the end of the key, where there is none. */
  readonly suffixRange: Range;
  readonly locator: Locator | undefined;
  /** The suffix after the locator; the whole suffix where there is no locator. */
  readonly rest: string;
  readonly attempt: LocatorAttempt | undefined;
  /** The whole `[…]` around the citation, or `@key [¶ 4]`, or a bare `@key`. */
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

/** Returns the citation moved by `by` code units. */
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
