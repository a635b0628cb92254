import type { Task } from '../memo.ts';
import { numbersFromTo, type Range, tableOf } from '../text.ts';
import { type Bead, type BeadRange, maxSide } from './beads.ts';
import { Lexicon, minTogether } from './lexicon.ts';
import { NearPairs } from './nearPairs.ts';
import { keptSigns, type TextSegment } from './segments.ts';
import { countsOf, type Numbers, sharedNumbers, type Vocabulary } from './vocabulary.ts';

/** The most that an item says, in nats, by its kind: the beginning of a word, a name, a number. */
const maxWeights = tableOf<number>({ c: 1.3, N: 3, '#': 3.2 });
/** The spread of the logarithm of the ratio of lengths, beside what short segments add to it. */
const lengthSpread = 0.16;
const signWeights = keptSigns.map(({ weight }) => weight);

/** One text, prepared for scoring. */
class Side {
  /** Lengths of all segments before each. */
  readonly lengths: Float64Array;
  /** How much the items of all segments before each say. */
  readonly weights: Float64Array;
  private readonly printedCounts: Float64Array;
  /** Of all segments before each: how often every sign of `keptSigns` stands there, one sign after the other, and all together. */
  private readonly signs: Float64Array;
  private readonly allSigns: Float64Array;
  /** 0 where it was not asked for. */
  private readonly logLengths: Float64Array;

  /**
   * @param items of each segment, of those alone that say something
   * @param words of each segment, of those alone that something can be learnt from
   */
  private constructor(
    readonly segments: readonly TextSegment[],
    readonly items: readonly Numbers[],
    readonly words: readonly Numbers[],
    weight: Float64Array,
  ) {
    this.logLengths = new Float64Array(segments.length * maxSide);
    this.lengths = sums(segments, ({ length }) => length);
    this.weights = sums(items, (some) => some.reduce((sum, item) => sum + (weight[item] ?? 0), 0));
    this.printedCounts = sums(segments, ({ printed }) => printed.length);
    this.signs = new Float64Array((segments.length + 1) * signWeights.length);
    for (const [at, { signs }] of segments.entries())
      for (let sign = 0, to = at * signWeights.length; sign < signWeights.length; sign++, to++)
        this.signs[to + signWeights.length] = (this.signs[to] ?? 0) + (signs[sign] ?? 0);
    this.allSigns = sums(segments, ({ signs }) => signs.reduce((sum, count) => sum + count, 0));
  }

  static *of(segments: readonly TextSegment[], weight: Float64Array): Task<Side> {
    const items = segments.map((segment) => segment.items.filter((item) => (weight[item] ?? 0) > 0));
    yield;
    const all = segments.map(({ words }) => words);
    const counts = yield* countsOf(all, weight.length);
    const words = all.map((some) => some.filter((word) => (counts[word] ?? 0) >= minTogether));
    yield;
    return new Side(segments, items, words, weight);
  }

  printed(from: number, count: number): number {
    return (this.printedCounts[from + count] ?? 0) - (this.printedCounts[from] ?? 0);
  }

  printedIn(from: number, count: number): string {
    return this.segments
      .slice(from, from + count)
      .flatMap(({ printed }) => printed)
      .join();
  }

  /** How often a sign, by its place in `keptSigns`, stands in segments. */
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
  private readonly spreads: LengthSpreads;
  /** The items that two segments share, in order. */
  private readonly shared: NearPairs<readonly number[]>;
  /** For each item, the last bead in which it was counted. */
  private readonly countedIn: Float64Array;
  private beadsCounted = 0;

  private constructor(
    private readonly weight: Float64Array,
    private readonly sideA: Side,
    private readonly sideB: Side,
  ) {
    const { segments: a } = sideA;
    const { segments: b } = sideB;
    const ratio = Math.log((this.sideB.length(0, b.length) + 1) / (this.sideA.length(0, a.length) + 1));
    this.ratio = Math.max(-0.5, Math.min(0.6, ratio));
    this.shared = new NearPairs(b.length, (x, y) =>
      sharedNumbers(this.sideA.items[x] ?? [], this.sideB.items[y] ?? []),
    );
    this.countedIn = new Float64Array(weight.length);
    this.spreads = new LengthSpreads(
      2 * varianceOf([...a, ...b].map(({ length }) => Math.log(length + 8))) || 1,
    );
  }

