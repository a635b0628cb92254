/** The quotations of a document, and whether their words are the source’s own. */
export { sourceWords } from './quotations/quotationDiff.ts';
export { locatorOfPlaces, quotationFixes } from './quotations/quotationFixes.ts';
export { quotationsAround, quotationsIn, resultAt, verified } from './quotations/quotationsIn.ts';
export { escaped, marksWithin } from './quotations/quotedWriting.ts';
export { closesMark, closingMarkOf, pairMarks } from './quotations/reading/marks.ts';
export type { QuotationPlace } from './quotations/reading/placed.ts';
export { quotationPlaces } from './quotations/reading/readQuotations.ts';
export {
  type DiffPart,
  type Found,
  type PlaceLabel,
  type QuotationResult,
  type QuotationStatus,
} from './quotations/resolveQuotation.ts';
