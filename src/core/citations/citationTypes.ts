import type { Range } from '../text.ts';
import { type Locator, type LocatorAttempt, moveAttempt, moveLocator } from '../locators.ts';
import type { CitationMode } from '../inlines.ts';

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
