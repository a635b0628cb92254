import type { CellSpan, ManuscriptTable } from './manuscriptTypes.ts';

/** How the cell of a place is written: as itself, with its span where it has one, or not at all, as another covers it. */
export type CellPlace =
  | { readonly kind: 'own'; readonly columns: number; readonly rows: number }
  | { readonly kind: 'covered'; readonly by: CellSpan };

const plainPlace: CellPlace = { kind: 'own', columns: 1, rows: 1 };

/** Returns what finds out how a cell is written. Its row is counted from the first of the head. */
export function cellPlacesOf({ spans = [] }: ManuscriptTable): (row: number, column: number) => CellPlace {
  if (spans.length === 0) return () => plainPlace;
  const places = new Map<string, CellPlace>();
  for (const span of spans)
    for (let row = span.row; row < span.row + span.rows; row++)
      for (let column = span.column; column < span.column + span.columns; column++)
        places.set(`${String(row)} ${String(column)}`, { kind: 'covered', by: span });
  for (const { row, column, columns, rows } of spans)
    places.set(`${String(row)} ${String(column)}`, { kind: 'own', columns, rows });
  return (row, column) => places.get(`${String(row)} ${String(column)}`) ?? plainPlace;
}
