import { type CellToDraw, drawGrid } from '../../core/blocks.ts';
import type { Block, Cells, ColumnAlignment, Run } from '../blocks.ts';
import { writeRuns } from './writeRuns.ts';

/** The most cells of a table that is drawn; of larger ones what cells cover is empty. */
const maxDrawnCells = 20_000;

/** Writes a table with pipes, or one in which cells take several columns or rows as a grid. */
export function writeImportedTable({ rows = [], alignments = [], spans, heads = 1 }: Block): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  if (!spans || rows.length * columns > maxDrawnCells) return writePipes(rows, columns, alignments);
  const isCovered = new Set<string>();
  const cells: CellToDraw[] = [];
  rows.forEach((row, at) => {
    for (let column = 0; column < columns; column++) {
      if (isCovered.has(`${String(at)} ${String(column)}`)) continue;
      const span = spans.find((each) => each.row === at && each.column === column);
      const size = {
        columns: Math.min(span?.columns ?? 1, columns - column),
        rows: Math.min(span?.rows ?? 1, rows.length - at),
      };
      for (let below = at; below < at + size.rows; below++)
        for (let right = column; right < column + size.columns; right++)
          isCovered.add(`${String(below)} ${String(right)}`);
      cells.push({ row: at, column, ...size, lines: [cellMarkdown(row[column])] });
    }
  });
  return drawGrid({ columns, rows: rows.length, heads, alignments, cells });
}

const alignmentDashes = { right: '--:', center: ':-:' };

function writePipes(rows: readonly Cells[], columns: number, alignments: readonly ColumnAlignment[]): string {
  const line = (cells: Cells): string =>
    `| ${Array.from({ length: columns }, (_, index) => cellMarkdown(cells[index])).join(' | ')} |`;
  const [head, ...body] = rows;
  if (head === undefined) return '';
  const dashes = Array.from({ length: columns }, (_, at) => {
    const alignment = alignments[at];
    return alignment === undefined ? '---' : alignmentDashes[alignment];
  });
  return [line(head), `| ${dashes.join(' | ')} |`, ...body.map(line)].join('\n');
}

function cellMarkdown(runs: readonly Run[] = []): string {
  return writeRuns(runs, 'space').replace(/\n/g, ' ');
}
