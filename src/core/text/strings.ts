import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The normalisation that fingerprints rest on. Two printings of a paragraph that differ only in typography (quotation
 * marks, dashes, spaces, Unicode composition) become equal.
 */

const singleQuotes = /[\u2018\u2019\u201A\u201B\u2032\u2039\u203A\u02BC\uFF07]/g;
const doubleQuotes = /[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\uFF02]/g;
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
/** Invisible characters that carry no text: soft hyphen, zero-width space and joiners, byte order mark. */
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** What `normaliseText` leaves as it is contains none of these: most paragraphs without quotations in a text typed as ASCII. */
const mayChange = /[^!-~ ]|^ | $| {2}/;

/**
 * Normalises plain text (no Markdown, no note marks) for a fingerprint: NFC, straight quotation marks, every dash a hyphen,
 * every run of white space (U+00A0 and similar included) one space, trimmed. `…` and brackets stay.
 */
export function normaliseText(text: string): string {
  if (!mayChange.test(text)) return text;
  return text
    .replace(invisible, '')
    .normalize('NFC')
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(dashes, '-')
    .replace(/[\s\u0085\u180E]+/gu, ' ')
    .trim();
}

/**
 * Returns a text in lower case, unit for unit at the same offsets; the long s of old print is an s. For patterns in lower case: V8
 * takes ten times as long to compile one that ignores case in Unicode.
 */
export function foldedCase(text: string): string {
  const lower = text.toLowerCase();
  const even =
    lower.length === text.length
      ? lower
      : Array.from(text, (sign) => {
          const small = sign.toLowerCase();
          return small.length === sign.length ? small : sign;
        }).join('');
  return even.replaceAll('ſ', 's');
}

