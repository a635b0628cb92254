import { appendAll, isAsciiLetterOrDigit } from '../text.ts';

/** Character classes as Pandoc (Haskell's Data.Char) defines them. Each function takes one code point as a string. */

const alphaNumeric = /^[\p{L}\p{N}]$/u;
const punctuationCharacter = /^\p{P}$/u;
const pandocSpace = /^[\p{Zs}\t-\r]$/u;

/** Data.Char.isAlphaNum: letters and numbers of every kind, but no combining marks. */
export function isAlphaNumeric(character: string): boolean {
  if (character.length === 1) {
    const code = character.charCodeAt(0);
    if (code < 128) return isAsciiLetterOrDigit(code);
  }
  return alphaNumeric.test(character);
}

/** Data.Char.isPunctuation: the Unicode categories P*. Symbols such as `$`, `+` and `=` do not count. */
export function isPunctuation(character: string): boolean {
  return punctuationCharacter.test(character);
}

/** Data.Char.isSpace: the Unicode category Zs, tab, line feed and similar. */
export function isSpace(character: string): boolean {
  return pandocSpace.test(character);
}

/** Whether a citation key may begin with this character. Pandoc also allows `*`, which is handled by the key reader. */
export function isKeyCharacter(character: string): boolean {
  return character === '_' || isAlphaNumeric(character);
}

/** Returns the whole character at `offset`, with both halves of a surrogate pair; empty at the end of the text. */
export function characterAt(text: string, offset: number): string {
  const code = text.charCodeAt(offset);
  if (code >= 0xd800 && code < 0xdc00) {
    const low = text.charCodeAt(offset + 1);
    if (low >= 0xdc00 && low < 0xe000) return text.slice(offset, offset + 2);
  }
  return text.charAt(offset);
}

/** Whether a UTF-16 code unit is a space or tab. */
export function isSpaceOrTab(code: number): boolean {
  return code === 32 || code === 9;
}

/** The form in which Markdown compares labels (CommonMark 0.31, “matches”, as micromark-util-normalize-identifier). */
export function normaliseLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}

/** A citation key as Pandoc lexes it. Offsets are into the text that was read. */
export interface CitationKeyToken {
  readonly key: string;
  readonly braced: boolean;
  /** Where the `@` stands. */
  readonly start: number;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** After the key, or after the `}` of a key in braces. */
  readonly end: number;
}

/** A longer key in braces, without the braces, is no key. The limit keeps hostile texts from being read over and over. */
export const maxKeyUnits = 1000;
export const maxBraceDepth = 10;
/** Marks that belong to a key where a letter, digit or `_` follows. */
export const keyMarks = ':.#$%&-+?<>~/';

/** Reads `@key` or `@{key}` with its `@` at `at`; undefined where there is no key. */
export function readCitationKey(text: string, at: number, limit = text.length): CitationKeyToken | undefined {
  if (text.charAt(at) !== '@' || at + 1 >= limit) return undefined;
  const keyStart = at + 1;
  const first = characterAt(text, keyStart);
  if (first === '{') return readBracedKey(text, at, limit);
  if (first === '' || !(first === '*' || isKeyCharacter(first))) return undefined;
  const keyEnd = Math.min(endOfSimpleKey(text, keyStart + first.length), limit);
  return { key: text.slice(keyStart, keyEnd), braced: false, start: at, keyStart, keyEnd, end: keyEnd };
}

/** Whether a key may directly follow a UTF-16 code unit: no letter, digit or dot. `ab@cd` is the start of an address. */
export function mayStandBeforeKey(code: number): boolean {
  return code !== 46 && !isAlphaNumeric(String.fromCharCode(code));
}

/** Whether an ASCII character may begin a key, by its code: letters, digits and `_`. */
const plainKey = Uint8Array.from({ length: 128 }, (_, code) =>
  isKeyCharacter(String.fromCharCode(code)) ? 1 : 0,
);

function endOfSimpleKey(text: string, from: number): number {
  let at = from;
  for (;;) {
    if (plainKey[text.charCodeAt(at)] === 1) {
      at++;
      continue;
    }
    const character = characterAt(text, at);
    if (character === '') return at;
    if (isKeyCharacter(character)) {
      at += character.length;
      continue;
    }
    if (!keyMarks.includes(character)) return at;
    const next = characterAt(text, at + 1);
    const slashes = next === '/' && (character === ':' || character === '/');
    if (!slashes && (next === '' || !isKeyCharacter(next))) return at;
    at += 1;
  }
}

