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
import { anyEnds, type WantedWords } from './wantedWords.ts';

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
export const maxAlignedUnits = 20_000;
/** With more exact places than this, those next to the right surroundings come first and the rest is cut off. */
const maxExactCandidates = 300;
/** The part of the surroundings that must be unchanged on both sides to find changed words between them. */
const frameUnits = 12;
/** Words of at least this length are found by their beginning and end. */
const minLongUnits = 600;
const pieceUnits = 200;

/** Returns the most errors that the words of a note may have: the limit of approximate quotations, at least one. */
export function floorOf(length: number): number {
  return Math.max(1, Math.floor(length * errorRate));
}

/** The range of the whole text of an index. */
function wholeRange(index: PassageIndex): Range {
  return { start: 0, end: index.text.length };
}

/** Returns the places where words and surroundings stand letter for letter, as ranges of the words alone. */
export function fullPlaces(index: PassageIndex, { before, words, behind }: WantedWords): Range[] {
  const whole = before + words + behind;
  const from = before.length - before.trimStart().length;
  return occurrences(index, whole.trim(), strict, wholeRange(index), anyEnds).map(({ start }) => {
    const at = start + before.length - from;
    return { start: at, end: at + words.length };
  });
}

/** Returns the places where the words stand letter for letter. */
export function exactCandidates(index: PassageIndex, wanted: WantedWords): Candidate[] {
  let places = occurrences(index, wanted.words, strict, wholeRange(index), wanted.ends);
  if (places.length > maxExactCandidates) {
    const before = wanted.before.slice(-frameUnits);
    const behind = wanted.behind.slice(0, frameUnits);
    const beside = places.filter(
      ({ start, end }) => index.text.startsWith(behind, end) || index.text.slice(0, start).endsWith(before),
    );
    places = [...beside, ...places].slice(0, maxExactCandidates);
  }
  return places.map((range) => candidateAt(index, wanted, range, 0));
}

/** Returns the places between the remembered surroundings, even if the words there have changed. */
export function framedCandidates(index: PassageIndex, wanted: WantedWords): Candidate[] {
  const before = wordsEnd(wanted.before.trimEnd());
  const behind = wordsStart(wanted.behind.trimStart());
  if (before === '' || behind === '' || wanted.words.length > maxAlignedUnits) return [];
  const lefts = occurrences(index, before, strict, wholeRange(index), anyEnds).slice(0, maxExactCandidates);
  const rights = occurrences(index, behind, strict, wholeRange(index), anyEnds);
  const most = wanted.words.length + floorOf(wanted.words.length) + 4;
  let next = 0;
  return lefts.flatMap(({ end }) => {
    while ((rights[next]?.start ?? Infinity) < end) next++;
    const start = rights[next]?.start;
    if (start === undefined || start - end > most) return [];
    return refineStretch(index, wanted, { start: end, end: start });
  });
}

/** Returns the last words of the text before, as many as make a seed. */
function wordsEnd(text: string): string {
  if (text.length <= frameUnits) return text;
  const at = text.lastIndexOf(' ', text.length - frameUnits);
  return text.slice(Math.max(at + 1, text.length - 2 * frameUnits));
}

function wordsStart(text: string): string {
  if (text.length <= frameUnits) return text;
  const at = text.indexOf(' ', frameUnits);
  return text.slice(0, at < 0 ? 2 * frameUnits : Math.min(at, 2 * frameUnits));
}

/** Returns the places where similar words stand. */
export function likeCandidates(index: PassageIndex, wanted: WantedWords): Candidate[] {
  const { words } = wanted;
  if (words.length > maxAlignedUnits) return [];
  if (words.length <= minLongUnits)
    return likenesses(index, words, false).flatMap(({ range }) => refineStretch(index, wanted, range));
  const heads = likenesses(index, words.slice(0, pieceUnits), false).slice(0, 5);
  const tails = likenesses(index, words.slice(-pieceUnits), false).slice(0, 5);
  const floor = floorOf(words.length);
  return heads.flatMap((head) =>
    tails.flatMap((tail) => {
      const range = { start: head.range.start, end: tail.range.end };
      return Math.abs(range.end - range.start - words.length) <= floor
        ? refineStretch(index, wanted, range)
        : [];
    }),
  );
}

/** Trims white space and extends the range to whole words. Returns no candidate where no word remains. */
function refineStretch(index: PassageIndex, wanted: WantedWords, range: Range): Candidate[] {
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

function candidateAt({ text }: PassageIndex, wanted: WantedWords, range: Range, words: number): Candidate {
  const { before, behind } = wanted;
  const spare = (length: number): number => length + 16;
  const left = text.slice(Math.max(0, range.start - spare(before.length)), range.start);
  const right = text.slice(range.end, range.end + spare(behind.length));
  return {
    range,
    words,
    before: sideCost(reversedText(before), reversedText(left)),
    behind: sideCost(behind, right),
    atEnds: (before !== '' || isUnitEnd(left.at(-1))) && (behind !== '' || isUnitEnd(right[0])),
  };
}

function isUnitEnd(beside: string | undefined): boolean {
  return beside === undefined || beside === barrier;
}

function reversedText(text: string): string {
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
