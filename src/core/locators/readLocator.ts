import type { Inline } from '../inlines.ts';
import { type MappedText, originalRange, type Range } from '../text.ts';
import {
  inAnyCase,
  type LocatorMatch,
  matchLocator,
  numberWordPattern,
  readLocatorParts,
  readTokens,
  type Suffix,
  toNumber,
} from './grammar.ts';
import type { Locator, LocatorAttempt, LocatorLabel } from './locatorTypes.ts';
import type { LocatorTerms } from './locatorTerms.ts';

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
  const rest = withPlainSpaces(
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
      text: withPlainSpaces(attempt.text),
      range: toDocument(attempt.range.start, attempt.range.end),
    },
  };
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
    const range = originalRange(plain, { start: from, end: from + text.trim().length });
    return range && toDocument(range.start, range.end);
  };
  const range = within(offset(match.start), offset(match.end));
  const valueRange = within(offset(match.valueStart), offset(match.valueEnd));
  if (range === undefined || valueRange === undefined) return undefined;
  const parts = readLocatorParts(plain, offset(match.valueStart), offset(match.valueEnd));
  return {
    label: match.label,
    term: withPlainSpaces(plain.text.slice(offset(match.termStart), offset(match.valueStart)).trim()),
    value: withPlainSpaces(plain.text.slice(offset(match.valueStart), offset(match.valueEnd)).trim()),
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
  if (match === undefined) return confirmSuggestion(findUnparsed(plain, terms), terms);
  const start = tokens[match.start]?.from ?? 0;
  const space = /^\s*/u.exec(plain.text.slice(start))?.[0].length ?? 0;
  const end = tokens[match.end]?.from ?? plain.text.length;
  // A bare number is a page. A term inside it (`¶12b`, `ch3`) shows that something else was meant.
  const implicit = match.valueStart === match.start && /[\p{L}¶§]/u.test(plain.text.slice(start, end));
  const found = implicit ? findUnparsed(plain, terms) : undefined;
  return confirmSuggestion(found ?? findCompound(plain, start + space, end, terms), terms);
}

/** Drops a suggestion that citeproc does not understand completely. */
function confirmSuggestion(
  attempt: LocatorAttempt | undefined,
  terms: LocatorTerms,
): LocatorAttempt | undefined {
  if (attempt?.suggestion === undefined) return attempt;
  const { suggestion } = attempt;
  const tokens = readTokens([{ kind: 'string', text: suggestion, start: 0, end: suggestion.length }]).tokens;
  const match = matchLocator(withSpaceTokens(tokens), terms);
  return match?.end === tokens.length && match.valueStart > match.start
    ? attempt
    : { ...attempt, suggestion: undefined };
}

function withSpaceTokens(tokens: Suffix['tokens']): Suffix['tokens'] {
  return tokens.map((token) => (token.text === ' ' ? { ...token, kind: 'space' as const } : token));
}

/** A term and its numbers, as a person would read them even where Pandoc does not. */
interface TermWithNumbers {
  readonly start: number;
  readonly end: number;
  readonly label: LocatorLabel;
  /** The numbers, in a form that Pandoc understands. */
  readonly value: string;
  readonly plural: boolean;
}

const number = String.raw`(?:[0-9]+[a-zA-Z]?(?:\.[0-9]+)*(?:\([0-9a-zA-Z]{1,5}\))*|[ivxlcIVXLC]+(?:\([0-9a-zA-Z]{1,5}\))*(?![\p{L}\p{N}])|${numberWordPattern})`;
const to = inAnyCase(['to', 'through', 'à', 'au', 'bis']);
const and = inAnyCase(['and', 'et', 'und']);
const rangeDash = String.raw`(?:\s*[-–—−‐‑]+\s*|\s+(?:${to})\s+)`;
const listSeparator = String.raw`(?:\s*[,;]\s*(?:(?:${and}|&)\s*)?|\s*&\s*|\s+(?:${and})\s+)`;
const numbers = String.raw`${number}(?:(?:${rangeDash}|${listSeparator})${number})*`;
const term = String.raw`([¶§]+[sS]?|\p{L}+)\.?`;
const reading = new RegExp(
  String.raw`${term}(\s*(?:[nN][oO°][sS]?\.?|[nN]ᵒ)?\s*)(${numbers})(?![\p{L}\p{N}])`,
  'uy',
);
const everyDash = new RegExp(rangeDash, 'gu');
const everyList = new RegExp(listSeparator, 'gu');
/** Words before a locator that can be dropped without loss. */
const leading =
  /^\s*[,;:]?\s*(?:(?:at|in|on|from|see|cf\.?|esp\.?|under|and|also|of|the|à|au|aux|dans|voir|cf|et|de|du|la|le|&)\s+)*/iu;

