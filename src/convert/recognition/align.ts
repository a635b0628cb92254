/** A stretch of a copy that may be a passage whose fingerprint was not found. `words` is its length. */
export interface AlignedStretch {
  readonly words: number;
}

/** Two stretches with a lower ratio of lengths are different passages, not two versions of one. */
const minAlikeShare = 0.5;
/** A gap with a larger table is not worth the time: it holds more than a few edited paragraphs. */
const maxCells = 250_000;

/**
 * Pairs stretches of a copy with the missing passages between two known neighbours. The pairs are in order, and their
 * lengths agree as well as possible (Needleman and Wunsch's alignment, with no cost for gaps).
 * @returns the index of the stretch for each missing passage, or -1
 */
export function alignByLength(
  candidates: readonly AlignedStretch[],
  missing: readonly AlignedStretch[],
): number[] {
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
  candidates: readonly AlignedStretch[],
  missing: readonly AlignedStretch[],
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

function likeness(a: AlignedStretch | undefined, b: AlignedStretch | undefined): number {
  if (!a || !b) return -1;
  const share = Math.min(a.words, b.words) / Math.max(a.words, b.words, 1);
  return share >= minAlikeShare ? share : -1;
}