/** Counts the words of a normalised text: tokens between spaces that contain a letter or a digit. */
export function countWords(normalised: string): number {
  let count = 0;
  let isCounted = false;
  for (let at = 0; at < normalised.length; at++) {
    const code = normalised.charCodeAt(at);
    if (code === 32) isCounted = false;
    else if (!isCounted && (code < 128 ? isAsciiLetterOrDigit(code) : isLetterAt(normalised, at))) {
      isCounted = true;
      count++;
    }
  }
  return count;
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Whether a letter or a digit begins at an offset. */
function isLetterAt(text: string, at: number): boolean {
  return (
    !isGeneralPunctuation(text.charCodeAt(at)) &&
    letterOrDigit.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
  );
}

/** Whether a text contains a letter or a digit. */
export function hasWord(text: string): boolean {
  return /[A-Za-z0-9]/.test(text) || letterOrDigit.test(text);
}

/** Whether a code unit is of the block of general punctuation: quotation marks, dashes, spaces. Most others in a text are ASCII. */
function isGeneralPunctuation(code: number): boolean {
  return code >= 0x2000 && code < 0x2070;
}

/**
 * Returns the fingerprint of a passage: SHA-256 (64 lower-case hex digits) of the UTF-8 bytes of its normalised plain text.
 */
export function fingerprint(plainText: string): string {
  return fingerprintOfNormalised(normaliseText(plainText));
}

/** Like `fingerprint`, for a text that `normaliseText` has already normalised. */
export function fingerprintOfNormalised(normalised: string): string {
  return detach(bytesToHex(sha256(utf8ToBytes(normalised))));
}

/**
 * Extends a stretch of a text to whole words: `on't wai` in “Don't wait” becomes “Don't wait”, and either half of
 * “self-rule” becomes all of it.
 */
export function wholeWords(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { start: number; end: number } {
  let [from, to] = [start, end];
  while (from > 0 && from < to && cutsWord(text, from)) from--;
  while (to < text.length && to > from && cutsWord(text, to)) to++;
  return { start: from, end: to };
}

/** Whether a word of a text as written would be cut at `at`. The comparable form has a test of its own, `isBoundary`. */
function cutsWord(text: string, at: number): boolean {
  const [before, after] = [isWordUnit(text, at - 1), isWordUnit(text, at)];
  if (before && after) return !isUnspaced(text.charCodeAt(at - 1)) && !isUnspaced(text.charCodeAt(at));
  if (before) return joinsWord(text, at);
  return after && joinsWord(text, at - 1);
}

/** Whether the mark at `at` stands within one word: `don't`, `self-rule`, `1,000`. */
function joinsWord(text: string, at: number): boolean {
  if (!isWordUnit(text, at - 1) || !isWordUnit(text, at + 1)) return false;
  const mark = text.charAt(at);
  return /['’‐‑-]/u.test(mark) || (/[.,]/u.test(mark) && /\d.\d/su.test(text.slice(at - 1, at + 2)));
}

/** Code units compared in one step. The engine compares whole slices at the speed of memory. */
const unitsAtOnce = 1 << 15;

/** Returns the length of the longest common prefix of two texts, in code units. */
export function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  for (let size = unitsAtOnce; same < most;) {
    const end = Math.min(same + size, most);
    if (a.slice(same, end) === b.slice(same, end)) same = end;
    else if (end - same === 1) break;
    else size = Math.ceil((end - same) / 2);
  }
  return same;
}

/**
 * Returns the length of the longest common suffix of two texts, in code units.
 * @param most the count stops here
 */
export function commonSuffix(a: string, b: string, most: number): number {
  const limit = Math.min(a.length, b.length, most);
  let same = 0;
  for (let size = unitsAtOnce; same < limit;) {
    const next = Math.min(same + size, limit);
    const isSame = a.slice(a.length - next, a.length - same) === b.slice(b.length - next, b.length - same);
    if (isSame) same = next;
    else if (next - same === 1) break;
    else size = Math.ceil((next - same) / 2);
  }
  return same;
}

/** V8 copies substrings shorter than this instead of pointing into the parent string. */
const minCutUnits = 13;

/**
 * Copies a string into memory of its own. Engines keep a substring as a pointer into its parent, so a title of forty
 * letters could keep a text of fifty pages alive.
 */
export function detach(text: string): string {
  return text.length < minCutUnits ? text : narrowed(text);
}

/**
 * Copies a string, in one byte for each unit where all are Latin-1: V8 keeps every part of a text with typographic marks in two,
 * and every text that has such a part.
 */
export function narrowed(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** Replaces stretches with spaces, so that all offsets stay valid. They are in order of their beginnings, and may overlap. */
export function blankRanges(
  text: string,
  ranges: readonly { readonly start: number; readonly end: number }[],
): string {
  let rest = 0;
  let out = '';
  for (const { start, end } of ranges) {
    if (end <= rest) continue;
    const from = Math.max(start, rest);
    out += text.slice(rest, from) + ' '.repeat(end - from);
    rest = end;
  }
  return out + text.slice(rest);
}

/** Returns the offset after the line end at `at`. */
export function afterLineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, text.length);
}

/** Whether a text may contain links with brackets, or link definitions. `false` is certain; `true` may be wrong. */
export function mayLink(text: string): boolean {
  return text.includes('](') || /^(?![ \t>]*\[\^).*\]:/m.test(text);
}

/** Returns the source of a regular expression for some words, in which no sign has a meaning. */
export function literalPattern(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** Letters, digits, `_` and combining marks; used outside ASCII. */
const wordUnit = /[\p{L}\p{N}\p{M}_]/u;

/** Whether a UTF-16 code unit is one of A–Z, a–z and 0–9. */
export function isAsciiLetterOrDigit(code: number): boolean {
  return (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 64 && code < 91);
}

/** Whether the UTF-16 unit at `i` of a text is part of a word. Surrogate halves are. */
export function isWordUnit(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 128) return isAsciiLetterOrDigit(code) || code === 95;
  if (code >= 0xd800 && code < 0xe000) return true;
  return code === code && !isGeneralPunctuation(code) && wordUnit.test(text.charAt(i));
}

/** Korean syllables, to whose words particles are joined. */
export function isHangul(code: number): boolean {
  return code >= 0xac00 && code < 0xd7a4;
}

/** Scripts written without spaces, where a word boundary may be anywhere: Thai to Khmer, kana, Han. */
export function isUnspaced(code: number): boolean {
  return (
    (code >= 0x0e00 && code < 0x0f00) ||
    (code >= 0x1000 && code < 0x10a0) ||
    (code >= 0x1780 && code < 0x1800) ||
    (code >= 0x2e80 && code < 0xa000) ||
    (code >= 0xf900 && code < 0xfb00)
  );
}

/**
 * What Unicode calls a quotation mark, by the property of this name or as initial and final punctuation, the brackets that mark
 * titles and speech in East Asia, ornaments of the same name, and the signs that are written for marks.
 */
export const quotationSigns =
  '"\'`´«»‘’‚‛“”„‟‹›′″‵‶׳״＂＇「」『』｢｣﹁﹂﹃﹄〝〞〟《》〈〉❛❜❝❞❟❠❮❯⹂⸂⸃⸄⸅⸉⸊⸌⸍⸜⸝⸠⸡';
