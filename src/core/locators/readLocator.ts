import type { Inline } from '../inlines.ts';
import { type Range } from '../text.ts';
import { type LocatorMatch, matchLocator, readLocatorParts, readTokens, type Suffix } from './grammar.ts';
import { findAttempt } from './locatorAttempts.ts';
import type { Locator, LocatorAttempt, LocatorPart, LocatorTerms } from './locatorTerms.ts';

/** The result of reading a suffix: its locator, and the text that remains. */
export interface LocatorReading {
  readonly locator: Locator | undefined;
  readonly rest: string;
  readonly attempt: LocatorAttempt | undefined;
}

/** Converts offsets of a block to a range of the document. */
export type ToDocument = (start: number, end: number) => Range;

/** Reads the locator of a suffix as Pandoc's citeproc does, with the terms of a language. */
export function readLocator(
  inlines: readonly Inline[],
  terms: LocatorTerms,
  toDocument: ToDocument,
): LocatorReading {
  const suffix = readTokens(inlines);
  const match = matchLocator(suffix.tokens, terms);
  const locator = match && !match.isUnlabelled ? toLocator(match, suffix, toDocument) : undefined;
  const behind = suffix.tokens.slice(match?.end ?? 0).map((token) => token.text);
  const rest = withPlainSpaces(locator ? behind.join('') : suffix.plain.text);
  const attempt = findAttempt(suffix, terms, locator || match?.isUnlabelled ? match : undefined);
  return {
    locator,
    rest,
    attempt: attempt && {
      ...attempt,
      text: withPlainSpaces(attempt.text),
      range: toDocument(attempt.range.start, attempt.range.end),
    },
  };
}

/**
 * Returns what a suffix has in braces without a label, which Pandoc's citeproc prints after a comma and without the braces; undefined
 * where it has none. `end` is the offset after the braces in the plain text of the suffix.
 */
export function unlabelledLocator(
  inlines: readonly Inline[],
  terms: LocatorTerms,
): { readonly value: string; readonly end: number } | undefined {
  const { tokens, plain } = readTokens(inlines);
  const match = matchLocator(tokens, terms);
  if (!match?.isUnlabelled) return undefined;
  const at = (token: number): number => tokens[token]?.from ?? plain.text.length;
  return { value: plain.text.slice(at(match.valueStart), at(match.valueEnd)).trim(), end: at(match.end) };
}

/** Returns the locator that words such as `¶ 12` are in a citation; undefined where Pandoc would read none. Offsets are those of the words. */
export function locatorInWords(words: string, terms: LocatorTerms): Locator | undefined {
  const inlines = [...words.matchAll(/ |[^ ]+/g)].map(({ 0: text, index: start }): Inline => {
    const end = start + text.length;
    return text === ' ' ? { kind: 'space', start, end } : { kind: 'string', text, start, end };
  });
  return readLocator(inlines, terms, (start, end) => ({ start, end })).locator;
}

function withPlainSpaces(text: string): string {
  return text.replace(/\u00a0/g, ' ');
}

function toLocator(match: LocatorMatch, suffix: Suffix, toDocument: ToDocument): Locator | undefined {
  const { tokens, plain } = suffix;
  const offset = (token: number): number => tokens[token]?.from ?? plain.text.length;
  const within = (start: number, end: number): Range | undefined => {
    const text = plain.text.slice(start, end);
    const from = start + text.length - text.trimStart().length;
    const range = plain.originalRange({ start: from, end: from + text.trim().length });
    return range && toDocument(range.start, range.end);
  };
  const range = within(offset(match.start), offset(match.end));
  const valueRange = within(offset(match.valueStart), offset(match.valueEnd));
  if (range === undefined || valueRange === undefined) return undefined;
  const parts = withFollowing(
    readLocatorParts(plain, offset(match.valueStart), offset(match.valueEnd)),
    plain.text.slice(offset(match.end)),
  );
  return {
    label: match.label,
    term: withPlainSpaces(plain.text.slice(offset(match.termStart), offset(match.valueStart)).trim()),
    value: withPlainSpaces(plain.text.slice(offset(match.valueStart), offset(match.valueEnd)).trim()),
    range,
    valueRange,
    parts: parts.map((part) => ({ ...part, range: toDocument(part.range.start, part.range.end) })),
  };
}

/** “And following” after a number, with or without a space, in the writing of several languages. */
const followingOne = /^(?:f|sq|s|sig|seg|sg|e\.v)$/u;
const followingSome = /^(?:ff|sqq|ss|suiv|sigs|segs|segg|sgg|et seqq?)$/u;
const followingWritten = /^([0-9]+)(ff?|sqq?)$/u;
const followingBehind =
  /^\s+(?:(?:et|y|e|u\.|und)\s+)?(ff?|sqq?|ss?|suiv|sigs?|segg?|segs|sgg?|et seqq?)(?:\.|(?![\p{L}\p{N}]))/u;

/** Marks the parts that go on as far as `f.` or `ff.` says. `rest` is the text after the value. */
function withFollowing(written: readonly LocatorPart[], rest: string): LocatorPart[] {
  // Pandoc takes the Dutch mark for a number, since its last letter is a roman one.
  const isMark = written.length > 1 && written.at(-1)?.first === 'e.v';
  const parts = isMark ? written.slice(0, -1) : written;
  const behind = followingCount(
    isMark ? 'e.v' : /^\s/u.test(rest) ? followingBehind.exec(rest)?.[1] : undefined,
  );
  return parts.map((part, index) => {
    if (part.last !== undefined) return part;
    const [, number = '', mark] = followingWritten.exec(part.first) ?? [];
    const count = followingCount(mark);
    if (count !== undefined) return { ...part, first: number, following: count };
    const isLast = index === parts.length - 1 && /^[0-9]+$/.test(part.first);
    return isLast && behind !== undefined ? { ...part, following: behind } : part;
  });
}

/** Returns how many characters of the text behind a locator end it: those of `f.` in `12 f.`, the point of `12f.` */
export function followingLength({ parts, value }: Pick<Locator, 'parts' | 'value'>, rest: string): number {
  if (parts.at(-1)?.following === undefined) return 0;
  return (/[a-z]$/iu.test(value) ? /^\./u : followingBehind).exec(rest)?.[0].length ?? 0;
}

function followingCount(mark: string | undefined): 1 | 2 | undefined {
  if (mark === undefined) return undefined;
  return followingOne.test(mark) ? 1 : followingSome.test(mark) ? 2 : undefined;
}
