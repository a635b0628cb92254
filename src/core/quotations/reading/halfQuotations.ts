import { firstIndex } from '../../text.ts';
import { sentenceOf } from './attribution.ts';
import type { DraftQuotation } from './draft.ts';
import { draftQuotation, hasQuotedWords, leadOf, type MarkedParagraph } from './markedParagraph.ts';
import type { MarkPair } from './pairMarks.ts';
import { type AttributionPlace, quotedWords } from './paragraphProse.ts';
import type { WrittenMark } from './writtenMarks.ts';

/** The most that a mark costs as an opening one, and the least that it costs as none, where it is one without its partner. */
const loneOpening = { mostAsOpening: 1.5, leastAsNone: 3 };

/** A stretch that a reader takes for quoted. Offsets are into the words of the paragraph. */
export interface HalfMarked {
  readonly open: WrittenMark | undefined;
  readonly close: WrittenMark | undefined;
  /** Where the words begin and end. */
  readonly from: number;
  readonly to: number;
  readonly place: AttributionPlace;
  /** A pair that closes too early, at what may be an apostrophe: the mark left over is rather its closing one. */
  readonly replaces: MarkPair | undefined;
}

/**
 * Returns the quotations of which only one mark is there: an opening one that nothing closes before its citation, or a closing
 * one right before a citation that nothing opened. A reader sees that words are quoted, but not which.
 */
export function halfMarkedIn(paragraph: MarkedParagraph): HalfMarked[] {
  const { lone, prose } = paragraph;
  if (lone.open.length + lone.strays.length === 0 || prose.places.length === 0) return [];
  const openings = openingsOf(paragraph);
  const found = prose.places.flatMap((place, at) =>
    beforePlace(paragraph, openings, place, prose.places[at - 1]?.end ?? 0),
  );
  return [...found, ...afterLastPlace(paragraph, openings)];
}

function openingsOf({ lone }: MarkedParagraph): readonly WrittenMark[] {
  return lone.open.filter(
    ({ open, other }) => open <= loneOpening.mostAsOpening && other >= loneOpening.leastAsNone,
  );
}

/** Returns the marks from `start` to `end`, of marks in order. */
function marksBetween(marks: readonly WrittenMark[], start: number, end: number): readonly WrittenMark[] {
  return marks.slice(
    firstIndex(marks, ({ at }) => at >= start),
    firstIndex(marks, ({ at }) => at >= end),
  );
}

function beforePlace(
  paragraph: MarkedParagraph,
  openings: readonly WrittenMark[],
  place: AttributionPlace,
  from: number,
): HalfMarked[] {
  const { lone, pairs } = paragraph;
  const [open] = marksBetween(openings, from, place.start);
  const stray = marksBetween(lone.strays, from, place.start).at(-1);
  const isOfSentence = stray && sentenceOf(paragraph.starts(), stray.at).to > place.start;
  const close = isOfSentence ? stray : undefined;
  const last = close ?? open;
  if (!last) return [];
  const before = pairs[firstIndex(pairs, (one) => one.close.at >= last.at) - 1];
  const pair = before && before.open.at >= from ? before : undefined;
  const replaces = !open && (pair?.weak ?? pair?.unsure) ? pair : undefined;
  const sentence = sentenceOf(paragraph.starts(), last.at).from;
  const begin = open ?? replaces?.open;
  return [
    {
      open,
      close,
      from: begin ? begin.end : Math.max(from, pair?.close.end ?? 0, sentence),
      to: close ? close.at : place.start,
      place,
      replaces,
    },
  ];
}

/** A mark after the last citation, of an author named before it in the same sentence: `@key says: “…`. */
function afterLastPlace(paragraph: MarkedParagraph, openings: readonly WrittenMark[]): HalfMarked[] {
  const place = paragraph.prose.places.at(-1);
  const leftOver = place && leftOverAfter(paragraph, place);
  if (leftOver) return [leftOver];
  const open = place && openings.find(({ at }) => at >= place.end);
  if (!place || !open || sentenceOf(paragraph.starts(), open.at).from > place.start) return [];
  if (paragraph.pairs.some((pair) => pair.open.at > place.end)) return [];
  const to = paragraph.prose.words.text.length;
  return [{ open, close: undefined, from: open.end, to, place, replaces: undefined }];
}

/** A closing mark after a pair that closes too early, in the sentence of an author named before: `@key says: ‘the keepers’ boat"`. */
function leftOverAfter(paragraph: MarkedParagraph, place: AttributionPlace): HalfMarked | undefined {
  const { lone, pairs, prose } = paragraph;
  const close = marksBetween(lone.strays, place.end, prose.words.text.length).at(-1);
  if (!close || sentenceOf(paragraph.starts(), close.at).from > place.start) return undefined;
  const pair = pairs[firstIndex(pairs, (one) => one.close.at >= close.at) - 1];
  if (!pair || pair.open.at < place.end || !(pair.weak ?? pair.unsure)) return undefined;
  return { open: undefined, close, from: pair.open.end, to: close.at, place, replaces: pair };
}

/** Returns the quotation of a stretch with one mark; undefined where it has no words. */
export function halfQuotation(paragraph: MarkedParagraph, half: HalfMarked): DraftQuotation | undefined {
  const { open, close, from, to, place, replaces } = half;
  const { prose } = paragraph;
  const words = quotedWords(prose, from, to);
  if (!words || !hasQuotedWords(words.text)) return undefined;
  const begin = open?.at ?? replaces?.open.at ?? from;
  const start = prose.words.startAt(begin) ?? 0;
  const end = prose.words.endAt((close?.end ?? to) - 1) ?? start;
  // Two marks of different families are no pair, either.
  const marks = { open: open?.mark ?? '', close: open ? '' : (close?.mark ?? '') };
  return draftQuotation(words, [], { start, end }, marks, true, place, leadOf(paragraph, begin));
}
