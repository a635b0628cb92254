/** A copy of a known text, recognised and put in order. */
export { recogniseCopy, type RecognisedCopy } from './recognition/recognise.ts';
export { type Recognised, restore } from './recognition/restore.ts';
