import type { Range } from '../text.ts';

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
  /** The end of a range as written (`14` of `12-14`, `4` of `12-4`); undefined where the part is one number. */
  readonly last: string | undefined;
  /** How many numbers `f.` (1) or `ff.` (2, or more) after it add; undefined where there is no such mark. */
  readonly following?: 1 | 2;
  readonly range: Range;
}

/** A locator as Pandoc's citeproc understands it. */
export interface Locator {
  readonly label: LocatorLabel;
  /** The term as written (`¶¶`, `sec.`); empty for a bare number, which means a page. */
  readonly term: string;
  /** The value as citeproc prints it: `12-14, 20`. */
  readonly value: string;
  /** From the first character of the term to the last of the value, with the braces of `{…}`. */
  readonly range: Range;
  /** From the first character of the value to its last, without the term. */
  readonly valueRange: Range;
  readonly parts: readonly LocatorPart[];
}

/** Text that looks like a locator to a person but that Pandoc prints without understanding it. */
export interface LocatorAttempt {
  /** `unparsed`: `par. 12`. `compound`: `sec. 2, ¶ 12`, of which Pandoc understands only the first part. */
  readonly kind: 'unparsed' | 'compound';
  readonly text: string;
  readonly range: Range;
  /** A replacement for `range` that Pandoc understands; undefined where there is no safe one. */
  readonly suggestion: string | undefined;
  /** Why it is not understood, where the words alone do not say so. */
  readonly reason?: AttemptReason;
}

/**
 * `swallowed`: Pandoc takes the next word for a roman number. `semicolon`: a part of the brackets has no key. `touching`: the
 * brackets touch those of another citation.
 */
export type AttemptReason = 'swallowed' | 'semicolon' | 'touching';

/** A longer word is no number with letters behind it. */
const maxNumberUnits = 100;

/**
 * Returns the word of a locator that Pandoc takes for a roman number after an arabic one, with its offset in `value`; undefined
 * where there is none. Roman numbers after a comma are left alone where they may be pages or lines.
 */
export function swallowedWord(
  label: LocatorLabel,
  value: string,
): { readonly start: number; readonly word: string } | undefined {
  if (!/\s/.test(value)) return undefined;
  for (const found of value.matchAll(/([,;]?)(\s+)([ivxlcdm]+)(?=$|[\s,;])/gi)) {
    if (!/\p{Nd}[^\s,;]*$/u.test(value.slice(Math.max(0, found.index - maxNumberUnits), found.index)))
      continue;
    const [, comma = '', gap = '', word = ''] = found;
    const isCounted = label === 'paragraph' || label === 'note';
    const isWord = comma === '' || word === 'I' || (isCounted && word !== 'l');
    if (isWord) return { start: found.index + comma.length + gap.length, word };
  }
  return undefined;
}

/** Returns the locator with all its ranges moved. */
export function moveLocator(locator: Locator, move: (range: Range) => Range): Locator {
  return {
    label: locator.label,
    term: locator.term,
    value: locator.value,
    range: move(locator.range),
    valueRange: move(locator.valueRange),
    parts: locator.parts.map((part) => ({ ...part, range: move(part.range) })),
  };
}

/** Returns the attempt with its range moved. */
export function moveAttempt(attempt: LocatorAttempt, move: (range: Range) => Range): LocatorAttempt {
  return { ...attempt, range: move(attempt.range) };
}
