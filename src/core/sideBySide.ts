/** Puts texts in two languages side by side. Loaded where somebody asks for it. */
export { alignSources } from './sideBySide/alignSources.ts';
export { alignTexts } from './sideBySide/alignTexts.ts';
export type { ParallelBlock, ParallelText } from './sideBySide/segments.ts';
