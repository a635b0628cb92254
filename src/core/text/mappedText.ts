import type { Range } from './range.ts';

/**
 * A text derived from another (the plain text of a Markdown block, a normalised passage) that knows where each of its
 * characters came from.
 */
export interface MappedText {
  readonly text: string;
  /** The original offset of each UTF-16 unit of `text`; same length as `text`. */
  readonly starts: ArrayLike<number>;
  /** The original offset after each UTF-16 unit of `text`; same length as `text`. */
  readonly ends: ArrayLike<number>;
}

/** The empty text. */
export const emptyMappedText: MappedText = { text: '', starts: [], ends: [] };

/**
 * Returns the original offset of the unit at `index`; undefined outside the text. Cheaper than `starts` for a few units.
 */
export function startAt(mapped: MappedText, index: number): number | undefined {
  return mapped instanceof RunText ? mapped.startAt(index) : mapped.starts[index];
}

/**
 * Returns the original offset after the unit at `index`; undefined outside the text. Cheaper than `ends` for a few units.
 */
export function endAt(mapped: MappedText, index: number): number | undefined {
  return mapped instanceof RunText ? mapped.endAt(index) : mapped.ends[index];
}

/** Computes all original offsets without caching them on the text, for a caller that needs them once. */
export function mappedPlaces(mapped: MappedText): Pick<MappedText, 'starts' | 'ends'> {
  return mapped instanceof RunText
    ? { starts: mapped.makeStarts(), ends: mapped.makeEnds() }
    : { starts: mapped.starts, ends: mapped.ends };
}

/**
 * Returns the first index, not before `from`, whose unit starts at or after the original `offset`; the length where there
 * is none.
 */
export function firstStartingAt(mapped: MappedText, from: number, offset: number): number {
  if (mapped instanceof RunText) return mapped.firstStartingAt(from, offset);
  let at = from;
  while (at < mapped.text.length && (mapped.starts[at] ?? 0) < offset) at++;
  return at;
}

/** Returns the original range of `[range.start, range.end)` of a mapped text; undefined where that is empty. */
export function originalRange(mapped: MappedText, range: Range): Range | undefined {
  if (range.end <= range.start) return undefined;
  const start = startAt(mapped, range.start);
  const end = endAt(mapped, range.end - 1);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Returns the slice `[start, end)` of a mapped text, with its original offsets. */
export function sliceMapped(mapped: MappedText, start: number, end: number): MappedText {
  if (mapped instanceof RunText) return mapped.slice(start, end);
  return {
    text: mapped.text.slice(start, end),
    starts: Array.prototype.slice.call(mapped.starts, start, end) as number[],
    ends: Array.prototype.slice.call(mapped.ends, start, end) as number[],
  };
}

/** Returns the same text for an original that was moved by `by` units. */
export function shiftMapped(mapped: MappedText, by: number): MappedText {
  if (by === 0) return mapped;
  if (mapped instanceof RunText) return mapped.moved(by);
  const shifted = (offsets: ArrayLike<number>): Int32Array =>
    Int32Array.from(offsets, (offset) => offset + by);
  return { text: mapped.text, starts: shifted(mapped.starts), ends: shifted(mapped.ends) };
}

/** Replaces the characters of a mapped text and keeps their origins. `text` must have the same length. */
export function withText(mapped: MappedText, text: string): MappedText {
  if (mapped instanceof RunText) return new RunText(text, mapped.runs, mapped.shift);
  return { text, starts: mapped.starts, ends: mapped.ends };
}

/** Returns a mapped text without the characters at the indexes for which `leave` is true. */
export function withoutCharacters(mapped: MappedText, leave: (index: number) => boolean): MappedText {
  const builder = new MappedTextBuilder();
  let from = 0;
  for (let i = 0; i <= mapped.text.length; i++) {
    if (i < mapped.text.length && !leave(i)) continue;
    builder.appendMapped(mapped, from, i);
    from = i + 1;
  }
  return builder.build();
}

/** Returns a mapped text without some stretches, pairs of start and end in order. */
export function withoutStretches(
  mapped: MappedText,
  stretches: readonly (readonly [number, number])[],
): MappedText {
  const builder = new MappedTextBuilder();
  let from = 0;
  for (const [start, end] of stretches) {
    builder.appendMapped(mapped, from, Math.max(from, start));
    from = Math.max(from, end);
  }
  builder.appendMapped(mapped, from, mapped.text.length);
  return builder.build();
}

/**
 * A mapped text that stores its origins as runs of three numbers: offset in the text, original offset, and a third. The
 * third is -1 where the run equals the original letter for letter; otherwise it is the original end that all units of the
 * run share.
 */
class RunText implements MappedText {
  private startsMade: Int32Array | undefined;
  private endsMade: Int32Array | undefined;

  constructor(
    readonly text: string,
    readonly runs: readonly number[],
    readonly shift: number,
  ) {}

  get starts(): Int32Array {
    return (this.startsMade ??= this.makeStarts());
  }

  get ends(): Int32Array {
    return (this.endsMade ??= this.makeEnds());
  }

  makeStarts(): Int32Array {
    const made = new Int32Array(this.text.length);
    this.eachRun(0, this.text.length, (at, length, from, to) => {
      for (let i = 0; i < length; i++) made[at + i] = to < 0 ? from + i : from;
    });
    return made;
  }

  makeEnds(): Int32Array {
    const made = new Int32Array(this.text.length);
    this.eachRun(0, this.text.length, (at, length, from, to) => {
      for (let i = 0; i < length; i++) made[at + i] = to < 0 ? from + i + 1 : to;
    });
    return made;
  }

  startAt(index: number): number | undefined {
    if (!(index >= 0 && index < this.text.length)) return undefined;
    const run = this.runAt(index);
    const from = (this.runs[run + 1] ?? 0) + this.shift;
    return (this.runs[run + 2] ?? -1) < 0 ? from + index - (this.runs[run] ?? 0) : from;
  }

  endAt(index: number): number | undefined {
    if (!(index >= 0 && index < this.text.length)) return undefined;
    const run = this.runAt(index);
    const to = this.runs[run + 2] ?? -1;
    return this.shift + (to < 0 ? (this.runs[run + 1] ?? 0) + index - (this.runs[run] ?? 0) + 1 : to);
  }

  firstStartingAt(from: number, offset: number): number {
    const { runs, text } = this;
    const wanted = offset - this.shift;
    if (from >= text.length) return from;
    for (let run = this.runAt(from); run < runs.length; run += 3) {
      const at = runs[run] ?? 0;
      const first = Math.max(at, from);
      const end = runs[run + 3] ?? text.length;
      const origin = runs[run + 1] ?? 0;
      const letters = (runs[run + 2] ?? -1) < 0;
      const found = letters ? Math.max(first, at + wanted - origin) : origin >= wanted ? first : end;
      if (found < end) return found;
    }
    return text.length;
  }

  slice(start: number, end: number): MappedText {
    const builder = new MappedTextBuilder();
    builder.appendMapped(this, start, end);
    return builder.build();
  }

  moved(by: number): RunText {
    return new RunText(this.text, this.runs, this.shift + by);
  }

  /** Visits the parts of `[start, end)` that lie in one run each, with original offsets. `to` is -1 for a verbatim run. */
  eachRun(
    start: number,
    end: number,
    visit: (at: number, length: number, from: number, to: number) => void,
  ): void {
    const { runs, shift } = this;
    for (let run = this.runAt(start); run < runs.length; run += 3) {
      const at = runs[run] ?? 0;
      if (at >= end) return;
      const from = Math.max(at, start);
      const length = Math.min(runs[run + 3] ?? this.text.length, end) - from;
      const to = runs[run + 2] ?? -1;
      const original = (runs[run + 1] ?? 0) + shift;
      if (length > 0) visit(from, length, to < 0 ? original + from - at : original, to < 0 ? -1 : to + shift);
    }
  }

  /** Returns the index in `runs` of the run that holds an offset. */
  private runAt(index: number): number {
    let low = 0;
    let high = this.runs.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.runs[middle * 3] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low) * 3;
  }
}

