import { type CiteItem, noReferences, readCites, stringify } from '../../inlines.ts';
import { type Locator, type LocatorAttempt, type LocatorTerms, readLocator } from '../../locators.ts';
import { memo } from '../../memo.ts';
import { isSpaceOrTab } from '../../syntax.ts';
import { tableOf } from '../../text.ts';

/** The content of a suffix, with ranges from its start. */
export interface SuffixReading {
  readonly suffix: string;
  readonly locator: Locator | undefined;
  readonly rest: string;
  readonly attempt: LocatorAttempt | undefined;
}

/** Whether a suffix follows its key in the same brackets, `[@key, ¶ 4]`, or has its own, `@key [¶ 4]`. */
export type SuffixPlace = 'behind' | 'bracketed';

/**
 * Caches readings of suffixes and prefixes that recur in many citations, such as `, ¶ 12` and `see `, by their text. They
 * are valid in any context, because only texts are read here in which nothing extends beyond the brackets. At most `maxFragments`
 * readings are kept.
 */
export class Fragments {
  private readonly suffixes = {
    behind: new Map<string, SuffixReading>(),
    bracketed: new Map<string, SuffixReading>(),
  };
  private readonly prefixes = new Map<string, string>();
  /** The reading of an empty suffix. */
  readonly none: SuffixReading;

  constructor(private readonly terms: LocatorTerms) {
    this.none = { suffix: '', ...readLocator([], terms, () => ({ start: 0, end: 0 })) };
  }

  /** Returns the reading of a suffix; undefined where brackets with this suffix are not a citation. */
  suffix(raw: string, place: SuffixPlace): SuffixReading | undefined {
    const kept = this.suffixes[place].get(raw);
    if (kept) return kept;
    const reading = readSuffixText(raw, place, this.terms);
    if (reading) keepFragment(this.suffixes[place], raw, reading);
    return reading;
  }

  /** Returns the plain text of a prefix; undefined where brackets with this prefix are not a citation. */
  prefix(raw: string): string | undefined {
    if (raw === '') return raw;
    const kept = this.prefixes.get(raw);
    if (kept !== undefined) return kept;
    const item = readOnlyCitation(`[${raw}@{k}]`);
    const prefix = item && stringify(item.prefix);
    if (prefix !== undefined) keepFragment(this.prefixes, raw, prefix);
    return prefix;
  }
}

const maxFragments = 4096;
const maxFragmentUnits = 200;

function keepFragment<T>(table: Map<string, T>, raw: string, value: T): void {
  if (raw.length > maxFragmentUnits) return;
  if (table.size >= maxFragments) table.clear();
  // A copy, because a slice would keep the whole document in memory.
  table.set(` ${raw}`.slice(1), value);
}

function readSuffixText(raw: string, place: SuffixPlace, terms: LocatorTerms): SuffixReading | undefined {
  const opening = place === 'behind' ? '[@{k}' : '@k [';
  const item = readOnlyCitation(`${opening}${raw}]`);
  if (item === undefined) return undefined;
  const by = opening.length;
  const reading = readLocator(item.suffix, terms, (start, end) => ({ start: start - by, end: end - by }));
  return { suffix: stringify(item.suffix), ...reading };
}

/** Reads a text that is one citation; undefined where it is not. */
function readOnlyCitation(text: string): CiteItem | undefined {
  const [cite, ...more] = readCites(text, noReferences);
  const [item, ...others] = cite?.citations ?? [];
  return cite?.start === 0 && cite.end === text.length && more.length + others.length === 0
    ? item
    : undefined;
}

/** Returns the readings for a language. */
export const fragmentsIn = memo('fragments in a language', (terms: LocatorTerms) => new Fragments(terms));

/** The effect that a character may have on the citations around it. */
export const effects = {
  /** Nothing. */
  plain: 0,
  /** Code, math, TeX, HTML, escapes and similar, which only the full reader can read. */
  unusual: 1,
  /** `*` and `_`. */
  emphasis: 2,
  quote: 3,
  open: 4,
  close: 5,
  at: 6,
  ampersand: 7,
  exclamation: 8,
  lineFeed: 9,
  semicolon: 10,
} as const;

const effectByMark = tableOf<number>({
  ...Object.fromEntries([...'`$<\\~^\r\u0000'].map((mark) => [mark, effects.unusual])),
  '*': effects.emphasis,
  _: effects.emphasis,
  '"': effects.quote,
  "'": effects.quote,
  '[': effects.open,
  ']': effects.close,
  '@': effects.at,
  '&': effects.ampersand,
  '!': effects.exclamation,
  '\n': effects.lineFeed,
  ';': effects.semicolon,
});

const ascii = Uint8Array.from(
  { length: 128 },
  (_, code) => effectByMark[String.fromCharCode(code)] ?? effects.plain,
);

/** Returns one of `effects` for a UTF-16 code unit. */
export function effectOf(code: number): number {
  return code < 128 ? (ascii[code] ?? effects.plain) : effects.plain;
}

/** Codes of characters with a name. */
export const codes = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  doubleQuote: 34,
  hash: 35,
  apostrophe: 39,
  parenthesis: 40,
  closingParenthesis: 41,
  asterisk: 42,
  comma: 44,
  hyphen: 45,
  point: 46,
  colon: 58,
  semicolon: 59,
  greater: 62,
  at: 64,
  bracket: 91,
  closing: 93,
  caret: 94,
  underscore: 95,
  brace: 123,
  pilcrow: 0xb6,
  enDash: 0x2013,
  emDash: 0x2014,
} as const;

/** Whether a key may follow a character, because certainly no word ends there. */
export function isPlainBeforeKey(code: number): boolean {
  return (
    Number.isNaN(code) ||
    isSpaceOrTab(code) ||
    code === codes.lineFeed ||
    code === codes.parenthesis ||
    code === codes.hyphen ||
    code === codes.enDash ||
    code === codes.emDash
  );
}
