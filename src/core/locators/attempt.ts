import type { LocatorAttempt, LocatorLabel } from './locatorTypes.ts';
import { type MappedText, originalRange } from '../text.ts';
import { inAnyCase, numberWordPattern, toNumber } from './numberWords.ts';
import type { LocatorTerms } from './terms.ts';

/** A term and its numbers, as a person would read them even where Pandoc does not. */
interface Reading {
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
const dash = String.raw`(?:\s*[-–—−‐‑]+\s*|\s+(?:${to})\s+)`;
const list = String.raw`(?:\s*[,;]\s*(?:(?:${and}|&)\s*)?|\s*&\s*|\s+(?:${and})\s+)`;
const numbers = String.raw`${number}(?:(?:${dash}|${list})${number})*`;
const term = String.raw`([¶§]+[sS]?|\p{L}+)\.?`;
const reading = new RegExp(
  String.raw`${term}(\s*(?:[nN][oO°][sS]?\.?|[nN]ᵒ)?\s*)(${numbers})(?![\p{L}\p{N}])`,
  'uy',
);
const everyDash = new RegExp(dash, 'gu');
const everyList = new RegExp(list, 'gu');
/** Words before a locator that can be dropped without loss. */
const leading =
  /^\s*[,;:]?\s*(?:(?:at|in|on|from|see|cf\.?|esp\.?|under|and|also|of|the|à|au|aux|dans|voir|cf|et|de|du|la|le|&)\s+)*/iu;

/** Reads a term and its numbers at `at`; undefined where a person would see none. */
function readAt(text: string, at: number, terms: LocatorTerms): Reading | undefined {
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
export function findUnparsed(plain: MappedText, terms: LocatorTerms): LocatorAttempt | undefined {
  const { text } = plain;
  const from = /^[\s,;:]*/u.exec(text)?.[0].length ?? 0;
  const skipped = leading.exec(text)?.[0].length ?? 0;
  const first = readAt(text, skipped, terms);
  if (first) return attempt('unparsed', plain, from, first.end, write(first, terms));
  for (const place of text.matchAll(
    /(?<![\p{L}\p{N}])(?:[¶§]|(?:pp?|pg|paras?|pars?|secs?|ch|chap|fn|nn?)\.?\s*[0-9]|(?:paragraph|section|page|chapter|note|footnote|paragraphe|chapitre)s?\s)/giu,
  )) {
    const found = readAt(text, place.index, terms);
    if (found) return attempt('unparsed', plain, found.start, found.end, undefined);
  }
  return undefined;
}

/** Finds text after a locator that looks like a continuation: a second locator, or the end of a range. */
export function findCompound(
  plain: MappedText,
  start: number,
  end: number,
  terms: LocatorTerms,
): LocatorAttempt | undefined {
  const { text } = plain;
  if (text.slice(end).trim() === '') return undefined;
  const whole = readAt(text, start, terms);
  if (whole && whole.end > end && !/[;]/.test(text.slice(start, whole.end)))
    return attempt('unparsed', plain, start, whole.end, write(whole, terms));
  const gap = leading.exec(text.slice(end))?.[0].length ?? 0;
  const second = readAt(text, end + gap, terms) ?? readSwallowed(text, start, end, terms);
  if (second === undefined || second.end <= end) return undefined;
  const precise = ['paragraph', 'page', 'note'].includes(second.label);
  return attempt('compound', plain, start, second.end, precise ? write(second, terms) : undefined);
}

/** Reads `sec. 2, l. 5`, where citeproc takes the `l` for a roman number. */
function readSwallowed(text: string, start: number, end: number, terms: LocatorTerms): Reading | undefined {
  const letter = /[,;]\s*([ivxlcdm]{1,2})$/iu.exec(text.slice(start, end));
  if (letter?.[1] === undefined || text.charAt(end) !== '.') return undefined;
  return readAt(text, end - letter[1].length, terms);
}

function write(found: Reading, terms: LocatorTerms): string | undefined {
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
