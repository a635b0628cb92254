import { isWordUnit } from '../text.ts';

/** Signs and units that are written with or without a space after their number. */
const units =
  '(?:[kcmµμnMGT]?(?:m|g|l|L|s|W|V|A|J|N|Hz|Pa|eV|B)(?:[²³]|\\^[23]\\^?)?|kWh|Wh|MWh|TWh|kcal|cal|min|h|ha|t|dB|bar|°[CFK]?|ºC|[%‰€$£¥₽₹]|EUR|USD|GBP|CHF|Mio|Mrd|Uhr|pp|px|pt)';

/** The place between a number and its unit, with the spaces there. */
export const numberAndUnit = new RegExp(String.raw`(?<=\p{N})[^\S\n\r]*(?=${units}(?![\p{L}\p{N}]))`, 'gu');

const beforeUnit = new RegExp(String.raw`^\p{N} ${units}(?![\p{L}\p{N}])`, 'u');
const withinNumber = /(?<![\p{N}.,])\p{N}{1,3}(?: \p{N}{3})*$/u;

/**
 * Whether a space of a comparable text parts no words: a point stands beside it (but not in a list of numbers, `1, 2`), it
 * stands between a number and its unit, or it groups the digits of a number in threes.
 */
export function isIdleSpace(text: string, at: number): boolean {
  if (text.charAt(at) !== ' ') return false;
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  if (isWordUnit(text, at - 1) && isWordUnit(text, at + 1)) {
    if (beforeUnit.test(text.slice(at - 1, at + 12))) return true;
    return (
      /^\p{N}{3}(?!\p{N})/u.test(text.slice(at + 1, at + 5)) &&
      withinNumber.test(text.slice(Math.max(0, at - 16), at))
    );
  }
  if (/[.,]/u.test(before) && /\p{N}/u.test(after)) return false;
  return !(/[.,]/u.test(after) && /\p{N}/u.test(before));
}
