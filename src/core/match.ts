/** Words found in words: exact, edited, approximate. */
export {
  errorRate,
  likenesses,
  maxScannedUnits,
  minLikenessLength,
  stretchesByRareWords,
} from './match/approximate.ts';
export { BitPattern, type Likeness } from './match/bitPattern.ts';
export {
  endsElided,
  isBoundary,
  maxWordLength,
  partedTokensOf,
  type Token,
  tokensOf,
  toWholeWords,
} from './match/tokens.ts';
export { type Chain, findChains, unitsSpanned } from './match/chain.ts';
export { type Comparable, comparable, type PointsForm, selfMapped } from './match/comparable.ts';
export {
  type Ends,
  hasWords,
  type Leniency,
  occurrences,
  otherCase,
  strict,
  writersPoints,
} from './match/exact.ts';
export { hasDenyingWord, negationIn, touchesNegation } from './match/negation.ts';
export {
  barrier,
  barrierAfter,
  barrierBefore,
  buildPassageIndex,
  originals,
  type PassageIndex,
  type Unit,
  unitAt,
  unitsOf,
} from './match/passageIndex.ts';
export { type Gap, type Pattern, readPattern } from './match/pattern.ts';
export {
  decodeShingles,
  encodeShingles,
  ShingleIndex,
  shinglesOf,
  shingleWidth,
  shingleWords,
} from './match/shingles.ts';
export { minRunWords, WordRunIndex, wordWindowsOf, type WordWindows } from './match/wordRuns.ts';
export { type Alignment, alignWords, type DiffKind, type DiffStep } from './match/wordDiff.ts';
