import { pushTo } from './listsByKey.ts';
import { romanValue } from '../../core/source.ts';
import { comparableLine, pageNumberOf } from '../blocks.ts';
import { labelOfLine } from './footNotes.ts';
import { mostOf, type PdfLine } from './pdfLines.ts';

/** The lines of a page on one height. */
interface PdfRow {
  readonly page: number;
  readonly lines: readonly PdfLine[];
  readonly y: number;
  readonly text: string;
  /** The distance to the next row inside the page, in points. */
  readonly gap: number;
}

type PageEdge = 'top' | 'bottom';

/** At most this many rows at each end of a page are its running head and number. */
const maxHeadRows = 5;
/** A longer row is no running head. */
const maxRunningUnits = 160;

/**
 * Finds the running heads and numbers of pages: the edgeRow rows that come back in the same words or place, count
 * on, or hold the title of a section in a place of their own.
 * @param leading the usual distance of two lines
 */
export function findRunningHeads(
  pages: readonly (readonly PdfLine[])[],
  leading: number,
): ReadonlySet<PdfLine> {
  const heads = new Set<PdfLine>();
  let titles: ReadonlySet<string> | undefined;
  const isTitle = (text: string): boolean => {
    titles ??= new Set(pages.flatMap((lines) => lines.map((line) => comparableLine(line.text))));
    return titles.has(comparableLine(text));
  };
  const steps = stepsOf(pages);
  for (const edge of ['top', 'bottom'] as const)
    for (let round = 0; round < maxHeadRows; round++) {
      const rows = pages.flatMap(
        (lines) =>
          edgeRow(
            lines.filter((line) => !heads.has(line)),
            edge,
          ) ?? [],
      );
      for (const row of headsAmong(
        rows.filter((row) => !isMarkedNote(row, pages[row.page] ?? [])),
        { pageCount: pages.length, leading, isTitle, steps },
      ))
        for (const line of row.lines) heads.add(line);
    }
  return heads;
}

function edgeRow(lines: readonly PdfLine[], edge: PageEdge): PdfRow | undefined {
  const rows = rowsOf(lines);
  const at = edge === 'top' ? 0 : rows.length - 1;
  const row = rows[at];
  const next = rows[edge === 'top' ? 1 : at - 1];
  const first = row?.[0];
  if (!row || !first) return undefined;
  const text = [...row]
    .sort((a, b) => a.x - b.x)
    .map((line) => line.text)
    .join('   ');
  return {
    page: first.page,
    lines: row,
    y: first.y,
    text,
    gap: next?.[0] ? Math.abs(next[0].y - first.y) : Infinity,
  };
}

function rowsOf(lines: readonly PdfLine[]): PdfLine[][] {
  const rows: PdfLine[][] = [];
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    const last = rows.at(-1);
    if (last?.[0] && Math.abs(last[0].y - line.y) < 0.4 * line.size) last.push(line);
    else rows.push([line]);
  }
  return rows;
}

/**
 * Whether a row is a note that is marked above it. Notes stand at one height on many pages, say the same on several, as `Ibid.`,
 * and count on as pages do.
 */
function isMarkedNote(row: PdfRow, page: readonly PdfLine[]): boolean {
  const [first] = [...row.lines].sort((a, b) => a.x - b.x);
  const label = first && labelOfLine(first)?.label;
  if (label === undefined) return false;
  return page.some(
    (line) =>
      line.y < row.y - 0.5 * line.size &&
      (line.spans.some((span) => span.text.trim() === label && span.y < line.y - 0.15 * line.size) ||
        wordsWithNumber(line.text).includes(label)),
  );
}

