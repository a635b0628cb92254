import type { ElementAttributes } from '../manuscript.ts';

/** The longest name of a bookmark that Word and LibreOffice keep. */
const maxBoxNameUnits = 40;

/**
 * The name of the bookmark around a box, by which the box is known when the file comes back: its number in the file, a `q` where it
 * stands in a quotation, its classes and its id, with everything but letters and digits of ASCII as `_2d` or `_u00e9`.
 * @returns undefined where that does not fit
 */
export function boxBookmark(
  number: number,
  { id, classes }: ElementAttributes,
  isQuoted: boolean,
): string | undefined {
  const prefix = `Box${String(number)}${isQuoted ? 'q' : ''}_`;
  const names = [`${classes.join('.')}${id === '' ? '' : `#${id}`}`, classes.join('.')];
  return names
    .map((name) => prefix + name.replace(/[^A-Za-z0-9]/g, bookmarkEscape))
    .find((name) => name.length <= maxBoxNameUnits);
}

function bookmarkEscape(sign: string): string {
  const code = sign.charCodeAt(0).toString(16);
  return code.length <= 2 ? `_${code.padStart(2, '0')}` : `_u${code.padStart(4, '0')}`;
}
