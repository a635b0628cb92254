import { appendAll } from '../../core/text.ts';
import { noteLabelOf } from '../blocks.ts';
import { labelInDigits, type PdfNote } from './footNotes.ts';
import { backLink, type PdfLine } from './pdfLines.ts';
import type { PdfParagraph } from './pdfParagraphs.ts';
import type { PdfSpan } from './pdfSpans.ts';

/** The notes of a file, and what marks them in its text. */
export interface PdfNotes {
  /** The label of each note, which no other has. */
  readonly labels: ReadonlyMap<PdfNote, string>;
  /** The stretches of text that mark notes, with the label of the note. */
  readonly marks: ReadonlyMap<PdfSpan, string>;
  /** Other raised numbers. */
  readonly raised: ReadonlySet<PdfSpan>;
}

/**
 * Takes the notes at the end of a text out of its paragraphs: those that count on from 1, and lead back to their mark
 * or stand in a list of their own that as many raised numbers name.
 */
export function takeEndNotes(
  paragraphs: readonly PdfParagraph[],
  raised: number,
): { paragraphs: PdfParagraph[]; notes: PdfNote[] } {
  const labels = paragraphs.map(labelOfParagraph);
  const start = labels.findLastIndex((label) => label?.label === '1');
  const own = paragraphs.slice(Math.max(0, start));
  const notes: PdfNote[] = [];
  let leadBack = 0;
  own.forEach(({ lines }, index) => {
    const label = labels[start + index];
    if (backLink.test(lines.at(-1)?.text ?? '')) leadBack++;
    const bare = lines.map(withoutBackLink);
    const open = notes.at(-1);
    if (label === undefined && open) appendAll(open.lines, bare);
    else
      notes.push({
        label: label?.label ?? '',
        labelLength: label?.length ?? 0,
        page: lines.at(-1)?.page ?? 0,
        lines: bare,
        isEndNote: true,
      });
  });
  const isCounted = start >= 0 && notes.every(({ label }, index) => label === String(index + 1));
  const isList = own.every(({ role }) => role?.kind === 'item') && raised >= notes.length;
  return isCounted && (leadBack > notes.length / 2 || isList)
    ? { paragraphs: paragraphs.slice(0, start), notes }
    : { paragraphs: [...paragraphs], notes: [] };
}

function labelOfParagraph({ lines, role }: PdfParagraph): { label: string; length: number } | undefined {
  const printed = role?.label === undefined ? undefined : /^[[(]?(\d{1,3})[\])]?[.:]?$/.exec(role.label)?.[1];
  if (printed !== undefined) return { label: printed, length: 0 };
  const label = noteLabelOf(lines[0]?.text ?? '');
  return label && { label: String(label.number), length: label.length };
}

export function withoutBackLink(line: PdfLine): PdfLine {
  if (!backLink.test(line.text)) return line;
  const spans = line.spans.map((span) => ({
    ...span,
    text: span.text.replace(/\s*[\u21A9\u2191\u23CE]\s*\uFE0E?/gu, ''),
  }));
  return { ...line, spans, text: line.text.replace(backLink, '') };
}

/** Whether a stretch of a line is a number or sign that may mark a note. */
function markPrintedBy(span: PdfSpan): string | undefined {
  const printed = labelInDigits(span.text.trim().replace(/^[[(]|[\])]$/g, ''));
  return /^(?:\d{1,3}|[*∗†‡§¶]{1,3})$/.test(printed) ? printed : undefined;
}

function isRaised(span: PdfSpan, line: PdfLine): boolean {
  // Small and low is a number in a formula.
  if (span.y > line.y + 0.05 * line.size) return false;
  return (span.y < line.y - 0.15 * line.size && span.size < line.size * 1.02) || span.size < line.size * 0.8;
}

