import type { Element } from 'hast';
import { attribute } from './htmlTree.ts';

/** No table that people read has cells over more columns. */
const maxSpan = 50;

/** In columns further right nothing is kept free, so that no table takes a time that grows with its square. */
const maxSpannedColumns = 1000;

/** Returns the rows of a table with each cell in its column: where a cell from beside or above reaches there is none. */
export function inColumns(rows: readonly (readonly Element[])[]): (Element | undefined)[][] {
  /** The row in which each column is free again. */
  const freeAt: number[] = [];
  return rows.map((row, at) => {
    const placed: (Element | undefined)[] = [];
    for (const cell of row) {
      while ((freeAt[placed.length] ?? 0) > at) placed.push(undefined);
      const end = at + rowsOfCell(cell, rows.length - at);
      for (let column = 0; column < columnsOrRows(cell, 'colSpan', maxSpan); column++) {
        if (placed.length < maxSpannedColumns) freeAt[placed.length] = end;
        placed.push(column === 0 ? cell : undefined);
      }
    }
    return placed;
  });
}

/** A span of 0 goes to the end. */
function rowsOfCell(cell: Element, left: number): number {
  return attribute(cell, 'rowSpan') === '0' ? left : columnsOrRows(cell, 'rowSpan', left);
}

function columnsOrRows(cell: Element, name: string, most: number): number {
  const span = Math.floor(Number(attribute(cell, name)));
  return span >= 1 ? Math.min(span, most) : 1;
}
