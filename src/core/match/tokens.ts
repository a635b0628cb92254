import { inAnyLanguage } from '../languages.ts';
import { omissionSource } from './omissions.ts';
import { isAsciiLetterOrDigit, isHangul, isUnspaced, isWordUnit, type Range } from '../text.ts';

/** A word or point of a comparable text. In a quotation also an ellipsis or an editorial bracket. */
export interface Token {
  readonly kind: 'word' | 'point' | 'ellipsis' | 'bracket';
  readonly text: string;
  /** The text in lower case, for distinguishing a change of case from a change of word. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const wordInTokens = String.raw`[\p{L}\p{N}\p{M}_]+(?:'[\p{L}\p{M}]+|[.,](?=\p{N})[\p{N}]+)*`;
const sourceTokens = new RegExp(`${wordInTokens}|[^\\s\\p{L}\\p{N}\\p{M}_]`, 'gu');
const quotedTokens = new RegExp(
  String.raw`${omissionSource}|\[[^[\]\u0001]{0,400}\]|${wordInTokens}|[^\s\p{L}\p{N}\p{M}_]`,
  'gu',
);
const isOmission = new RegExp(`^(?:${omissionSource})$`, 'u');

/**
 * Splits a comparable text into words and points. Apostrophes and the points of numbers belong to words.
 * @param quotation whether ellipses and brackets are gaps, and `[sic]` is skipped
 */
export function tokensOf(text: string, quotation: boolean): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(quotation ? quotedTokens : sourceTokens)) {
    const found = match[0];
    const kind = kindOfToken(found, quotation);
    if (kind === 'bracket' && /^\[sic[!?.]?\]$/i.test(found)) continue;
    tokens.push({
      kind,
      text: found,
      folded: found.toLowerCase(),
      start: match.index,
      end: match.index + found.length,
    });
  }
  return tokens;
}

function kindOfToken(text: string, quotation: boolean): Token['kind'] {
  const first = text.charCodeAt(0);
  if (isAsciiLetterOrDigit(first)) return 'word';
  if (/^[\p{L}\p{N}\p{M}_]/u.test(text)) return 'word';
  if (!quotation) return 'point';
  if (isOmission.test(text)) return 'ellipsis';
  return text.length > 1 && text.startsWith('[') ? 'bracket' : 'point';
}

/** The scripts of `isUnspaced`. */
const unspacedLetter = String.raw`[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff]`;
const hangul = String.raw`[\uac00-\ud7a3]`;
const eliding = inAnyLanguage('eliding');
const hasParts = new RegExp(`'|${unspacedLetter}`, 'u');
const partsInWord = new RegExp(
  String.raw`^(?:${eliding})'(?=\p{L})|${unspacedLetter}\p{M}*|${hangul}+|(?:(?!${unspacedLetter}|${hangul})[^])+`,
  'giu',
);

/**
 * Splits a comparable text as `tokensOf` does, and words into what a writer may quote, leave out or change by itself: an elided word
 * with its apostrophe, `l'`, and each letter of a script without spaces between words.
 */
export function partedTokensOf(text: string, quotation: boolean): Token[] {
  const tokens = tokensOf(text, quotation);
  if (!hasParts.test(text)) return tokens;
  return tokens.flatMap((token) =>
    token.kind === 'word' && hasParts.test(token.text) ? wordParts(token) : [token],
  );
}

function wordParts({ text, start }: Token): Token[] {
  return [...text.matchAll(partsInWord)].map(({ 0: part, index }) => ({
    kind: /[\p{L}\p{N}\p{M}_]/u.test(part) ? 'word' : 'point',
    text: part,
    folded: part.toLowerCase(),
    start: start + index,
    end: start + index + part.length,
  }));
}

const elidedAtEnd = new RegExp(String.raw`(?:^|[^\p{L}\p{N}\p{M}_])(?:${eliding})$`, 'iu');
/** More than the longest elided word has, with what is before it. */
const maxUnitsOfElided = 12;

/** Whether an elided word ends at an offset of a text, where its apostrophe would be: `l` of `l'homme`. */
export function endsElided(text: string, at: number): boolean {
  return elidedAtEnd.test(text.slice(Math.max(0, at - maxUnitsOfElided), at));
}

/** Whether an offset of a comparable text is right after the apostrophe of an elided word. */
function isAfterElision(text: string, at: number): boolean {
  return text.charAt(at - 1) === "'" && endsElided(text, at - 1);
}

function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}

/**
 * Whether a quotation may start or end at offset `at` of a comparable text without cutting a word in two. `mass` is not
 * found in `masses`, `violent` not in `non-violent`, `worker` not in `worker's`, `1` not in `1,000`; but `homme` in `l'homme`.
 * @param dashes offsets of every `-` that separates words
 */
export function isBoundary(text: string, at: number, dashes: { has(offset: number): boolean }): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = isWordUnit(text, at - 1);
  const behind = isWordUnit(text, at);
  if (before && behind) return isUnspaced(text.charCodeAt(at - 1)) || isUnspaced(text.charCodeAt(at));
  if (before) return !mayStandInWord(text, at, dashes) || !isWordUnit(text, at + 1);
  if (behind)
    return !mayStandInWord(text, at - 1, dashes) || !isWordUnit(text, at - 2) || isAfterElision(text, at);
  return true;
}

/** Whether a letter is of a script that has no apostrophes: Korean, and those without spaces between words. */
function hasNoApostrophes(code: number): boolean {
  return isUnspaced(code) || isHangul(code);
}

/** Whether the character at `i` may stand inside a word: an apostrophe, a hyphen, the point or comma of a number. */
function mayStandInWord(text: string, i: number, dashes: { has(offset: number): boolean }): boolean {
  switch (text.charAt(i)) {
    case "'":
      return !hasNoApostrophes(text.charCodeAt(i - 1)) && !hasNoApostrophes(text.charCodeAt(i + 1));
    case '-':
      return !dashes.has(i);
    case '.':
    case ',':
      return isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1));
    default:
      return false;
  }
}

/** How far a stretch is extended at most on either side. Longer words are cut. UTF-16 code units. */
export const maxWordLength = 100;

/** Extends a stretch of a comparable text to whole words where it cuts one: `violent` in `non-violent`. */
export function toWholeWords(
  { text, dashes }: { readonly text: string; readonly dashes: { has(offset: number): boolean } },
  range: Range,
): Range {
  let { start, end } = range;
  while (start > 0 && range.start - start < maxWordLength && !isBoundary(text, start, dashes)) start--;
  while (end < text.length && end - range.end < maxWordLength && !isBoundary(text, end, dashes)) end++;
  return { start, end };
}
