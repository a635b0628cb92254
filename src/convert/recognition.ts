/** Recognises a copy of a known text and gives it the structure of its edition. */
export { recogniseCopy } from './recognition/recogniseCopy.ts';
export type { RecognisedCopy } from './recognition/targets.ts';
export { type Recognised, restoreStructure } from './recognition/restore.ts';