/** Reads a term and its numbers at `at`; undefined where a person would see none. */
function readAt(text: string, at: number, terms: LocatorTerms): TermWithNumbers | undefined {
  reading.lastIndex = at;
  const match = reading.exec(text);
  if (match === null) return undefined;
  const [whole, name = '', gap = '', written = ''] = match;
  const label = terms.understood.get(`${name.toLowerCase()}.`) ?? terms.familiar.get(name.toLowerCase());
  // `pinx` is not page nine: a term in letters needs a space or full stop before its number.
  if (
    label === undefined ||
    (gap === '' && /^\p{L}+[^\p{L}.\s]*$/u.test(whole.slice(0, name.length + 1)) && !/^[0-9]/.test(written))
  )
    return undefined;
  const value = toValue(written);
  const plural = /[-,]/.test(value);
  return { start: at, end: at + whole.length, label, value, plural };
}

function toValue(written: string): string {
  return written
    .replace(everyDash, '-')
    .replace(everyList, ', ')
    .replace(/[\p{L}-]+/gu, (word) => word.split('-').map(toNumber).join('-'));
}

/** Finds text that looks like a locator although citeproc reads none there; undefined where there is no such text. */
function findUnparsed(plain: MappedText, terms: LocatorTerms): LocatorAttempt | undefined {
  const { text } = plain;
  const from = /^[\s,;:]*/u.exec(text)?.[0].length ?? 0;
  const skipped = leading.exec(text)?.[0].length ?? 0;
  const first = readAt(text, skipped, terms);
  if (first) return attempt('unparsed', plain, from, first.end, writeAttempt(first, terms));
  for (const place of text.matchAll(
    /(?<![\p{L}\p{N}])(?:[¶§]|(?:pp?|pg|paras?|pars?|secs?|ch|chap|fn|nn?)\.?\s*[0-9]|(?:paragraph|section|page|chapter|note|footnote|paragraphe|chapitre)s?\s)/giu,
  )) {
    const found = readAt(text, place.index, terms);
    if (found) return attempt('unparsed', plain, found.start, found.end, undefined);
  }
  return undefined;
}

/** Finds text after a locator that looks like a continuation: a second locator, or the end of a range. */
function findCompound(
  plain: MappedText,
  start: number,
  end: number,
  terms: LocatorTerms,
): LocatorAttempt | undefined {
  const { text } = plain;
  if (text.slice(end).trim() === '') return undefined;
  const whole = readAt(text, start, terms);
  if (whole && whole.end > end && !/[;]/.test(text.slice(start, whole.end)))
    return attempt('unparsed', plain, start, whole.end, writeAttempt(whole, terms));
  const gap = leading.exec(text.slice(end))?.[0].length ?? 0;
  const second = readAt(text, end + gap, terms) ?? readSwallowed(text, start, end, terms);
  if (second === undefined || second.end <= end) return undefined;
  const precise = ['paragraph', 'page', 'note'].includes(second.label);
  return attempt('compound', plain, start, second.end, precise ? writeAttempt(second, terms) : undefined);
}

/** Reads `sec. 2, l. 5`, where citeproc takes the `l` for a roman number. */
function readSwallowed(
  text: string,
  start: number,
  end: number,
  terms: LocatorTerms,
): TermWithNumbers | undefined {
  const letter = /[,;]\s*([ivxlcdm]{1,2})$/iu.exec(text.slice(start, end));
  if (letter?.[1] === undefined || text.charAt(end) !== '.') return undefined;
  return readAt(text, end - letter[1].length, terms);
}

function writeAttempt(found: TermWithNumbers, terms: LocatorTerms): string | undefined {
  const names = terms.preferred.get(found.label);
  return names && `${found.plural ? names[1] : names[0]} ${found.value}`;
}

function attempt(
  kind: LocatorAttempt['kind'],
  plain: MappedText,
  start: number,
  end: number,
  suggestion: string | undefined,
): LocatorAttempt | undefined {
  const range = originalRange(plain, { start, end });
  return range && { kind, text: plain.text.slice(start, end), range, suggestion };
}
