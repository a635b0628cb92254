import type { BlockSpan } from '../blocks.ts';

/** How a cell of a file says what it takes. */
export interface SpanningCell {
  /** How many columns it takes, which no other cells of its row stand for. */
  readonly span: number;
  /** It goes on from the cell above it. */
  readonly isContinued?: boolean;
  /** What it covers of cells that are in the file, and empty. */
  readonly covers?: { readonly columns: number; readonly rows: number };
}

type OpenSpan = Omit<BlockSpan, 'rows'> & { rows: number };

/** The cells of a table that take several columns or rows. */
export function spansOf(rows: readonly (readonly SpanningCell[])[]): BlockSpan[] {
  const spans: OpenSpan[] = [];
  /** By column, the span of the cell that may go on below. */
  let above = new Map<number, OpenSpan>();
  rows.forEach((cells, row) => {
    const open = new Map<number, OpenSpan>();
    let column = 0;
    for (const cell of cells) {
      const before = cell.isContinued ? above.get(column) : undefined;
      if (before) before.rows++;
      const span = before ?? newSpan(cell, row, column);
      if (!before) spans.push(span);
      open.set(column, span);
      column += cell.span;
    }
    above = open;
  });
  return spans.filter(({ columns, rows: taken }) => columns > 1 || taken > 1);
}

function newSpan({ span, covers }: SpanningCell, row: number, column: number): OpenSpan {
  return { row, column, columns: covers?.columns ?? span, rows: covers?.rows ?? 1 };
}

/** How many rows are the head: as the file says, else one, and none where a cell goes on from there into the rows below. */
export function headsOf(counted: number, spans: readonly BlockSpan[]): number {
  const heads = Math.max(1, counted);
  return spans.some(({ row, rows }) => row < heads && row + rows > heads) ? 0 : heads;
}
