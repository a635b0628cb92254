import type { Colors } from 'picocolors/types.js';
import type { ConcordanceOrder } from '../core/present/terms.ts';
import type { FileName } from '../core/present/listings.ts';
import type { Study } from '../core/study.ts';
import type { Cell, RowFields } from './formats/table.ts';
import type { Io } from './io.ts';
import { fileName, type OpenStudy } from './openStudies.ts';

/** What of the terms is wanted. */
export interface TermOptions {
  /** Name or alias of the one term that is wanted. */
  readonly term?: string;
  readonly sort?: ConcordanceOrder;
  /** Counts instead of uses. */
  readonly frequency?: boolean;
}

/** One kind of things that can be listed. */
export interface Listing<Row> {
  rows(study: OpenStudy, io: Io, options: TermOptions): readonly Row[];
  /** What JSON prints of a row; the row itself where this is left out. */
  json?(row: Row): unknown;
  /** Columns of CSV; a row's fields by these names. */
  readonly columns: readonly string[];
  fields(row: Row): RowFields;
  cells(row: Row, colors: Colors, study: Study): readonly Cell[];
  /** Columns that are aligned right in a terminal. */
  readonly alignedRight?: readonly number[];
}

/** Columns of a place. */
export const placeColumns = ['file', 'line', 'column', 'endLine', 'endColumn'] as const;

/** Calls files as people read them. */
export function namer(io: Io): FileName {
  return (analysis) => fileName(analysis, io);
}
