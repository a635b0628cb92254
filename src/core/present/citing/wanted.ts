import { type Citation, citationFor, type LocatorNumber, readCitations } from '../../citations.ts';
import type { LocatorLabel, LocatorPart } from '../../locators.ts';
import { parseMarkdown } from '../../blocks.ts';
import { citationOf } from '../../syntax.ts';
import { numbersOf } from '../../resolve.ts';
import { appendAll } from '../../text.ts';
import { spanOf, withSpan, type Span } from './spans.ts';

/** What somebody wants to cite: places of one source, or the source as a whole. */
export interface WantedCitation {
  readonly key: string;
  readonly locator: { readonly label: LocatorLabel; readonly places: readonly WantedPlace[] } | undefined;
}

/** A number, a range of numbers, or a label such as `1(iii)`. */
export type WantedPlace = LocatorNumber | string;

/**
 * Reads citations as rows of the sidebar and the pick have them, `[@masswork, ¶ 12]`, in English whatever paper they are for.
 * Places of one source under one label come together; what is no citation is left out.
 */
export function readWanted(written: string): readonly WantedCitation[] {
  const bySource = new Map<string, { key: string; label: LocatorLabel | undefined; places: WantedPlace[] }>();
  for (const { key, locator } of readCitations(parseMarkdown(written), { lang: 'en' })) {
    const name = JSON.stringify([key, locator?.label]);
    const wanted = bySource.get(name) ?? { key, label: locator?.label, places: [] };
    appendAll(wanted.places, locator?.parts.map(placeOf) ?? []);
    bySource.set(name, wanted);
  }
  return [...bySource.values()].map(({ key, label, places }) => ({
    key,
    locator: label && { label, places: joined(places) },
  }));
}

/** Numbers in order, each once; as they come where one is a label. */
function joined(places: readonly WantedPlace[]): readonly WantedPlace[] {
  const numbers = places.filter((place) => typeof place !== 'string');
  if (numbers.length < places.length) return [...new Set(places)];
  const spans = numbers.reduce<readonly Span[]>((all, number) => withSpan(all, spanOf(number)), []);
  return spans.map(({ first, last }) => (first === last ? first : [first, last]));
}

/** The numbers that a part of a locator names where they can be counted, otherwise what it says. */
export function placeOf(part: LocatorPart): WantedPlace {
  const numbers = /^[0-9]+$/.test(part.first) ? numbersOf(part) : undefined;
  if (!numbers || numbers.last < numbers.first)
    return part.last === undefined ? part.first : `${part.first}-${part.last}`;
  return numbers.first === numbers.last ? numbers.first : [numbers.first, numbers.last];
}

/** `[@key, ¶¶ 9, 20]` in a language. */
export function writtenCitation({ key, locator }: WantedCitation, lang: string | undefined): string {
  return locator ? citationFor(key, locator.label, valueOf(locator.places), lang) : citationOf(key);
}

/** The value of a locator of several places. */
export function valueOf(places: readonly WantedPlace[]): string {
  return places.map((place) => (Array.isArray(place) ? place.join('-') : String(place))).join(', ');
}

/** What citations name, each number by itself: `masswork paragraph 9`. Two lists that name the same are equal as sets. */
export function namedPlaces(citations: readonly Citation[]): ReadonlySet<string> {
  return new Set(
    citations.flatMap(({ key, locator }) =>
      locator ? locator.parts.flatMap((part) => eachNumber(key, locator.label, placeOf(part))) : [key],
    ),
  );
}

/** The same of what is wanted. */
export function wantedPlaces({ key, locator }: WantedCitation): readonly string[] {
  return locator ? locator.places.flatMap((place) => eachNumber(key, locator.label, place)) : [key];
}

/** Ranges of more numbers than anybody cites are named by their ends. */
const mostNumbers = 10_000;

function eachNumber(key: string, label: LocatorLabel, place: WantedPlace): string[] {
  if (typeof place !== 'object' || place[1] - place[0] > mostNumbers)
    return [`${key} ${label} ${typeof place === 'object' ? place.join('-') : String(place)}`];
  return Array.from(
    { length: place[1] - place[0] + 1 },
    (_, index) => `${key} ${label} ${String(place[0] + index)}`,
  );
}
