import { messageOf } from '../../core/messages.ts';
import type { FileToRead, Page, Unreadable } from '../blocks.ts';
import { checkStreams } from './checkStreams.ts';
import { takeFootNotes } from './footNotes.ts';
import { findGutters, inReadingOrder } from './gutters.ts';
import { withInitials } from './initials.ts';
import { openPdf, type PdfFile, type PdfNode } from './openPdf.ts';
import { pdfPageOf } from './pdfBlocks.ts';
import { pdfComments } from './pdfComments.ts';
import { bodySize, usualLeading, measureLines } from './pdfMeasures.ts';
import { linesOfSpans, type PdfLine } from './pdfLines.ts';
import { joinTagged, paragraphsOfLines, partLoose } from './pdfParagraphs.ts';
import { type PdfSpan, spansOfPage } from './pdfSpans.ts';
import { readTrees, type TaggedText } from './readTagged.ts';
import { findRunningHeads } from './runningHeads.ts';

/** No text has more pages, and no page more pieces of text. */
const maxPages = 20_000;
const maxItemsOfPage = 200_000;

/** Reads the bytes of a PDF file into blocks. */
export async function readPdf({
  bytes,
  password,
  withMarks,
}: Pick<FileToRead, 'bytes' | 'password' | 'withMarks'>): Promise<Page | Unreadable> {
  const problem = checkStreams(bytes);
  if (problem) return { problem };
  const file = await openPdf(bytes, password);
  if ('problem' in file) return file;
  try {
    if (file.pageCount > maxPages) return { problem: messageOf('importing.deep') };
    const page = await readFile(file);
    return withMarks && !('problem' in page) ? { ...page, comments: await pdfComments(file) } : page;
  } finally {
    await file.close();
  }
}

interface PdfTextOfPages {
  readonly trees: readonly (PdfNode | null)[];
  readonly spans: readonly (readonly PdfSpan[])[];
}

/** The text of all pages. What pdf.js cannot read is damaged. */
async function readPages(file: PdfFile): Promise<PdfTextOfPages | Unreadable> {
  const trees: (PdfNode | null)[] = [];
  const spans: (readonly PdfSpan[])[] = [];
  for (let index = 0; index < file.pageCount; index++) {
    const page = await file.page(index).catch(() => undefined);
    if (!page) return { problem: messageOf('importing.pdfDamaged') };
    if (page.items.length > maxItemsOfPage) return { problem: messageOf('importing.deep') };
    trees.push(page.tree);
    spans.push(spansOfPage(file, page));
  }
  return { trees, spans };
}

/** A file with words on fewer of its pages is one of pictures. */
const minPagesWithText = 0.1;

/** The stretches of text of each page without those of running heads, which some producers put into the tree. */
function withoutHeads(
  spans: readonly (readonly PdfSpan[])[],
  heads: readonly PdfLine[],
): (readonly PdfSpan[])[] {
  const places = new Set(heads.flatMap((line) => line.spans.map(({ x, y }) => `${line.page} ${x} ${y}`)));
  return spans.map((some, page) => some.filter(({ x, y }) => !places.has(`${page} ${x} ${y}`)));
}

async function readFile(file: PdfFile): Promise<Page | Unreadable> {
  const read = await readPages(file);
  if ('problem' in read) return read;
  const { trees, spans } = read;
  const raw = spans.map((some, page) => withInitials(linesOfSpans(some, page)));
  const filled = raw.filter((lines) => lines.length > 0).length;
  if (filled === 0 || filled < raw.length * minPagesWithText)
    return { problem: messageOf('importing.pdfScan') };
  const heads = findRunningHeads(raw, usualLeading(raw.flat()) ?? bodySize(raw.flat()) * 1.2);
  const bare = raw.map((lines) => lines.filter((line) => !heads.has(line)));
  const tagged = readTrees(trees, withoutHeads(spans, [...heads]), bare);
  return tagged ? readTagged(file, tagged, bare, [...heads]) : readUntagged(file, bare, [...heads]);
}

/** Reads a text by the paragraphs of its structure tree. */
function readTagged(
  file: PdfFile,
  { paragraphs, notes, marks }: TaggedText,
  bare: readonly PdfLine[][],
  heads: readonly PdfLine[],
): Page {
  const pages: PdfLine[][] = bare.map(() => []);
  for (const { lines } of paragraphs) for (const line of lines) pages[line.page]?.push(line);
  const measures = measureLines(pages, findGutters(bare));
  return pdfPageOf(file, {
    paragraphs: joinTagged(partLoose(paragraphs, measures), measures),
    notes,
    marks,
    heads,
    measures,
  });
}

/** Reads a text by where its lines stand. */
function readUntagged(file: PdfFile, bare: readonly PdfLine[][], heads: readonly PdfLine[]): Page {
  const gutters = findGutters(bare);
  const ordered = bare.map((lines, index) => inReadingOrder(lines, gutters[index]));
  const measures = measureLines(ordered, gutters);
  const { pages, notes } = takeFootNotes(ordered, measures);
  return pdfPageOf(file, {
    paragraphs: paragraphsOfLines(pages.flat(), measures),
    notes,
    marks: new Set(),
    heads,
    measures,
  });
}
