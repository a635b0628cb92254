import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type CopyWord, isWord } from './copyWords.ts';

/** How the words of a copy are read before hashing. */
export interface WordReading {
  /** Without note marks. */
  readonly unmarked: boolean;
  /** With typewriter signs corrected. */
  readonly mended: boolean;
}

/** Words found by their fingerprint: their range, `end` exclusive, and the reading that matched. */
export interface FoundFingerprint<Target> {
  readonly target: Target;
  readonly start: number;
  readonly end: number;
  readonly reading: WordReading;
}

/** What to search for: the fingerprint of a passage and its number of words. */
export interface Fingerprinted {
  readonly words: number;
  readonly sha256: string;
}

const readings: readonly WordReading[] = [
  { unmarked: false, mended: false },
  { unmarked: true, mended: false },
  { unmarked: false, mended: true },
  { unmarked: true, mended: true },
];

/** A search stops after hashing this many blocks of 64 bytes, which takes about a second. */
const maxHashedBlocks = 1_200_000;
/**
 * The cost of reading the hash at one place, in such blocks: copying the state, hashing the last block, comparing.
 */
const takingCost = 5;

/**
 * Searches words for passages of which only the number of words and the fingerprint are known. From each place the
 * words are hashed once, and the hash is read at every number of words that a target has, because SHA-256 can be
 * continued.
 */
export class FingerprintSearch<Target extends Fingerprinted> {
  private readonly byHash = new Map<string, Target[]>();
  private readonly counts: ReadonlySet<number>;
  private readonly most: number;
  private budget = maxHashedBlocks;
  /** The number of marks before each word. A reading is tried only if it changes a word. */
  private readonly marks: Uint32Array;
  private readonly mends: Uint32Array;

  constructor(
    private readonly words: readonly CopyWord[],
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

  /** Whether the budget is used up. `at` finds nothing then. */
  get exhausted(): boolean {
    return this.budget <= 0;
  }

  private isMark(word: CopyWord): boolean {
    return word.mark !== undefined && word.mark.number >= 1 && word.mark.number <= this.maxMark;
  }

  /** The longest target whose words begin at `start` and end at `limit` or before. Undefined if there is none. */
  at(
    start: number,
    limit: number,
    accept: (target: Target) => boolean,
  ): FoundFingerprint<Target> | undefined {
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
    reading: WordReading,
    accept: (target: Target) => boolean,
  ): FoundFingerprint<Target> | undefined {
    const hash = sha256.create();
    let count = 0;
    let pending = '';
    let empty = true;
    let best: FoundFingerprint<Target> | undefined;
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

  private textOf(word: CopyWord | undefined, reading: WordReading): string {
    if (word === undefined) return '';
    if (reading.unmarked && word.mark && this.isMark(word)) return word.mark.bare;
    return reading.mended ? (word.mended ?? word.normalised) : word.normalised;
  }
}

/** Whether a text is only closing signs. Without its mark, `[2])` leaves `)`, which belongs to the word before. */
function isClosing(text: string): boolean {
  return /^[\p{Pe}\p{Pf}.,;:!?'"]+$/u.test(text);
}
