import { whiteSpace } from '../blocks.ts';
import { appendAll } from '../../core/text.ts';

/** A line of a plain text. */
export interface TextLine {
  /** The text with white space collapsed and trimmed. Empty for a blank line. */
  readonly text: string;
  /** The line with tabs expanded and trailing white space trimmed. */
  readonly raw: string;
  /** The number of columns before the first character. */
  readonly indent: number;
  /** The line number in the original, from 1. */
  readonly number: number;
  /** The blank line that a form feed stands for. */
  readonly beginsPage?: true;
}

/** Lines without a blank line between them. */
export interface LineGroup {
  readonly lines: readonly TextLine[];
  /** The number of blank lines before the group. */
  readonly gap: number;
}

/** How the lines of a text form blocks. */
export interface Layout {
  /** `long`: each line is a block. `wrapped`: a block has many lines. */
  readonly mode: 'long' | 'wrapped';
  /** The column at which the text was wrapped. */
  readonly width: number;
  /** A line longer than this share of `width` is full. It is near 1 if the wrapping is exact. */
  readonly slack: number;
  /** The indentation of most lines, in columns. */
  readonly indent: number;
}

/** Nobody wraps lines at more columns than this, by hand or by a mail program. */
const maxWrappedUnits = 110;

/** Splits a text at LF, CRLF, lone CR and form feed. A form feed does not count as a line of the original. */
export function readLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  const parts = text.split(/\r\n|\n|\r/);
  for (let index = 0; index < parts.length; index++) {
    const whole = parts[index] ?? '';
    // A form feed begins a new page, so it separates blocks like a blank line.
    for (const part of whole.includes('\f') ? whole.split(/(\f)/) : [whole])
      lines.push(
        part === '\f' ? { ...readLine('', index + 1), beginsPage: true } : readLine(part, index + 1),
      );
  }
  return lines;
}

function readLine(part: string, number: number): TextLine {
  const text = part.replace(whiteSpace, ' ').trim();
  if (text === '') return { text, raw: '', indent: 0, number };
  const expanded = part.includes('\t') ? expandTabs(part) : part;
  const raw = expanded.replace(/[\u00A0\u202F\u2007]/g, ' ').trimEnd();
  return { text, raw, indent: Math.min(raw.length - raw.trimStart().length, 200), number };
}

function expandTabs(text: string): string {
  const parts = text.split('\t');
  let expanded = '';
  parts.forEach((part, index) => {
    expanded += part;
    if (index < parts.length - 1) expanded += ' '.repeat(4 - (expanded.length % 4));
  });
  return expanded;
}

/** Groups lines at blank lines. */
export function groupLines(lines: readonly TextLine[]): LineGroup[] {
  const groups: LineGroup[] = [];
  let current: TextLine[] = [];
  let gap = 0;
  let blanks = 0;
  for (const line of lines) {
    if (line.text === '') {
      if (current.length > 0) groups.push({ lines: current, gap });
      if (current.length > 0) blanks = 0;
      current = [];
      blanks++;
      continue;
    }
    if (current.length === 0) gap = blanks;
    current.push(line);
    blanks = 0;
  }
  if (current.length > 0) groups.push({ lines: current, gap });
  return groups;
}

/** The mark of a page between the words of a text: `[Pg 12]`. */
export function pageSignOf(label: string): string {
  return ['[Pg', `${label}]`].join(' ');
}

/** A line without the mark of the page that begins with it. */
export function withoutPageSign(line: string): string {
  return line.startsWith('[Pg ') ? line.replace(/^(?:\[Pg [^\]]{1,8}\])+\s*/, '') : line;
}

/** The length of the first word, which tells whether it would have fitted on the line before. */
function firstWordLength(line: string): number {
  const text = withoutPageSign(line);
  const space = text.indexOf(' ');
  return space < 0 ? text.length : space;
}

/** Whether `line` is as long as the wrapping allows: the first word of `next` would not fit on it. */
export function isFull(line: TextLine, next: TextLine, layout: Layout): boolean {
  const length = line.raw.length - layout.indent;
  return length + 1 + firstWordLength(next.text) > layout.width * layout.slack;
}

/** Measures whether and at which column a text is wrapped. */
export function measure(groups: readonly LineGroup[]): Layout {
  const lines = groups.flatMap((group) => group.lines);
  const total = lines.reduce((sum, line) => sum + line.text.length, 0);
  const long = lines.reduce(
    (sum, line) => sum + (line.text.length > maxWrappedUnits ? line.text.length : 0),
    0,
  );
  const indent = commonIndent(lines);
  if (long >= total * 0.4) return { mode: 'long', width: Infinity, slack: 1, indent };
  const lengths = lines
    .map((line) => line.indent - indent + line.text.length)
    .filter((length) => length <= maxWrappedUnits);
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.max(0, Math.ceil(lengths.length * 0.98) - 1)] ?? 0;
  const exact: Layout = { mode: 'wrapped', width, slack: 1, indent };
  return { ...exact, slack: fullShare(groups, exact) >= 0.8 ? 0.92 : 0.82 };
}

/** The share of full lines among those with a following line in their group. */
function fullShare(groups: readonly LineGroup[], layout: Layout): number {
  let pairs = 0;
  let full = 0;
  for (const { lines } of groups)
    lines.forEach((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return;
      pairs++;
      if (isFull(line, next, layout)) full++;
    });
  return pairs === 0 ? 0 : full / pairs;
}

function commonIndent(lines: readonly TextLine[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1);
  let smallest = Infinity;
  for (const [indent, count] of counts)
    if (indent < smallest && count >= lines.length * 0.15) smallest = indent;
  return smallest === Infinity ? 0 : smallest;
}

/**
 * Undoes double spacing. If nearly every line is followed by a blank line although sentences run on, only larger gaps
 * separate blocks.
 */
export function closeDoubleSpacing(groups: readonly LineGroup[]): readonly LineGroup[] {
  const single = groups.filter((group) => group.lines.length === 1).length;
  if (groups.length < 8 || single < groups.length * 0.95) return groups;
  const lines = groups.flatMap((group) => group.lines);
  const longest = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  let runOn = 0;
  lines.forEach((line, index) => {
    if (/^\p{Ll}/u.test(lines[index + 1]?.text ?? '') && !/[.?!:]["'”’)]*$/u.test(line.text)) runOn++;
  });
  if (longest > maxWrappedUnits || runOn < lines.length * 0.35) return groups;
  const usual = usualGap(groups);
  const closed: { lines: TextLine[]; gap: number }[] = [];
  for (const group of groups) {
    const last = closed.at(-1);
    if (last && group.gap <= usual) appendAll(last.lines, group.lines);
    else closed.push({ lines: [...group.lines], gap: group.gap - usual });
  }
  return closed;
}

function usualGap(groups: readonly LineGroup[]): number {
  const counts = new Map<number, number>();
  for (const group of groups.slice(1)) counts.set(group.gap, (counts.get(group.gap) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}
