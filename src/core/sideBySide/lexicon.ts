import type { Task } from '../memo.ts';
import type { Bead } from './beads.ts';
import { NearPairs } from './nearPairs.ts';
import type { NumberLists } from './numberLists.ts';
import { type Partners, partnersByWord } from './partners.ts';
import { noNumbers, type Numbers } from './vocabulary.ts';

/** Fewer sure beads teach nothing. */
const minBeads = 6;
/** What words that are missed say, as a part of what they say where they stand. */
const missed = -0.45;

/** Pairs of words that keep coming together in beads that are sure. A bead is judged by what the others teach. */
export class Lexicon {
  /** Which partners of a segment's words stand in a segment of the other text. */
  private readonly met: NearPairs<Numbers>;
  /** What two segments say by themselves. */
  private readonly alone: NearPairs<number>;
  /** Of those segments that were asked for: the partners of their words, all of them in order, and what it says where they meet none. */
  private readonly partners: (readonly Partners[])[] = [];
  private readonly sought: Numbers[] = [];
  private readonly lone: number[] = [];

  private constructor(
    private readonly wordsOfA: NumberLists,
    private readonly wordsOfB: NumberLists,
    private readonly partnersOfWord: readonly (Partners | undefined)[],
    private readonly beadOfA: Int32Array,
    private readonly beadOfB: Int32Array,
  ) {
    this.met = new NearPairs((k, other) => this.metBy(k, other));
    this.alone = new NearPairs((k, other) => this.evidenceOfSegment(k, [other]));
  }

  /**
   * Learns from beads with segments on both sides. Undefined where there are too few.
   * @param words how many there are in both texts
   */
  static *from(
    a: NumberLists,
    b: NumberLists,
    words: number,
    beads: readonly Bead[],
  ): Task<Lexicon | undefined> {
    if (beads.length < minBeads) return undefined;
    const beadOfA = new Int32Array(a.length).fill(-1);
    const beadOfB = new Int32Array(b.length).fill(-1);
    for (const [at, { i, p, j, q }] of beads.entries()) {
      beadOfA.fill(at, i, i + p);
      beadOfB.fill(at, j, j + q);
    }
    return new Lexicon(a, b, yield* partnersByWord(a, b, words, beads), beadOfA, beadOfB);
  }

  /**
   * What known words say for or against a bead, in nats.
   * @param exceptA a segment of one text that is left out of it, as is `exceptB` of the other
   */
  evidence(i: number, p: number, j: number, q: number, exceptA = -1, exceptB = -1): number {
    let sum = 0;
    for (let k = i; k < i + p; k++) if (k !== exceptA) sum += this.evidenceOf(k, j, q, exceptB);
    return Math.max(-6, Math.min(8, sum));
  }

  private partnersIn(k: number): readonly Partners[] {
    const known = this.partners[k];
    if (known) return known;
    const found: Partners[] = [];
    for (let at = this.wordsOfA.start(k); at < this.wordsOfA.end(k); at++) {
      const partners = this.partnersOfWord[this.wordsOfA.numbers[at] ?? 0];
      if (partners) found.push(partners);
    }
    this.partners[k] = found;
    return found;
  }

  private metBy(k: number, other: number): Numbers {
    const sought = (this.sought[k] ??= soughtBy(this.partnersIn(k)));
    const end = this.wordsOfB.end(other);
    let met: number[] | undefined;
    let at = this.wordsOfB.start(other);
    for (const word of sought) {
      while (at < end && (this.wordsOfB.numbers[at] ?? 0) < word) at++;
      if (at < end && this.wordsOfB.numbers[at] === word) (met ??= []).push(word);
    }
    return met ?? noNumbers;
  }

  /** Most segments meet none of the others in a bead, or one. */
  private evidenceOf(k: number, j: number, q: number, exceptB: number): number {
    let first = -1;
    let others: number[] | undefined;
    for (let other = j; other < j + q; other++) {
      if (other === exceptB || this.met.of(k, other).length === 0) continue;
      if (first < 0) first = other;
      else (others ??= [first]).push(other);
    }
    if (others) return this.evidenceOfSegment(k, others);
    return first < 0 ? (this.lone[k] ??= this.evidenceOfSegment(k, [])) : this.alone.of(k, first);
  }

  /** @param others the segments of the other text that it meets */
  private evidenceOfSegment(k: number, others: readonly number[]): number {
    let sum = 0;
    for (const partners of this.partnersIn(k)) sum += this.evidenceOfWord(partners, k, others);
    return sum;
  }

  private evidenceOfWord({ all }: Partners, k: number, others: readonly number[]): number {
    const bead = this.beadOfA[k] ?? -1;
    let hit = 0;
    let most = 0;
    for (const { word, weight, weightInOwn } of all) {
      let isThere = false;
      let isOwn = false;
      for (const other of others)
        if (this.met.of(k, other).includes(word)) {
          isThere = true;
          isOwn ||= bead >= 0 && this.beadOfB[other] === bead;
        }
      const value = isOwn ? weightInOwn : weight;
      most = Math.max(most, value);
      if (isThere) hit = Math.max(hit, value);
    }
    return hit > 0 ? hit : missed * most;
  }
}

/** The words of partners in order, each once. */
function soughtBy(partners: readonly Partners[]): Numbers {
  const words = new Set(partners.flatMap(({ all }) => all.map(({ word }) => word)));
  return Array.from(words).sort((a, b) => a - b);
}
