import type { Range } from './range.ts';

/**
 * A text derived from another (plain text of a Markdown block, a normalised passage) that knows where
 * each of its characters came from.
 */
export interface MappedText {
  readonly text: string;
  /** The original offset of each UTF-16 unit of `text`; same length as `text`. */
  readonly starts: ArrayLike<number>;
  /** The original offset behind each UTF-16 unit of `text`; same length as `text`. */
  readonly ends: ArrayLike<number>;
}

/** The empty text. */
export const emptyMappedText: MappedText = { text: '', starts: [], ends: [] };

/** The original range behind `[range.start, range.end)` of a mapped text; undefined where it is empty. */
export function originalRange(mapped: MappedText, range: Range): Range | undefined {
  if (range.end <= range.start) return undefined;
  const start = mapped.starts[range.start];
  const end = mapped.ends[range.end - 1];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The stretch `[start, end)` of a mapped text, with its places. */
export function sliceMapped(mapped: MappedText, start: number, end: number): MappedText {
  return {
    text: mapped.text.slice(start, end),
    starts: Array.prototype.slice.call(mapped.starts, start, end) as number[],
    ends: Array.prototype.slice.call(mapped.ends, start, end) as number[],
  };
}

/** A mapped text without the characters for which `leave` says so. */
export function withoutCharacters(mapped: MappedText, leave: (index: number) => boolean): MappedText {
  const builder = new MappedTextBuilder();
  for (let i = 0; i < mapped.text.length; i++)
    if (!leave(i)) builder.append(mapped.text.charAt(i), mapped.starts[i] ?? 0, mapped.ends[i] ?? 0);
  return builder.build();
}

/** Collects characters with their origin; `build` makes the mapped text. */
export class MappedTextBuilder {
  private readonly chunks: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** Appends `text`, every unit of which came from the one original range `[start, end)`. */
  append(text: string, start: number, end: number): void {
    this.chunks.push(text);
    const before = this.starts.length;
    this.starts.length = this.ends.length = before + text.length;
    this.starts.fill(start, before);
    this.ends.fill(end, before);
  }

  /** Appends `text` that stands letter for letter at `start` in the original. */
  appendVerbatim(text: string, start: number): void {
    this.chunks.push(text);
    for (let i = 0; i < text.length; i++) {
      this.starts.push(start + i);
      this.ends.push(start + i + 1);
    }
  }

  build(): MappedText {
    return { text: this.chunks.join(''), starts: this.starts, ends: this.ends };
  }
}