  /** Prepares two texts whose words and items are numbered together. */
  static *of(a: readonly TextSegment[], b: readonly TextSegment[], vocabulary: Vocabulary): Task<BeadScores> {
    const weight = yield* itemWeights(a, b, vocabulary);
    return new BeadScores(weight, yield* Side.of(a, weight), yield* Side.of(b, weight));
  }

  get a(): readonly TextSegment[] {
    return this.sideA.segments;
  }

  get b(): readonly TextSegment[] {
    return this.sideB.segments;
  }

  /** Lengths of all that stands before each place in parts of both texts. */
  lengthsOf({ a, b }: { readonly a: Range; readonly b: Range }): [Float64Array, Float64Array] {
    return [partOf(this.sideA.lengths, a), partOf(this.sideB.lengths, b)];
  }

  /** Learns which words keep coming together in beads; keeps what was known where they are too few. */
  *learn(beads: readonly Bead[]): Task<boolean> {
    this.lexicon = (yield* Lexicon.from(this.sideA.words, this.sideB.words, beads)) ?? this.lexicon;
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
    const [near, far] = [Math.min(apart, 4 * spread) / spread, Math.min(apart, 4 * wide) / wide];
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

  /** How much the items say that stand on both sides of a bead, each counted once. */
  private sharedWeight(i: number, p: number, j: number, q: number, exceptA = -1, exceptB = -1): number {
    const bead = ++this.beadsCounted;
    let sum = 0;
    for (let x = i; x < i + p; x++)
      for (let y = j; y < j + q; y++) {
        if (x === exceptA || y === exceptB) continue;
        const items = this.shared.of(x, y);
        for (const item of items) {
          if (this.countedIn[item] === bead) continue;
          this.countedIn[item] = bead;
          sum += this.weight[item] ?? 0;
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
    const one = this.a[i]?.kind;
    const other = this.b[j]?.kind;
    const isPlain = p !== 1 || q !== 1 || (one === 'paragraph' && other === 'paragraph');
    return isPlain ? 0 : one === other ? 3 : -2.5;
  }

  private printedScore(i: number, p: number, j: number, q: number): number {
    const x = this.sideA.printed(i, p);
    const y = this.sideB.printed(j, q);
    if (x === 0 && y === 0) return 0;
    if (x === 0 || y === 0) return p + q > 2 ? -3 : 0;
    return x === y && this.sideA.printedIn(i, p) === this.sideB.printedIn(j, q) ? 3 : -8;
  }
}

/** How much each item says that stands in both texts: a rare one more. */
function* itemWeights(
  a: readonly TextSegment[],
  b: readonly TextSegment[],
  vocabulary: Vocabulary,
): Task<Float64Array> {
  const { size } = vocabulary;
  const inA = yield* countsOf(
    a.map(({ items }) => items),
    size,
  );
  const inB = yield* countsOf(
    b.map(({ items }) => items),
    size,
  );
  const most = Math.max(a.length, b.length);
  return new Float64Array(size).map((_, item) => {
    const product = (inA[item] ?? 0) * (inB[item] ?? 0);
    if (product === 0) return 0;
    const kind = vocabulary.stringOf(item).charAt(0);
    const rarity = Math.log(most / Math.sqrt(product));
    return Math.min(maxWeights[kind] ?? 1, rarity * (kind === 'c' ? 0.36 : 0.45));
  });
}

function sums<T>(items: readonly T[], valueOf: (item: T) => number): Float64Array {
  const sum = new Float64Array(items.length + 1);
  for (const [at, item] of items.entries()) sum[at + 1] = (sum[at] ?? 0) + valueOf(item);
  return sum;
}

function partOf(sums: Float64Array, { start, end }: Range): Float64Array {
  return sums.slice(start, end + 1).map((sum) => sum - (sums[start] ?? 0));
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length || 1);
}
