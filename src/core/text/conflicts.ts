import type { Range } from './range.ts';

/** A side of a conflict. */
export interface ConflictSide {
  /** The name that git writes after the mark: a branch, a commit or a file; empty where there is none. */
  readonly name: string;
  /** The line of the mark, without its end. */
  readonly mark: Range;
  /** The lines of this side, with their ends. */
  readonly lines: Range;
}

/** A stretch that git could not merge, from `<<<<<<<` to `>>>>>>>`. Offsets are into the text. */
export interface Conflict {
  /** From the first mark to the last, both included, without the final line end. */
  readonly range: Range;
  readonly ours: ConflictSide;
  readonly theirs: ConflictSide;
  /** The lines of all marks in order, without their line ends; includes `|||||||`, the mark of the common ancestor. */
  readonly marks: readonly Range[];
}

const sideMark = /(?<=^|[\r\n])(<{7}|\|{7}|={7}|>{7})(?:[ \t]([^\r\n]*))?(?=[\r\n]|$)/g;

/**
 * Returns the conflicts in a text, in order. Only a complete sequence of marks at line starts counts; a single mark is
 * text.
 * @param isMarkdown whether fenced code is skipped, because a conflict in it is an example
 */
export function readConflicts(text: string, isMarkdown: boolean): readonly Conflict[] {
  if (!text.includes('<<<<<<<') || !text.includes('>>>>>>>')) return noConflicts;
  const conflicts: Conflict[] = [];
  let open: RegExpExecArray[] = [];
  for (const found of text.matchAll(sideMark)) {
    const sign = found[1]?.charAt(0) ?? '';
    if (sign === '<') open = [found];
    else if (follows(sign, open.at(-1)?.[1]?.charAt(0))) open.push(found);
    if (sign !== '>' || open.length < 3 || open.at(-1) !== found) continue;
    conflicts.push(conflictFromMarks(open, text));
    open = [];
  }
  if (!isMarkdown || conflicts.length === 0) return conflicts;
  const fenced = fencedCode(text);
  return conflicts.filter(
    ({ range }) => !fenced.some(({ start, end }) => start < range.start && range.end < end),
  );
}

const noConflicts: readonly Conflict[] = [];

/** Replaces the lines of the marks with spaces, so that all offsets stay valid. */
export function withoutConflictMarks(text: string, conflicts: readonly Conflict[]): string {
  let rest = 0;
  let out = '';
  for (const { start, end } of conflicts.flatMap(({ marks }) => marks)) {
    out += text.slice(rest, start) + ' '.repeat(end - start);
    rest = end;
  }
  return out + text.slice(rest);
}

/**
 * Whether a mark may come after the mark before it. The text between `|||||||` and `=======` may hold a conflict of its
 * own.
 */
function follows(sign: string, before: string | undefined): boolean {
  if (sign === '|') return before === '<';
  if (sign === '=') return before === '<' || before === '|';
  return before === '=';
}

function conflictFromMarks(marks: readonly RegExpExecArray[], text: string): Conflict {
  const ranges = marks.map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  const between = (from: number): Range => {
    const end = ranges[from + 1]?.start ?? text.length;
    return { start: Math.min(afterLineEnd(text, ranges[from]?.end ?? 0), end), end };
  };
  const last = ranges.length - 1;
  const side = (at: number, lines: number): ConflictSide => ({
    name: (marks[at]?.[2] ?? '').trim(),
    mark: ranges[at] ?? { start: 0, end: 0 },
    lines: between(lines),
  });
  return {
    range: { start: ranges[0]?.start ?? 0, end: ranges[last]?.end ?? 0 },
    ours: side(0, 0),
    theirs: side(last, last - 1),
    marks: ranges,
  };
}

/** Returns the offset after the line end at `at`. */
export function afterLineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, text.length);
}

const codeFence = /(?<=^|[\r\n]) {0,3}(`{3,}(?=[^`\r\n]*(?:[\r\n]|$))|~{3,})([^\r\n]*)/g;

/** Returns the ranges of closed fenced code, indented by at most three spaces. */
function fencedCode(text: string): Range[] {
  const ranges: Range[] = [];
  let open: { readonly sign: string; readonly start: number } | undefined;
  for (const { index, 0: line, 1: sign = '', 2: rest = '' } of text.matchAll(codeFence)) {
    if (!open) open = { sign, start: index };
    else if (sign.startsWith(open.sign) && rest.trim() === '') {
      ranges.push({ start: open.start, end: index + line.length });
      open = undefined;
    }
  }
  return ranges;
}
