import type { MappedText } from '../text/mappedText.ts';
import type { Range } from '../text/range.ts';
import { comparable } from './comparable.ts';
import { GramIndex } from './grams.ts';

/** A stretch of a source that can be quoted: a passage, a heading, a note, the abstract. */
export interface Unit {
  readonly text: MappedText;
  /** Whether a quotation may run on from the unit before into this one. */
  readonly continues: boolean;
}

/** Stands between units that no quotation runs across; it is in no text. */
export const barrier = '\u0001';

/** Where the stretch begins that a quotation at an offset may run on from, no further than `most` before it. */
export function barrierBefore(text: string, at: number, most: number): number {
  const from = Math.max(0, at - most);
  return from + text.slice(from, at + 1).lastIndexOf(barrier) + 1;
}

/** Where the stretch ends that a quotation up to an offset may run on in, no further than `most` behind it. */
export function barrierBehind(text: string, at: number, most: number): number {
  const end = Math.min(text.length, at + most);
  const found = text.slice(at, end).indexOf(barrier);
  return found < 0 ? end : at + found;
}

/**
 * All units of a source in one comparable text, with an index of its grams. Offsets called `at`, `start`, `end` without
 * more are into `text`; the unit and the place in the original are asked for.
 */
export interface PassageIndex {
  readonly text: string;
  readonly grams: GramIndex;
  /** Offsets of the `-` that part words. */
  readonly dashes: ReadonlySet<number>;
  /** Where each unit stands in `text`; empty units have empty ranges. */
  readonly ranges: readonly Range[];
  /** Origin of each character of `text`, in the original of its unit. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Indexes the units of a source. Linear in their length. */
export function buildPassageIndex(units: readonly Unit[]): PassageIndex {
  const parts = units.map((unit) => comparable(unit.text));
  const size = parts.reduce((sum, part) => sum + part.text.length + 1, 0);
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const dashes = new Set<number>();
  const ranges: Range[] = [];
  const texts: string[] = [];
  let at = 0;
  parts.forEach((part, index) => {
    if (index > 0) {
      texts.push(units[index]?.continues ? ' ' : barrier);
      starts[at] = part.starts[0] ?? 0;
      ends[at++] = part.starts[0] ?? 0;
    }
    texts.push(part.text);
    starts.set(part.starts, at);
    ends.set(part.ends, at);
    for (const offset of part.dashes) dashes.add(at + offset);
    ranges.push({ start: at, end: at + part.text.length });
    at += part.text.length;
  });
  const text = texts.join('');
  return { text, grams: new GramIndex(text), dashes, ranges, starts, ends };
}

/** Index of the unit that holds an offset; the one before where the offset stands between two. */
export function unitAt(index: PassageIndex, at: number): number {
  let low = 0;
  let high = index.ranges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.ranges[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Indexes of the units that a stretch touches. */
export function unitsOf(index: PassageIndex, range: Range): number[] {
  const first = unitAt(index, range.start);
  const last = unitAt(index, Math.max(range.start, range.end - 1));
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => first + i);
}

/** A stretch of one unit. */
export interface UnitRange {
  readonly unit: number;
  /** In the original of the unit. */
  readonly original: Range;
}

/** Where a stretch of the index stands in the originals, unit by unit. */
export function originals(index: PassageIndex, range: Range): UnitRange[] {
  return unitsOf(index, range).flatMap((unit) => {
    const own = index.ranges[unit] ?? range;
    const start = Math.max(range.start, own.start);
    const end = Math.min(range.end, own.end);
    if (end <= start) return [];
    return [{ unit, original: { start: index.starts[start] ?? 0, end: index.ends[end - 1] ?? 0 } }];
  });
}
