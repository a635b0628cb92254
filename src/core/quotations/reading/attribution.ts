import type { AttributionPlace } from './paragraphProse.ts';
import { firstIndex } from '../../text.ts';

/** A stretch of a paragraph. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the citation of an inline quotation, from the same sentence. A citation after the quotation is preferred. An
 * author named before is preferred where the next citation names another author, or follows another quotation.
 * @param quotations all outermost quotations of the paragraph, in order
 * @param starts the offsets where sentences start
 */
export function attributeQuotation(
  quotation: Stretch,
  quotations: readonly Stretch[],
  places: readonly AttributionPlace[],
  starts: readonly number[],
): AttributionPlace | undefined {
  const { from, to } = sentenceOf(starts, quotation.start, quotation.end);
  // Citations do not overlap: those before, inside and after the quotation follow one another.
  const firstPlace = firstIndex(places, ({ start }) => start >= from);
  const end = firstIndex(places, ({ start }) => start >= to);
  const within = clamp(
    firstIndex(places, ({ end }) => end > quotation.start),
    firstPlace,
    end,
  );
  const beyond = clamp(
    firstIndex(places, ({ start }) => start >= quotation.end),
    within,
    end,
  );
  const own = nearestCitation(places, beyond - 1, within - 1);
  if (own) return own;
  const behind = nearestCitation(places, beyond, end);
  const before = nearestCitation(places, within - 1, firstPlace - 1);
  if (!behind && !before) return beyond < end ? places[beyond] : undefined;
  if (!behind || !before) return behind ?? before;
  if (!before.authorInText) return behind;
  const first = nearestCitation(places, firstPlace, end);
  return prefersBefore(quotation, { quotations, from, to }, before, behind, first) ? before : behind;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** Returns the first citation that is not a note, from one index towards another, in either direction. */
function nearestCitation(
  places: readonly AttributionPlace[],
  from: number,
  to: number,
): AttributionPlace | undefined {
  const step = from < to ? 1 : -1;
  for (let at = from; at !== to; at += step) if (!places[at]?.note) return places[at];
  return undefined;
}

/**
 * Whether a sentence names authors before their quotations (`@a writes “…” and @b “…”`) rather than after (`“…”, says @a,
 * “…”, says @b`). The first quotation shows which.
 */
function prefersBefore(
  quotation: Stretch,
  sentence: QuotedSentence,
  before: AttributionPlace,
  behind: AttributionPlace,
  first: AttributionPlace | undefined,
): boolean {
  if (behind.authorInText) return !isQuotedBefore(sentence, first?.start ?? 0);
  const next = firstQuotation(sentence, quotation.end);
  return next !== undefined && next.end <= behind.start && before.located;
}

/** Returns the bounds of the sentence around a stretch. */
export function sentenceOf(
  starts: readonly number[],
  start: number,
  end = start,
): { from: number; to: number } {
  const at = firstIndex(starts, (one) => one > start);
  let next = at;
  while (next < starts.length && (starts[next] ?? 0) < end) next++;
  return { from: starts[at - 1] ?? 0, to: starts[next] ?? Infinity };
}

/** The quotations of a paragraph, in order, and the bounds of a sentence in it: there may be thousands in one sentence. */
export interface QuotedSentence {
  readonly quotations: readonly Stretch[];
  readonly from: number;
  readonly to: number;
}

/** The first quotation of a sentence that begins at an offset or after it. */
export function firstQuotation(
  { quotations, from, to }: QuotedSentence,
  offset: number,
): Stretch | undefined {
  const one = quotations[firstIndex(quotations, ({ start }) => start >= Math.max(from, offset))];
  return one && one.start < to ? one : undefined;
}

/** Whether a quotation of a sentence ends before an offset: where any does, the first of them does. */
export function isQuotedBefore(sentence: QuotedSentence, offset: number): boolean {
  const one = firstQuotation(sentence, 0);
  return one !== undefined && one.end <= offset;
}

/** Returns the index of the first item of an ordered list whose key is not below a value. */
export function lowerBound<T>(list: readonly T[], value: number, key: (one: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && key(one) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
