import { columnOfOffset, offsetsOfColumns } from '../../core/blocks.ts';
import type { CellSpan } from './manuscriptTypes.ts';

/** Where the cells of a drawn grid stand. */
export interface GridCells {
  readonly columns: number;
  /** The cells of each row, from the left. */
  readonly rows: readonly (readonly CellSpan[])[];
  /** How many of these rows are the head. */
  readonly heads: number;
}

interface OpenCell {
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  last: number;
}

const wholeRule = /^\+(?:[:=-]+\+)+ *$/u;
const someRule = /\+[:=-]+\+/u;
const cornerAt = /\+(?=[:=-])|(?<=[:=-])\+/gu;

/**
 * Reads which columns and rows the cells of a grid table take, as Pandoc 3 does.
 * @param drawn its lines from their left border on, the first and the last of them rules
 * @returns undefined where lines are so much shorter than the grid is wide that it is none
 */
export function readGridCells(drawn: readonly string[]): GridCells | undefined {
  const corners = drawn
    .filter((line) => someRule.test(line))
    .flatMap((line) => [...line.matchAll(cornerAt)].map(({ index }) => columnOfOffset(line, index)));
  const borders = [...new Set(corners)].sort((a, b) => a - b);
  const size = drawn.reduce((sum, line) => sum + line.length, 0);
  if (borders.length < 2 || borders.length * drawn.length > size + borders.length) return undefined;
  const reading = new GridReading(borders);
  for (const line of drawn.slice(1)) reading.addLine(line);
  return reading.finish();
}

class GridReading {
  private readonly open: (OpenCell | undefined)[] = [];
  private readonly cells: OpenCell[] = [];
  private row = 0;
  private headEnd: number | undefined;

  constructor(private readonly borders: readonly number[]) {}

  addLine(line: string): void {
    const offsets = offsetsOfColumns(line, this.borders);
    let from = 0;
    let hasRule = false;
    for (let border = 1; border < offsets.length; border++) {
      const mark = line.charAt(offsets[border] ?? 0);
      if (mark !== '|' && mark !== '+') continue;
      const part = line.slice((offsets[from] ?? 0) + 1, offsets[border]);
      if (/^[:=+-]+$/u.test(part)) {
        hasRule = true;
        this.open.fill(undefined, from, border);
      } else if (!this.open[from]) {
        const cell = { column: from, columns: border - from, row: this.row, last: this.row };
        this.open[from] = cell;
        this.cells.push(cell);
      }
      from = border;
    }
    if (!hasRule) return;
    this.row++;
    for (const cell of this.open) if (cell) cell.last = this.row;
    if (wholeRule.test(line) && line.includes('=')) this.headEnd ??= this.row;
  }

  finish(): GridCells {
    // Rows in which no cell begins are none of the table.
    const begun = new Set(this.cells.map(({ row }) => row));
    const before: number[] = [0];
    for (let row = 0; row <= this.row; row++) before.push((before[row] ?? 0) + (begun.has(row) ? 1 : 0));
    const rows = Array.from(begun, (): CellSpan[] => []);
    for (const { column, columns, row, last } of this.cells) {
      const first = before[row] ?? 0;
      const end = before[last + 1] ?? first;
      rows[first]?.push({ row: first, column, columns, rows: Math.max(1, end - first) });
    }
    return { columns: this.borders.length - 1, rows, heads: before[this.headEnd ?? 0] ?? 0 };
  }
}