/** Collects characters with their origins; `build` returns the mapped text. */
export class MappedTextBuilder {
  private readonly chunks: string[] = [];
  private readonly runs: number[] = [];
  private size = 0;

  /** The number of units collected so far. */
  get length(): number {
    return this.size;
  }

  /** Appends `text`, all units of which came from the one original range `[start, end)`. */
  append(text: string, start: number, end: number): void {
    if (text.length === 0) return;
    this.chunks.push(text);
    if (text.length === 1 && end === start + 1) this.verbatim(start);
    else this.runs.push(this.size, start, end);
    this.size += text.length;
  }

  /** Appends `text`, which equals the original letter for letter from `start` on. */
  appendVerbatim(text: string, start: number): void {
    if (text.length === 0) return;
    this.chunks.push(text);
    this.verbatim(start);
    this.size += text.length;
  }

  /** Appends the slice `[start, stop)` of another mapped text, with its origins. */
  appendMapped(mapped: MappedText, start: number, stop: number): void {
    const end = Math.min(stop, mapped.text.length);
    if (end <= start) return;
    if (!(mapped instanceof RunText)) {
      for (let i = start; i < end; i++)
        this.append(mapped.text.charAt(i), mapped.starts[i] ?? 0, mapped.ends[i] ?? 0);
      return;
    }
    const { size } = this;
    this.chunks.push(mapped.text.slice(start, end));
    mapped.eachRun(start, end, (at, _length, from, to) => {
      this.size = size + at - start;
      if (to < 0) this.verbatim(from);
      else this.runs.push(this.size, from, to);
    });
    this.size = size + end - start;
  }

  /** Extends the original range of the last unit to `end`. */
  extendLast(end: number): void {
    const { runs, size } = this;
    const last = runs.length - 3;
    const at = runs[last] ?? 0;
    const to = runs[last + 2] ?? -1;
    if (to < 0 && at < size - 1) runs.push(size - 1, (runs[last + 1] ?? 0) + size - 1 - at, end);
    else runs[last + 2] = end;
  }

  build(): MappedText {
    const text = this.chunks.length === 1 ? (this.chunks[0] ?? '') : this.chunks.join('');
    return new RunText(text, this.runs, 0);
  }

  /** Starts a verbatim run, or extends the last one. */
  private verbatim(start: number): void {
    const { runs, size } = this;
    const last = runs.length - 3;
    if (last >= 0 && runs[last + 2] === -1 && (runs[last + 1] ?? 0) + size - (runs[last] ?? 0) === start)
      return;
    runs.push(size, start, -1);
  }
}
