/** Texts in two languages side by side. */
export { type AlignedGroup, alignTexts } from './alignment/alignTexts.ts';
export type { ParallelBlock, ParallelText } from './alignment/segments.ts';
