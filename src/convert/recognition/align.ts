/** A stretch of a copy that may stand for a passage which was not found by its fingerprint. */
export interface Candidate {
  readonly words: number;
}

/** Below this share of common length two stretches are different passages, not two versions of one. */
const alike = 0.5;
/** Larger tables are not worth their time: such a gap holds no few edited paragraphs. */
const maxCells = 250_000;

/**
 * Pairs stretches of a copy with missing passages between two known neighbours: in order, so that their lengths agree
 * best (weighted alignment after Needleman and Wunsch, gaps free of charge).
 * @returns for each missing passage the index of its stretch, or -1
 */
export function alignByLength(candidates: readonly Candidate[], missing: readonly Candidate[]): number[] {
  const rows = candidates.length;
  const columns = missing.length;
  if (rows === 0 || columns === 0 || rows * columns > maxCells) return missing.map(() => -1);
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
      best[i * width + j] = Math.max(
        skip,
        likeness(candidates[i], missing[j]) + (best[(i + 1) * width + j + 1] ?? 0),
      );
    }
  return trace(candidates, missing, best, width);
}

function trace(
  candidates: readonly Candidate[],
  missing: readonly Candidate[],
  best: Float64Array,
  width: number,
): number[] {
  const pairs = missing.map(() => -1);
  let i = 0;
  let j = 0;
  while (i < candidates.length && j < missing.length) {
    const here = best[i * width + j] ?? 0;
    const paired = likeness(candidates[i], missing[j]);
    if (paired > 0 && Math.abs(paired + (best[(i + 1) * width + j + 1] ?? 0) - here) < 1e-9) pairs[j++] = i++;
    else if ((best[(i + 1) * width + j] ?? 0) >= here - 1e-9) i++;
    else j++;
  }
  return pairs;
}

function likeness(a: Candidate | undefined, b: Candidate | undefined): number {
  if (!a || !b) return -1;
  const share = Math.min(a.words, b.words) / Math.max(a.words, b.words, 1);
  return share >= alike ? share : -1;
}
