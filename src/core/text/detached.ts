/** V8 copies substrings shorter than this instead of pointing into the parent string. */
const shortest = 13;

/**
 * Copies a string into memory of its own. Engines keep a substring as a pointer into its parent, so a title of forty
 * letters could keep a text of fifty pages alive.
 */
export function detached(text: string): string {
  return text.length < shortest ? text : (JSON.parse(JSON.stringify(text)) as string);
}
