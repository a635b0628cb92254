import { messageOf } from '../../core/messages.ts';
import { countWords, normaliseText } from '../../core/text.ts';
import { type Block, type Dropped, endsSentence, type Page, type Run } from '../blocks.ts';
import type { PdfNote } from './footNotes.ts';
import { LineEnds } from './lineEnds.ts';
import type { PdfFile, PdfNode } from './openPdf.ts';
import { doubtOfText } from './pdfDoubts.ts';
import { type ListedBlock, withLists } from './pdfLists.ts';
import { metadataOf } from './pdfMetadata.ts';
import type { PdfLine } from './pdfLines.ts';
import { setInOf, type PdfMeasures } from './pdfMeasures.ts';
import { findNoteMarks, type PdfNotes, raisedMarks, takeEndNotes, withoutBackLink } from './pdfNotes.ts';
import { isHeadingStyle, type PdfParagraph } from './pdfParagraphs.ts';
import { runsOfLines } from './pdfRuns.ts';
import { withTables } from './pdfTables.ts';
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
  const footNotes = outline.notes.map((note) => ({ ...note, lines: note.lines.map(withoutBackLink) }));
  const notes = [...footNotes, ...endNotes];
  const found = findNoteMarks(paragraphs, notes, outline.marks);
  const lineEnds = new LineEnds([...paragraphs, ...notes].flatMap(({ lines }) => lines));
  const writer = new BlockWriter(file, outline.measures, found, lineEnds);
  for (const paragraph of paragraphs) writer.add(paragraph);
  for (const note of notes) writer.addNote(note);
  const dropped = droppedHeads(outline.heads);
  return {
    format: 'html',
    blocks: withLists(withTables(writer.blocks)),
    metadata: metadataOf(file),
    dropped,
    unit: 'page',
  };
}

/** The running heads and numbers of all pages as one part that was left out. */
function droppedHeads(heads: readonly PdfLine[]): Dropped[] {
  const pages = heads.map((line) => line.page + 1);
  const text = heads.map((line) => line.text).join('\n');
  const place = { line: Math.min(...pages), endLine: Math.max(...pages) };
  return heads.length === 0 ? [] : [{ ...place, text, why: messageOf('importing.pdfHeads') }];
}

type TextOfBlock = Pick<Block, 'runs' | 'line' | 'endLine' | 'doubtful' | 'lineHyphens'>;

/** Makes blocks of paragraphs. */
class BlockWriter {
  readonly blocks: ListedBlock[] = [];
  private page = -1;
  private quotations = 0;
  private quotation: PdfNode | undefined;
  private before: PdfParagraph | undefined;
  private readonly isTex: boolean;

  constructor(
    private readonly file: PdfFile,
    private readonly measures: PdfMeasures,
    private readonly notes: PdfNotes,
    private readonly lineEnds: LineEnds,
  ) {
    this.isTex = /tex/iu.test(`${String(file.info['Producer'])} ${String(file.info['Creator'])}`);
  }

  add(paragraph: PdfParagraph): void {
    const [first] = paragraph.lines;
    if (!first || paragraph.role?.kind === 'contents') return;
    const isHeading = paragraph.role
      ? paragraph.role.kind === 'heading'
      : isHeadingBlock(paragraph, this.measures);
    const block = {
      kind: isHeading ? ('heading' as const) : ('paragraph' as const),
      ...this.blockOf(paragraph.lines, 0, isHeading, paragraph.unsure),
    };
    const quotation = isHeading ? undefined : this.quotationOf(paragraph);
    this.addPageMark(first.page, quotation);
    this.page = Math.max(this.page, paragraph.lines.at(-1)?.page ?? 0);
    const { list, item, label, table, row, cell } = paragraph.role ?? {};
    const isListed = quotation === undefined && list !== undefined && item !== undefined;
    this.blocks.push({
      block: {
        ...block,
        ...(isHeading ? { depth: paragraph.role?.depth ?? depthOf(first, this.measures) } : {}),
        ...(quotation === undefined ? {} : { quotation }),
      },
      ...(isListed ? { list, item } : {}),
      ...(isListed && label !== undefined ? { label } : {}),
      ...(table && row && cell ? { cell: { table, row, node: cell } } : {}),
    });
    this.before = paragraph;
  }

  /** Adds the mark of a page that begins before a paragraph. One inside a quotation belongs to it. */
  private addPageMark(page: number, quotation: number | undefined): void {
    if (page <= this.page) return;
    const isInside = quotation !== undefined && this.blocks.at(-1)?.block.quotation === quotation;
    const mark: Run = { text: '', page: this.labelOfPage(page) };
    const place = { line: page + 1, endLine: page + 1, ...(isInside ? { quotation } : {}) };
    this.blocks.push({ block: { kind: 'pageMark', runs: [mark], ...place } });
  }

  private readonly labelOfPage = (page: number): string => this.file.labels?.[page] ?? '';

  addNote(note: PdfNote): void {
    const block = this.blockOf(note.lines, note.labelLength, false);
    const runs = block.runs.filter((run) => run.page === undefined);
    this.blocks.push({
      block: { ...block, kind: 'note', note: this.notes.labels.get(note) ?? note.label, runs },
    });
  }

  private blockOf(lines: readonly PdfLine[], skip: number, plain: boolean, joint?: number): TextOfBlock {
    const first = lines[0]?.page ?? 0;
    const last = lines.at(-1)?.page ?? first;
    const text = runsOfLines(lines, skip, {
      lineEnds: this.lineEnds,
      labelOfPage: this.labelOfPage,
      notes: this.notes,
      isTex: this.isTex,
      plain,
    });
    const doubtful = doubtOfText(text, joint, this.labelOfPage(first) || String(first + 1));
    const lineHyphens = text.hyphens.map(({ unsure: _unsure, ...hyphen }) => hyphen);
    return {
      runs: text.runs,
      line: first + 1,
      endLine: last + 1,
      ...(doubtful ? { doubtful } : {}),
      ...(lineHyphens.length > 0 ? { lineHyphens } : {}),
    };
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
    return this.blocks.findLast(({ block }) => block.kind !== 'pageMark')?.block.quotation !== undefined;
  }
}

/**
 * Whether two quotations of a structure tree stand together on a page, or on two. Some producers make one of each
 * paragraph, and all make two of one that a page divides.
 */
function isNextTo(before: PdfParagraph | undefined, paragraph: PdfParagraph): boolean {
  const page = before?.lines.at(-1)?.page ?? -2;
  const next = paragraph.lines[0]?.page ?? 0;
  return next === page || next === page + 1;
}

const maxWordsOfHeading = 40;

/** Whether a paragraph is set as headings are, and no longer than they are. */
function isHeadingBlock({ lines }: PdfParagraph, measures: PdfMeasures): boolean {
  if (!lines.every((line) => isHeadingStyle(line, measures))) return false;
  const text = lines.map((line) => line.text).join(' ');
  const words = countWords(normaliseText(text));
  return words <= (endsSentence(text) && lines.length > 2 ? maxWordsOfHeading / 2 : maxWordsOfHeading);
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
  const isCentred = lines.every(
    ({ x, end, column }) =>
      x - column.left > 3 * em && Math.abs(x + end - (column.left + column.right)) < 2 * em,
  );
  const last = quotation?.lines.at(-1);
  if (last?.page === first.page && Math.abs(setInOf(last) - indent) < 0.4 * em) return true;
  // Lines on the axis of the page are those of a title, or an ornament.
  if (isCentred) return false;
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
