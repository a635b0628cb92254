import type { Range } from './range.ts';

/**
 * A text derived from another (the plain text of a Markdown block, a normalised passage) that knows where each of its
 * characters came from. Made by `MappedTextBuilder`; immutable.
 */
export class MappedText {
  private startsMade: Int32Array | undefined;
  private endsMade: Int32Array | undefined;

  /**
   * @param runs the origins, in threes: offset in the text, original offset, and -1 where the run equals the original letter
   * for letter, otherwise the original end that all units of the run share
   * @param shift is added to all original offsets
   */
  constructor(
    readonly text: string,
    private readonly runs: readonly number[],
    private readonly shift: number,
  ) {}

  /** The original offset of each UTF-16 unit of `text`; same length as `text`. */
  get starts(): Int32Array {
    return (this.startsMade ??= this.makeStarts());
  }

  /** The original offset after each UTF-16 unit of `text`; same length as `text`. */
  get ends(): Int32Array {
    return (this.endsMade ??= this.makeEnds());
  }

  /** As `starts`, not kept, for a caller that needs it once. */
  makeStarts(): Int32Array {
    const made = new Int32Array(this.text.length);
    this.eachRun(0, this.text.length, (at, length, from, to) => {
      for (let i = 0; i < length; i++) made[at + i] = to < 0 ? from + i : from;
    });
    return made;
  }

  /** As `ends`, not kept. */
  makeEnds(): Int32Array {
    const made = new Int32Array(this.text.length);
    this.eachRun(0, this.text.length, (at, length, from, to) => {
      for (let i = 0; i < length; i++) made[at + i] = to < 0 ? from + i + 1 : to;
    });
    return made;
  }

  /** Returns the original offset of the unit at `index`; undefined outside the text. Cheaper than `starts` for a few units. */
  startAt(index: number): number | undefined {
    if (!(index >= 0 && index < this.text.length)) return undefined;
    const run = this.runAt(index);
    const from = (this.runs[run + 1] ?? 0) + this.shift;
    return (this.runs[run + 2] ?? -1) < 0 ? from + index - (this.runs[run] ?? 0) : from;
  }

  /** Returns the original offset after the unit at `index`; undefined outside the text. */
  endAt(index: number): number | undefined {
    if (!(index >= 0 && index < this.text.length)) return undefined;
    const run = this.runAt(index);
    const to = this.runs[run + 2] ?? -1;
    return this.shift + (to < 0 ? (this.runs[run + 1] ?? 0) + index - (this.runs[run] ?? 0) + 1 : to);
  }

  /** Returns the original range of a range of the text; undefined where that is empty. */
  originalRange(range: Range): Range | undefined {
    if (range.end <= range.start) return undefined;
    const start = this.startAt(range.start);
    const end = this.endAt(range.end - 1);
    return start === undefined || end === undefined ? undefined : { start, end };
  }

  /**
   * Returns the first index, not before `from`, whose unit starts at or after the original `offset`; the length where there
   * is none.
   */
  firstStartingAt(offset: number, from = 0): number {
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

  /** Returns the slice `[start, end)`, by default to the end, with its original offsets. */
  slice(start: number, end = this.text.length): MappedText {
    const builder = new MappedTextBuilder();
    builder.appendMapped(this, start, end);
    return builder.build();
  }

  /** Returns the same text for an original that was moved by `by` units. */
  moved(by: number): MappedText {
    return by === 0 ? this : new MappedText(this.text, this.runs, this.shift + by);
  }

  /** Replaces the characters and keeps their origins. `text` must have the same length. */
  withText(text: string): MappedText {
    return new MappedText(text, this.runs, this.shift);
  }

  /** Returns the text without the characters at the indexes for which `leave` is true. */
  withoutCharacters(leave: (index: number) => boolean): MappedText {
    const builder = new MappedTextBuilder();
    let from = 0;
    for (let i = 0; i <= this.text.length; i++) {
      if (i < this.text.length && !leave(i)) continue;
      builder.appendMapped(this, from, i);
      from = i + 1;
    }
    return builder.build();
  }

  /** Returns the text without some stretches, pairs of start and end in order. */
  withoutStretches(stretches: readonly (readonly [number, number])[]): MappedText {
    const builder = new MappedTextBuilder();
    let from = 0;
    for (const [start, end] of stretches) {
      builder.appendMapped(this, from, Math.max(from, start));
      from = Math.max(from, end);
    }
    builder.appendMapped(this, from, this.text.length);
    return builder.build();
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

/** The empty text. */
export const emptyMappedText = new MappedText('', [], 0);

/** The origins of a text that equals a stretch of its original. */
const wholeRun: readonly number[] = [0, 0, -1];

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

  /** Appends the slice `[start, stop)` of another mapped text, by default to its end, with its origins. */
  appendMapped(mapped: MappedText, start: number, stop = mapped.text.length): void {
    const end = Math.min(stop, mapped.text.length);
    if (end <= start) return;
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
    const { runs } = this;
    const isVerbatim = runs.length === 3 && runs[0] === 0 && runs[2] === -1;
    // A list that has grown has room for more, and most texts need no list of their own.
    return isVerbatim ? new MappedText(text, wholeRun, runs[1] ?? 0) : new MappedText(text, runs.slice(), 0);
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
