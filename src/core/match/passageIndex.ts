import type { MappedText, Range } from '../text.ts';
import { comparable, type Comparable } from './comparable.ts';
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
  /** Made at the first use: words that stand where they are cited are found without. */
  readonly grams: GramIndex;
  /** Offsets of the `-` that part words. */
  readonly dashes: ReadonlySet<number>;
  /** Where each unit stands in `text`; empty units have empty ranges. */
  readonly ranges: readonly Range[];
  /** Origin of each character of `text`, in the original of its unit; made at the first use. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The same of one character. */
  startAt(at: number): number;
  endAt(at: number): number;
}

/** Indexes the units of a source. Linear in their length. */
export function buildPassageIndex(units: readonly Unit[]): PassageIndex {
  return new BuiltIndex(units);
}

/** Leads to the originals unit by unit: most units are asked for a few places. */
class BuiltIndex implements PassageIndex {
  readonly text: string;
  readonly dashes = new Set<number>();
  readonly ranges: Range[] = [];
  private readonly parts: readonly Comparable[];
  private gramsMade: GramIndex | undefined;
  private startsMade: Int32Array | undefined;
  private endsMade: Int32Array | undefined;

  constructor(units: readonly Unit[]) {
    this.parts = units.map((unit) => comparable(unit.text));
    const texts: string[] = [];
    let at = 0;
    this.parts.forEach((part, index) => {
      if (index > 0) {
        texts.push(units[index]?.continues ? ' ' : barrier);
        at++;
      }
      texts.push(part.text);
      for (const offset of part.dashes) this.dashes.add(at + offset);
      this.ranges.push({ start: at, end: at + part.text.length });
      at += part.text.length;
    });
    this.text = texts.join('');
  }

  get grams(): GramIndex {
    return (this.gramsMade ??= new GramIndex(this.text));
  }

  startAt(at: number): number {
    const unit = unitAt(this, at);
    const own = this.ranges[unit];
    // What stands between two units comes from where the second begins.
    if (!own || at >= own.end) return this.parts[unit + 1]?.startAt(0) ?? 0;
    return this.parts[unit]?.startAt(at - own.start) ?? 0;
  }

  endAt(at: number): number {
    const unit = unitAt(this, at);
    const own = this.ranges[unit];
    if (!own || at >= own.end) return this.parts[unit + 1]?.startAt(0) ?? 0;
    return this.parts[unit]?.endAt(at - own.start) ?? 0;
  }

  get starts(): Int32Array {
    return (this.startsMade ??= this.places(({ starts }) => starts));
  }

  get ends(): Int32Array {
    return (this.endsMade ??= this.places(({ ends }) => ends));
  }

  private places(of: (part: Comparable) => Int32Array): Int32Array {
    const places = new Int32Array(this.text.length);
    this.parts.forEach((part, unit) => {
      const { start } = this.ranges[unit] ?? { start: 0 };
      if (unit > 0) places[start - 1] = part.text === '' ? 0 : part.startAt(0);
      places.set(of(part), start);
    });
    return places;
  }
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
  const found: UnitRange[] = [];
  const last = unitAt(index, Math.max(range.start, range.end - 1));
  for (let unit = unitAt(index, range.start); unit <= last; unit++) {
    const own = index.ranges[unit] ?? range;
    const start = Math.max(range.start, own.start);
    const end = Math.min(range.end, own.end);
    if (end > start)
      found.push({ unit, original: { start: index.startAt(start), end: index.endAt(end - 1) } });
  }
  return found;
}
