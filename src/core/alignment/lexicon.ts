import type { Task } from '../memo.ts';
import type { Bead, BeadRange } from './beads.ts';
import { NearPairs } from './nearPairs.ts';
import { distinct, type Numbers, sharedNumbers } from './vocabulary.ts';

/** A word of the other text, by its number, that keeps coming together with a word of this one. */
interface Partner {
  readonly word: number;
  readonly dice: number;
  /** What it says where both words stand, in nats. */
  readonly weight: number;
  /** The same for a bead from which the pair is known, which must not vouch for itself. */
  readonly weightInOwn: number;
}

/** All partners of one word. */
interface Partners {
  readonly all: readonly Partner[];
}

/** Beads with both words, at least. */
export const minTogether = 3;
/** Words in more beads than this part of all, or than this many, say nothing. */
const maxShare = 0.35;
const maxCount = 60;
/** A text that repeats itself gives a word hundreds. */
const maxPartnersOfWord = 6;
/** Dice's coefficient of a pair of words: over all beads, and over all beads but the one that is judged by it. */
const minDice = 0.6;
const minOtherDice = 0.55;
/** Fewer sure beads teach nothing. */
const minBeads = 6;
/** What words that are missed say, as a part of what they say where they stand. */
const missed = -0.45;
/** Beads, and words, between two turns of others. */
const beadsAtOnce = 200;

/** Pairs of words that keep coming together in beads that are sure. A bead is judged by what the others teach. */
export class Lexicon {
  /** Which partners of a segment's words stand in a segment of the other text. */
  private readonly met: NearPairs<Numbers>;
  /** What two segments say by themselves. */
  private readonly alone: NearPairs<number>;
  /** The partners of a segment's words, and what it says where it meets none; of those that were asked for. */
  private readonly sought: Numbers[] = [];
  private readonly lone: number[] = [];

  private constructor(
    private readonly partners: readonly (readonly Partners[])[],
    wordsOfB: readonly Numbers[],
    private readonly beadOfA: Int32Array,
    private readonly beadOfB: Int32Array,
  ) {
    this.met = new NearPairs(wordsOfB.length, (k, other) =>
      sharedNumbers((this.sought[k] ??= this.soughtBy(k)), wordsOfB[other] ?? []),
    );
    this.alone = new NearPairs(wordsOfB.length, (k, other) => this.evidenceOfSegment(k, [other]));
  }

  /** Learns from beads with segments on both sides. Undefined where there are too few. */
  static *from(
    a: readonly Numbers[],
    b: readonly Numbers[],
    beads: readonly Bead[],
  ): Task<Lexicon | undefined> {
    if (beads.length < minBeads) return undefined;
    const beadOfA = new Int32Array(a.length).fill(-1);
    const beadOfB = new Int32Array(b.length).fill(-1);
    for (const [at, { i, p, j, q }] of beads.entries()) {
      beadOfA.fill(at, i, i + p);
      beadOfB.fill(at, j, j + q);
    }
    const table = yield* partnersByWord(a, b, beads);
    const partners = a.map((words) => words.flatMap((word) => table.get(word) ?? []));
    return new Lexicon(partners, b, beadOfA, beadOfB);
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

  private soughtBy(k: number): Numbers {
    return distinct((this.partners[k] ?? []).flatMap(({ all }) => all.map(({ word }) => word)));
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
    for (const partners of this.partners[k] ?? []) sum += this.evidenceOfWord(partners, k, others);
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

function* partnersByWord(
  a: readonly Numbers[],
  b: readonly Numbers[],
  beads: readonly Bead[],
): Task<ReadonlyMap<number, Partners>> {
  const beadsOfWordA = yield* beadsByWord(a, beads, ({ i, p }) => [i, p]);
  const beadsOfWordB = yield* beadsByWord(b, beads, ({ j, q }) => [j, q]);
  const wordsOfBead: number[][] = beads.map(() => []);
  for (const [word, found] of beadsOfWordB) for (const bead of found) wordsOfBead[bead]?.push(word);
  const table = new Map<number, Partners>();
  for (const [word, found] of beadsOfWordA) {
    const counts = new Map<number, number>();
    for (const bead of found)
      for (const other of wordsOfBead[bead] ?? []) counts.set(other, (counts.get(other) ?? 0) + 1);
    const all = Array.from(counts).flatMap(([other, together]) =>
      partnerOf(other, together, found.length, beadsOfWordB.get(other)?.length ?? 0, beads.length),
    );
    all.sort((x, y) => y.dice - x.dice || x.word - y.word);
    if (all.length > 0) table.set(word, { all: all.slice(0, maxPartnersOfWord) });
    if (table.size % beadsAtOnce === 0) yield;
  }
  return table;
}

/** @param together beads with both words; `count` and `other` are those with each, `total` all */
function partnerOf(word: number, together: number, count: number, other: number, total: number): Partner[] {
  const dice = (2 * together) / (count + other);
  if (together < minTogether || dice < minDice) return [];
  const weightWithout = (own: number): number => {
    const [both, one, two] = [together - own, count - own, other - own];
    if (both < minTogether - 1 || (2 * both) / (one + two) < minOtherDice) return 0;
    return Math.min(1.8, Math.log(total / Math.sqrt(one * two)) * 0.6);
  };
  return [{ word, dice, weight: weightWithout(0), weightInOwn: weightWithout(1) }];
}

/** The beads of each word that is neither too rare nor too common. */
function* beadsByWord(
  words: readonly Numbers[],
  beads: readonly Bead[],
  sideOf: (bead: BeadRange) => readonly [number, number],
): Task<Map<number, number[]>> {
  const most = Math.min(maxCount, beads.length * maxShare);
  const byWord = new Map<number, number[]>();
  for (const [at, bead] of beads.entries()) {
    const [from, count] = sideOf(bead);
    for (let k = from; k < from + count; k++)
      for (const word of words[k] ?? []) {
        const found = byWord.get(word);
        if (!found) byWord.set(word, [at]);
        else if (found.length <= most && found.at(-1) !== at) found.push(at);
      }
    if (at % beadsAtOnce === 0) yield;
  }
  for (const [word, { length }] of byWord) if (length < minTogether || length > most) byWord.delete(word);
  return byWord;
}
