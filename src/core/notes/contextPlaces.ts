import { distance } from 'fastest-levenshtein';
import { barrier, BitPattern, type PassageIndex, toWholeWords } from '../match.ts';
import { moveRange, overlaps, type Range } from '../text.ts';
import { floorOf } from './anchorCandidates.ts';
import { contextWindows } from './contextWindows.ts';
import { alignLocally } from './localAlignment.ts';
import type { WantedWords } from './wantedWords.ts';

/** A place to which the words of a note and their surroundings lead together. Counts are in units of the comparable text. */
export interface ContextPlace {
  /** Offsets are into the index. */
  readonly range: Range;
  /** The edit distance between the words there and those of the note. */
  readonly errors: number;
  /** The units of the words, and of each side of the surroundings, that stand there in runs. */
  readonly ownAgreed: number;
  readonly beforeAgreed: number;
  readonly behindAgreed: number;
  /** How many units right beside the words, on each side, stand there still. */
  readonly beforeRun: number;
  readonly behindRun: number;
}

/** Fewer units in a row agree by chance. */
const minRunUnits = 5;
/** Takes the place of words that were found, so that the next search of the same window finds others. */
const mask = '\u0002';
/** How many pairs of units a note is worth comparing: a hundredth of a second. Words of a whole page are not aligned. */
const maxPairs = 4_000_000;

/**
 * Finds the places to which words and surroundings lead as a whole, however the surroundings have changed: windows that
 * share rare grams with them are aligned unit by unit, and the place is where the words' ends come to stand.
 * @param within the part of the index that is looked at
 * @param isWanted which windows there
 * @returns the places, the one that agrees best first
 */
export function contextPlaces(
  index: PassageIndex,
  wanted: WantedWords,
  within: Range = { start: 0, end: index.text.length },
  isWanted: (window: Range) => boolean = () => true,
): ContextPlace[] {
  const found: ContextPlace[] = [];
  const pattern = wanted.before + wanted.words + wanted.behind;
  let pairs = 0;
  for (const window of contextWindows(index, pattern, within).filter(isWanted)) {
    let text = maskedText(index.text, window, undefined);
    // A window may hold the words twice, as where a sentence stands in two versions.
    for (let round = 0; round < 2; round++) {
      pairs += pattern.length * text.length;
      if (pairs > maxPairs) return bestFirst(found);
      const place = placeInWindow(text, window.start, index, wanted);
      if (!place) break;
      if (!found.some(({ range }) => overlaps(range, place.range))) found.push(place);
      text = maskedText(text, { start: 0, end: text.length }, moveRange(place.range, -window.start));
    }
  }
  return bestFirst(found);
}

/** Returns the text of a window, with a mask in the place of a stretch. Both ranges count from the beginning of `text`. */
function maskedText(text: string, window: Range, stretch: Range | undefined): string {
  if (!stretch || !overlaps(window, stretch)) return text.slice(window.start, window.end);
  const start = Math.max(window.start, stretch.start);
  const end = Math.min(window.end, stretch.end);
  return text.slice(window.start, start) + mask.repeat(end - start) + text.slice(end, window.end);
}

function bestFirst(found: readonly ContextPlace[]): ContextPlace[] {
  return [...found].sort((a, b) => agreedIn(b) - agreedIn(a));
}

function agreedIn({ ownAgreed, beforeAgreed, behindAgreed }: ContextPlace): number {
  return ownAgreed + beforeAgreed + behindAgreed;
}

/** Finds the place in a window of the index. `offset` is where the window starts. */
function placeInWindow(
  text: string,
  offset: number,
  index: PassageIndex,
  { before, words, behind }: WantedWords,
): ContextPlace | undefined {
  const path = alignLocally(before + words + behind, text);
  const own = { start: before.length, end: before.length + words.length };
  const best = nearestStretch(stretchesBetween(path, own, text, words), offset, index, words);
  if (!best) return undefined;
  const { range } = best;
  const agreed = (part: Range): number => unitsInRuns(path, part);
  return {
    ...best,
    ownAgreed: agreed(own),
    beforeAgreed: agreed({ start: 0, end: own.start }),
    behindAgreed: agreed({ start: own.end, end: path.length }),
    beforeRun: runBefore(path, own.start, range.start - offset),
    behindRun: runBehind(path, own.end, range.end - offset),
  };
}

/** Returns how many units before `at` in the pattern stand right before `place` in the text, which may begin with a space. */
function runBefore(path: Int32Array, at: number, place: number): number {
  const last = path[at - 1] ?? -1;
  if (last < 0 || last >= place || last < place - 2) return 0;
  let length = 1;
  while (length < at && path[at - 1 - length] === last - length) length++;
  return length;
}

function runBehind(path: Int32Array, at: number, place: number): number {
  let length = 0;
  while (at + length < path.length && path[at + length] === place + length) length++;
  return length;
}

/** Returns how many units of a part of the pattern belong to runs of the alignment. */
function unitsInRuns(path: Int32Array, { start, end }: Range): number {
  let sum = 0;
  for (let from = 0; from < end;) {
    let to = from + 1;
    while (to < path.length && path[to] === (path[to - 1] ?? -1) + 1) to++;
    const isRun = (path[from] ?? -1) >= 0 && to - from >= minRunUnits;
    if (isRun) sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
    from = to;
  }
  return sum;
}

/**
 * Returns stretches of a window where the words may stand: from the first to the last of their aligned units, between the
 * nearest aligned surroundings, and the likest stretches in between.
 */
function stretchesBetween(path: Int32Array, own: Range, text: string, words: string): Range[] {
  const aligned = path.subarray(own.start, own.end).filter((at) => at >= 0);
  const before = path.subarray(0, own.start).findLast((at) => at >= 0);
  const behind = path.subarray(own.end).find((at) => at >= 0);
  const [first, last] = [aligned[0], aligned.at(-1)];
  const between = before !== undefined && behind !== undefined ? [{ start: before + 1, end: behind }] : [];
  if (first === undefined || last === undefined) return between;
  const direct = { start: first, end: last + 1 };
  if (text.slice(direct.start, direct.end) === words) return [direct];
  const room = {
    start: before === undefined ? Math.max(0, first - words.length) : before + 1,
    end: behind ?? Math.min(text.length, last + 1 + words.length),
  };
  const like = new BitPattern(words).nearest(text, [room], floorOf(words.length));
  return [direct, ...like.map(({ range }) => range), ...between];
}

/** Extends stretches of a window to whole words, and returns the one whose words are nearest to the note's. */
function nearestStretch(
  stretches: readonly Range[],
  offset: number,
  index: PassageIndex,
  words: string,
): Pick<ContextPlace, 'range' | 'errors'> | undefined {
  let best: Pick<ContextPlace, 'range' | 'errors'> | undefined;
  for (const stretch of stretches) {
    let { start, end } = { start: stretch.start + offset, end: stretch.end + offset };
    while (start < end && index.text.charAt(start) === ' ') start++;
    while (end > start && index.text.charAt(end - 1) === ' ') end--;
    if (end <= start) continue;
    const range = toWholeWords(index, { start, end });
    const there = index.text.slice(range.start, range.end);
    const errors = there.includes(barrier) ? Infinity : distance(words, there);
    if (errors < (best?.errors ?? Infinity)) best = { range, errors };
  }
  return best;
}
