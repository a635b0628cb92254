import type { CitingPlace } from './prose.ts';

/** A stretch of a paragraph. */
interface Stretch {
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
  const from = starts.findLast((start) => start <= quotation.start) ?? 0;
  const to = starts.find((start) => start > quotation.start && start >= quotation.end) ?? Infinity;
  const near = places.filter((place) => place.start >= from && place.start < to);
  const outside = near.filter((place) => place.end <= quotation.start || place.start >= quotation.end);
  const own = near.filter((place) => !outside.includes(place) && !place.note);
  if (own.length > 0) return own.at(-1);
  const citing = outside.filter((place) => !place.note);
  const candidates = citing.length > 0 ? citing : outside.filter((place) => place.start >= quotation.end);
  const behind = candidates.find((place) => place.start >= quotation.end);
  const before = candidates.findLast((place) => place.end <= quotation.start);
  if (!behind || !before) return behind ?? before;
  const sentence = quotations.filter((other) => other.start >= from && other.start < to);
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
  const between = sentence.some((other) => other.start >= quotation.end && other.end <= behind.start);
  return between && before.citations.some((citation) => citation.locator !== undefined);
}
