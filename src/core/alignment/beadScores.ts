import type { Task } from '../memo.ts';
import { numbersFromTo, tableOf } from '../text.ts';
import { type BeadRange, maxSide } from './beads.ts';
import type { Lexicon } from './lexicon.ts';
import { keptSigns, type TextSegment } from './segments.ts';

/** The most that an item says, in nats, by its kind: the beginning of a word, a name, a number. */
const maxWeights = tableOf<number>({ c: 1.3, N: 3, '#': 3.2 });
/** The spread of the logarithm of the ratio of lengths, beside what short segments add to it. */
const lengthSpread = 0.16;
/** Segments between two turns of others. */
const segmentsAtOnce = 500;
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
  private readonly unions: (readonly number[] | undefined)[] = [];

  /** @param items of each segment, as indices in order; of those alone that both texts have */
  private constructor(
    readonly segments: readonly TextSegment[],
    readonly items: readonly (readonly number[])[],
    weight: readonly number[],
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

  static *of(
    segments: readonly TextSegment[],
    indexOf: ReadonlyMap<string, number>,
    weight: readonly number[],
  ): Task<Side> {
    const all: number[][] = [];
    for (const { items } of segments) {
      all.push(
        Array.from(items)
          .flatMap((item) => indexOf.get(item) ?? [])
          .sort((a, b) => a - b),
      );
      if (all.length % segmentsAtOnce === 0) yield;
    }
    return new Side(segments, all, weight);
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

  union(from: number, count: number): readonly number[] {
    if (count === 1) return this.items[from] ?? [];
    const at = from * (maxSide + 1) + count;
    return (this.unions[at] ??= unionOf(this.items.slice(from, from + count)));
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
  lexicon: Lexicon | undefined;
  private readonly spreads: LengthSpreads;

  private constructor(
    private readonly weight: readonly number[],
    private readonly sideA: Side,
    private readonly sideB: Side,
  ) {
    const { segments: a } = sideA;
    const { segments: b } = sideB;
    const ratio = Math.log((this.sideB.length(0, b.length) + 1) / (this.sideA.length(0, a.length) + 1));
    this.ratio = Math.max(-0.5, Math.min(0.6, ratio));
    this.spreads = new LengthSpreads(
      2 * varianceOf([...a, ...b].map(({ length }) => Math.log(length + 8))) || 1,
    );
  }

  /** Prepares two texts. */
  static *of(a: readonly TextSegment[], b: readonly TextSegment[]): Task<BeadScores> {
    const known = yield* itemWeights(a, b);
    const indexOf = new Map(known.map(({ item }, at) => [item, at]));
    const weight = known.map(({ weight: each }) => each);
    const sideA = yield* Side.of(a, indexOf, weight);
    const sideB = yield* Side.of(b, indexOf, weight);
    yield;
    return new BeadScores(weight, sideA, sideB);
  }

  get a(): readonly TextSegment[] {
    return this.sideA.segments;
  }

  get b(): readonly TextSegment[] {
    return this.sideB.segments;
  }

  /** What speaks for a bead with segments on both sides, in nats. */
  score(i: number, p: number, j: number, q: number): number {
    const items = this.sharedWeight(this.sideA.union(i, p), this.sideB.union(j, q));
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

  private content(bead: BeadRange, exceptA = -1, exceptB = -1): number {
    const { i, p, j, q } = bead;
    const itemsA = unionOf(this.sideA.items.slice(i, i + p).filter((_, at) => i + at !== exceptA));
    const itemsB = unionOf(this.sideB.items.slice(j, j + q).filter((_, at) => j + at !== exceptB));
    return (
      this.sharedWeight(itemsA, itemsB) +
      Math.max(0, this.lexicon?.evidence(i, p, j, q, exceptA, exceptB) ?? 0)
    );
  }

  private sharedWeight(itemsA: readonly number[], itemsB: readonly number[]): number {
    let sum = 0;
    for (let x = 0, y = 0; x < itemsA.length && y < itemsB.length;) {
      const difference = (itemsA[x] ?? 0) - (itemsB[y] ?? 0);
      if (difference === 0) sum += this.weight[itemsA[x] ?? 0] ?? 0;
      if (difference <= 0) x++;
      if (difference >= 0) y++;
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

/** The items that stand in both texts, and how much each says: a rare one more. */
function* itemWeights(
  a: readonly TextSegment[],
  b: readonly TextSegment[],
): Task<{ readonly item: string; readonly weight: number }[]> {
  const [inA, inB] = [yield* itemCounts(a), yield* itemCounts(b)];
  const most = Math.max(a.length, b.length);
  const weights = Array.from(inA, ([item, count]) => {
    const kind = item.charAt(0);
    const rarity = Math.log(most / Math.sqrt(count * (inB.get(item) ?? Infinity)));
    return { item, weight: Math.min(maxWeights[kind] ?? 1, rarity * (kind === 'c' ? 0.36 : 0.45)) };
  });
  return weights.filter(({ weight }) => weight > 0);
}

function* itemCounts(segments: readonly TextSegment[]): Task<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const [at, { items }] of segments.entries()) {
    for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
    if (at % segmentsAtOnce === 0) yield;
  }
  return counts;
}

function sums<T>(items: readonly T[], valueOf: (item: T) => number): Float64Array {
  const sum = new Float64Array(items.length + 1);
  for (const [at, item] of items.entries()) sum[at + 1] = (sum[at] ?? 0) + valueOf(item);
  return sum;
}

function unionOf(lists: readonly (readonly number[])[]): readonly number[] {
  return lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())].sort((a, b) => a - b);
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length || 1);
}
