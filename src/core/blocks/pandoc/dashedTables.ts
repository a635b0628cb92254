import { firstIndex } from '../../text.ts';
import { type BlockLine, isDashedLine, mayFollow } from '../blockLines.ts';
import { columnOfOffset, offsetsOfColumns } from './displayColumns.ts';
import { type DraftNode, type DraftRegion, partOfLine } from './draftNode.ts';
import type { RegionLines } from './regionLines.ts';

/**
 * Simple and multiline tables of Pandoc, whose columns are drawn with dashes (Text.Pandoc.Readers.Markdown, `simpleTable`
 * and `multilineTable` of Pandoc 3.10).
 */

/** The line below a multiline table, with a blank one or a fence of a div after it, in any container. */
const tableFooter = /(?:^|[\r\n])[ \t>]{0,80}-[- \t]*(?:\r\n|\n|\r|$)(?=[ \t>]*(?:[\r\n]|:{3}|$))/g;
/** Longer tables are none. UTF-16 code units. */
const maxTableUnits = 100_000;

/**
 * The places in a text where a multiline table may end. They are found once, so that a text with many lines of dashes is
 * not searched from each of them to its end.
 */
export class TableFooters {
  private found: readonly number[] | undefined;

  constructor(private readonly text: string) {}

  /** Whether a table that begins at an offset may end. */
  mayEnd(start: number): boolean {
    this.found ??= [...this.text.matchAll(tableFooter)].map(({ index }) => index);
    const next = this.found[firstIndex(this.found, (footer) => footer > start)];
    return next !== undefined && next - start <= maxTableUnits;
  }
}

/** Reads a simple or multiline table; undefined where none begins. */
export function readDashedTable(lines: RegionLines, footers: TableFooters): DraftRegion | undefined {
  if (isDashedLine(lines.content(0))) {
    if (lines.isBlank(1) || !footers.mayEnd(lines.start)) return undefined;
    return readMultiline(lines, true) ?? readWithoutHeader(lines) ?? readMultiline(lines, false);
  }
  return isColumnLine(lines.content(1)) ? readSimple(lines) : undefined;
}

/** Whether dashes draw columns. One row of dashes at the margin underlines a heading. */
function isColumnLine(content: string | undefined): boolean {
  return isDashedLine(content) && /^ +-|-[ \t]+-/.test(content ?? '');
}

const noHeader = /^(?: {0,3}(?:#{1,6}(?:[ \t]|$)|[-+*][ \t]|`{3}|~{3}|:{3}|<))/;

function readSimple(lines: RegionLines): DraftRegion | undefined {
  if (noHeader.test(lines.content(0) ?? '')) return undefined;
  const table = new TableDraft(lines, 1);
  table.addRow(0, 1);
  let at = 2;
  for (; lines.isFilled(at) && !isFooter(lines, at); at++) table.addRow(at, at + 1);
  if (at === 2) return undefined;
  return table.finish(isFooter(lines, at) ? at + 1 : at);
}

function readWithoutHeader(lines: RegionLines): DraftRegion | undefined {
  if (!mayFollow(lines.lineBefore)) return undefined;
  const table = new TableDraft(lines, 0);
  let at = 1;
  for (; !isFooter(lines, at); at++) {
    if (lines.isBlank(at)) return undefined;
    table.addRow(at, at + 1);
  }
  return at === 1 ? undefined : table.finish(at + 1);
}

function readMultiline(lines: RegionLines, hasHeader: boolean): DraftRegion | undefined {
  if (!mayFollow(lines.lineBefore)) return undefined;
  let columns = 0;
  if (hasHeader) {
    columns = 1;
    while (lines.line(columns) && !isDashedLine(lines.content(columns))) columns++;
    if (columns === 1 || !lines.line(columns)) return undefined;
  }
  const table = new TableDraft(lines, columns);
  if (hasHeader) table.addRow(1, columns);
  let rowStart = columns + 1;
  if (lines.isBlank(rowStart)) return undefined;
  for (let at = rowStart; lines.line(at); at++) {
    const isEnd = isFooter(lines, at);
    if (isEnd || lines.isBlank(at)) {
      if (at > rowStart) table.addRow(rowStart, at);
      rowStart = at + 1;
    }
    if (isEnd) return at === columns + 1 ? undefined : table.finish(at + 1);
  }
  return undefined;
}

function isFooter(lines: RegionLines, at: number): boolean {
  if (!isDashedLine(lines.content(at))) return false;
  return lines.isBlank(at + 1) || /^ {0,3}:{3,}[ \t]*$/.test(lines.content(at + 1) ?? '');
}

/** Collects the rows of a table, whose columns are drawn in one of its lines. */
class TableDraft {
  private readonly columns: readonly number[];
  private readonly rows: DraftNode[] = [];

  constructor(
    private readonly lines: RegionLines,
    drawnIn: number,
  ) {
    this.columns = columnsDrawn(lines.content(drawnIn) ?? '');
  }

  /** Adds the lines `[from, to)` as one row. */
  addRow(from: number, to: number): void {
    const { text } = this.lines;
    const cells: BlockLine[][] = this.columns.map(() => []);
    for (let at = from; at < to; at++) {
      const line = this.lines.line(at);
      if (!line) continue;
      const content = text.slice(line.start, line.end);
      const offsets = offsetsOfColumns(content, this.columns);
      offsets.forEach((offset, column) => {
        const part = partOfLine(text, line, offset, offsets[column + 1] ?? content.length);
        if (part.end > part.start) cells[column]?.push(part);
      });
    }
    const start = this.lines.line(from)?.start ?? 0;
    const end = this.lines.line(to - 1)?.end ?? start;
    const children = cells.map((own): DraftNode => cellOf(own, start));
    this.rows.push({ type: 'tableRow', children, start, end });
  }

  /** @param next the index of the line after the table */
  finish(next: number): DraftRegion {
    const { lines, rows } = this;
    const end = lines.line(next - 1)?.end ?? lines.start;
    return { node: { type: 'table', children: rows, start: lines.start, end }, next };
  }
}

function cellOf(lines: readonly BlockLine[], rowStart: number): DraftNode {
  const start = lines[0]?.start ?? rowStart;
  const end = lines[lines.length - 1]?.end ?? start;
  return { type: 'tableCell', lines, holds: 'inlines', start, end };
}

/** Returns the columns at which dashes begin. */
function columnsDrawn(content: string): number[] {
  return [...content.matchAll(/-+/g)].map(({ index }) => columnOfOffset(content, index));
}
