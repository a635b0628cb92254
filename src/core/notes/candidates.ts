import { distance } from 'fastest-levenshtein';
import {
  barrier,
  errorRate,
  isBoundary,
  likenesses,
  occurrences,
  type PassageIndex,
  strict,
} from '../match.ts';
import type { Range } from '../text.ts';
import { anyEnds, type Wanted } from './wanted.ts';

/** A place where the words of a note may stand. Costs are edit distances in characters. */
export interface Candidate {
  /** Offsets are into the index. */
  readonly range: Range;
  /** The edit distance between the words there and those of the note. */
  readonly words: number;
  /**
   * The edit distances between the text around the place and the remembered surroundings; each at most the length of the
   * remembered side.
   */
  readonly before: number;
  readonly behind: number;
  /** Whether the text starts or ends where the note remembers no surroundings on that side. */
  readonly atEnds: boolean;
}

/** Aligning longer stretches takes too long. A note on a chapter is made on its heading. */
export const longestWords = 20_000;
/** With more exact places than this, those next to the right surroundings come first and the rest is cut off. */
const mostPlaces = 300;
/** The part of the surroundings that must be unchanged on both sides to find changed words between them. */
const frameLength = 12;
/** Words of at least this length are found by their beginning and end. */
const longWords = 600;
const pieceLength = 200;

/** Returns the most errors that the words of a note may have: the limit of approximate quotations, at least one. */
export function floorOf(length: number): number {
  return Math.max(1, Math.floor(length * errorRate));
}

/** The range of the whole text of an index. */
function everywhere(index: PassageIndex): Range {
  return { start: 0, end: index.text.length };
}

/** Returns the places where words and surroundings stand letter for letter, as ranges of the words alone. */
export function fullPlaces(index: PassageIndex, { before, words, behind }: Wanted): Range[] {
  const whole = before + words + behind;
  const from = before.length - before.trimStart().length;
  return occurrences(index, whole.trim(), strict, everywhere(index), anyEnds).map(({ start }) => {
    const at = start + before.length - from;
    return { start: at, end: at + words.length };
  });
}

/** Returns the places where the words stand letter for letter. */
export function exactCandidates(index: PassageIndex, wanted: Wanted): Candidate[] {
  let places = occurrences(index, wanted.words, strict, everywhere(index), wanted.ends);
  if (places.length > mostPlaces) {
    const before = wanted.before.slice(-frameLength);
    const behind = wanted.behind.slice(0, frameLength);
    const beside = places.filter(
      ({ start, end }) => index.text.startsWith(behind, end) || index.text.slice(0, start).endsWith(before),
    );
    places = [...beside, ...places].slice(0, mostPlaces);
  }
  return places.map((range) => candidateAt(index, wanted, range, 0));
}

/** Returns the places between the remembered surroundings, even if the words there have changed. */
export function framedCandidates(index: PassageIndex, wanted: Wanted): Candidate[] {
  const before = wordsEnd(wanted.before.trimEnd());
  const behind = wordsStart(wanted.behind.trimStart());
  if (before === '' || behind === '' || wanted.words.length > longestWords) return [];
  const lefts = occurrences(index, before, strict, everywhere(index), anyEnds).slice(0, mostPlaces);
  const rights = occurrences(index, behind, strict, everywhere(index), anyEnds);
  const most = wanted.words.length + floorOf(wanted.words.length) + 4;
  let next = 0;
  return lefts.flatMap(({ end }) => {
    while ((rights[next]?.start ?? Infinity) < end) next++;
    const start = rights[next]?.start;
    if (start === undefined || start - end > most) return [];
    return refined(index, wanted, { start: end, end: start });
  });
}

/** Returns the last words of the text before, as many as make a seed. */
function wordsEnd(text: string): string {
  if (text.length <= frameLength) return text;
  const at = text.lastIndexOf(' ', text.length - frameLength);
  return text.slice(Math.max(at + 1, text.length - 2 * frameLength));
}

function wordsStart(text: string): string {
  if (text.length <= frameLength) return text;
  const at = text.indexOf(' ', frameLength);
  return text.slice(0, at < 0 ? 2 * frameLength : Math.min(at, 2 * frameLength));
}

/** Returns the places where similar words stand. */
export function likeCandidates(index: PassageIndex, wanted: Wanted): Candidate[] {
  const { words } = wanted;
  if (words.length > longestWords) return [];
  if (words.length <= longWords)
    return likenesses(index, words, false).flatMap(({ range }) => refined(index, wanted, range));
  const heads = likenesses(index, words.slice(0, pieceLength), false).slice(0, 5);
  const tails = likenesses(index, words.slice(-pieceLength), false).slice(0, 5);
  const floor = floorOf(words.length);
  return heads.flatMap((head) =>
    tails.flatMap((tail) => {
      const range = { start: head.range.start, end: tail.range.end };
      return Math.abs(range.end - range.start - words.length) <= floor ? refined(index, wanted, range) : [];
    }),
  );
}

/** Trims white space and extends the range to whole words. Returns no candidate where no word remains. */
function refined(index: PassageIndex, wanted: Wanted, range: Range): Candidate[] {
  const { text, dashes } = index;
  let { start, end } = range;
  while (start < end && text.charAt(start) === ' ') start++;
  while (end > start && text.charAt(end - 1) === ' ') end--;
  const { startsWord, endsWord } = wanted.ends;
  if (startsWord) while (start > 0 && range.start - start < 40 && !isBoundary(text, start, dashes)) start--;
  if (endsWord) while (end < text.length && end - range.end < 40 && !isBoundary(text, end, dashes)) end++;
  if (end <= start) return [];
  const errors = distance(wanted.words, text.slice(start, end));
  return [candidateAt(index, wanted, { start, end }, errors)];
}

function candidateAt({ text }: PassageIndex, wanted: Wanted, range: Range, words: number): Candidate {
  const { before, behind } = wanted;
  const spare = (length: number): number => length + 16;
  const left = text.slice(Math.max(0, range.start - spare(before.length)), range.start);
  const right = text.slice(range.end, range.end + spare(behind.length));
  return {
    range,
    words,
    before: sideCost(reversed(before), reversed(left)),
    behind: sideCost(behind, right),
    atEnds: (before !== '' || isEnd(left.at(-1))) && (behind !== '' || isEnd(right[0])),
  };
}

function isEnd(beside: string | undefined): boolean {
  return beside === undefined || beside === barrier;
}

function reversed(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charAt(text.length - 1 - i)).join('');
}

/**
 * Returns how far the text next to the words is from the remembered surroundings: the smallest edit distance to a prefix of
 * it with about the same length.
 */
function sideCost(remembered: string, there: string): number {
  if (remembered === '' || there.startsWith(remembered)) return 0;
  const lengths = [0, -16, -8, -4, 4, 8, 16].map((more) => Math.max(0, remembered.length + more));
  const costs = lengths.map((length) => distance(remembered, there.slice(0, length)));
  return Math.min(remembered.length, ...costs);
}