/** Reads `{…}` without spaces and with balanced braces inside. Pandoc accepts an empty key. */
function readBracedKey(text: string, at: number, limit: number): CitationKeyToken | undefined {
  let depth = 0;
  for (let i = at + 1; i < Math.min(limit, at + maxKeyUnits + 3); i++) {
    const character = text.charAt(i);
    if (character === '{' && ++depth > maxBraceDepth) return undefined;
    if (character === '}' && --depth === 0)
      return { key: text.slice(at + 2, i), braced: true, start: at, keyStart: at + 2, keyEnd: i, end: i + 1 };
    if (isSpace(character)) return undefined;
  }
  return undefined;
}

const keyCharacter = String.raw`[\p{L}\p{N}_]`;
const keyMark = `[${keyMarks.replace('-', '\\-')}]`;
/**
 * Keys that are written without braces: letters, digits and `_`, with single marks between them. Narrower than what is read:
 * `*` at the start and `//` are put in braces.
 */
const keyWithoutBraces = new RegExp(
  `^${keyCharacter}(?:${keyCharacter}|${keyMark}(?=${keyCharacter}))*$`,
  'u',
);

/** Returns a key as written after `@`: in braces unless it is simple. */
export function bracedKey(key: string): string {
  return keyWithoutBraces.test(key) ? key : `{${key}}`;
}

/** Whether a citation can use this key at all. A key with a space or an unmatched brace cannot be written. */
export function isCitableKey(key: string): boolean {
  const written = `@${bracedKey(key)}`;
  const read = readCitationKey(written, 0);
  return key !== '' && read?.key === key && read.end === written.length;
}

/** Returns a Pandoc citation of a place, `[@key, ¶ 12]`, or of the whole source where there is no locator. */
export function citationOf(key: string, locator?: string): string {
  return `[@${bracedKey(key)}${locator ? `, ${locator}` : ''}]`;
}

/** Attributes, `{#id .class key=value}`. `end` is the offset after them. */
export interface Attributes {
  /** Empty where there is none. */
  readonly id: string;
  readonly classes: readonly string[];
  /** The others, in the order in which they stand. */
  readonly values: readonly (readonly [name: string, value: string])[];
  readonly end: number;
}

/** A picture described at length, as guides to accessibility ask, has attributes of some thousand characters. */
const maxAttributeUnits = 16_384;
/** One of them. The groups are an identifier, a class, the name of a value, and the value with double, single or no marks around it. */
const attributePattern =
  /(?:#([\p{L}\p{N}_:.-]+)|\.(\p{L}[\p{L}\p{N}_:.-]*)|-|(\p{L}[\p{L}\p{N}_:.-]*)=(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|((?:\\.|[^\s}\\]){0,1000})))/uy;
const spacePattern = /[ \t]*(?:\n[ \t]*)?/y;

/** Reads the attributes at `at`; undefined where there are none. */
export function readAttributes(text: string, at: number, limit = text.length): Attributes | undefined {
  if (text.charAt(at) !== '{') return undefined;
  const slice = text.slice(at, Math.min(limit, at + maxAttributeUnits));
  const classes: string[] = [];
  const values: [string, string][] = [];
  let id = '';
  let i = 1;
  for (;;) {
    spacePattern.lastIndex = i;
    i += spacePattern.exec(slice)?.[0].length ?? 0;
    if (slice.charAt(i) === '}') return { id, classes, values, end: at + i + 1 };
    attributePattern.lastIndex = i;
    const [whole, name, className, key, double, single, bare = ''] = attributePattern.exec(slice) ?? [];
    if (!whole) return undefined;
    if (className !== undefined || whole === '-') classes.push(className ?? 'unnumbered');
    const value = double ?? single ?? bare;
    if (name !== undefined) id = name;
    else if (key === 'id') id = value;
    else if (key === 'class') appendAll(classes, value.split(/\s+/));
    else if (key !== undefined) values.push([key, value.replace(/\\(.)/gsu, '$1')]);
    i += whole.length;
  }
}

/** Returns the end of the attributes at `at`; undefined where there are none. */
export function endOfAttributes(text: string, at: number, limit: number): number | undefined {
  return readAttributes(text, at, limit)?.end;
}

/** A span, `[words]{.class}`. */
export interface Span {
  /** Of its `[`. */
  readonly start: number;
  /** Of its `]`. */
  readonly close: number;
  readonly attributes: Attributes;
}

/** Deeper brackets are text. */
const maxOpenBrackets = 100;

/** Returns the spans of a text in which every bracket, brace and quotation mark is markup, in the order of their ends. */
export function readSpans(text: string): Span[] {
  if (!text.includes(']{')) return [];
  const open: number[] = [];
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '[' && open.length < maxOpenBrackets) open.push(at);
    if (character !== ']') continue;
    const start = open.pop();
    const attributes = start === undefined ? undefined : readAttributes(text, at + 1);
    if (start !== undefined && attributes) spans.push({ start, close: at, attributes });
  }
  return spans;
}
