import { readCitationKey } from './citationKey.ts';

/** Keys that Pandoc reads whole without braces: letters, digits and `_`, with single marks between. */
const simpleKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u;

/** A key as it is written behind `@`: other than simple ones in braces. */
export function bracedKey(key: string): string {
  return simpleKey.test(key) ? key : `{${key}}`;
}

/** Whether a citation can name a source by this key at all: one with a space or an unmatched brace none can. */
export function isCitableKey(key: string): boolean {
  const written = `@${bracedKey(key)}`;
  const read = readCitationKey(written, 0);
  return key !== '' && read?.key === key && read.end === written.length;
}

/** A Pandoc citation of a place: `[@key, ¶ 12]`; of the whole source without a locator. */
export function citationOf(key: string, locator?: string): string {
  return `[@${bracedKey(key)}${locator ? `, ${locator}` : ''}]`;
}
