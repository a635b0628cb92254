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
  const first = firstIndex(places, ({ start }) => start >= from);
  const end = firstIndex(places, ({ start }) => start >= to);
  const within = clamp(
    firstIndex(places, ({ end }) => end > quotation.start),
    first,
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
  const before = nearestCitation(places, within - 1, first - 1);
  if (!behind && !before) return beyond < end ? places[beyond] : undefined;
  if (!behind || !before) return behind ?? before;
  if (!before.authorInText) return behind;
  const sentence = stretchesBetween(quotations, { from, to });
  return prefersBefore(quotation, sentence, before, behind, nearestCitation(places, first, end))
    ? before
    : behind;
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
  sentence: readonly Stretch[],
  before: AttributionPlace,
  behind: AttributionPlace,
  first: AttributionPlace | undefined,
): boolean {
  if (behind.authorInText) return !sentence.some((other) => other.end <= (first?.start ?? 0));
  const more = sentence.some((other) => other.start >= quotation.end && other.end <= behind.start);
  return more && before.located;
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

/** Returns those of ordered stretches that start in `[from, to)`. */
export function stretchesBetween<T extends Stretch>(
  list: readonly T[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly T[] {
  const first = firstIndex(list, ({ start }) => start >= from);
  const end = firstIndex(list, ({ start }) => start >= to);
  return list.slice(first, end);
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
