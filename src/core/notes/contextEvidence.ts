import { BitPattern } from '../match.ts';
import { firstIndex, overlaps, type Range } from '../text.ts';
import { floorOf } from './anchorCandidates.ts';
import { fileRange, indexRange, toCodePoints, type AnchorText } from './anchorText.ts';
import type { TextPosition } from './annotation.ts';
import { type ContextPlace, contextPlaces } from './contextPlaces.ts';
import type { WantedWords } from './wantedWords.ts';

/** The least units of words and surroundings that must agree, and their share of all. */
const minAgreedUnits = 24;
const minAgreedShare = 0.4;
/** Where the words do not tell the place: the share of the surroundings, and of each side, that must agree. */
const minContextShare = 0.5;
const minSideShare = 0.25;
/** How many units must stand right beside words that stood nowhere else, and on each side of other words. */
const minTouchingUnits = 5;
const minFrameUnits = 10;
/** Words of this length may have some errors there: a word was corrected or exchanged. */
const minCorrectedUnits = 10;
const maxCorrectedShare = 0.2;
/** Words of this length count unchanged where so many units of one side stand beside them. */
const minPlainUnits = 3;
const minOneSideUnits = 20;
/** Or where so much of all surroundings is there, and so many units right beside them. */
const minWholeShare = 0.7;
const minBesideUnits = 4;
/** The most errors, as a share of the length, with which words may be shown as likely. */
const maxLikelyShare = 0.5;
/** How much of the best place's agreement the second best may have. */
const maxSecondShare = 0.6;
/** The same of the surroundings alone, and the most errors of words, for a place that a person is offered first. */
const maxClearSecondShare = 0.7;
const maxClearErrorShare = 0.4;
/** Shorter words were not compared with similar ones when the note was made. */
const minComparedUnits = 15;
/** The most errors, as a share of the length, with which words still tell the place by themselves. */
const maxOwnErrorShare = 0.15;
/** Shorter words must stand unchanged: with one error they are other words. */
const minChangedUnits = 4;
/** A place this near, in code points, to where the note stood has no nearer rival. */
const nearUnits = 100;

/** The places to which words and surroundings lead as a whole. */
interface ContextEvidence {
  /** Undefined where no place is certain. */
  readonly told: ContextPlace | undefined;
  /** Places that a person may choose from, best first. */
  readonly likely: readonly ContextPlace[];
  /** Whether the first of them is far better than all others. */
  readonly isClear: boolean;
}

/**
 * Finds the place to which words and surroundings lead as a whole. Words that stood nowhere else count as evidence
 * themselves. Other words need surroundings.
 */
export function placesByContext(wanted: WantedWords, { index }: AnchorText): ContextEvidence {
  const places = contextPlaces(index, wanted);
  const likely = places.filter(
    (place) => contextAgreed(place) >= minAgreedUnits && place.errors <= wanted.words.length * maxLikelyShare,
  );
  const isClear = isClearlyFirst(wanted, likely);
  const [best] = places;
  if (!best || best.errors > maxErrors(wanted) || !isTold(wanted, best, places))
    return { told: undefined, likely, isClear };
  const second = places.find((place) => place !== best && place.errors <= maxErrors(wanted));
  const isClose = second && evidenceOf(wanted, second) > evidenceOf(wanted, best) * maxSecondShare;
  return { told: isClose ? undefined : best, likely, isClear };
}

/** Whether half of what stood around the words is at the first place, some of it beside them, and much less at all others. */
function isClearlyFirst({ before, words, behind }: WantedWords, likely: readonly ContextPlace[]): boolean {
  const [first, ...others] = likely;
  if (!first || first.errors > words.length * maxClearErrorShare) return false;
  const agreed = contextAgreed(first);
  return (
    agreed >= (before.length + behind.length) * minContextShare &&
    Math.max(first.beforeRun, first.behindRun) >= minTouchingUnits &&
    others.every((other) => contextAgreed(other) <= agreed * maxClearSecondShare)
  );
}

function maxErrors({ words }: WantedWords): number {
  return words.length < minChangedUnits ? 0 : floorOf(words.length);
}

/** Returns the units that speak for a place. */
function evidenceOf({ unique }: WantedWords, place: ContextPlace): number {
  return contextAgreed(place) + (unique ? place.ownAgreed : 0);
}

function contextAgreed({ beforeAgreed, behindAgreed }: ContextPlace): number {
  return beforeAgreed + behindAgreed;
}

function isTold(wanted: WantedWords, place: ContextPlace, places: readonly ContextPlace[]): boolean {
  const { before, words, behind, unique } = wanted;
  const context = before.length + behind.length;
  const evidence = evidenceOf(wanted, place);
  const all = context + (unique ? words.length : 0);
  if (evidence < minAgreedUnits || evidence < all * minAgreedShare) return false;
  return unique === true ? isTellingThere(wanted, place) : isBetweenItsOwn(wanted, place, places);
}

