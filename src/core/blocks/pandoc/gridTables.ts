import type { BlockLine } from '../blockLines.ts';
import { columnOfOffset, offsetsOfColumns } from './displayColumns.ts';
import { type DraftNode, type DraftRegion, partOfLine } from './draftNode.ts';
import type { RegionLines } from './regionLines.ts';

/** Grid tables of Pandoc, whose cells are drawn with `+`, `-`, `=` and `|` and may span columns and rows. */

const drawnLine = /^ {0,3}\+(?:[:=-]+\+)+ *$/;
const innerLine = /^ {0,3}[|+].*[|+] *$/;
/** A line that separates the cells of some columns at least. */
const separator = /\+[:=-]+\+/;

/** Reads a grid table; undefined where none begins. */
export function readGridTable(lines: RegionLines): DraftRegion | undefined {
  if (!drawnLine.test(lines.content(0) ?? '')) return undefined;
  let last = 0;
  let next = 1;
  for (; innerLine.test(lines.content(next) ?? ''); next++)
    if (drawnLine.test(lines.content(next) ?? '')) last = next;
  if (last === 0) return undefined;
  const table = new GridDraft(lines, last + 1);
  for (let at = 1; at <= last; at++) table.addLine(at);
  return { node: table.finish(), next: last + 1 };
}

interface OpenCell {
  readonly column: number;
  readonly row: number;
  readonly lines: BlockLine[];
}

class GridDraft {
  /** Columns of the marks between cells, ascending. */
  private readonly borders: readonly number[];
  private readonly open: (OpenCell | undefined)[] = [];
  private readonly cells: OpenCell[] = [];
  private row = 0;

  constructor(
    private readonly lines: RegionLines,
    private readonly count: number,
  ) {
    const borders = new Set<number>();
    for (let at = 0; at < count; at++) {
      const content = lines.content(at) ?? '';
      if (!separator.test(content)) continue;
      for (const { index } of content.matchAll(/\+(?=[:=-])|(?<=[:=-])\+/g))
        borders.add(columnOfOffset(content, index));
    }
    this.borders = [...borders].sort((a, b) => a - b);
  }

  addLine(at: number): void {
    const line = this.lines.line(at);
    if (!line) return;
    const { text } = this.lines;
    const content = text.slice(line.start, line.end);
    const offsets = offsetsOfColumns(content, this.borders);
    let from = 0;
    const closed: number[] = [];
    for (let border = 1; border < offsets.length; border++) {
      const mark = content.charAt(offsets[border] ?? 0);
      if (mark !== '|' && mark !== '+') continue;
      const part = content.slice((offsets[from] ?? 0) + 1, offsets[border]);
      if (/^[:=+-]+$/.test(part)) for (let column = from; column < border; column++) closed.push(column);
      else this.addPart(from, partOfLine(text, line, (offsets[from] ?? 0) + 1, offsets[border] ?? 0), line);
      from = border;
    }
    this.addRest(from, (offsets[from] ?? 0) + 1, line);
    if (closed.length === 0) return;
    this.row++;
    for (const column of closed) this.open[column] = undefined;
  }

  /** What stands behind the last border of a line that is drawn untidily belongs to the cell there, so that no words are lost. */
  private addRest(column: number, start: number, line: BlockLine): void {
    const { text } = this.lines;
    let end = line.end;
    while (end > line.start + start && /[\s|]/u.test(text.charAt(end - 1))) end--;
    if (/[^\s|:=+-]/u.test(text.slice(line.start + start, end)))
      this.addPart(column, partOfLine(text, line, start, end - line.start), line);
  }

  private addPart(column: number, part: BlockLine, line: BlockLine): void {
    let cell = this.open[column];
    if (!cell) {
      cell = { column, row: this.row, lines: [] };
      this.open[column] = cell;
      this.cells.push(cell);
    }
    // Inside a cell indentation counts, from the first column after the space behind its border.
    const width = part.end - part.start;
    const start = width === 0 ? part.start : indented(this.lines.text, part, line);
    cell.lines.push({ start, end: part.end, next: part.end + 1 });
  }

  finish(): DraftNode {
    const { lines, count } = this;
    const end = lines.line(count - 1)?.end ?? lines.start;
    const rows = new Map<number, OpenCell[]>();
    for (const cell of this.cells) {
      const row = rows.get(cell.row);
      if (row) row.push(cell);
      else rows.set(cell.row, [cell]);
    }
    const children = [...rows.values()].map((cells): DraftNode => {
      const drafts = cells.map(({ lines: own }): DraftNode => {
        const start = own[0]?.start ?? lines.start;
        return {
          type: 'tableCell',
          lines: own,
          holds: 'blocks',
          start,
          end: own[own.length - 1]?.end ?? start,
        };
      });
      const start = Math.min(...drafts.map((draft) => draft.start));
      return {
        type: 'tableRow',
        children: drafts,
        start,
        end: Math.max(...drafts.map((draft) => draft.end)),
      };
    });
    return { type: 'table', children, start: lines.start, end };
  }
}

/** Returns where a part of a line begins with its indentation, but without the first space behind the border. */
function indented(text: string, part: BlockLine, line: BlockLine): number {
  let start = part.start;
  while (start > line.start && text.charCodeAt(start - 1) === 32) start--;
  return Math.min(start + 1, part.start);
}
