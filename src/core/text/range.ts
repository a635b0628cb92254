import { firstIndex } from './lists.ts';

/** A half-open range of a text, `[start, end)`, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
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
