import type { Task } from '../memo.ts';
import { maxSide } from './beads.ts';
import { countsOf, KeptNumbers, NumberLists } from './numberLists.ts';
import { minTogether } from './partners.ts';
import { signWeights, type TextSegments } from './segments.ts';
import type { Vocabulary, VocabularyKind } from './vocabulary.ts';

/** The most that an item says, in nats, by its kind. */
const maxWeights = { word: 0, beginning: 1.3, name: 3, number: 3.2 };

/** Two texts, prepared to be compared. */
export interface ScoredTexts {
  readonly a: ScoredText;
  readonly b: ScoredText;
  /** How much each item says that stands in both. */
  readonly weights: Float64Array;
  /** How many words both have from which something can be learnt. */
  readonly words: number;
}

/** Numbers anew, for both texts, the items that say something and the words from which something can be learnt. */
export function* scoredTexts(a: TextSegments, b: TextSegments, vocabulary: Vocabulary): Task<ScoredTexts> {
  const { size } = vocabulary;
  const [itemsA, itemsB] = [a.items.written(), b.items.written()];
  const [itemsInA, itemsInB] = [countsOf(itemsA, size), countsOf(itemsB, size)];
  yield;
  const [wordsA, wordsB] = [a.words.written(), b.words.written()];
  const [wordsInA, wordsInB] = [countsOf(wordsA, size), countsOf(wordsB, size)];
  yield;
  const most = Math.max(a.count, b.count);
  const weightOf = (item: number): number => {
    const product = (itemsInA[item] ?? 0) * (itemsInB[item] ?? 0);
    return product === 0 ? 0 : itemWeight(vocabulary.kindOf(item), most / Math.sqrt(product));
  };
  const items = new KeptNumbers(size, (item) => weightOf(item) > 0);
  const words = new KeptNumbers(
    size,
    (word) => (wordsInA[word] ?? 0) >= minTogether || (wordsInB[word] ?? 0) >= minTogether,
  );
  const weights = Float64Array.from(items.old, weightOf);
  return {
    a: new ScoredText(a, yield* NumberLists.of(itemsA, items), weights, yield* NumberLists.of(wordsA, words)),
    b: new ScoredText(b, yield* NumberLists.of(itemsB, items), weights, yield* NumberLists.of(wordsB, words)),
    weights,
    words: words.old.length,
  };
}

/** How much an item says that stands in both texts: a rare one more. */
function itemWeight(kind: VocabularyKind, rarity: number): number {
  return Math.min(maxWeights[kind], Math.log(rarity) * (kind === 'beginning' ? 0.36 : 0.45));
}

/** One text, prepared for scoring. */
export class ScoredText {
  /** Lengths of all segments before each. */
  readonly lengths: Float64Array;
  /** How much the items of all segments before each say. */
  readonly weights: Float64Array;
  /** How many numbers are printed before each segment, and all of them. */
  private readonly printedStarts: Float64Array;
  private readonly allPrinted: readonly string[];
  /** Of all segments before each: how often every sign of `signWeights` stands there, one sign after the other, and all together. */
  private readonly signs: Float64Array;
  private readonly allSigns: Float64Array;
  /** 0 where it was not asked for. */
  private readonly logLengths: Float64Array;

  /**
   * @param items of each segment, of those alone that say something; `itemWeights` has how much
   * @param words of each segment, of those alone that something can be learnt from
   */
  constructor(
    readonly segments: TextSegments,
    readonly items: NumberLists,
    itemWeights: Float64Array,
    readonly words: NumberLists,
  ) {
    const { count, lengths, printed, signs } = segments;
    const signCount = signWeights.length;
    this.logLengths = new Float64Array(count * maxSide);
    this.lengths = sums(count, (at) => lengths[at] ?? 0);
    this.weights = sums(count, (at) => items.sumOf(at, itemWeights));
    this.printedStarts = sums(count, (at) => printed[at]?.length ?? 0);
    this.allPrinted = printed.flat();
    this.signs = new Float64Array((count + 1) * signCount);
    this.allSigns = new Float64Array(count + 1);
    for (let at = 0; at < count; at++) {
      let all = this.allSigns[at] ?? 0;
      for (let sign = 0, to = at * signCount; sign < signCount; sign++, to++) {
        this.signs[to + signCount] = (this.signs[to] ?? 0) + (signs[to] ?? 0);
        all += signs[to] ?? 0;
      }
      this.allSigns[at + 1] = all;
    }
  }

  /** How many numbers are printed in segments. */
  printedCount(from: number, count: number): number {
    return (this.printedStarts[from + count] ?? 0) - (this.printedStarts[from] ?? 0);
  }

  /** Whether the numbers that are printed from a segment on are those of another text, as many as are asked for. */
  printsAs(from: number, other: ScoredText, otherFrom: number, numbers: number): boolean {
    const [start, otherStart] = [this.printedStarts[from] ?? 0, other.printedStarts[otherFrom] ?? 0];
    for (let at = 0; at < numbers; at++)
      if (this.allPrinted[start + at] !== other.allPrinted[otherStart + at]) return false;
    return true;
  }

  /** How often a sign, by its place in `signWeights`, stands in segments. */
  signCount(sign: number, from: number, count: number): number {
    const at = from * signWeights.length + sign;
    return (this.signs[at + count * signWeights.length] ?? 0) - (this.signs[at] ?? 0);
  }

  hasSigns(from: number, count: number): boolean {
    return this.allSigns[from + count] !== this.allSigns[from];
  }

  length(from: number, count: number): number {
    return (this.lengths[from + count] ?? 0) - (this.lengths[from] ?? 0);
  }

  /** The logarithm of a length, as lengths are compared. */
  logLength(from: number, count: number): number {
    const at = from * maxSide + count - 1;
    const known = this.logLengths[at] ?? 0;
    return known === 0 ? (this.logLengths[at] = Math.log(this.length(from, count) + 8)) : known;
  }

  weight(from: number, count: number): number {
    return (this.weights[from + count] ?? 0) - (this.weights[from] ?? 0);
  }
}

function sums(count: number, valueOf: (at: number) => number): Float64Array {
  const sum = new Float64Array(count + 1);
  for (let at = 0; at < count; at++) sum[at + 1] = (sum[at] ?? 0) + valueOf(at);
  return sum;
}
