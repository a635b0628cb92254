import { foldedCase, hasWord, type MappedText } from '../text.ts';
import {
  inAnyCase,
  type LocatorMatch,
  matchLocator,
  numberWordPattern,
  readTokens,
  type Suffix,
  toNumber,
} from './grammar.ts';
import { numberFirst } from './numberFirst.ts';
import {
  comparableTerm,
  type LocatorAttempt,
  type LocatorLabel,
  type LocatorTerms,
  swallowedWord,
} from './locatorTerms.ts';

/** Looks for text that a person takes for a locator but citeproc does not. */
export function findAttempt(
  suffix: Suffix,
  terms: LocatorTerms,
  match: LocatorMatch | undefined,
): LocatorAttempt | undefined {
  const { tokens, plain } = suffix;
  if (match?.delimited) return match.isUnlabelled ? withoutLabel(match, suffix) : undefined;
  if (match === undefined)
    return confirmSuggestion(findUnparsed(plain, terms) ?? findBareTerm(plain, terms), plain, terms);
  const start = tokens[match.start]?.from ?? 0;
  const space = /^\s*/u.exec(plain.text.slice(start))?.[0].length ?? 0;
  const end = tokens[match.end]?.from ?? plain.text.length;
  // A bare number is a page. A term inside it (`¶12b`, `ch3`) shows that something else was meant.
  const implicit = match.valueStart === match.start && /[\p{L}¶§]/u.test(plain.text.slice(start, end));
  const found = implicit ? findUnparsed(plain, terms) : undefined;
  const from = start + space;
  return (
    confirmSuggestion(found ?? findCompound(plain, from, end, terms), plain, terms) ??
    findSwallowed(match, plain, from, end)
  );
}

/** Reports braces without a term, which Pandoc prints without knowing what the number is of: a page, if it is a number. */
function withoutLabel(match: LocatorMatch, { tokens, plain }: Suffix): LocatorAttempt | undefined {
  const at = (token: number): number => tokens[token]?.from ?? plain.text.length;
  const value = plain.text.slice(at(match.valueStart), at(match.valueEnd)).trim();
  if (!/\p{N}/u.test(value)) return undefined;
  const suggestion = /^[0-9]+(?:[-–][0-9]+)?$/.test(value) ? `{p. ${value}}` : undefined;
  return attempt('unparsed', plain, at(match.start), at(match.end), suggestion);
}

/** Finds a sign or abbreviation without a number, `[@key, ¶]`. Undefined where the suffix says anything else. */
function findBareTerm(plain: MappedText, terms: LocatorTerms): LocatorAttempt | undefined {
  const { text } = plain;
  const word = text.replace(/^\s*,?\s*/u, '').trim();
  if (!/^[¶§]+$|^\p{L}+\.$/u.test(word) || !terms.understood.has(word.toLowerCase())) return undefined;
  const start = text.indexOf(word);
  return attempt('unparsed', plain, start, start + word.length, undefined);
}

/** Finds a word that Pandoc takes for a roman number: the “I” of `¶ 5 I disagree`. Braces keep it out of the locator. */
function findSwallowed(
  match: LocatorMatch,
  plain: MappedText,
  start: number,
  end: number,
): LocatorAttempt | undefined {
  const written = plain.text.slice(start, end);
  const word = swallowedWord(match.label, written);
  if (word === undefined) return undefined;
  const before = written.slice(0, word.start).replace(/[\s,;]+$/u, '');
  const suggestion = `{${before}}${written.slice(before.length)}`;
  const found = attempt('unparsed', plain, start, end, suggestion);
  return found && { ...found, reason: 'swallowed' };
}

/**
 * Drops a suggestion that citeproc does not understand completely, and puts one into braces of which it would take what follows for
 * a part: the “I” of `§ 5 I disagree`.
 */
