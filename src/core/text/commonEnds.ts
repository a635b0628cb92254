/** How many code units are compared at once: by the engine, at the speed of memory. */
const block = 1 << 15;

/** How many code units two texts begin with in common. */
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
 * How many code units two texts end with in common.
 * @param most no more than so many are counted
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
