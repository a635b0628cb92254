import {
  barrierAfter,
  barrierBefore,
  hasWords,
  likenesses,
  maxWordLength,
  occurrences,
  strict,
  toWholeWords,
} from '../match.ts';
import { overlaps, type Range, touches } from '../text.ts';
import type { Selectors, TextQuote } from './annotation.ts';
import { fileRange, indexRange, toCodePoints, writtenWords, type AnchorText } from './anchorText.ts';
import { exactCandidates, framedCandidates, likeCandidates, maxAlignedUnits } from './anchorCandidates.ts';
import { anyEnds, wantedWords } from './wantedWords.ts';

/** The place of a new note. */
export interface NoteSelection {
  readonly selectors: Selectors;
  /** The range in the source file: the selection, extended to whole words. */
  readonly range: Range;
}

/** Lengths of the surroundings that a note remembers. Longer ones are used where the words stand in several places. */
const sideLengths = [32, 64, 128, 256, 512] as const;
/**
 * The least difference, as a share of their length, between the surroundings and those of other places of the same words.
 */
const minFarShare = 0.5;
/** Longer words are compared by their beginning only. */
const maxComparedUnits = 600;

/**
 * Makes the selectors for a range of a source file. An empty range selects the whole paragraph, heading or note around it.
 * Undefined where there are no words.
 */
export function select(range: Range, target: AnchorText): NoteSelection | undefined {
  const chosen =
    range.end > range.start ? range : target.byPlace.find((unit) => touches(unit.range, range.start))?.range;
  const stretch = chosen && indexRange(target, chosen);
  if (!stretch) return undefined;
  const words = toWholeWords(target.index, stretch);
  const { text } = target.index;
  if (!hasWords(text.slice(words.start, words.end))) return undefined;
  const place = fileRange(target, words);
  return {
    selectors: { quote: textQuoteOf(words, target), position: toCodePoints(target, place) },
    range: place,
  };
}

function textQuoteOf(words: Range, target: AnchorText): TextQuote {
  if (standsNowhereElse(words, target)) return { ...quoteWith(words, target, sideLengths[0]), unique: true };
  let quote = quoteWith(words, target, sideLengths[0]);
  for (const length of sideLengths) {
    quote = quoteWith(words, target, length);
    if (isToldApart(quote, words, target)) return quote;
  }
  return { ...quote, unique: false };
}

function quoteWith({ start, end }: Range, target: AnchorText, length: number): TextQuote {
  const { text } = target.index;
  const most = length + maxWordLength;
  const from = Math.max(barrierBefore(text, start, most), wordStartBefore(text, start - length));
  const to = Math.min(barrierAfter(text, end, most), wordEndAfter(text, end + length));
  const space = (at: number): string => (text.charAt(at) === ' ' ? ' ' : '');
  const written = {
    exact: writtenWords(target, { start, end }).trim(),
    prefix: writtenWords(target, { start: from, end: start }).trim() + space(start - 1),
    suffix: space(end) + writtenWords(target, { start: end, end: to }).trim(),
    unique: undefined,
  };
  const { before, words, behind } = wantedWords(written);
  if (before + words + behind === text.slice(from, to).trim()) return written;
  // The words alone may normalise differently from the words in context. The comparable text always matches itself.
  return {
    ...written,
    exact: text.slice(start, end),
    prefix: text.slice(from, start),
    suffix: text.slice(end, to),
  };
}

/** Returns the start of the word at an offset, unless it is far away. */
function wordStartBefore(text: string, at: number): number {
  if (at <= 0) return 0;
  const room = Math.max(0, at - maxWordLength + 1);
  const space = text.slice(room, at + 1).lastIndexOf(' ');
  return space >= 0 ? room + space + 1 : at < maxWordLength - 1 ? 0 : at;
}

function wordEndAfter(text: string, at: number): number {
  const space = text.slice(at, at + maxWordLength).indexOf(' ');
  return space >= 0 ? at + space : Math.min(text.length, at);
}

/** Whether no words like those of a stretch of the index stand anywhere else. */
export function standsNowhereElse(words: Range, { index }: AnchorText): boolean {
  const text = index.text.slice(words.start, words.end);
  if (text.length > maxAlignedUnits) return false;
  const exact = occurrences(index, text, strict, { start: 0, end: index.text.length }, anyEnds);
  if (exact.length > 1) return false;
  return likenesses(index, text.slice(0, maxComparedUnits), false).every(({ range }) =>
    overlaps(range, words),
  );
}

/** Whether all other places of similar words have different surroundings, so that none is mistaken for this place. */
function isToldApart(quote: TextQuote, words: Range, { index }: AnchorText): boolean {
  const wanted = { ...wantedWords(quote), ends: anyEnds };
  const room = (wanted.before.length + wanted.behind.length) * minFarShare;
  const rivals = [
    ...exactCandidates(index, wanted),
    ...framedCandidates(index, wanted),
    ...likeCandidates(index, wanted),
  ];
  return rivals.every(
    ({ range, words: errors, before, behind }) => overlaps(range, words) || errors + before + behind >= room,
  );
}