function confirmSuggestion(
  attempt: LocatorAttempt | undefined,
  plain: MappedText,
  terms: LocatorTerms,
): LocatorAttempt | undefined {
  if (attempt?.suggestion === undefined) return attempt;
  const { suggestion } = attempt;
  const behind = plain.text.slice(plain.firstStartingAt(attempt.range.end));
  if (isWholeLocator(suggestion, '', terms))
    return isWholeLocator(suggestion, behind, terms)
      ? attempt
      : { ...attempt, suggestion: `{${suggestion}}` };
  return { ...attempt, suggestion: undefined };
}

/** Whether citeproc reads the words, and nothing of what follows them, as a locator. */
function isWholeLocator(words: string, behind: string, terms: LocatorTerms): boolean {
  const text = words + behind;
  const tokens = withSpaceTokens(readTokens([{ kind: 'string', text, start: 0, end: text.length }]).tokens);
  const match = matchLocator(tokens, terms);
  if (!match || match.valueStart <= match.start) return false;
  return (tokens[match.end]?.from ?? text.length) === words.length;
}

function withSpaceTokens(tokens: Suffix['tokens']): Suffix['tokens'] {
  return tokens.map((token) => (token.text === ' ' ? { ...token, kind: 'space' as const } : token));
}

/** A term and its numbers, as a person would read them even where Pandoc does not. */
interface TermWithNumbers {
  readonly start: number;
  readonly end: number;
  readonly label: LocatorLabel;
  /** The numbers, in a form that Pandoc understands; undefined where it is not certain what is meant: `2/4`. */
  readonly value: string | undefined;
  readonly plural: boolean;
  /** Whether Pandoc understands the value in braces alone. */
  readonly isBraced?: boolean;
}

