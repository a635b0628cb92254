import type { CitingPlace } from './prose.ts';

/** The dashes that open an attribution line. */
export const attributionDash = /^\s*(?:[\u2014\u2015\u2013]|--)/u;

/** A stretch of a paragraph. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The citation that an inline quotation is attributed to: one of its own sentence. What follows comes first; an author
 * named before comes first where the next citation names another author or stands behind another quotation.
 * @param quotations all outermost quotations of the paragraph, in order
 * @param starts where sentences begin
 */
export function attribute(
  quotation: Stretch,
  quotations: readonly Stretch[],
  places: readonly CitingPlace[],
  starts: readonly number[],
): CitingPlace | undefined {
  const { from, to } = sentenceOf(starts, quotation.start, quotation.end);
  const near = between(places, from, to);
  const outside = near.filter((place) => place.end <= quotation.start || place.start >= quotation.end);
  const own = near.filter(
    (place) => place.end > quotation.start && place.start < quotation.end && !place.note,
  );
  if (own.length > 0) return own.at(-1);
  const citing = outside.filter((place) => !place.note);
  const candidates = citing.length > 0 ? citing : outside.filter((place) => place.start >= quotation.end);
  const behind = candidates.find((place) => place.start >= quotation.end);
  const before = candidates.findLast((place) => place.end <= quotation.start);
  if (!behind || !before) return behind ?? before;
  const sentence = between(quotations, from, to);
  return prefersBefore(quotation, sentence, before, behind, candidates[0]) ? before : behind;
}

/**
 * Sentences name the author either before their quotations (`@a writes “…” and @b “…”`) or behind (`“…”, says @a, “…”, says
 * @b`): the first of them tells which.
 */
function prefersBefore(
  quotation: Stretch,
  sentence: readonly Stretch[],
  before: CitingPlace,
  behind: CitingPlace,
  first: CitingPlace | undefined,
): boolean {
  if (!before.authorInText) return false;
  if (behind.authorInText) return !sentence.some((other) => other.end <= (first?.start ?? 0));
  const more = sentence.some((other) => other.start >= quotation.end && other.end <= behind.start);
  return more && before.located;
}

/** Where the sentence around a stretch begins and ends. */
export function sentenceOf(
  starts: readonly number[],
  start: number,
  end = start,
): { from: number; to: number } {
  const at = lowerBound(starts, start + 1, (one) => one);
  let next = at;
  while (next < starts.length && (starts[next] ?? 0) < end) next++;
  return { from: starts[at - 1] ?? 0, to: starts[next] ?? Infinity };
}

/** Of stretches in order, those that begin in `[from, to)`. */
function between<T extends Stretch>(list: readonly T[], from: number, to: number): readonly T[] {
  const first = lowerBound(list, from, (one) => one.start);
  const end = lowerBound(list, to, (one) => one.start);
  return list.slice(first, end);
}

function lowerBound<T>(list: readonly T[], value: number, key: (one: T) => number): number {
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
