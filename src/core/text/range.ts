/** A half-open range of a text, `[start, end)`, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A range of a file, and one of a chunk of it, or of several chunks that are read together: its offsets count from their beginning.
 * A plain range may be either; these two are told apart by the compiler, and by nothing else: `from` is never there.
 */
export interface FileRange extends Range {
  readonly from?: 'file';
}
export interface ChunkRange extends Range {
  readonly from?: 'chunk';
}

/** Returns the place in its file of a range of a chunk that begins at `start`. There is no other way from one to the other. */
export function inFile({ start, end }: ChunkRange, chunkStart: number): FileRange {
  return { start: start + chunkStart, end: end + chunkStart };
}

/** Whether `offset` is inside `range` or directly after its last character, as a cursor may be. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether `inner` lies wholly within `outer`. */
export function encloses(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two ranges share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Returns the range moved by `by` units towards the end of the text. */
export function moveRange(range: Range, by: number): Range {
  return by === 0 ? range : { start: range.start + by, end: range.end + by };
}

/**
 * Items with ranges, for finding those at a given place. The sorted list serves as a balanced search tree: the middle of
 * each sublist is its root and stores how far the sublist reaches. This is an interval tree (Cormen and others,
 * “Introduction to Algorithms”, ch. 14.3), so one item as long as the text does not slow down the search for others.
 */
export class PlacedRanges<T extends { readonly range: Range }> {
  /** For the middle of each sublist, the largest end of a range in that sublist. */
  private readonly reach: number[];

  /** @param items sorted by the start of their ranges */
  constructor(private readonly items: readonly T[]) {
    this.reach = items.map(() => 0);
    this.measure(0, items.length);
  }

  /** Returns the items that share at least one character with a range, in order. */
  overlapping(range: Range): T[] {
    const found: T[] = [];
    this.collect(range, 0, this.items.length, found);
    return found;
  }

  /** Returns the items that have exactly this range, in order. */
  at({ start, end }: Range): T[] {
    const first = firstIndex(this.items, ({ range }) => range.start >= start);
    const behind = firstIndex(this.items, ({ range }) => range.start > start);
    return this.items.slice(first, behind).filter(({ range }) => range.end === end);
  }

  private measure(low: number, high: number): number {
    if (low >= high) return -Infinity;
    const middle = (low + high) >> 1;
    const own = this.items[middle]?.range.end ?? 0;
    return (this.reach[middle] = Math.max(own, this.measure(low, middle), this.measure(middle + 1, high)));
  }

  private collect(range: Range, low: number, high: number, found: T[]): void {
    const middle = (low + high) >> 1;
    if (low >= high || (this.reach[middle] ?? 0) <= range.start) return;
    this.collect(range, low, middle, found);
    const item = this.items[middle];
    if (!item || item.range.start >= range.end) return;
    if (overlaps(item.range, range)) found.push(item);
    this.collect(range, middle + 1, high, found);
  }
}

/**
 * Appends items to a list. `push(...items)` passes every item as an argument, and overflows the stack when there are very
 * many.
 */
export function appendAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** Appends an item to the list of a key. A key without a list gets a new one. */
export function appendTo<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

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

/** Returns the whole numbers from `first` to `last`, both included; none where `last` is smaller. */
export function numbersFromTo(first: number, last: number): number[] {
  const numbers: number[] = [];
  for (let number = first; number <= last; number++) numbers.push(number);
  return numbers;
}

/** Returns how often each item occurs, in the order of first occurrences. */
export function countEach<T>(items: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Whether two lists have the same objects in the same order. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