/** `\p{Nd}` are the digits of all scripts, of which Pandoc knows only 0 to 9. */
const arabic = String.raw`(?:\p{Nd}+[a-zA-Z]?(?:\.[0-9]+)*(?:\([0-9a-zA-Z]{1,5}\))*|${numberWordPattern})`;
const roman = String.raw`(?:[ivxlcIVXLC]+(?:\([0-9a-zA-Z]{1,5}\))*(?![\p{L}\p{N}]))`;
const to = inAnyCase(
  'to|through|thru|until|till|up to|à|au|jusqu’à|jusqu’au|bis|hasta|até|fino a|tot|t/m|до|по'.split('|'),
);
const and = inAnyCase('and|or|et|ou|und|sowie|oder|u.|и|или'.split('|')).replaceAll('.', String.raw`\.`);
/** Words that may be others are taken for these where nothing but the number follows. */
const onlyNumber = String.raw`(?=\s+\p{Nd}{1,4}\s*(?:$|[,;.)\]]))`;
const shortTo = `(?:${inAnyCase(['a', 'al'])})${onlyNumber}`;
const shortAnd = `(?:${inAnyCase(['y', 'e', 'en', 'o', 'u'])})${onlyNumber}`;
const rangeDash = String.raw`(?:\s*(?:[-–—−‐‑]+|[…→]|\.{2,3})\s*|\s+(?:${to}|${shortTo})\s+)`;
const listSeparator = String.raw`(?:\s*[,;]\s*(?:(?:${and}|&)\s*)?|\s*[&+/]\s*|\s+(?:${and}|${shortAnd})\s+)`;
/** Numbers of one kind: a roman one after an arabic one may be the word “I”. */
const numbers = [arabic, roman].map((one) => `${one}(?:(?:${rangeDash}|${listSeparator})${one})*`).join('|');
const term = String.raw`([¶§]+[sS]?|\p{L}+)\.?`;
/** The letter of a part that has one for a number, `sec. A`. */
const lettered = /(\p{L}+)\.?\s+([A-Z])(?![\p{L}\p{N}\p{M}'’-])/uy;
const maxTermUnits = 40;
const letteredLabels: ReadonlySet<LocatorLabel> = new Set(['section', 'part', 'chapter', 'appendix', 'book']);
const termAndNumbers = String.raw`${term}(\s*(?:[nN][oO°][sS]?\.?|[nN]ᵒ)?\s*)(${numbers})(?![\p{L}\p{N}])`;
const termBeforeNumbers = new RegExp(termAndNumbers, 'uy');
const continuation = new RegExp(`(${rangeDash}|${listSeparator})${termAndNumbers}`, 'uy');
const everyDash = new RegExp(rangeDash, 'gu');
const everyList = new RegExp(listSeparator, 'gu');
const everyNumberWord = new RegExp(String.raw`(?<!\p{L})${numberWordPattern}`, 'gu');
/** Words before a locator that can be dropped without loss. */
const leadingWords =
  '(?:(?:at|in|on|from|see|cf\\.?|esp\\.?|under|and|again|also|of|the|в|на|à|au|aux|dans|voir|cf|et|de|del|du|la|le|&)\\s+)*';
const leading = new RegExp(`^\\s*[,;:]?\\s*${leadingWords}`, 'iu');
/** What stands between a locator and a second one, which may be in brackets. */
const betweenLocators = new RegExp(`^\\s*(?:[.,;:/=+]\\s*)?([([]?)\\s*${leadingWords}`, 'iu');

/** Reads a term and its numbers at `at`; undefined where a person would see none. */
function readAt(text: string, at: number, terms: LocatorTerms): TermWithNumbers | undefined {
  return readCounted(text, at, terms) ?? readLettered(text, at, terms) ?? readNumberFirst(text, at, terms);
}

/** Reads a term and numbers after it. */
function readCounted(text: string, at: number, terms: LocatorTerms): TermWithNumbers | undefined {
  termBeforeNumbers.lastIndex = at;
  const match = termBeforeNumbers.exec(text);
  if (match === null) return undefined;
  const [whole, name = '', gap = '', written = ''] = match;
  const label = labelOf(name, terms);
  // `pinx` is not page nine: a term in letters needs a space or full stop before its number.
  if (
    label === undefined ||
    (gap === '' && /^\p{L}+[^\p{L}.\s]*$/u.test(whole.slice(0, name.length + 1)) && !/^\p{Nd}/u.test(written))
  )
    return undefined;
  const continued = readContinued(text, at + whole.length, label, terms);
  const all = written + continued.written;
  const isDouble = all.includes('/') && !/t\/m/iu.test(all);
  // The double number of a journal, `no. 3/4`, is one.
  if (isDouble && !slashedLabels.has(label)) return undefined;
  const value = isDouble ? undefined : toValue(all);
  return { start: at, end: continued.end, label, value, plural: /[-,]/.test(value ?? '') };
}

/** Reads a term and a letter, `sec. A`. Pandoc reads it in braces alone. */
function readLettered(text: string, at: number, terms: LocatorTerms): TermWithNumbers | undefined {
  // The pattern names the letters of all scripts, which V8 compiles slowly.
  if (!/\s[A-Z](?![A-Za-z])/.test(text.slice(at, at + maxTermUnits))) return undefined;
  lettered.lastIndex = at;
  const [whole, name = '', value] = lettered.exec(text) ?? [];
  const label = whole === undefined ? undefined : labelOf(name, terms);
  if (whole === undefined || label === undefined || !letteredLabels.has(label)) return undefined;
  return { start: at, end: at + whole.length, label, value, plural: false, isBraced: true };
}

/** Reads a number before its term, `第2段`, `3쪽`. */
function readNumberFirst(text: string, at: number, terms: LocatorTerms): TermWithNumbers | undefined {
  const found = numberFirst(text, at);
  const label = found && labelOf(found.term, terms);
  if (!found || label === undefined) return undefined;
  const value = toValue(found.numbers);
  return { start: at, end: found.end, label, value, plural: /[-,]/.test(value) };
}

/** The places of which nobody writes two as one with a slash between. */
const slashedLabels: ReadonlySet<LocatorLabel> = new Set(['paragraph', 'section', 'page', 'note']);

/** Reads what goes on with the same term written again, `–¶ 5` after `¶ 3`. `written` is without these terms. */
function readContinued(
  text: string,
  from: number,
  label: LocatorLabel,
  terms: LocatorTerms,
): { readonly written: string; readonly end: number } {
  let end = from;
  let written = '';
  for (;;) {
    continuation.lastIndex = end;
    const [whole, joint = '', name = '', , more = ''] = continuation.exec(text) ?? [];
    if (whole === undefined || labelOf(name, terms) !== label) return { written, end };
    written += joint + more;
    end += whole.length;
  }
}

function labelOf(name: string, terms: LocatorTerms): LocatorLabel | undefined {
  const word = comparableTerm(name);
  return terms.understood.get(`${word}.`) ?? terms.understood.get(word) ?? terms.familiar.get(word);
}

function toValue(written: string): string {
  return written
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))
    .replace(everyDash, '-')
    .replace(everyList, ', ')
    .replace(everyNumberWord, toNumber);
}

