import { columnOfOffset } from './displayColumns.ts';

/** A cell of a table that is to be drawn: where it stands, how many columns and rows it takes, and the lines in it. */
export interface CellToDraw {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly lines: readonly string[];
}

/** A table to be drawn as a grid. Rows are counted from the first of the head. */
export interface GridToDraw {
  readonly columns: number;
  readonly rows: number;
  /** How many of the rows are the head. */
  readonly heads: number;
  /** One for each column. */
  readonly alignments: readonly ('left' | 'right' | 'center' | undefined)[];
  readonly cells: readonly CellToDraw[];
}

/** Between the words of two columns stand a space, a border and a space. */
const borderColumns = 3;
const minColumns = 3;

/** Draws a table as Pandoc 3 reads it: with lines around each cell, however many columns and rows that takes. */
export function drawGrid(grid: GridToDraw): string {
  return new GridDrawing(grid).draw();
}

class GridDrawing {
  private readonly owners: (CellToDraw | undefined)[][];
  private readonly widths: number[];
  private readonly heights: number[];

  constructor(private readonly grid: GridToDraw) {
    this.owners = Array.from({ length: grid.rows }, () => []);
    for (const cell of grid.cells)
      for (const owners of this.owners.slice(cell.row, cell.row + cell.rows))
        for (let column = cell.column; column < cell.column + cell.columns; column++) owners[column] ??= cell;
    this.widths = fittingSizes(grid.columns, minColumns, borderColumns, grid.cells.map(drawnWidth));
    this.heights = fittingSizes(grid.rows, 1, 1, grid.cells.map(drawnHeight));
  }

  draw(): string {
    const lines: string[] = [];
    for (let row = 0; row <= this.grid.rows; row++) {
      lines.push(this.line(row, undefined));
      for (let at = 0; at < (this.heights[row] ?? 0); at++) lines.push(this.line(row, at));
    }
    return lines.join('\n');
  }

  /** @param at which line of the words of the row it is; undefined for the rule above it */
  private line(row: number, at: number | undefined): string {
    const { columns } = this.grid;
    let written = '';
    for (let column = 0; column < columns;) {
      const cell = this.goesThrough(row, column, at);
      written += this.border(row, column, at);
      const end = cell ? Math.max(column + 1, cell.column + cell.columns) : column + 1;
      written += cell ? this.words(cell, row, at) : this.rule(row, column);
      column = end;
    }
    return written + this.border(row, columns, at);
  }

  /** The cell whose words stand at a place; undefined where a rule does. */
  private goesThrough(row: number, column: number, at: number | undefined): CellToDraw | undefined {
    const below = this.owners[row]?.[column];
    if (at !== undefined) return below;
    return below && this.owners[row - 1]?.[column] === below ? below : undefined;
  }

  private words(cell: CellToDraw, row: number, at: number | undefined): string {
    let index = at ?? -1;
    for (let above = cell.row; above < row; above++) index += (this.heights[above] ?? 0) + 1;
    const line = cell.lines[index] ?? '';
    const room = roomOf(this.widths, cell.column, cell.columns, borderColumns);
    return ` ${line}${' '.repeat(Math.max(0, room - shownColumns(line)))} `;
  }

  private rule(row: number, column: number): string {
    const { heads, alignments } = this.grid;
    const isMarked = row === heads;
    const sign = isMarked && heads > 0 ? '=' : '-';
    const side = isMarked ? alignments[column] : undefined;
    const left = side === 'left' || side === 'center' ? ':' : sign;
    const right = side === 'right' || side === 'center' ? ':' : sign;
    return `${left}${sign.repeat(this.widths[column] ?? minColumns)}${right}`;
  }

  /** What stands at the left of a column: a corner, a border, or a rule that goes on over or under a wide cell. */
  private border(row: number, column: number, at: number | undefined): string {
    if (at !== undefined) return '|';
    const isRuled =
      (column > 0 && !this.goesThrough(row, column - 1, at)) ||
      (column < this.grid.columns && !this.goesThrough(row, column, at));
    if (!isRuled) return '|';
    const ends = [this.owners[row - 1], this.owners[row]].some(
      (owners) => owners && (owners[column - 1] === undefined || owners[column - 1] !== owners[column]),
    );
    return ends ? '+' : row === this.grid.heads && row > 0 ? '=' : '-';
  }
}

interface SizedCell {
  readonly first: number;
  readonly count: number;
  readonly size: number;
}

function drawnWidth({ column, columns, lines }: CellToDraw): SizedCell {
  const size = lines.reduce((most, line) => Math.max(most, shownColumns(line)), 0);
  return { first: column, count: columns, size };
}

function drawnHeight({ row, rows, lines }: CellToDraw): SizedCell {
  return { first: row, count: rows, size: lines.length };
}

/** The sizes of columns or rows, so that each cell finds room; what takes several widens the last of them. */
function fittingSizes(count: number, least: number, between: number, cells: readonly SizedCell[]): number[] {
  const made = Array.from({ length: count }, () => least);
  for (const { first, count: taken, size } of [...cells].sort((a, b) => a.count - b.count)) {
    const last = first + taken - 1;
    const room = roomOf(made, first, taken, between);
    if (size > room) made[last] = (made[last] ?? least) + size - room;
  }
  return made;
}

function roomOf(made: readonly number[], first: number, count: number, between: number): number {
  return made.slice(first, first + count).reduce((sum, size) => sum + size, (count - 1) * between);
}

function shownColumns(line: string): number {
  return columnOfOffset(line, line.length);
}
