import { type Citation, citationFor, type LocatorNumber, readCitations } from '../../citations.ts';
import type { LocatorLabel, LocatorPart } from '../../locators.ts';
import { parseMarkdown } from '../../blocks.ts';
import { citationOf } from '../../syntax.ts';
import { numbersOf } from '../../resolve.ts';
import { appendAll, numbersFromTo } from '../../text.ts';
import { spanOf, withSpan, type Span } from './numberSpans.ts';

/** A citation to write: places of one source, or the source as a whole. */
export interface WantedCitation {
  readonly key: string;
  readonly locator: { readonly label: LocatorLabel; readonly places: readonly WantedPlace[] } | undefined;
}

/** A number, a range of numbers (both ends included), or a label such as `1(iii)`. */
export type WantedPlace = LocatorNumber | string;

/**
 * Reads citations in their English form, such as `[@masswork, ¶ 12]`. Places of one source with the same label are
 * joined. Text that is no citation is ignored.
 */
export function readWanted(written: string): readonly WantedCitation[] {
  const bySource = new Map<string, { key: string; label: LocatorLabel | undefined; places: WantedPlace[] }>();
  for (const { key, locator } of readCitations(parseMarkdown(written), { lang: 'en' })) {
    const name = JSON.stringify([key, locator?.label]);
    const wanted = bySource.get(name) ?? { key, label: locator?.label, places: [] };
    appendAll(wanted.places, locator?.parts.map(wantedPlaceOf) ?? []);
    bySource.set(name, wanted);
  }
  return [...bySource.values()].map(({ key, label, places }) => ({
    key,
    locator: label && { label, places: joinedPlaces(places) },
  }));
}

/** Sorts numbers and removes duplicates. If one place is a label, the order stays. */
function joinedPlaces(places: readonly WantedPlace[]): readonly WantedPlace[] {
  const numbers = places.filter((place) => typeof place !== 'string');
  if (numbers.length < places.length) return [...new Set(places)];
  const spans = numbers.reduce<readonly Span[]>((all, number) => withSpan(all, spanOf(number)), []);
  return spans.map(({ first, last }) => (first === last ? first : [first, last]));
}

/** The numbers of a part of a locator if they can be counted, else its text. */
export function wantedPlaceOf(part: LocatorPart): WantedPlace {
  const numbers = /^[0-9]+$/.test(part.first) ? numbersOf(part) : undefined;
  if (!numbers || numbers.last < numbers.first)
    return part.last === undefined ? part.first : `${part.first}-${part.last}`;
  return numbers.first === numbers.last ? numbers.first : [numbers.first, numbers.last];
}

/** Writes a citation in a language, such as `[@key, ¶¶ 9, 20]`. */
export function writtenCitation({ key, locator }: WantedCitation, lang: string | undefined): string {
  return locator ? citationFor(key, locator.label, locatorValue(locator.places), lang) : citationOf(key);
}

/** Writes the value of a locator with several places. */
export function locatorValue(places: readonly WantedPlace[]): string {
  return places.map((place) => (Array.isArray(place) ? place.join('-') : String(place))).join(', ');
}

/**
 * A name for each number that citations name: `masswork paragraph 9`. Citations of the same places give equal sets.
 */
export function namedPlaces(citations: readonly Citation[]): ReadonlySet<string> {
  return new Set(
    citations.flatMap(({ key, locator }) =>
      locator ? locator.parts.flatMap((part) => eachNumber(key, locator.label, wantedPlaceOf(part))) : [key],
    ),
  );
}

/** The same names for a citation to write. */
export function wantedPlaces({ key, locator }: WantedCitation): readonly string[] {
  return locator ? locator.places.flatMap((place) => eachNumber(key, locator.label, place)) : [key];
}

/** Longer ranges are named by their ends only. No person cites so many paragraphs. */
const maxNumbers = 10_000;

function eachNumber(key: string, label: LocatorLabel, place: WantedPlace): string[] {
  if (typeof place !== 'object' || place[1] - place[0] > maxNumbers)
    return [`${key} ${label} ${typeof place === 'object' ? place.join('-') : String(place)}`];
  return numbersFromTo(place[0], place[1]).map((number) => `${key} ${label} ${String(number)}`);
}
