/** Recognises a copy of a known text and gives it the structure of its edition. */
export { recogniseCopy, type RecognisedCopy } from './recognition/recognise.ts';
export { type Recognised, restore } from './recognition/restore.ts';
