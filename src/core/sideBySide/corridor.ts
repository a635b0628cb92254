/**
 * The pairs of places in two texts that an alignment looks at: for each place in the first text, 0 … its length, a stretch of places
 * in the second.
 */
export interface Corridor {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** All pairs of places of texts of `n` and `m` segments. */
export function wholeCorridor(n: number, m: number): Corridor {
  return { first: new Int32Array(n + 1), last: new Int32Array(n + 1).fill(m) };
}

/**
 * Pairs within `width` places of where as much of both texts is read.
 * @param lengths of all that stands before each place
 */
export function diagonalCorridor([a, b]: readonly [Float64Array, Float64Array], width: number): Corridor {
  const [n, m] = [a.length - 1, b.length - 1];
  const { first, last } = wholeCorridor(n, m);
  const scale = (b[m] ?? 0) / Math.max(1, a[n] ?? 0);
  for (let i = 1, middle = 0; i < n; i++) {
    while (middle < m && (b[middle] ?? 0) < (a[i] ?? 0) * scale) middle++;
    first[i] = Math.max(0, middle - width);
    last[i] = Math.min(m, middle + width);
  }
  last[0] = Math.min(m, width);
  first[n] = Math.max(0, m - width);
  return { first, last };
}

/** Whether a likely pair lies at the border of a corridor, beyond which others may be likely. */
export function reachesBorder(
  { first, last }: Corridor,
  isLikely: (i: number, j: number) => boolean,
): boolean {
  const m = last[last.length - 1] ?? 0;
  return Array.from(first).some((low, i) => {
    const high = last[i] ?? 0;
    return (low > 0 && isLikely(i, low)) || (high < m && isLikely(i, high));
  });
}

/** The pairs of a corridor that are likely enough, and those within `margin` places of one. */
export function narrowCorridor(
  corridor: Corridor,
  isLikely: (i: number, j: number) => boolean,
  margin: number,
): Corridor {
  const n = corridor.first.length - 1;
  const m = corridor.last[n] ?? 0;
  const likely = { first: new Int32Array(n + 1).fill(m), last: new Int32Array(n + 1) };
  for (let i = 0; i <= n; i++)
    for (let j = corridor.first[i] ?? 0; j <= (corridor.last[i] ?? 0); j++)
      if (isLikely(i, j)) {
        likely.first[i] = Math.min(likely.first[i] ?? m, j);
        likely.last[i] = j;
      }
  return widenedCorridor(likely, margin, m);
}

function widenedCorridor({ first, last }: Corridor, margin: number, m: number): Corridor {
  const n = first.length - 1;
  const wide = { first: new Int32Array(n + 1), last: new Int32Array(n + 1) };
  for (let i = 0; i <= n; i++) {
    let low = m;
    let high = 0;
    for (let k = Math.max(0, i - margin); k <= Math.min(n, i + margin); k++) {
      low = Math.min(low, first[k] ?? m);
      high = Math.max(high, last[k] ?? 0);
    }
    wide.first[i] = Math.max(0, low - margin);
    wide.last[i] = Math.min(m, high + margin);
  }
  return wide;
}

/**
 * The corridor of the parts of two texts, from that of the wholes: parts of wholes that it lets meet may meet.
 * @param ownerA the whole of each part, in order
 */
export function corridorOfParts(
  { first, last }: Corridor,
  ownerA: readonly number[],
  ownerB: readonly number[],
): Corridor {
  const n = ownerA.length;
  const m = ownerB.length;
  const startOfWhole = new Int32Array((ownerB.at(-1) ?? -1) + 2).fill(m);
  for (let j = m - 1; j >= 0; j--) startOfWhole[ownerB[j] ?? 0] = j;
  const parts = wholeCorridor(n, m);
  for (let i = 0; i <= n; i++) {
    const before = ownerA[i - 1] ?? 0;
    const after = ownerA[i] ?? before + 1;
    // A place inside a whole lies between the places before and after it.
    const low = i === 0 ? 0 : before;
    const high = before === after && i > 0 ? after + 1 : after;
    parts.first[i] = startOfWhole[first[low] ?? 0] ?? m;
    parts.last[i] = i === n ? m : (startOfWhole[last[high] ?? 0] ?? m);
  }
  parts.first[0] = 0;
  return parts;
}
