import type { Task } from '../memo.ts';
import { numbersFromTo, type Range } from '../text.ts';
import type { Bead, BeadRange } from './beads.ts';
import { Lexicon } from './lexicon.ts';
import { NearPairs } from './nearPairs.ts';
import { sharedNumbers } from './numberLists.ts';
import { type ScoredText, type ScoredTexts, scoredTexts } from './scoredText.ts';
import { signWeights, type TextSegments } from './segments.ts';
import type { Numbers, Vocabulary } from './vocabulary.ts';

/** What two segments share, in order, and how much it says. */
interface SharedItems {
  readonly items: Numbers;
  readonly weight: number;
}

const nothingShared: SharedItems = { items: [], weight: 0 };
/** The spread of the logarithm of the ratio of lengths, beside what short segments add to it. */
const lengthSpread = 0.16;

/** The spread of the logarithm of the ratio of two lengths that belong together, by their sum. */
function spreadOf(sum: number): number {
  return Math.sqrt(lengthSpread * lengthSpread + 6 / (sum + 1));
}

/** Longer sums of lengths hardly differ in their spread. */
const maxSum = 20_000;

/** What a score by lengths needs of each sum of lengths: the spread, that of chance, and the logarithm of their ratio. */
class LengthSpreads {
  /** Four numbers a sum; 0 where it was not asked for. */
  readonly values = new Float64Array(4 * (maxSum + 1));

  /** @param chance the variance of the logarithm of the ratio of two lengths that have nothing to do with each other */
  constructor(private readonly chance: number) {}

  /** Returns where the values of a sum begin, divided by four. */
  of(sum: number): number {
    const row = Math.min(sum, maxSum);
    if (this.values[4 * row] === 0) {
      const spread = spreadOf(row);
      const wide = Math.sqrt(spread * spread + this.chance);
      this.values.set([spread, wide, Math.log(wide / spread)], 4 * row);
    }
    return row;
  }
}

/** How well stretches of two texts go together: lengths, names, numbers, related words, signs, and words that are known. */
export class BeadScores {
  /** The logarithm of the usual ratio of lengths. */
  ratio: number;
  private lexicon: Lexicon | undefined;
  private readonly sideA: ScoredText;
  private readonly sideB: ScoredText;
  private readonly spreads: LengthSpreads;
  private readonly shared: NearPairs<SharedItems>;
  /** For each item, the last bead in which it was counted. */
  private readonly countedIn: Float64Array;
  private beadsCounted = 0;

  private constructor(private readonly texts: ScoredTexts) {
    this.sideA = texts.a;
    this.sideB = texts.b;
    const { segments: a } = this.sideA;
    const { segments: b } = this.sideB;
    const ratio = Math.log((this.sideB.length(0, b.count) + 1) / (this.sideA.length(0, a.count) + 1));
    this.ratio = Math.max(-0.5, Math.min(0.6, ratio));
    this.shared = new NearPairs((x, y) => this.sharedBy(x, y));
    this.countedIn = new Float64Array(texts.weights.length);
    this.spreads = new LengthSpreads(
      2 * varianceOf([...a.lengths, ...b.lengths].map((length) => Math.log(length + 8))) || 1,
    );
  }

  /** Prepares two texts whose words and items are numbered together. */
  static *of(a: TextSegments, b: TextSegments, vocabulary: Vocabulary): Task<BeadScores> {
    return new BeadScores(yield* scoredTexts(a, b, vocabulary));
  }

  /** The logarithm of the ratio of the lengths of two segments. */
  ratioOf(i: number, j: number): number {
    return this.sideB.logLength(j, 1) - this.sideA.logLength(i, 1);
  }

  /** Lengths of all that stands before each place in parts of both texts. */
  lengthsOf({ a, b }: { readonly a: Range; readonly b: Range }): [Float64Array, Float64Array] {
    return [partOf(this.sideA.lengths, a), partOf(this.sideB.lengths, b)];
  }

  /** Learns which words keep coming together in beads; keeps what was known where they are too few. */
  *learn(beads: readonly Bead[]): Task<boolean> {
    this.lexicon =
      (yield* Lexicon.from(this.sideA.words, this.sideB.words, this.texts.words, beads)) ?? this.lexicon;
    return this.lexicon !== undefined;
  }

  /** What speaks for a bead with segments on both sides, in nats. */
  score(i: number, p: number, j: number, q: number): number {
    const items = this.sharedWeight(i, p, j, q);
    const usual = 0.08 * (this.sideA.weight(i, p) + this.sideB.weight(j, q));
    const known = this.lexicon?.evidence(i, p, j, q) ?? 0;
    const marks = this.signScore(i, p, j, q) + this.kindScore(i, p, j, q) + this.printedScore(i, p, j, q);
    return this.lengthScore(i, p, j, q) + Math.min(items, 14) - usual + known + marks;
  }

