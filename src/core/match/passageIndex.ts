import { narrowed, type MappedText, type Range } from '../text.ts';
import { comparable, type Comparable } from './comparable.ts';
import { GramIndex } from './grams.ts';

/** A part of a source that can be quoted: a passage, a heading, a note, the abstract. */
export interface Unit {
  readonly text: MappedText;
  /** Whether a quotation may continue from the previous unit into this one. */
  readonly continues: boolean;
}

/** Separates units that no quotation may span. It occurs in no text. */
export const barrier = '\u0001';

/** Returns the start of the stretch without barriers before `at`, at most `most` units before it. */
export function barrierBefore(text: string, at: number, most: number): number {
  const from = Math.max(0, at - most);
  return from + text.slice(from, at + 1).lastIndexOf(barrier) + 1;
}

/** Returns the end of the stretch without barriers after `at`, at most `most` units after it. */
export function barrierAfter(text: string, at: number, most: number): number {
  const end = Math.min(text.length, at + most);
  const found = text.slice(at, end).indexOf(barrier);
  return found < 0 ? end : at + found;
}

/**
 * All units of a source in one comparable text, with an index of its grams. Plain names such as `at`, `start` and `end` are
 * offsets into `text`; functions give the unit and the place in the original.
 */
export interface PassageIndex {
  readonly text: string;
  /** Built on first use: words that stand at the place they cite are found without it. */
  readonly grams: GramIndex;
  /** Offsets of every `-` that separates words. */
  readonly dashes: ReadonlySet<number>;
  /** The range of each unit in `text`; an empty unit has an empty range. */
  readonly ranges: readonly Range[];
  /** The original offsets of a character, at and after it, within its unit. */
  startAt(at: number): number;
  endAt(at: number): number;
}

/** Indexes the units of a source. Takes linear time. */
export function buildPassageIndex(units: readonly Unit[]): PassageIndex {
  return new BuiltIndex(units);
}

/** Returns what parts two units in comparable text: nothing at a dash or ellipsis, as a line of dialogue begins with. */
function spaceBetween(before: string, behind: string): string {
  return /[-…]$/u.test(before) || /^[-…]/u.test(behind) ? '' : ' ';
}

/**
 * Computes original offsets unit by unit, because most units are asked for only a few. Of a unit that was never asked no
 * comparable form is kept, which would take more memory than the text of all.
 */
class BuiltIndex implements PassageIndex {
  readonly text: string;
  readonly dashes = new Set<number>();
  readonly ranges: Range[] = [];
  private readonly parts = new Map<number, Comparable>();
  private gramsMade: GramIndex | undefined;

  constructor(private readonly units: readonly Unit[]) {
    const texts: string[] = [];
    let at = 0;
    units.forEach((unit, index) => {
      const { text, dashes } = comparable(unit.text);
      const between = index === 0 ? '' : unit.continues ? spaceBetween(texts.at(-1) ?? '', text) : barrier;
      texts.push(between);
      at += between.length;
      texts.push(narrowed(text));
      for (const offset of dashes) this.dashes.add(at + offset);
      this.ranges.push({ start: at, end: at + text.length });
      at += text.length;
    });
    this.text = texts.join('');
  }

  private part(unit: number): Comparable | undefined {
    const known = this.parts.get(unit);
    const { text } = this.units[unit] ?? {};
    if (known || !text) return known;
    const made = comparable(text);
    this.parts.set(unit, made);
    return made;
  }

  get grams(): GramIndex {
    return (this.gramsMade ??= new GramIndex(this.text));
  }

  startAt(at: number): number {
    const unit = unitAt(this, at);
    const own = this.ranges[unit];
    // A character between two units maps to the start of the second.
    if (!own || at >= own.end) return this.part(unit + 1)?.startAt(0) ?? 0;
    return this.part(unit)?.startAt(at - own.start) ?? 0;
  }

  endAt(at: number): number {
    const unit = unitAt(this, at);
    const own = this.ranges[unit];
    if (!own || at >= own.end) return this.part(unit + 1)?.startAt(0) ?? 0;
    return this.part(unit)?.endAt(at - own.start) ?? 0;
  }
}

/** Returns the index of the unit that holds an offset; the one before where the offset is between two. */
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

/** Returns the indexes of the units that a stretch touches. */
export function unitsOf(index: PassageIndex, range: Range): number[] {
  const first = unitAt(index, range.start);
  const last = unitAt(index, Math.max(range.start, range.end - 1));
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => first + i);
}

/** A range within one unit. */
export interface UnitRange {
  readonly unit: number;
  /** Offsets are into the original of the unit. */
  readonly original: Range;
}

/** Returns the ranges in the originals, unit by unit, that a stretch of the index came from. */
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
