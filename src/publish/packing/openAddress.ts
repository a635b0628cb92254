/**
 * The address of a link as a URI; undefined for one that is none of the web or for mail, and for one that cannot be read: Word takes a
 * file for damaged that holds any other.
 */
export function openAddress(target: string): string | undefined {
  if (!/^(?:https?|mailto|ftp):/i.test(target) || !URL.canParse(target)) return undefined;
  return new URL(target).href;
}
