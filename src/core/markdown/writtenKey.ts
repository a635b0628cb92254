/** Keys that Pandoc reads whole without braces: letters, digits and `_`, with single marks between. */
const simpleKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u;

/** A key as it is written behind `@`: other than simple ones in braces. */
export function bracedKey(key: string): string {
  return simpleKey.test(key) ? key : `{${key}}`;
}

/** A Pandoc citation of a place: `[@key, ¶ 12]`; of the whole source without a locator. */
export function citationOf(key: string, locator?: string): string {
  return `[@${bracedKey(key)}${locator ? `, ${locator}` : ''}]`;
}
