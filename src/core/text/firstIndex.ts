/**
 * Returns the index of the first item for which `isTrue` holds; `items.length` where it holds for none. Takes O(log n).
 * @param items sorted so that `isTrue` also holds for every item after the first one
 */
export function firstIndex<T>(items: readonly T[], isTrue: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isTrue(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
