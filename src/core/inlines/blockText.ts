import { endAt, type MappedText, MappedTextBuilder, type Range, startAt } from '../text.ts';

/** A line of a block, without what its containers put before it. Offsets are into the text of the chunk. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Behind the line end. */
  readonly next: number;
}

/** The inline content of one block, its containers' `>` and indentation taken off, with the way back. */
export interface BlockText {
  /** Holds the content in `[from, to)`: the text of the chunk where the lines stand there as they are. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The way back to the chunk where the lines had to be joined. */
  readonly joined: MappedText | undefined;
}

/** The lines of a block, parted by `\n`. */
export function joinLines(text: string, lines: readonly Line[]): BlockText {
  const from = lines[0]?.start ?? 0;
  const to = lines[lines.length - 1]?.end ?? from;
  if (standAsTheyAre(text, lines)) return { text, from, to, joined: undefined };
  const builder = new MappedTextBuilder();
  lines.forEach((line, index) => {
    builder.appendVerbatim(text.slice(line.start, line.end), line.start);
    if (line.next > line.end && index < lines.length - 1) builder.append('\n', line.end, line.next);
  });
  const joined = builder.build();
  return { text: joined.text, from: 0, to: joined.text.length, joined };
}

const lineFeed = 10;

function standAsTheyAre(text: string, lines: readonly Line[]): boolean {
  for (let i = 1; i < lines.length; i++) {
    const { end = 0, next = 0 } = lines[i - 1] ?? {};
    if (next !== end + 1 || text.charCodeAt(end) !== lineFeed || lines[i]?.start !== next) return false;
  }
  return true;
}

/** The range of the chunk behind `[start, end)` of the text of a block. */
export function originalOf({ joined }: BlockText, start: number, end: number): Range {
  if (joined === undefined) return { start, end };
  if (end > start) return { start: startAt(joined, start) ?? 0, end: endAt(joined, end - 1) ?? 0 };
  const at = (start > 0 ? endAt(joined, start - 1) : startAt(joined, 0)) ?? 0;
  return { start: at, end: at };
}
