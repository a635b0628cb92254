import { memo } from '../memo.ts';
import { hasWord, isWordUnit, type Range } from '../text.ts';
import { isBoundary } from './tokens.ts';
import { gramUnits } from './grams.ts';
import type { PassageIndex } from './passageIndex.ts';

/** Differences at the ends of a quotation that are allowed without a finding. */
export interface Leniency {
  /** The first letter may differ in case from the source. */
  readonly capital: boolean;
  /** A final `.`, `,`, `;` or `:`, or that of another script, may belong to the quoting sentence. */
  readonly finalPoint: boolean;
}

/** Points that may be those of the sentence that quotes: full stops, commas, semicolons and colons of all scripts. */
export const writersPoints = '.,;:，。；：、｡､،؛۔।';
const hasWritersPoint = new RegExp(`[${writersPoints}]`, 'u');
const marksAndPoints = `'${writersPoints}`;

export const strict: Leniency = { capital: false, finalPoint: false };

/** A stretch of words to find. `core` must stand letter for letter; `tail` is punctuation that may be the writer's. */
interface Needle {
  readonly core: string;
  /** The part of `core` after the letter whose case is free; all of it where there is no such letter. */
  readonly fixed: string;
  readonly tail: string;
  /** Offset in `core` of the letter whose case is free; -1 where there is none. */
  readonly capitalAt: number;
}

function needleOf(words: string, leniency: Leniency): Needle {
  let end = words.length;
  if (leniency.finalPoint) while (end > 0 && marksAndPoints.includes(words.charAt(end - 1))) end--;
  // A text of marks alone, such as `'.`, has no tail. Neither has a text that ends in marks without a point.
  if (end === 0 || !hasWritersPoint.test(words.slice(end))) end = words.length;
  const core = words.slice(0, end);
  const first = leniency.capital ? core.search(/[\p{L}\p{N}]/u) : -1;
  const letter = first < 0 ? '' : String.fromCodePoint(core.codePointAt(first) ?? 0);
  const hasCase = letter.length === 1 && otherCases(letter).some((other) => other !== letter);
  const capitalAt = hasCase ? first : -1;
  return { core, fixed: core.slice(capitalAt + 1), tail: words.slice(end), capitalAt };
}

/**
 * Returns the letter in the other case. Returns the letter itself where it has no other case, or where that has several
 * letters.
 */
export function otherCase(letter: string): string {
  const upper = letter.toUpperCase();
  const other = upper === letter ? letter.toLowerCase() : upper;
  return other.length === letter.length ? other : letter;
}

/** The dotted and the dotless i of Turkish, which other languages do not part so. */
const turkishCases = new Map([
  ['i', 'İ'],
  ['İ', 'i'],
  ['ı', 'I'],
  ['I', 'ı'],
]);

/** Returns the letters that a letter may be in the other case, in any language. */
function otherCases(letter: string): readonly string[] {
  const turkish = turkishCases.get(letter);
  return turkish === undefined ? [otherCase(letter)] : [otherCase(letter), turkish];
}

/** More places than a person would look at. The limit bounds the time for a quotation like “the”. */
const maxExactPlaces = 5_000;

/** Which ends of a stretch must be word boundaries. */
export interface Ends {
  readonly startsWord: boolean;
  readonly endsWord: boolean;
}

/**
 * Returns all places within `[from, to)` where the words of a quotation stand, ascending.
 * @param words comparable text
 */
export function occurrences(
  index: PassageIndex,
  words: string,
  leniency: Leniency,
  within: Range,
  ends: Ends = { startsWord: true, endsWord: true },
): Range[] {
  const needle = needleOf(words, leniency);
  if (needle.fixed.length < gramUnits && within.start === 0 && within.end === index.text.length)
    return shortWords(index, words, leniency, ends, () => occurrencesOf(needle, index, within, ends));
  return occurrencesOf(needle, index, within, ends);
}

/** Places of short words in a whole source. Words shorter than a gram are not indexed, and are quoted again and again. */
const placesByWords = memo(
  'places of short words in a source',
  (_: PassageIndex) => new Map<string, readonly Range[]>(),
);
/** More different short words than a study quotes by themselves. */
const maxShortWords = 500;

function shortWords(
  index: PassageIndex,
  words: string,
  leniency: Leniency,
  ends: Ends,
  find: () => Range[],
): Range[] {
  const places = placesByWords(index);
  const name = `${JSON.stringify([leniency, ends])} ${words}`;
  const found = places.get(name) ?? find();
  if (places.size >= maxShortWords) places.clear();
  places.set(name, found);
  return [...found];
}

