import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isWord, type Word } from './words.ts';

/** How the words of a copy are read for a fingerprint. */
export interface Reading {
  /** Note marks left out. */
  readonly unmarked: boolean;
  /** Typewriter signs set right. */
  readonly mended: boolean;
}

/** Words found by their fingerprint: the half-open range of words, and how they had to be read. */
export interface Found<Target> {
  readonly target: Target;
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
}

/** What is searched for: a number of words with a fingerprint. */
export interface Print {
  readonly words: number;
  readonly sha256: string;
}

const readings: readonly Reading[] = [
  { unmarked: false, mended: false },
  { unmarked: true, mended: false },
  { unmarked: false, mended: true },
  { unmarked: true, mended: true },
];

/** A search stops after hashing so many blocks of 64 bytes, about a second's work. */
const defaultBudget = 1_200_000;
/** What taking the hash at one place costs, in such blocks: copying the state, the last block, comparing. */
const takingCost = 5;

/**
 * Searches a stream of words for passages of which only word count and fingerprint are known: the words from one place
 * on are hashed once, and the hash is taken at every word count that occurs (SHA-256 is a running hash).
 */
export class PrintSearch<Target extends Print> {
  private readonly byHash = new Map<string, Target[]>();
  private readonly counts: ReadonlySet<number>;
  private readonly most: number;
  private budget = defaultBudget;
  /** Number of words before each place that a reading changes, for telling whether it need be tried. */
  private readonly marks: Uint32Array;
  private readonly mends: Uint32Array;

  constructor(
    private readonly words: readonly Word[],
    targets: readonly Target[],
    private readonly maxMark: number,
  ) {
    for (const target of targets)
      this.byHash.set(target.sha256, [...(this.byHash.get(target.sha256) ?? []), target]);
    this.counts = new Set(targets.map((target) => target.words));
    this.most = Math.max(0, ...this.counts);
    this.marks = new Uint32Array(words.length + 1);
    this.mends = new Uint32Array(words.length + 1);
    words.forEach((word, index) => {
      this.marks[index + 1] = (this.marks[index] ?? 0) + (this.isMark(word) ? 1 : 0);
      this.mends[index + 1] = (this.mends[index] ?? 0) + (word.mended === undefined ? 0 : 1);
    });
  }

  /** Whether the search still may look at unlikely places. */
  get exhausted(): boolean {
    return this.budget <= 0;
  }

  private isMark(word: Word): boolean {
    return word.mark !== undefined && word.mark.number >= 1 && word.mark.number <= this.maxMark;
  }

  /** The longest target whose words begin at `start` and end no later than `limit`; undefined where none does. */
  at(start: number, limit: number, accept: (target: Target) => boolean): Found<Target> | undefined {
    const end = Math.min(limit, start + this.most * 2 + 4, this.words.length);
    for (const reading of readings) {
      if (reading.unmarked && (this.marks[end] ?? 0) === (this.marks[start] ?? 0)) continue;
      if (reading.mended && (this.mends[end] ?? 0) === (this.mends[start] ?? 0)) continue;
      const found = this.read(start, end, reading, accept);
      if (found) return found;
    }
    return undefined;
  }

  private read(
    start: number,
    end: number,
    reading: Reading,
    accept: (target: Target) => boolean,
  ): Found<Target> | undefined {
    const hash = sha256.create();
    let count = 0;
    let pending = '';
    let empty = true;
    let best: Found<Target> | undefined;
    for (let i = start; i < end && this.budget > 0; i++) {
      const text = this.textOf(this.words[i], reading);
      if (text === '') continue;
      if (isWord(text)) count++;
      if (count > this.most) break;
      const joins = empty || (reading.unmarked && this.words[i]?.mark?.bare === text && isClosing(text));
      pending += joins ? text : ` ${text}`;
      empty = false;
      if (!this.counts.has(count)) continue;
      hash.update(utf8ToBytes(pending));
      this.budget -= takingCost + pending.length / 64;
      pending = '';
      const target = this.byHash.get(bytesToHex(hash.clone().digest()))?.find(accept);
      if (target) best = { target, start, end: i + 1, reading };
    }
    return best;
  }

  private textOf(word: Word | undefined, reading: Reading): string {
    if (word === undefined) return '';
    if (reading.unmarked && word.mark && this.isMark(word)) return word.mark.bare;
    return reading.mended ? (word.mended ?? word.normalised) : word.normalised;
  }
}

/** What a mark apart from its word leaves behind, `[2])`: signs that belong to the word before. */
function isClosing(text: string): boolean {
  return /^[\p{Pe}\p{Pf}.,;:!?'"]+$/u.test(text);
}