/** Whether a place of words that stood nowhere else is theirs. */
function isTellingThere({ before, words, behind }: WantedWords, place: ContextPlace): boolean {
  const isCompared = words.length >= minComparedUnits;
  const longest = Math.max(place.beforeRun, place.behindRun);
  const touches = longest >= minTouchingUnits;
  if (place.errors <= (isCompared ? words.length * maxOwnErrorShare : 0)) return isCompared || touches;
  if (isCompared && longest >= minOneSideUnits && place.errors <= words.length * maxCorrectedShare)
    return true;
  return (
    touches &&
    contextAgreed(place) >= (before.length + behind.length) * minContextShare &&
    place.beforeAgreed >= before.length * minSideShare &&
    place.behindAgreed >= behind.length * minSideShare
  );
}

/**
 * Whether a place of words that stood elsewhere, too, is theirs. They may have been deleted, and said again with other
 * words around them, so that half of what stood around them must be there, and some of it beside them.
 */
function isBetweenItsOwn(wanted: WantedWords, place: ContextPlace, places: readonly ContextPlace[]): boolean {
  const { before, words, behind } = wanted;
  const share = contextAgreed(place) / (before.length + behind.length);
  if (share < minContextShare) return false;
  const runs = [place.beforeRun, place.behindRun] as const;
  if (Math.min(...runs) >= minFrameUnits)
    return place.errors <= (words.length < minCorrectedUnits ? 0 : words.length * maxCorrectedShare);
  const hasSides = before.trim() !== '' && behind.trim() !== '';
  if (!hasSides || place.errors > 0 || words.length < minPlainUnits) return false;
  // Where more of one side stands beside other words, those took the place of the note's.
  const longest = Math.max(...runs);
  if (places.some(({ beforeRun, behindRun }) => Math.max(beforeRun, behindRun) > longest)) return false;
  return longest >= minOneSideUnits || (share >= minWholeShare && isOnBothSides(wanted, place));
}

/** Whether most of each side is there, and some of it right beside the words. */
function isOnBothSides({ before, behind }: WantedWords, place: ContextPlace): boolean {
  return (
    place.beforeAgreed >= before.length * minAgreedShare &&
    place.behindAgreed >= behind.length * minAgreedShare &&
    Math.max(place.beforeRun, place.behindRun) >= minBesideUnits
  );
}

/**
 * Returns the similar places that are nearer than `found` to where a note stood. If there are any, the words of one of them
 * are a copy, and the other place was changed since.
 * @param found a range of the file
 * @returns ranges of the file
 */
export function nearerRivals(
  wanted: WantedWords,
  target: AnchorText,
  position: TextPosition,
  found: Range,
): Range[] {
  const awayBy = (range: Range): number => Math.abs(toCodePoints(target, range).start - position.start);
  const own = awayBy(found);
  if (own < nearUnits) return [];
  const placed = indexRange(target, found);
  const isAhead = toCodePoints(target, found).start > position.start;
  // Where it holds the place that was found, what is nearer stands on one side of that.
  const nearerPart = (window: Range): Range => {
    if (!placed || !overlaps(window, placed)) return window;
    return isAhead ? { start: window.start, end: placed.start } : { start: placed.end, end: window.end };
  };
  const pattern = new BitPattern(wanted.words);
  const mayBeNearer = (window: Range): boolean => {
    const { start, end } = toCodePoints(target, fileRange(target, window));
    if (start - position.start >= own || position.start - end >= own) return false;
    // Most windows hold the words once, where they were found. To see that is far cheaper than to align the window.
    return pattern.standsIn(target.index.text, nearerPart(window), floorOf(wanted.words.length));
  };
  const context = wanted.before.length + wanted.behind.length;
  return contextPlaces(target.index, wanted, stretchAround(target, position, own), mayBeNearer)
    .filter((place) => place.errors <= floorOf(wanted.words.length))
    .filter((place) => contextAgreed(place) > 0 && contextAgreed(place) >= context * minAgreedShare)
    .map(({ range }) => fileRange(target, range))
    .filter((range) => !overlaps(range, found) && awayBy(range) < own);
}

/** Stretches that are longer are looked at as a whole text is: to say which units stand there would take as long. */
const maxNearUnits = 200_000;

/** Returns a part of the index with everything that stands less than `away` code points from where a note stood. */
function stretchAround({ index, byPlace, astral }: AnchorText, position: TextPosition, away: number): Range {
  const near = { start: position.start - away, end: position.end + away + astral.length };
  const all = { start: 0, end: index.text.length };
  if (near.end - near.start > maxNearUnits) return all;
  let [start, end] = [all.end, all.start];
  const behind = firstIndex(byPlace, ({ range }) => range.start >= near.end);
  for (let at = behind - 1; at >= 0; at--) {
    const { range, unit } = byPlace[at] ?? { range: near, unit: 0 };
    start = Math.min(start, index.ranges[unit]?.start ?? 0);
    end = Math.max(end, index.ranges[unit]?.end ?? 0);
    if (range.start <= near.start) break;
  }
  return { start, end };
}
