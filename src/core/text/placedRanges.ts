import { firstIndex } from './firstIndex.ts';
import { overlaps, type Range } from './range.ts';

/** Things that stand somewhere in a text, for asking which of them stand in a place. */
export class PlacedRanges<T extends { readonly range: Range }> {
  /** How far the things up to each of them reach at most. */
  private readonly reach: number[] = [];

  /** @param items in the order of their beginnings */
  constructor(private readonly items: readonly T[]) {
    let reach = 0;
    for (const { range } of items) this.reach.push((reach = Math.max(reach, range.end)));
  }

  /** Those that share at least one character with a range, in order. */
  overlapping(range: Range): T[] {
    return this.near(range, range.end).filter((item) => overlaps(item.range, range));
  }

  /** Those that have exactly this range, in order. */
  at({ start, end }: Range): T[] {
    return this.near({ start, end: start + 1 }, start + 1).filter(
      ({ range }) => range.start === start && range.end === end,
    );
  }

  /** Those that begin before `limit`, from the first on that may reach the range. */
  private near({ start }: Range, limit: number): T[] {
    const behind = firstIndex(this.items, (item) => item.range.start >= limit);
    let from = behind;
    while (from > 0 && (this.reach[from - 1] ?? 0) >= start) from--;
    return this.items.slice(from, behind);
  }
}
