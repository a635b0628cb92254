import type { Range } from '../text.ts';
import { floorOf } from './anchorCandidates.ts';
import { fileRange, toCodePoints, type AnchorText } from './anchorText.ts';
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
/** How much of the best place's agreement the second best may have. */
const maxSecondShare = 0.6;
/** Shorter words were not compared with similar ones when the note was made. */
const minComparedUnits = 15;
/** The most errors, as a share of the length, with which words still tell the place by themselves. */
const maxOwnErrorShare = 0.15;
/** Shorter words must stand unchanged: with one error they are other words. */
const minChangedUnits = 4;
/** A place this near, in code points, to where the note stood has no nearer rival. */
const nearUnits = 100;

/**
 * Returns the place to which words and surroundings lead as a whole; undefined where none does for certain. Words that stood
 * nowhere else count as evidence themselves. Other words need surroundings on both sides.
 */
export function placeByContext(wanted: WantedWords, { index }: AnchorText): ContextPlace | undefined {
  const places = contextPlaces(index, wanted);
  const [best] = places;
  if (!best || best.errors > maxErrors(wanted) || !isTold(wanted, best)) return undefined;
  const second = places.find((place) => place !== best && place.errors <= maxErrors(wanted));
  if (second && evidenceOf(wanted, second) > evidenceOf(wanted, best) * maxSecondShare) return undefined;
  return best;
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

function isTold(wanted: WantedWords, place: ContextPlace): boolean {
  const { before, words, behind, unique } = wanted;
  const context = before.length + behind.length;
  const evidence = evidenceOf(wanted, place);
  const all = context + (unique ? words.length : 0);
  if (evidence < minAgreedUnits || evidence < all * minAgreedShare) return false;
  return unique === true ? isTellingThere(wanted, place) : isBetweenItsOwn(wanted, place);
}

/** Whether a place of words that stood nowhere else is theirs. */
function isTellingThere({ before, words, behind }: WantedWords, place: ContextPlace): boolean {
  const isCompared = words.length >= minComparedUnits;
  const touches = Math.max(place.beforeRun, place.behindRun) >= minTouchingUnits;
  if (place.errors <= (isCompared ? words.length * maxOwnErrorShare : 0)) return isCompared || touches;
  return (
    touches &&
    contextAgreed(place) >= (before.length + behind.length) * minContextShare &&
    place.beforeAgreed >= before.length * minSideShare &&
    place.behindAgreed >= behind.length * minSideShare
  );
}

/**
 * Whether a place of words that stood elsewhere, too, is theirs. They may have been deleted, and said again with other
 * words around them, so that both sides must stand beside them.
 */
function isBetweenItsOwn({ before, behind }: WantedWords, place: ContextPlace): boolean {
  return (
    place.errors === 0 &&
    Math.min(place.beforeRun, place.behindRun) >= minFrameUnits &&
    contextAgreed(place) >= (before.length + behind.length) * minContextShare
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
  const mayBeNearer = (window: Range): boolean => {
    const { start, end } = toCodePoints(target, fileRange(target, window));
    return start - position.start < own && position.start - end < own;
  };
  const context = wanted.before.length + wanted.behind.length;
  return contextPlaces(target.index, wanted, mayBeNearer)
    .filter((place) => place.errors <= floorOf(wanted.words.length))
    .filter((place) => contextAgreed(place) > 0 && contextAgreed(place) >= context * minAgreedShare)
    .map(({ range }) => fileRange(target, range))
    .filter((range) => range.start !== found.start && awayBy(range) < own);
}