function occurrencesOf(needle: Needle, index: PassageIndex, within: Range, ends: Ends): Range[] {
  const found: Range[] = [];
  if (!hasWord(needle.core)) return found;
  const test = (start: number): boolean => {
    const range = matchAt(index, needle, start, within, ends);
    if (range) found.push(range);
    return found.length < maxExactPlaces;
  };
  const { fixed } = needle;
  if (fixed !== '' && within.end - within.start <= maxShortStretch)
    visitStretch(index, fixed, needle.capitalAt + 1, within, test);
  else if (fixed.length >= gramUnits) visitSeeds(index, fixed, needle.capitalAt + 1, within, test);
  else visitExact(index, needle, within, test);
  return found;
}

/** Stretches up to this length, such as a long paragraph, are read faster than seeds are looked up. */
const maxShortStretch = 4000;

/** Tries all places of the part whose case is fixed. */
function visitStretch(
  index: PassageIndex,
  fixed: string,
  shift: number,
  within: Range,
  test: (start: number) => boolean,
): void {
  const stretch = index.text.slice(within.start, within.end);
  for (let at = stretch.indexOf(fixed, shift); at >= 0; at = stretch.indexOf(fixed, at + 1))
    if (!test(within.start + at - shift)) return;
}

/** To compare the words at so many places takes less time than to look for a rarer gram. */
const fewSeeds = 6;

/** Tries the places of a rare gram of the part whose case is fixed. */
function visitSeeds(
  index: PassageIndex,
  fixed: string,
  shift: number,
  within: Range,
  test: (start: number) => boolean,
): void {
  const slots = index.grams.slotsOf(fixed);
  const rare = index.grams.rareEnough(slots, fewSeeds);
  for (const place of index.grams.places(rare.slot)) {
    const start = place - rare.offset - shift;
    if (start >= within.start && start < within.end && !test(start)) return;
  }
}

function visitExact(
  index: PassageIndex,
  needle: Needle,
  within: Range,
  test: (start: number) => boolean,
): void {
  const { core, capitalAt } = needle;
  const variants = [core];
  if (capitalAt >= 0)
    for (const letter of otherCases(core.charAt(capitalAt)))
      variants.push(core.slice(0, capitalAt) + letter + core.slice(capitalAt + 1));
  const places = variants.flatMap((variant) => placesOfVariant(index.text, variant, within));
  for (const place of places.sort((a, b) => a - b)) if (!test(place)) return;
}

function placesOfVariant(text: string, variant: string, within: Range): number[] {
  const places: number[] = [];
  for (
    let at = text.indexOf(variant, within.start);
    at >= 0 && at < within.end;
    at = text.indexOf(variant, at + 1)
  ) {
    places.push(at);
    if (places.length >= maxExactPlaces) break;
  }
  return places;
}

function matchAt(
  index: PassageIndex,
  needle: Needle,
  start: number,
  within: Range,
  ends: Ends,
): Range | undefined {
  const { text, dashes } = index;
  const { core, fixed, tail, capitalAt } = needle;
  const coreEnd = start + core.length;
  if (start < 0 || coreEnd > within.end) return undefined;
  if (!text.startsWith(fixed, start + capitalAt + 1)) return undefined;
  if (capitalAt >= 0) {
    if (!text.startsWith(core.slice(0, capitalAt), start)) return undefined;
    const letter = text.charAt(start + capitalAt);
    const wanted = core.charAt(capitalAt);
    if (letter !== wanted && !otherCases(wanted).includes(letter)) return undefined;
  }
  if (ends.startsWord && !isBoundary(text, start, dashes)) return undefined;
  const end = tail === '' ? coreEnd : endWithTail(text, coreEnd, tail);
  if (end === undefined || (ends.endsWord && !isBoundary(text, end, dashes))) return undefined;
  return { start, end: Math.min(end, within.end) };
}

/**
 * Returns the end of a match whose last points may be the writer's own; undefined where there is no match. The match
 * includes the marks and points of the source that agree with the tail. Quotation marks inside the tail must stand in the
 * source, before or after the point.
 */
function endWithTail(text: string, coreEnd: number, tail: string): number | undefined {
  if (text.startsWith(tail, coreEnd)) return coreEnd + tail.length;
  const marks = [...tail].filter((character) => character === "'").length;
  let end = coreEnd;
  let seen = 0;
  while (seen < marks && marksAndPoints.includes(text.charAt(end)) && end < text.length)
    if (text.charAt(end++) === "'") seen++;
  return seen === marks ? end : undefined;
}

/** Whether a comparable text contains a word. */
export function hasWords(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isWordUnit(text, i)) return true;
  return false;
}
