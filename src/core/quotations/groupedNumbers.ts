import { primaryLanguage } from '../languages.ts';
import type { SameLetters } from './otherLetters.ts';

/** Languages that group the digits of a long number by a point, and by a comma. Each writes its decimals with the other one. */
const byPoint = new Set('de es it pt fr nl da ca gl id tr el ro hr sr bs sl vi'.split(' '));
const byComma = new Set('en zh ja ko he th'.split(' '));
/** Where Spanish is written with a decimal point, and English with a decimal comma. */
const otherCountries = /^(?:es[-_](?:mx|us|pr|gt|hn|ni|pa|sv|do|pe)|en[-_]za)\b/i;
const swiss = /[-_](?:ch|li)\b/i;

/** A sign that groups the digits of long numbers. */
type GroupSign = '.' | ',' | "'";

/** What stands before a sign that groups digits: one to three of them, and groups of three. */
const digitsBefore: Readonly<Record<GroupSign, RegExp>> = {
  '.': /(?<![0-9]|[0-9][.,'])[1-9][0-9]{0,2}(?:\.[0-9]{3}){0,5}$/,
  ',': /(?<![0-9]|[0-9][.,'])[1-9][0-9]{0,2}(?:,[0-9]{3}){0,5}$/,
  "'": /(?<![0-9]|[0-9][.,'])[1-9][0-9]{0,2}(?:'[0-9]{3}){0,5}$/,
};
/** Longer numbers are not read. UTF-16 code units. */
const maxGroupedUnits = 24;

/**
 * Returns the sign that groups digits in a language; undefined where it is not known, or may be a decimal one. Spaces group them
 * everywhere.
 * @param tag of BCP 47
 */
export function groupSignIn(tag: string | undefined): GroupSign | undefined {
  if (tag === undefined) return undefined;
  const language = primaryLanguage(tag);
  const isOther = otherCountries.test(tag);
  if (swiss.test(tag)) return "'";
  if (byComma.has(language)) return isOther ? undefined : ',';
  if (byPoint.has(language)) return isOther ? ',' : '.';
  return undefined;
}

/** Returns the sign at one of two offsets that groups digits, as in `1.480` beside `1480`, as what one text has and the other has not. */
export function groupSignAt(
  quoted: string,
  i: number,
  source: string,
  j: number,
  sign: GroupSign | undefined,
): SameLetters | undefined {
  if (sign === undefined) return undefined;
  if (groupsDigits(quoted, i, sign)) return { quoted: 1, source: 0 };
  return groupsDigits(source, j, sign) ? { quoted: 0, source: 1 } : undefined;
}

function groupsDigits(text: string, at: number, sign: GroupSign): boolean {
  return (
    text.charAt(at) === sign &&
    /^[0-9]{3}(?![0-9])/.test(text.slice(at + 1, at + 5)) &&
    digitsBefore[sign].test(text.slice(Math.max(0, at - maxGroupedUnits), at))
  );
}