/** Numbers that stand right behind words: marks of notes for which a font has letters of its own. */
function wordsWithNumber(text: string): string[] {
  return [...text.matchAll(/(?<=\p{L}{2}[.,;:!?)\]\u201D\u2019\u00BB"]{0,2})\d{1,3}(?![\p{L}\p{N}])/gu)].map(
    ([number]) => number,
  );
}

/** The words of a head without its numbers, which change from page to page. */
function wordsOfHead(text: string): string {
  return comparableLine(text.replace(/\d+|(?<![\p{L}])[ivxlc]+(?![\p{L}])/giu, '#'));
}

/** What is known of a text whose running heads are looked for. */
interface HeadContext {
  readonly pageCount: number;
  readonly leading: number;
  /** Whether a line of the text, as that of a heading, has the same words. */
  readonly isTitle: (text: string) => boolean;
  /** How far printed numbers are from the index of their page, where several pages agree. */
  readonly steps: ReadonlySet<string>;
}

function headsAmong(rows: readonly PdfRow[], { pageCount, leading, isTitle, steps }: HeadContext): PdfRow[] {
  const counted = new Set(rows.filter((row) => countsOn(row, steps, leading)));
  const back = comingBack(rows, pageCount, leading);
  const certain = rows.filter((row) => counted.has(row) || back.has(row));
  const places = [
    certain.filter(({ page }) => page % 2 === 0),
    certain.filter(({ page }) => page % 2 === 1),
  ].map((some) => mostOf(some, (row) => row.y));
  const usual = mostOf(
    rows.filter((row) => row.gap > 1.3 * leading),
    (row) => row.y,
  );
  const isUsual =
    usual !== undefined &&
    rows.filter((row) => isAtHeight(row, usual) && row.gap > 1.3 * leading).length >
      Math.max(2, rows.length * 0.5);
  return rows.filter((row) => {
    if (counted.has(row) || back.has(row)) return true;
    const isInPlace =
      places.some((y) => y !== undefined && isAtHeight(row, y)) || (isUsual && isAtHeight(row, usual));
    return (
      isInPlace &&
      row.gap > 1.3 * leading &&
      (isUsual || isTitle(row.text) || certain.length > rows.length * 0.3)
    );
  });
}

function isAtHeight(row: PdfRow, y: number): boolean {
  return Math.abs(row.y - y) < 2;
}

/** The rows whose words, numbers apart, other pages have at the same height. */
function comingBack(rows: readonly PdfRow[], pageCount: number, leading: number): Set<PdfRow> {
  const byWords = new Map<string, PdfRow[]>();
  for (const row of rows) {
    const words = row.text.length > maxRunningUnits ? '' : wordsOfHead(row.text);
    if (/\p{L}/u.test(words)) pushTo(byWords, words, row);
  }
  const back = new Set<PdfRow>();
  for (const same of byWords.values())
    for (const row of same) {
      const count = same.filter((other) => Math.abs(other.y - row.y) < 4).length;
      if (count >= (pageCount > 6 ? 3 : 2) || (count >= 2 && row.gap > 1.3 * leading)) back.add(row);
    }
  return back;
}

/** How far the numbers at the ends of pages are from the index of their page, where two pages agree. */
function stepsOf(pages: readonly (readonly PdfLine[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const rows = [edgeRow(lines, 'top'), edgeRow(lines, 'bottom')]
      .filter((row) => row !== undefined)
      .filter((row) => !isMarkedNote(row, lines));
    for (const step of new Set(rows.flatMap(stepsOfRow))) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([step]) => step));
}

function stepsOfRow(row: PdfRow): string[] {
  return pageNumbersIn(row).map(([number, form]) => `${form} ${number - row.page}`);
}

/** Whether the number of a row counts on. A number alone counts if no other page says anything and it stands apart. */
function countsOn(row: PdfRow, steps: ReadonlySet<string>, leading: number): boolean {
  if (stepsOfRow(row).some((step) => steps.has(step)))
    return numberOfRow(row) !== undefined || row.gap > 1.2 * leading;
  return steps.size === 0 && numberOfRow(row) === row.text.trim() && row.gap > 1.5 * leading;
}

function numberOfRow(row: PdfRow): string | undefined {
  return row.text.length < 24 ? pageNumberOf(row.text) : undefined;
}

/** The numbers that a row may print as that of its page, at its beginning or end, and how they are written. */
function pageNumbersIn(row: PdfRow): (readonly [number, 'arabic' | 'roman'])[] {
  const alone = numberOfRow(row);
  const words = alone === undefined ? row.text.split(/\s+/) : [alone];
  const ends = new Set(words.length > 20 ? [] : [words[0] ?? '', words.at(-1) ?? '']);
  return [...ends].flatMap((word): (readonly [number, 'arabic' | 'roman'])[] => {
    if (/^\d{1,4}$/.test(word)) return [[Number(word), 'arabic']];
    const roman = /^[ivxlc]+$/i.test(word) ? romanValue(word) : undefined;
    return roman === undefined ? [] : [[roman, 'roman']];
  });
}
