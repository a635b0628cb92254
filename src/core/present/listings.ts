/** The rows of `pilcrow list` and `pilcrow check`, which are public contracts. */
export {
  type CitationRow,
  citationRows,
  type FileName,
  type FindingRow,
  findingRow,
  type FixRow,
  type PlaceFields,
  placeFields,
  type QuotationRow,
  quotationRows,
  type SourceRow,
  sourceRows,
  termRow,
  type TermRow,
} from './listings/listingRows.ts';
export { type MigrationRow, migrationRows } from './listings/migrationRows.ts';
export { type CheckSummary, checkSummaries, checkSummary } from './listings/summary.ts';
