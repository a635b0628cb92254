/** Words found in words: exact, edited, approximate. */
export { errorRate, type Likeness, likenesses, shortestLikeness } from './match/approximate.ts';
export { isBoundary, maxWordLength, toWholeWords } from './match/boundary.ts';
export { type Chain, findChains, unitsSpanned } from './match/chain.ts';
export { type Comparable, comparable, selfMapped } from './match/comparable.ts';
export { type Ends, hasWords, type Leniency, occurrences, otherCase, strict } from './match/exact.ts';
export { hasDenyingWord, negationIn, touchesNegation } from './match/negation.ts';
export {
  barrier,
  barrierBefore,
  barrierBehind,
  buildPassageIndex,
  originals,
  type PassageIndex,
  type Unit,
  unitAt,
  unitsOf,
} from './match/passageIndex.ts';
export { type Gap, type Pattern, readPattern } from './match/pattern.ts';
export { stretchesByRareWords } from './match/rareWords.ts';
export {
  decodeShingles,
  encodeShingles,
  ShingleIndex,
  type ShinglePlace,
  shinglesOf,
  shingleWidth,
  shingleWords,
} from './match/shingles.ts';
export { type Token, tokensOf } from './match/tokens.ts';
export { type Alignment, alignWords, type DiffKind, type DiffStep } from './match/wordDiff.ts';
