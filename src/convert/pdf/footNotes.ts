import type { PdfLine } from './pdfLines.ts';
import { digitsValue, endsSentence } from '../blocks.ts';
import { setInOf, isSameSize, type PdfMeasures } from './pdfMeasures.ts';

/** A note at the foot of a page, and of the next where it goes on there. */
export interface PdfNote {
  /** As it is printed. */
  readonly label: string;
  /** The page of its last line. */
  page: number;
  readonly lines: PdfLine[];
  /** The length of the printed label in the first line, in code units. */
  readonly labelLength: number;
  /** It stands at the end of the text and not on the page of its mark. */
  readonly isEndNote?: true;
}

/** Type smaller than this share of the text's is that of notes. */
const maxNoteSize = 0.96;

const footLabel = /^\(?\[?(\d{1,3}|[*∗†‡§¶]{1,3}|[⁰¹²³⁴-⁹]{1,3})[.)\]]{0,2}\s*(?=\S)/u;

/** Takes the notes at the foot of the columns out of the lines of pages. */
export function takeFootNotes(
  pages: readonly (readonly PdfLine[])[],
  measures: PdfMeasures,
): { pages: PdfLine[][]; notes: PdfNote[] } {
  const notes: PdfNote[] = [];
  const text = pages.map((lines) => {
    const kept: PdfLine[] = [];
    for (const column of byColumn(lines)) {
      const start = startOfNotes(column, measures, notes.at(-1));
      for (const line of column.slice(0, start)) kept.push(line);
      for (const line of column.slice(start)) addToNotes(notes, line);
    }
    return kept;
  });
  return { pages: text, notes };
}

function byColumn(lines: readonly PdfLine[]): PdfLine[][] {
  const columns: PdfLine[][] = [];
  for (const line of lines) {
    const last = columns.at(-1);
    const before = last?.at(-1);
    if (last && before && before.y < line.y) last.push(line);
    else columns.push([line]);
  }
  return columns;
}

/** The index of the first line of the notes at the foot of a column; the number of its lines if there are none. */
function startOfNotes(column: readonly PdfLine[], measures: PdfMeasures, open: PdfNote | undefined): number {
  const isSmall = (line: PdfLine | undefined): boolean =>
    line !== undefined && line.size < measures.body * maxNoteSize;
  let start = column.length;
  while (start > 0 && isSmall(column[start - 1])) start--;
  for (let at = start; at < column.length; at++) {
    const line = column[at];
    if (!line) break;
    const label = labelOfLine(line);
    if (label !== undefined && (open === undefined || countsAfter(open, label.label, line.page))) return at;
    const above = column[at - 1];
    if (at === start && open !== undefined && continuesNote(open, line, above, measures)) return at;
  }
  return startOfLargeNotes(column, measures, open);
}

/** The first line of notes in the type of the text: set apart, with the next number, which is raised above them. */
function startOfLargeNotes(
  column: readonly PdfLine[],
  measures: PdfMeasures,
  open: PdfNote | undefined,
): number {
  const at = column.findLastIndex((line, index) => {
    const above = column[index - 1];
    return above !== undefined && line.y - above.y > 1.4 * measures.leadingOf(line.size);
  });
  const line = column[at];
  const label = line && labelOfLine(line);
  if (!line || !label || (open && !countsAfter(open, label.label, line.page))) return column.length;
  // A heading may have the number, and what stands below it be text to the foot of the page.
  if (column.slice(at).some((one) => one.size > measures.body && !isSameSize(one.size, measures.body)))
    return column.length;
  const isMarked = column
    .slice(0, at)
    .some((one) =>
      one.spans.some((span) => span.text.trim() === label.label && span.y < one.y - 0.15 * one.size),
    );
  return isMarked ? at : column.length;
}

/** Whether a note goes on in small type without a label: in the middle of a sentence, or where notes stand. */
function continuesNote(
  note: PdfNote,
  line: PdfLine,
  above: PdfLine | undefined,
  measures: PdfMeasures,
): boolean {
  const last = note.lines.at(-1);
  if (line.page > note.page + 1 || !last || !isSameSize(last.size, line.size)) return false;
  const isApart = above === undefined || line.y - above.y > 1.25 * measures.leadingOf(measures.body);
  return !endsSentence(last.text) || (isApart && setInOf(line) < 0.5 * line.size);
}

/** Whether a note may come after another: its number counts on, or begins again. */
function countsAfter(before: PdfNote, label: string, page: number): boolean {
  const [last, next] = [Number(before.label), Number(label)];
  if (Number.isNaN(last) || Number.isNaN(next)) return true;
  return next === last + 1 || (next === 1 && page > before.page);
}

function addToNotes(notes: PdfNote[], line: PdfLine): void {
  const open = notes.at(-1);
  const label = labelOfLine(line);
  if (label && (!open || countsAfter(open, label.label, line.page)))
    notes.push({ ...label, page: line.page, lines: [line] });
  else if (open) {
    open.lines.push(line);
    open.page = line.page;
  }
}

/** The printed label that a line of notes begins with, and its length in code units. */
export function labelOfLine(line: PdfLine): { label: string; labelLength: number } | undefined {
  const [printed, label] = footLabel.exec(line.text) ?? [];
  if (printed === undefined || label === undefined) return undefined;
  const first = line.spans.find((span) => span.text.trim() !== '');
  const isApart =
    first !== undefined && (first.text.trim() === printed.trim() || first.y < line.y - 0.15 * line.size);
  const isStuck = /^\d+$/.test(printed) && /^[\p{Lu}\p{Pi}"']/u.test(line.text.slice(printed.length));
  return isApart || isStuck || /[.)\]\s]$/.test(printed)
    ? { label: labelInDigits(label), labelLength: printed.length }
    : undefined;
}

/** A label in plain digits. */
export function labelInDigits(label: string): string {
  return /^[⁰¹²³⁴-⁹]+$/u.test(label) ? String(digitsValue(label)) : label;
}
