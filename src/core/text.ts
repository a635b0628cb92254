/** Texts, offsets and ranges: what every room stands on. */
export { appendAll, appendTo, countEach, firstIndex, numbersFromTo, sameItems } from './text/lists.ts';
export {
  commonPrefix,
  commonSuffix,
  countWords,
  detach,
  fingerprint,
  fingerprintOfNormalised,
  hasWord,
  mayLink,
  normaliseText,
  wholeWords,
} from './text/strings.ts';
export {
  afterLineEnd,
  type Conflict,
  type ConflictSide,
  readConflicts,
  withoutConflictMarks,
} from './text/conflicts.ts';
export { LineIndex, type Position } from './text/lineIndex.ts';
export { emptyMappedText, MappedText, MappedTextBuilder } from './text/mappedText.ts';
export { nearest } from './text/nearest.ts';
export { encloses, moveRange, overlaps, PlacedRanges, type Range, touches } from './text/range.ts';
export { isAsciiLetterOrDigit, isUnspaced, isWordUnit } from './text/wordUnits.ts';
