/** The files that say which paragraphs of a text and its translation correspond. */
export type { AlignedGroup } from './alignment/alignedGroup.ts';
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
