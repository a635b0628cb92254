import { isAsciiLetterOrDigit } from '../text.ts';

/** Character classes as Pandoc (Haskell's Data.Char) defines them. Each function takes one code point as a string. */

const alphaNumeric = /^[\p{L}\p{N}]$/u;
const punctuation = /^\p{P}$/u;
const space = /^[\p{Zs}\t-\r]$/u;

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
  return punctuation.test(character);
}

/** Data.Char.isSpace: the Unicode category Zs, tab, line feed and similar. */
export function isSpace(character: string): boolean {
  return space.test(character);
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
