/** Views of sources and their editions. */
export {
  type AlignmentReview,
  alignmentReview,
  type TextPair,
  textPairs,
} from './sources/alignmentReview.ts';
export {
  editionOfImport,
  editionsForImport,
  frozenFile,
  needsEdition,
  takenKey,
} from './sources/editionFile.ts';
export { compareEdition } from './sources/editionReport.ts';
export { outlinePage } from './sources/outlinePage.ts';
export { countingMessage, sourcesView, sourceTooltip } from './sources/sourcesView.ts';
