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

/** A place at which the words of a note may stand. Costs are edit distances in characters. */
export interface Candidate {
  /** In the index. */
  readonly range: Range;
  /** How far the words there are from those of the note. */
  readonly words: number;
  /** How far what stands around is from what stood around, each side at most its own length. */
  readonly before: number;
  readonly behind: number;
  /** Whether the text begins or ends where the note remembers no surroundings on one side. */
  readonly atEnds: boolean;
}

/** Longer stretches take too long to be aligned; who notes a chapter notes its heading. */
export const longestWords = 20_000;
/** More exact places than this are sifted by what stands next to them. */
const mostPlaces = 300;
/** How much of the surroundings has to be there letter for letter for a frame of changed words. */
const frameLength = 12;
/** From this length on words are looked for by their beginning and end. */
const longWords = 600;
const pieceLength = 200;

/** The most errors that the words of a note may have: the floor of approximate quotations, at least one. */
export function floorOf(length: number): number {
  return Math.max(1, Math.floor(length * errorRate));
}

/** The whole text of an index. */
function everywhere(index: PassageIndex): Range {
  return { start: 0, end: index.text.length };
}

/** Where words and surroundings stand letter for letter: ranges of the words alone. */
export function fullPlaces(index: PassageIndex, { before, words, behind }: Wanted): Range[] {
  const whole = before + words + behind;
  const from = before.length - before.trimStart().length;
  return occurrences(index, whole.trim(), strict, everywhere(index), anyEnds).map(({ start }) => {
    const at = start + before.length - from;
    return { start: at, end: at + words.length };
  });
}

/** The places where the words stand letter for letter. */
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

/** The places between what stood before and what stood behind, whatever has become of the words. */
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

/** The last words of what stood before, as many as make a seed. */
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

/** The places where something like the words stands. */
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

/** A stretch without white space at its ends and widened to whole words; nothing where no word is left of it. */
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
 * How far a text that begins at the words is from the surroundings that a note remembers: the edit distance to the nearest
 * of its beginnings of about the same length.
 */
function sideCost(remembered: string, there: string): number {
  if (remembered === '' || there.startsWith(remembered)) return 0;
  const lengths = [0, -16, -8, -4, 4, 8, 16].map((more) => Math.max(0, remembered.length + more));
  const costs = lengths.map((length) => distance(remembered, there.slice(0, length)));
  return Math.min(remembered.length, ...costs);
}
