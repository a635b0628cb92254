import { messageOf } from '../../core/messages.ts';
import type { Block, Dropped, Page, Run } from '../blocks.ts';
import type { PdfNote } from './footNotes.ts';
import { LineEnds } from './lineEnds.ts';
import type { PdfFile, PdfNode } from './openPdf.ts';
import type { PdfLine } from './pdfLines.ts';
import { setInOf, type PdfMeasures } from './pdfMeasures.ts';
import { findNoteMarks, type PdfNotes, raisedMarks, takeEndNotes } from './pdfNotes.ts';
import { isHeadingStyle, type PdfParagraph } from './pdfParagraphs.ts';
import { runsOfLines } from './pdfRuns.ts';
import type { PdfSpan } from './pdfSpans.ts';

/** What was found in a file, in reading order. */
export interface PdfOutline {
  readonly paragraphs: readonly PdfParagraph[];
  readonly notes: readonly PdfNote[];
  /** Stretches of text that the structure tree calls labels of notes. */
  readonly marks: ReadonlySet<PdfSpan>;
  readonly heads: readonly PdfLine[];
  readonly measures: PdfMeasures;
}

/** The blocks of a PDF file. */
export function pdfPageOf(file: PdfFile, outline: PdfOutline): Page {
  const raised = raisedMarks(outline.paragraphs).length;
  const { paragraphs, notes: endNotes } = takeEndNotes(outline.paragraphs, raised);
  const notes = [...outline.notes, ...endNotes];
  const found = findNoteMarks(paragraphs, notes, outline.marks);
  const lineEnds = new LineEnds([...paragraphs, ...notes].flatMap(({ lines }) => lines));
  const writer = new BlockWriter(file, outline.measures, found, lineEnds);
  for (const paragraph of paragraphs) writer.add(paragraph);
  for (const note of notes) writer.addNote(note);
  const dropped = outline.heads.map((line): Dropped => ({
    line: line.page + 1,
    endLine: line.page + 1,
    text: line.text,
    why: messageOf('importing.runningHead'),
  }));
  return { format: 'html', blocks: writer.blocks, metadata: {}, dropped };
}

/** Makes blocks of paragraphs. */
class BlockWriter {
  readonly blocks: Block[] = [];
  private page = -1;
  private quotations = 0;
  private quotation: PdfNode | undefined;
  private before: PdfParagraph | undefined;

  constructor(
    private readonly file: PdfFile,
    private readonly measures: PdfMeasures,
    private readonly notes: PdfNotes,
    private readonly lineEnds: LineEnds,
  ) {}

  add(paragraph: PdfParagraph): void {
    const [first] = paragraph.lines;
    if (!first || paragraph.role?.kind === 'contents') return;
    const isHeading = paragraph.role
      ? paragraph.role.kind === 'heading'
      : isHeadingBlock(paragraph, this.measures);
    const block = {
      kind: isHeading ? ('heading' as const) : ('paragraph' as const),
      ...this.blockOf(paragraph.lines, 0, isHeading),
    };
    if (isHeading)
      this.blocks.push({ ...block, depth: paragraph.role?.depth ?? depthOf(first, this.measures) });
    else {
      const quotation = this.quotationOf(paragraph);
      this.blocks.push({ ...block, ...(quotation === undefined ? {} : { quotation }) });
    }
    this.before = paragraph;
  }

  addNote(note: PdfNote): void {
    const block = this.blockOf(note.lines, note.labelLength, false);
    this.blocks.push({
      kind: 'note',
      note: this.notes.labels.get(note) ?? note.label,
      ...block,
      runs: block.runs.filter((run) => run.page === undefined),
    });
  }

  private blockOf(
    lines: readonly PdfLine[],
    skip: number,
    plain: boolean,
  ): Pick<Block, 'runs' | 'line' | 'endLine'> {
    const first = lines[0]?.page ?? 0;
    const last = lines.at(-1)?.page ?? first;
    const labelOfPage = (page: number): string => this.file.labels?.[page] ?? '';
    const { runs } = runsOfLines(lines, skip, {
      lineEnds: this.lineEnds,
      labelOfPage,
      notes: this.notes,
      plain,
    });
    const begin: Run[] = first > this.page ? [{ text: '', page: labelOfPage(first) }] : [];
    this.page = Math.max(this.page, last);
    return { runs: [...begin, ...runs], line: first + 1, endLine: last + 1 };
  }

  private quotationOf(paragraph: PdfParagraph): number | undefined {
    const { role } = paragraph;
    const isQuotation = role
      ? role.quotation !== undefined
      : isSetIn(paragraph, this.measures, this.isAfterQuotation() ? this.before : undefined);
    if (!isQuotation) return undefined;
    const isSame =
      this.isAfterQuotation() &&
      (role === undefined || role.quotation === this.quotation || isNextTo(this.before, paragraph));
    this.quotation = role?.quotation;
    return isSame ? this.quotations : ++this.quotations;
  }

  private isAfterQuotation(): boolean {
    return this.blocks.at(-1)?.quotation !== undefined;
  }
}

/** Whether two quotations of a structure tree stand together on a page. Some producers make one of each paragraph. */
function isNextTo(before: PdfParagraph | undefined, paragraph: PdfParagraph): boolean {
  return before?.lines.at(-1)?.page === paragraph.lines[0]?.page;
}

const maxHeadingLines = 4;

function isHeadingBlock({ lines }: PdfParagraph, measures: PdfMeasures): boolean {
  return lines.length <= maxHeadingLines && lines.every((line) => isHeadingStyle(line, measures));
}

/**
 * Whether a paragraph is set in as a whole, as a quotation is, or stands right after one in the same place.
 * @param quotation the paragraph before it, if that is a quotation
 */
function isSetIn(
  { lines }: PdfParagraph,
  measures: PdfMeasures,
  quotation: PdfParagraph | undefined,
): boolean {
  const em = measures.body;
  const indent = Math.min(...lines.map(setInOf));
  const [first] = lines;
  if (!first || indent < 0.8 * em || isListItem(first.text)) return false;
  const last = quotation?.lines.at(-1);
  if (last?.page === first.page && Math.abs(setInOf(last) - indent) < 0.4 * em) return true;
  return lines.length > 1 || indent > Math.max(1.3 * measures.firstIndent, 1.2 * em);
}

function isListItem(text: string): boolean {
  return /^(?:[•◦▪‣●○■]|[[(]?\d{1,3}[.)\]])\s/u.test(text);
}

/** The level of a heading by its size. */
function depthOf(line: PdfLine, measures: PdfMeasures): number {
  const ratio = line.size / measures.body;
  return ratio > 1.5 ? 1 : ratio > 1.25 ? 2 : ratio > 1.08 ? 3 : 4;
}
