import { readCitationKey } from './citationKey.ts';

/** Keys that Pandoc reads to their end without braces: letters, digits and `_`, with single marks between them. */
const simpleKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u;

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
