import { originalRange, type Range } from '../text.ts';
import type { Locator, LocatorAttempt } from './locatorTypes.ts';
import { findCompound, findUnparsed } from './attempt.ts';
import { matchLocator, type LocatorMatch } from './grammar.ts';
import { readParts } from './parts.ts';
import type { LocatorTerms } from './terms.ts';
import { readTokens, type Suffix } from './tokens.ts';
import type { Inline } from '../inlines.ts';

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
  const locator = match && toLocator(match, suffix, toDocument);
  const rest = plainText(
    locator
      ? suffix.tokens
          .slice(match.end)
          .map((token) => token.text)
          .join('')
      : suffix.plain.text,
  );
  const attempt = findAttempt(suffix, terms, locator && match);
  return {
    locator,
    rest,
    attempt: attempt && {
      ...attempt,
      text: plainText(attempt.text),
      range: toDocument(attempt.range.start, attempt.range.end),
    },
  };
}

function plainText(text: string): string {
  return text.replace(/\u00a0/g, ' ');
}

function toLocator(match: LocatorMatch, suffix: Suffix, toDocument: ToDocument): Locator | undefined {
  const { tokens, plain } = suffix;
  const offset = (token: number): number => tokens[token]?.from ?? plain.text.length;
  const within = (start: number, end: number): Range | undefined => {
    const text = plain.text.slice(start, end);
    const from = start + text.length - text.trimStart().length;
    const range = originalRange(plain, { start: from, end: from + text.trim().length });
    return range && toDocument(range.start, range.end);
  };
  const range = within(offset(match.start), offset(match.end));
  const valueRange = within(offset(match.valueStart), offset(match.valueEnd));
  if (range === undefined || valueRange === undefined) return undefined;
  const parts = readParts(plain, offset(match.valueStart), offset(match.valueEnd));
  return {
    label: match.label,
    term: plainText(plain.text.slice(offset(match.termStart), offset(match.valueStart)).trim()),
    value: plainText(plain.text.slice(offset(match.valueStart), offset(match.valueEnd)).trim()),
    range,
    valueRange,
    parts: parts.map((part) => ({ ...part, range: toDocument(part.range.start, part.range.end) })),
  };
}

/** Looks for text that a person takes for a locator but citeproc does not. */
function findAttempt(
  suffix: Suffix,
  terms: LocatorTerms,
  match: LocatorMatch | undefined,
): LocatorAttempt | undefined {
  if (match?.delimited) return undefined;
  const { tokens, plain } = suffix;
  if (match === undefined) return confirmed(findUnparsed(plain, terms), terms);
  const start = tokens[match.start]?.from ?? 0;
  const space = /^\s*/u.exec(plain.text.slice(start))?.[0].length ?? 0;
  const end = tokens[match.end]?.from ?? plain.text.length;
  // A bare number is a page. A term inside it (`¶12b`, `ch3`) shows that something else was meant.
  const implicit = match.valueStart === match.start && /[\p{L}¶§]/u.test(plain.text.slice(start, end));
  const found = implicit ? findUnparsed(plain, terms) : undefined;
  return confirmed(found ?? findCompound(plain, start + space, end, terms), terms);
}

/** Drops a suggestion that citeproc does not understand completely. */
function confirmed(attempt: LocatorAttempt | undefined, terms: LocatorTerms): LocatorAttempt | undefined {
  if (attempt?.suggestion === undefined) return attempt;
  const { suggestion } = attempt;
  const tokens = readTokens([{ kind: 'string', text: suggestion, start: 0, end: suggestion.length }]).tokens;
  const match = matchLocator(spaced(tokens), terms);
  return match?.end === tokens.length && match.valueStart > match.start
    ? attempt
    : { ...attempt, suggestion: undefined };
}

function spaced(tokens: Suffix['tokens']): Suffix['tokens'] {
  return tokens.map((token) => (token.text === ' ' ? { ...token, kind: 'space' as const } : token));
}
