import { pushTo } from './listsByKey.ts';
import { mostOf, type PdfColumn, type PdfLine, sideOf } from './pdfLines.ts';

/** What is usual in a text, in points. */
export interface PdfMeasures {
  /** The size of most characters. */
  readonly body: number;
  /** The distance of two lines of a size. */
  readonly leadingOf: (size: number) => number;
  /** A larger distance than that of lines stands between paragraphs. */
  readonly hasGaps: boolean;
  /** A distance that is only a little larger does. */
  readonly hasSmallGaps: boolean;
  /** Paragraphs begin with an indent. */
  readonly isIndented: boolean;
  /** The indent with which most indented paragraphs begin; 0 if none does. */
  readonly firstIndent: number;
}

/** Two sizes that differ by less than this share are the same. */
const sizeTolerance = 0.06;

export function isSameSize(a: number, b: number): boolean {
  return Math.abs(a - b) <= sizeTolerance * Math.max(a, b);
}

/** The size of most characters of a text. */
export function bodySize(lines: readonly PdfLine[]): number {
  return (
    mostOf(
      lines,
      (line) => line.size,
      (line) => line.text.length,
    ) ?? 10
  );
}

/** Measures the lines of a text in reading order, and sets the columns in which they stand. */
export function measureLines(
  pages: readonly (readonly PdfLine[])[],
  gutters: readonly (number | undefined)[],
): PdfMeasures {
  const lines = pages.flat();
  const body = bodySize(lines);
  setColumns(pages, gutters, body);
  const gaps = new Map<number, number>();
  const leadingOf = (size: number): number => {
    const key = Math.round(size * 2);
    const known =
      gaps.get(key) ?? usualLeading(lines.filter((line) => isSameSize(line.size, size))) ?? size * 1.2;
    gaps.set(key, known);
    return known;
  };
  const leading = leadingOf(body);
  return {
    body,
    leadingOf,
    hasGaps: standApart(lines, body, [1.25 * leading, 2.5 * leading]),
    hasSmallGaps: standApart(lines, body, [smallGap * leading, 1.25 * leading]),
    ...firstIndents(lines, body),
  };
}

/** The usual distance of two lines that follow each other in a column. */
export function usualLeading(lines: readonly PdfLine[]): number | undefined {
  const gaps: number[] = [];
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const gap = next ? next.y - line.y : 0;
    if (next?.page === line.page && gap > 0.5 * line.size && gap < 3 * line.size && isBelow(line, next))
      gaps.push(gap);
  });
  return gaps.length < 3 ? undefined : mostOf(gaps, (gap) => Math.round(gap * 4) / 4);
}

function isBelow(line: PdfLine, next: PdfLine): boolean {
  return next.x < line.end && next.end > line.x;
}

/** A distance of more than so many usual ones is none that lines of a paragraph have. */
export const smallGap = 1.08;

/** Whether something in a line stands higher than its baseline, which sets lines further apart. */
export function isRaisedLine({ spans, y, size }: PdfLine): boolean {
  return spans.some((span) => span.y < y - 0.15 * size);
}

/** Whether paragraphs of the text stand apart, by distances within two bounds. */
function standApart(
  lines: readonly PdfLine[],
  body: number,
  [least, most]: readonly [number, number],
): boolean {
  const own = lines.filter((line) => isSameSize(line.size, body));
  const gaps = own.filter((line, index) => {
    const next = own[index + 1];
    const gap = next?.page === line.page ? next.y - line.y : 0;
    return gap > least && gap < most && !isRaisedLine(line) && !(next && isRaisedLine(next));
  });
  return gaps.length > own.length * minIndentedShare;
}

/** Among more lines than this share that are set in, those that begin paragraphs are. */
const minIndentedShare = 0.03;

function firstIndents(
  lines: readonly PdfLine[],
  body: number,
): Pick<PdfMeasures, 'isIndented' | 'firstIndent'> {
  const own = lines.filter((line) => isSameSize(line.size, body));
  const begin = own.filter((line, index) => {
    const next = own[index + 1];
    return (
      isFirstIndent(setInOf(line), body) &&
      next?.page === line.page &&
      next.y > line.y &&
      setInOf(next) < 0.3 * body
    );
  });
  return {
    isIndented: begin.length > own.length * minIndentedShare,
    firstIndent: mostOf(begin, (line) => Math.round(setInOf(line))) ?? 0,
  };
}

/** How far a line is set in from the left edge of its column. */
export function setInOf(line: PdfLine): number {
  return line.x - line.column.left;
}

export function isFirstIndent(indent: number, body: number): boolean {
  return indent > 0.5 * body && indent < 5 * body;
}

/** Sets the edges of the columns: those of the page, and where it has few lines those of pages on its side of a book. */
function setColumns(
  pages: readonly (readonly PdfLine[])[],
  gutters: readonly (number | undefined)[],
  body: number,
): void {
  const kinds = new Map<string, PdfLine[]>();
  const kindOf = (line: PdfLine): string =>
    `${sideOf(line, gutters[line.page])} ${String(gutters[line.page] !== undefined)} ${line.page % 2}`;
  for (const line of pages.flat()) if (isSameSize(line.size, body)) pushTo(kinds, kindOf(line), line);
  const usual = new Map([...kinds].map(([kind, lines]) => [kind, edgesOf(lines)]));
  for (const lines of pages) {
    const own = new Map<string, PdfLine[]>();
    for (const line of lines) pushTo(own, kindOf(line), line);
    for (const [kind, some] of own) {
      const column =
        columnOf(
          some.filter((line) => isSameSize(line.size, body)),
          usual.get(kind),
          body,
        ) ?? edgesOf(some);
      for (const line of some) line.column = column;
    }
  }
}

const minLinesOfColumn = 6;

function columnOf(
  lines: readonly PdfLine[],
  usual: PdfColumn | undefined,
  body: number,
): PdfColumn | undefined {
  if (lines.length < minLinesOfColumn || !usual) return usual;
  const own = edgesOf(lines);
  const isNear = own.left > usual.left && own.left - usual.left < 6 * body;
  return { left: isNear ? usual.left : own.left, right: Math.max(own.right, isNear ? usual.right : 0) };
}

/** The left edge of most lines, and the right edge that nearly all keep to. */
function edgesOf(lines: readonly PdfLine[]): PdfColumn {
  const left = mostOf(lines, (line) => Math.round(line.x)) ?? 0;
  const exact =
    mostOf(
      lines.filter((line) => Math.abs(line.x - left) < 1.5),
      (line) => line.x,
    ) ?? left;
  const ends = lines.map((line) => line.end).sort((a, b) => a - b);
  return { left: exact, right: ends[Math.floor((ends.length - 1) * 0.96)] ?? left };
}
