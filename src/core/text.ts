/** Texts, offsets and ranges: what every room stands on. */
export { appendAll, appendTo } from './text/appendAll.ts';
export { commonPrefix, commonSuffix } from './text/commonEnds.ts';
export {
  type Conflict,
  type ConflictSide,
  endOfLine,
  readConflicts,
  withoutMarks,
} from './text/conflicts.ts';
export { detached } from './text/detached.ts';
export { fingerprint, fingerprintOfNormalised } from './text/fingerprint.ts';
export { firstIndex } from './text/firstIndex.ts';
export { LineIndex } from './text/lineIndex.ts';
export {
  emptyMappedText,
  endAt,
  firstStartingAt,
  type MappedText,
  MappedTextBuilder,
  originalRange,
  placesOf,
  shiftMapped,
  sliceMapped,
  startAt,
  withoutCharacters,
  withText,
} from './text/mappedText.ts';
export { mayLink } from './text/mayLink.ts';
export { nearest } from './text/nearest.ts';
export { countWords, hasWord, normaliseText } from './text/normalise.ts';
export { PlacedRanges } from './text/placedRanges.ts';
export { encloses, moveRange, overlaps, type Range, touches } from './text/range.ts';
export { wholeWords } from './text/wholeWords.ts';
export { isAsciiLetterOrDigit, isUnspaced, isWordUnit } from './text/wordUnits.ts';