/** Raised numbers and signs in a text. */
export function raisedMarks(paragraphs: readonly PdfParagraph[]): PdfSpan[] {
  return paragraphs.flatMap(({ lines }) =>
    lines.flatMap((line) =>
      line.spans.filter((span) => markPrintedBy(span) !== undefined && isRaised(span, line)),
    ),
  );
}

/**
 * Finds what marks the notes: raised numbers and signs, those that the structure tree calls labels, and for notes that
 * have none of these a number alone that stands right after a word.
 */
export function findNoteMarks(
  paragraphs: readonly PdfParagraph[],
  notes: readonly PdfNote[],
  tagged: ReadonlySet<PdfSpan>,
): PdfNotes {
  const labels = labelNotes(notes);
  const marks = new Map<PdfSpan, string>();
  const raised = new Set<PdfSpan>();
  const open = new UnmarkedNotes(notes);
  const claim = (line: PdfLine, span: PdfSpan, printed: string): void => {
    const note = open.take(line, printed);
    if (note) marks.set(span, labels.get(note) ?? note.label);
  };
  const each = (visit: (line: PdfLine, span: PdfSpan, printed: string, index: number) => void): void => {
    for (const { lines } of paragraphs)
      for (const line of lines)
        for (const [index, span] of line.spans.entries()) {
          const printed = markPrintedBy(span);
          if (printed !== undefined) visit(line, span, printed, index);
        }
  };
  // Behind a digit an exponent may stand, which takes no note from the mark that follows somewhere.
  for (const behindDigit of [false, true])
    each((line, span, printed, index) => {
      const isSign = isRaised(span, line) || tagged.has(span);
      if (!isSign || /\d$/.test(line.spans[index - 1]?.text ?? '') !== behindDigit) return;
      claim(line, span, printed);
      if (!marks.has(span)) raised.add(span);
    });
  each((line, span, printed, index) => {
    const before = line.spans[index - 1]?.text ?? '';
    if (!marks.has(span) && !raised.has(span) && /[\p{L}\p{P}]$/u.test(before) && !/^\s/.test(span.text))
      claim(line, span, printed);
  });
  return { labels, marks, raised };
}

/** The notes that nothing marks yet, by what marks them and where they stand. */
class UnmarkedNotes {
  /** In each list the first note stands last, from where it is taken. */
  private readonly byPlace = new Map<string, { readonly note: PdfNote; readonly index: number }[]>();

  constructor(notes: readonly PdfNote[]) {
    for (const [index, note] of [...notes.entries()].reverse()) {
      const place = footOrEnd(note.isEndNote ? undefined : (note.lines[0]?.page ?? 0), note.label);
      const found = this.byPlace.get(place);
      if (found) found.push({ note, index });
      else this.byPlace.set(place, [{ note, index }]);
    }
  }

  /** Takes the first note that a line may mark: at the end of the text, or at the foot of its page or the next. */
  take({ page }: PdfLine, label: string): PdfNote | undefined {
    let first: { readonly note: PdfNote; readonly index: number }[] | undefined;
    for (const at of [page, page + 1, undefined]) {
      const found = this.byPlace.get(footOrEnd(at, label));
      if ((found?.at(-1)?.index ?? Infinity) < (first?.at(-1)?.index ?? Infinity)) first = found;
    }
    return first?.pop()?.note;
  }
}

/** @param page undefined for notes at the end of the text */
function footOrEnd(page: number | undefined, label: string): string {
  return `${String(page ?? '')}/${label}`;
}

/** Gives each note its printed number, or the next free one if another has that, or if it has only a sign. */
function labelNotes(notes: readonly PdfNote[]): Map<PdfNote, string> {
  const labels = new Map<PdfNote, string>();
  const taken = new Set<string>();
  for (const note of notes) {
    let label = /^\d+$/.test(note.label) && !taken.has(note.label) ? note.label : String(taken.size + 1);
    while (taken.has(label)) label = String(Number(label) + 1);
    taken.add(label);
    labels.set(note, label);
  }
  return labels;
}
