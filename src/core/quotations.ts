/** The quotations of a document, and whether their words are the source’s own. */
export { sourceWords } from './quotations/quotationDiff.ts';
export { isIntroduced } from './quotations/introduced.ts';
export { locatorOfPlaces, quotationFixes } from './quotations/quotationFixes.ts';
export {
  type QuotationPlace,
  quotationPlaces,
  quotationsIn,
  quotationsNear,
  resultAt,
  verified,
} from './quotations/quotationsIn.ts';
export { escapeQuoted, marksWithin } from './quotations/quotedWriting.ts';
export { closesMark, closingMarkOf } from './quotations/reading/markRoles.ts';
export { pairMarks } from './quotations/reading/pairMarks.ts';
export { type UnmarkedWords, unmarkedWordsIn } from './quotations/unmarkedWords.ts';
export {
  type DiffPart,
  type Found,
  type PlaceLabel,
  type QuotationResult,
  type QuotationStatus,
  resolveQuotation,
} from './quotations/resolveQuotation.ts';
