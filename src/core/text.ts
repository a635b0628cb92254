/** Texts, offsets and ranges: what every room stands on. */
export {
  afterLineEnd,
  blankRanges,
  commonPrefix,
  commonSuffix,
  countWords,
  detach,
  narrowed,
  fingerprint,
  fingerprintOfNormalised,
  foldedCase,
  hasWord,
  isAsciiLetterOrDigit,
  isHangul,
  isUnspaced,
  isWordUnit,
  literalPattern,
  mayLink,
  normaliseText,
  quotationSigns,
  wholeWords,
} from './text/strings.ts';
export { base64Of, bytesOfBase64 } from './text/base64.ts';
export { LineIndex, type Position } from './text/lineIndex.ts';
export { emptyMappedText, MappedText, MappedTextBuilder } from './text/mappedText.ts';
export { nearest, NameIndex } from './text/nearest.ts';
export { lettersOfNumber, romanNumeralOf } from './text/numerals.ts';
export { utf16Order } from './text/utf16.ts';
export { encodedAddress, percentEncoded } from './text/percentEncoded.ts';
export {
  appendAll,
  appendTo,
  countEach,
  type ChunkRange,
  encloses,
  type FileRange,
  firstIndex,
  inFile,
  moveRange,
  numbersFromTo,
  overlaps,
  PlacedRanges,
  type Range,
  sameItems,
  touches,
} from './text/range.ts';
export { ownEntry, growingTable, type GrowingNames, type NameTable, tableOf } from './text/table.ts';
