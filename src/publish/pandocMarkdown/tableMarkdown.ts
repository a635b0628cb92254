import { type CellToDraw, drawGrid } from '../../core/blocks.ts';
import {
  cellPlacesOf,
  type ManuscriptBlock,
  type ManuscriptInline,
  type ManuscriptTable,
  type TableRow,
} from '../manuscript.ts';

/** What writes the contents of cells. */
interface CellWriter {
  readonly inlines: (inlines: readonly ManuscriptInline[]) => string;
  readonly blocks: (blocks: readonly ManuscriptBlock[]) => string;
}

/** Writes a table with pipes; one whose cells hold more than words, or span others, is drawn as a grid. */
export function writeTable(table: ManuscriptTable, writer: CellWriter): string {
  const caption = table.caption.length > 0 ? `\n\n: ${writer.inlines(table.caption)}` : '';
  const isPlain =
    [...table.head, ...table.rows].flat().every(isPlainCell) &&
    table.head.length <= 1 &&
    (table.spans ?? []).length === 0;
  return `${isPlain ? pipeTable(table, writer) : gridTable(table, writer)}${caption}`;
}

function isPlainCell(blocks: readonly ManuscriptBlock[]): boolean {
  const [first, more] = blocks;
  if (!first) return true;
  return first.kind === 'paragraph' && !more && !first.children.some(({ kind }) => kind === 'break');
}

function pipeTable({ alignments, head, rows }: ManuscriptTable, { blocks }: CellWriter): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const row = (cells: TableRow): string => line(cells.map((cell) => blocks(cell)));
  const rule = alignments.map((each) => {
    const left = each === 'left' || each === 'center' ? ':' : '-';
    return `${left}--${each === 'right' || each === 'center' ? ':' : '-'}`;
  });
  return [row(head[0] ?? alignments.map(() => [])), line(rule), ...rows.map(row)].join('\n');
}

function gridTable(table: ManuscriptTable, { blocks }: CellWriter): string {
  const { alignments, head, rows } = table;
  const placeOf = cellPlacesOf(table);
  const cells = [...head, ...rows].flatMap((row, rowAt) =>
    alignments.flatMap((_each, column): CellToDraw[] => {
      const place = placeOf(rowAt, column);
      if (place.kind === 'covered') return [];
      const { columns, rows: taken } = place;
      return [{ row: rowAt, column, columns, rows: taken, lines: blocks(row[column] ?? []).split('\n') }];
    }),
  );
  const size = { columns: alignments.length, rows: head.length + rows.length, heads: head.length };
  return drawGrid({ ...size, alignments, cells });
}
