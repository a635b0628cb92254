import type { LocatorPart } from '../locators.ts';
import { romanValue } from '../source.ts';

/** Returns the number that digits or a Roman numeral write; undefined for other text. */
export function integer(text: string): number | undefined {
  return /^[0-9]{1,9}$/.test(text) ? Number(text) : romanValue(text);
}

/** Returns the end of a range. `112-14` ends at 114, since style guides abbreviate from 100 on; `14-12` is reversed. */
function lastNumberOf(first: number, written: string): number | undefined {
  const last = integer(written);
  if (last === undefined || first < 100 || last >= first) return last;
  const start = String(first);
  const missing = start.length - written.length;
  return missing > 0 ? Number(start.slice(0, missing) + written) : last;
}

/** Returns the numbers of a part, with an abbreviated end completed; undefined where they are no numbers. */
export function numbersOf(part: LocatorPart): { first: number; last: number } | undefined {
  const first = integer(part.first);
  if (first === undefined) return undefined;
  const last = part.last === undefined ? first + (part.following ?? 0) : lastNumberOf(first, part.last);
  return last === undefined ? undefined : { first, last };
}

/**
 * Returns the end of a range that is shortened as some style guides do, 74 for `71-4`; undefined where `last` is no such end.
 * From 100 on `numbersOf` completes it by itself.
 */
export function completedEnd(first: string, last: string): string | undefined {
  if (!/^[0-9]{2,9}$/.test(first) || !/^[0-9]+$/.test(last) || last.length >= first.length) return undefined;
  const end = first.slice(0, first.length - last.length) + last;
  return Number(end) > Number(first) ? end : undefined;
}