  /** The score by lengths alone, as that of Gale and Church. */
  lengthScore(i: number, p: number, j: number, q: number): number {
    const { sideA, sideB, spreads } = this;
    const apart = Math.abs(sideB.logLength(j, q) - sideA.logLength(i, p) - this.ratio);
    const at = 4 * spreads.of(sideA.length(i, p) + sideB.length(j, q));
    const spread = spreads.values[at] ?? 0;
    const wide = spreads.values[at + 1] ?? 0;
    const near = Math.min(apart, 4 * spread) / spread;
    const far = Math.min(apart, 4 * wide) / wide;
    const score = (far * far - near * near) / 2 + (spreads.values[at + 2] ?? 0);
    return apart > 4 * spread ? score - (apart - 4 * spread) / spread : score;
  }

  /** By how many times the usual spread the lengths of a bead differ from the usual ratio. */
  lengthDeviation({ i, p, j, q }: BeadRange): number {
    const difference = this.sideB.logLength(j, q) - this.sideA.logLength(i, p) - this.ratio;
    return difference / spreadOf(this.sideA.length(i, p) + this.sideB.length(j, q));
  }

  /** The least that a segment adds to what the two sides of a bead have in common; undefined where each has one. */
  leastPart(bead: BeadRange): number | undefined {
    const { i, p, j, q } = bead;
    if (p + q < 3) return undefined;
    const withoutOne = [
      ...(p > 1 ? numbersFromTo(i, i + p - 1).map((at) => this.content(bead, at)) : []),
      ...(q > 1 ? numbersFromTo(j, j + q - 1).map((at) => this.content(bead, -1, at)) : []),
    ];
    return this.content(bead) - Math.max(...withoutOne);
  }

  private content({ i, p, j, q }: BeadRange, exceptA = -1, exceptB = -1): number {
    return (
      this.sharedWeight(i, p, j, q, exceptA, exceptB) +
      Math.max(0, this.lexicon?.evidence(i, p, j, q, exceptA, exceptB) ?? 0)
    );
  }

  private sharedBy(x: number, y: number): SharedItems {
    const items = sharedNumbers(this.sideA.items, x, this.sideB.items, y);
    let weight = 0;
    for (const item of items) weight += this.texts.weights[item] ?? 0;
    return weight === 0 ? nothingShared : { items, weight };
  }

  /** How much the items say that stand on both sides of a bead, each counted once. */
  private sharedWeight(i: number, p: number, j: number, q: number, exceptA = -1, exceptB = -1): number {
    let only = nothingShared;
    for (let x = i; x < i + p; x++)
      for (let y = j; y < j + q; y++) {
        if (x === exceptA || y === exceptB) continue;
        const shared = this.shared.of(x, y);
        if (shared === nothingShared) continue;
        if (only !== nothingShared) return this.weightOfAll(i, p, j, q, exceptA, exceptB);
        only = shared;
      }
    return only.weight;
  }

  private weightOfAll(i: number, p: number, j: number, q: number, exceptA: number, exceptB: number): number {
    const { weights } = this.texts;
    const bead = ++this.beadsCounted;
    let sum = 0;
    for (let x = i; x < i + p; x++)
      for (let y = j; y < j + q; y++) {
        if (x === exceptA || y === exceptB) continue;
        for (const item of this.shared.of(x, y).items) {
          if (this.countedIn[item] === bead) continue;
          this.countedIn[item] = bead;
          sum += weights[item] ?? 0;
        }
      }
    return sum;
  }

  private signScore(i: number, p: number, j: number, q: number): number {
    if (!this.sideA.hasSigns(i, p) && !this.sideB.hasSigns(j, q)) return 0;
    let sum = 0;
    for (let sign = 0; sign < signWeights.length; sign++) {
      const x = this.sideA.signCount(sign, i, p);
      const y = this.sideB.signCount(sign, j, q);
      const weight = signWeights[sign] ?? 0;
      if (x > 0 || y > 0) sum += x === y ? weight * 0.8 : -weight * Math.min(2, Math.abs(x - y)) * 0.6;
    }
    return sum;
  }

  private kindScore(i: number, p: number, j: number, q: number): number {
    if (p !== 1 || q !== 1) return 0;
    const one = this.sideA.segments.kinds[i];
    const other = this.sideB.segments.kinds[j];
    const isPlain = one === 'paragraph' && other === 'paragraph';
    return isPlain ? 0 : one === other ? 3 : -2.5;
  }

  private printedScore(i: number, p: number, j: number, q: number): number {
    const x = this.sideA.printedCount(i, p);
    const y = this.sideB.printedCount(j, q);
    if (x === 0 && y === 0) return 0;
    if (x === 0 || y === 0) return p + q > 2 ? -3 : 0;
    return x === y && this.sideA.printsAs(i, this.sideB, j, x) ? 3 : -8;
  }
}

function partOf(sums: Float64Array, { start, end }: Range): Float64Array {
  return sums.slice(start, end + 1).map((sum) => sum - (sums[start] ?? 0));
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length || 1);
}
