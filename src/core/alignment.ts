/** Texts in two languages side by side, and the files that say which of their paragraphs correspond. */
export { type AlignedGroup, alignTexts } from './alignment/alignTexts.ts';
export {
  type AlignmentLine,
  alignmentPath,
  type AlignmentReading,
  readAlignment,
  stateCounts,
  type TextAlignment,
  writeAlignment,
} from './alignment/alignmentFile.ts';
export { type AnchoredLine, anchorLines } from './alignment/anchorLines.ts';
export { withConfirmedGroups } from './alignment/confirmGroups.ts';
export { orderOfTexts } from './alignment/orderOfTexts.ts';
export { mergeAlignments } from './alignment/mergeAlignments.ts';
export { confirmedLineText, refreshedLines } from './alignment/refreshAlignment.ts';
export type { ParallelBlock, ParallelText } from './alignment/segments.ts';