/** The value of a decimal digit of any script. They stand in rows of ten that begin with zero. */
function digitValue(code: number): number {
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

/** In lower case, and without a class of letters before it: V8 takes milliseconds to compile either. */
const likePlace =
  /[¶§]|(?:pp?|pg|paras?|pars?|secs?|ch|chap|fn|nn?)\.?\s*[0-9]|(?:paragraph|section|page|chapter|note|footnote|paragraphe|chapitre)s?\s/gu;

/** Finds text that looks like a locator although citeproc reads none there; undefined where there is no such text. */
function findUnparsed(plain: MappedText, terms: LocatorTerms): LocatorAttempt | undefined {
  const { text } = plain;
  const from = /^[\s,;:]*/u.exec(text)?.[0].length ?? 0;
  const skipped = leading.exec(text)?.[0].length ?? 0;
  const first = readAt(text, skipped, terms);
  if (first) return attempt('unparsed', plain, from, first.end, writeAttempt(first, terms));
  for (const place of foldedCase(text).matchAll(likePlace)) {
    if (hasWord(text.charAt(place.index - 1))) continue;
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
  const [gap = '', bracket = ''] = betweenLocators.exec(text.slice(end)) ?? [];
  const second = readAt(text, end + gap.length, terms) ?? readSwallowed(text, start, end, terms);
  if (second === undefined || second.end <= end) return undefined;
  const isOne = !/[-–—‑,;]/u.test(text.slice(start, end));
  const isClosed = bracket !== '' && /^[)\]]/u.test(text.slice(second.end));
  const precise =
    isOne && (bracket !== '') === isClosed && ['paragraph', 'page', 'note'].includes(second.label);
  const suggestion = precise ? writeAttempt(second, terms) : undefined;
  return attempt('compound', plain, start, second.end + (isClosed ? 1 : 0), suggestion);
}

/** Returns the locator that a whole text would be, in a form that Pandoc understands; undefined where it is none. */
export function readStrayLocator(text: string, terms: LocatorTerms): string | undefined {
  const found = readAt(text, leading.exec(text)?.[0].length ?? 0, terms);
  return found && text.slice(found.end).trim() === '' ? writeAttempt(found, terms) : undefined;
}

/** Behind a key in the text other terms may be words: `c. 1848`, `l. 5`. */
const labelsOutside: ReadonlySet<LocatorLabel> = new Set(['paragraph', 'section', 'page', 'note']);

/** Returns the locator that a person sees at an offset, and its end; undefined where there is none with a number. */
export function locatorAhead(
  text: string,
  at: number,
  terms: LocatorTerms,
): { readonly end: number; readonly written: string | undefined } | undefined {
  const found = readAt(text, at, terms);
  if (!found || !labelsOutside.has(found.label) || !/\p{Nd}/u.test(text.slice(at, found.end)))
    return undefined;
  return { end: found.end, written: writeAttempt(found, terms) };
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
  if (names === undefined || found.value === undefined) return undefined;
  const written = `${found.plural ? names[1] : names[0]} ${found.value}`;
  return found.isBraced ? `{${written}}` : written;
}

function attempt(
  kind: LocatorAttempt['kind'],
  plain: MappedText,
  start: number,
  end: number,
  suggestion: string | undefined,
): LocatorAttempt | undefined {
  const range = plain.originalRange({ start, end });
  return range && { kind, text: plain.text.slice(start, end), range, suggestion };
}
