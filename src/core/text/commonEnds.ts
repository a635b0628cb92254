/** Code units compared in one step. The engine compares whole slices at the speed of memory. */
const block = 1 << 15;

/** Returns the length of the longest common prefix of two texts, in code units. */
export function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  for (let size = block; same < most;) {
    const end = Math.min(same + size, most);
    if (a.slice(same, end) === b.slice(same, end)) same = end;
    else if (end - same === 1) break;
    else size = Math.ceil((end - same) / 2);
  }
  return same;
}

/**
 * Returns the length of the longest common suffix of two texts, in code units.
 * @param most the count stops here
 */
export function commonSuffix(a: string, b: string, most: number): number {
  const limit = Math.min(a.length, b.length, most);
  let same = 0;
  for (let size = block; same < limit;) {
    const next = Math.min(same + size, limit);
    const isSame = a.slice(a.length - next, a.length - same) === b.slice(b.length - next, b.length - same);
    if (isSame) same = next;
    else if (next - same === 1) break;
    else size = Math.ceil((next - same) / 2);
  }
  return same;
}
