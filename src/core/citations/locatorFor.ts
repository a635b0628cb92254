import { followingLength, type LocatorLabel, locatorTerms } from '../locators.ts';
import { type Citation, isInText, readCitations } from './readCitations.ts';
import { parseMarkdown } from '../blocks.ts';
import { citationOf } from '../syntax.ts';
import type { Range } from '../text.ts';

/** A number of a locator, or the first and last number of a range. */
export type LocatorNumber = number | readonly [number, number];

/**
 * Returns a locator that Pandoc understands in a language: `¶¶ 12-14, 20` in English, `§ 12-14, 20` in French. All code
 * that writes a locator uses this function, so that none is written that Pandoc reads as something else or as mere words.
 * @param numbers numbers and ranges, or a label such as `1(iii)`
 * @param lang the language of the document that the locator is written into
 */
export function locatorFor(
  label: LocatorLabel,
  numbers: string | readonly LocatorNumber[],
  lang: string | undefined,
): string {
  const value = typeof numbers === 'string' ? numbers : numbers.map(writtenNumber).join(', ');
  const plural = typeof numbers === 'string' ? /[-,]/.test(value) : numbers.length > 1 || value.includes('-');
  const [one, several] = locatorTerms(lang).preferred.get(label) ?? [label, label];
  const locator = `${plural ? several : one} ${value}`;
  return typeof numbers !== 'string' || isRead(locator, label, lang) ? locator : `{${locator}}`;
}

/** Returns numbers as in a locator: ascending, without repeats, consecutive ones as a range. */
export function runsOf(numbers: readonly number[]): LocatorNumber[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? first : [first, last]));
}

/** Returns a locator of paragraphs, such as `¶¶ 12-14, 20`, that Pandoc understands in a language. */
export function paragraphsFor(numbers: readonly number[], lang: string | undefined): string {
  return locatorFor('paragraph', runsOf(numbers), lang);
}

/** Returns a citation of a place in a source, such as `[@key, ¶ 12]`, that Pandoc understands in a language. */
export function citationFor(
  key: string,
  label: LocatorLabel,
  numbers: string | readonly LocatorNumber[],
  lang: string | undefined,
): string {
  return citationOf(key, locatorFor(label, numbers, lang));
}

function writtenNumber(number: LocatorNumber): string {
  return typeof number === 'number' ? String(number) : `${String(number[0])}-${String(number[1])}`;
}

/** Whether a locator without braces is read completely, and as one of its kind. */
function isRead(locator: string, label: LocatorLabel, lang: string | undefined): boolean {
  const options = lang === undefined ? {} : { lang };
  const [citation] = readCitations(parseMarkdown(`[@key, ${locator}]`), options);
  return citation?.locator?.label === label && citation.locator.term !== '' && citation.rest === '';
}

/** The place of a locator in a citation, and the text to write before and after it. */
export interface LocatorPlace {
  readonly range: Range;
  readonly before: string;
  readonly after: string;
}

/** Returns the place for a new locator: that of the present one, or the end of a citation without one. */
export function locatorPlace(citation: Citation): LocatorPlace {
  if (citation.locator) {
    const { range, valueRange } = citation.locator;
    const isBraced = range.end > valueRange.end;
    if (isBraced) return { range, before: '{', after: '}' };
    const end = range.end + followingLength(citation.locator, citation.rest);
    return { range: { start: range.start, end }, before: '', after: '' };
  }
  if (citation.attempt) {
    const { range, reason } = citation.attempt;
    if (reason === 'outside') return { range, before: isInText(citation) ? ' [' : ', ', after: ']' };
    const isStray = reason === 'semicolon' || reason === 'touching';
    return { range, before: isStray ? ', ' : '', after: reason === 'touching' ? '; ' : '' };
  }
  const { end } = citation.range;
  const isBare = isInText(citation) && citation.group.end === end;
  const range = { start: end, end };
  return isBare ? { range, before: ' [', after: ']' } : { range, before: ', ', after: '' };
}
