import { endAt, type MappedText, MappedTextBuilder, type Range, startAt } from '../text.ts';

/** A line of a block, without the `>` and indentation of its containers. Offsets are into the text of the chunk. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** After the line end. */
  readonly next: number;
}

/** The inline content of one block, without the `>` and indentation of its containers. */
export interface BlockText {
  /**
   * Contains the content at `[from, to)`. It is the text of the chunk itself where the lines stand there without prefixes.
   */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Maps `text` back to the chunk; undefined where `text` is the chunk. */
  readonly joined: MappedText | undefined;
}

/** Joins the lines of a block with `\n`. */
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

/** Returns the range in the chunk that `[start, end)` of a block's text came from. */
export function originalOf({ joined }: BlockText, start: number, end: number): Range {
  if (joined === undefined) return { start, end };
  if (end > start) return { start: startAt(joined, start) ?? 0, end: endAt(joined, end - 1) ?? 0 };
  const at = (start > 0 ? endAt(joined, start - 1) : startAt(joined, 0)) ?? 0;
  return { start: at, end: at };
}
