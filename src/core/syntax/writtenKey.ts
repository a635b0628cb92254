import { keyMarks, readCitationKey } from './citationKey.ts';

const keyCharacter = String.raw`[\p{L}\p{N}_]`;
const keyMark = `[${keyMarks.replace('-', '\\-')}]`;
/**
 * Keys that are written without braces: letters, digits and `_`, with single marks between them. Narrower than what is read:
 * `*` at the start and `//` are put in braces.
 */
const simpleKey = new RegExp(`^${keyCharacter}(?:${keyCharacter}|${keyMark}(?=${keyCharacter}))*$`, 'u');

/** Returns a key as written after `@`: in braces unless it is simple. */
export function bracedKey(key: string): string {
  return simpleKey.test(key) ? key : `{${key}}`;
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
