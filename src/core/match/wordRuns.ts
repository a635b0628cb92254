import { isAsciiLetterOrDigit } from '../text.ts';

/**
 * Finds long runs of words of sources in other texts. Every window of some words of a source is in a table by a hash; of the
 * other text only every seventh window is looked up, since a run of twelve words holds one of them, wherever it starts.
 */

/** The words of a window. */
const runWindow = 6;
/** The least words of a run that is found for certain. */
export const minRunWords = 12;
const runStep = minRunWords - runWindow + 1;

/** A window of a text: the offset of its first word, and its hash. */
export interface WordWindow {
  readonly start: number;
  readonly hash: number;
}

/** Windows of a text, in order. Hashes are of letters without their case, with a sign. */
export interface WordWindows {
  /** Offset of the first word of each window. */
  readonly starts: Int32Array;
  readonly hashes: Int32Array;
}

const softHyphen = 0xad;
/** Units of words in lower case by ASCII unit; 0 for all others. */
const foldedAscii = Uint8Array.from({ length: 128 }, (_, code) =>
  isAsciiLetterOrDigit(code) ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : 0,
);

/** Returns a unit of a word in lower case; 0 for spaces, marks and signs. */
function foldedUnit(code: number): number {
  if (code < 128) return foldedAscii[code] ?? 0;
  if (code < 0xc0 && code !== 0xaa && code !== 0xb5 && code !== 0xba) return 0;
  if ((code >= 0x2000 && code < 0x2070) || (code >= 0x3000 && code < 0x3040) || code === 0xfeff) return 0;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

/** FNV-1a (Fowler, Noll, Vo), of UTF-16 code units. */
const fnvOffset = 0x811c9dc5 | 0;
const fnvPrime = 0x01000193;
const wordFactor = 31;

/**
 * Calls `word` with the start and the hash of each word.
 * @param breakRun called at each unit `barrier`
 */
function eachWord(
  text: string,
  word: (start: number, hash: number) => void,
  barrier = -1,
  breakRun: () => void = () => undefined,
): void {
  let hash = fnvOffset;
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    const unit = foldedUnit(code);
    if (unit !== 0) {
      if (start < 0) start = at;
      hash = Math.imul(hash ^ unit, fnvPrime);
    } else if (code !== softHyphen) {
      if (start >= 0) word(start, hash);
      start = -1;
      hash = fnvOffset;
      if (code === barrier) breakRun();
    }
  }
}

/**
 * Returns every window of a text.
 * @param barrier a unit that no window goes across
 */
export function allWindows(text: string, barrier = -1): WordWindows {
  const starts: number[] = [];
  const hashes: number[] = [];
  const from: number[] = [];
  const keys: number[] = [];
  let first = 0;
  eachWord(
    text,
    (start, hash) => {
      starts.push(start);
      hashes.push(hash);
      const window = starts.length - runWindow;
      if (window < first) return;
      let key = 0;
      for (let word = window; word < starts.length; word++)
        key = (Math.imul(key, wordFactor) + (hashes[word] ?? 0)) | 0;
      from.push(starts[window] ?? 0);
      keys.push(key);
    },
    barrier,
    () => {
      first = starts.length;
    },
  );
  return { starts: Int32Array.from(from), hashes: Int32Array.from(keys) };
}

/** The windows of a source by their hash: an open hash table in two arrays, as a source has up to a million. */
export class WordRunIndex {
  /** One for each window. */
  readonly windows: Int32Array;
  private readonly hashes: Int32Array;
  /** Offsets of first words, plus one; zero where nothing is. */
  private readonly places: Int32Array;
  private readonly mask: number;

  /** @param barrier a unit of the text that no run goes across */
  constructor(text: string, barrier: string) {
    const { starts, hashes } = allWindows(text, barrier.charCodeAt(0));
    const size = powerOfTwo(2 * starts.length);
    this.mask = size - 1;
    this.windows = hashes;
    this.hashes = new Int32Array(size);
    this.places = new Int32Array(size);
    starts.forEach((start, at) => {
      let slot = slotOf(hashes[at] ?? 0) & this.mask;
      while (this.places[slot] !== 0) slot = (slot + 1) & this.mask;
      this.hashes[slot] = hashes[at] ?? 0;
      this.places[slot] = start + 1;
    });
  }

  /** Returns offsets of the first words of windows with a hash, at most `most`. */
  find(hash: number, most: number): number[] {
    const found: number[] = [];
    let slot = slotOf(hash) & this.mask;
    for (; this.places[slot] !== 0 && found.length < most; slot = (slot + 1) & this.mask)
      if (this.hashes[slot] === hash) found.push((this.places[slot] ?? 1) - 1);
    return found;
  }
}

function powerOfTwo(least: number): number {
  let size = 64;
  while (size < least) size *= 2;
  return size;
}

function slotOf(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** Sixteen bits a window let one in sixteen pass that no source has. */
const bitsPerWindow = 16;

/** Says of nearly all windows that no source has them, in one look at a small table (Bloom 1970, with one hash). */
export class RunFilter {
  private readonly bits: Int32Array;
  private readonly mask: number;

  constructor(indexes: readonly WordRunIndex[]) {
    const size = powerOfTwo(bitsPerWindow * indexes.reduce((sum, { windows }) => sum + windows.length, 0));
    this.mask = size - 1;
    this.bits = new Int32Array(size / 32);
    for (const { windows } of indexes)
      for (const hash of windows) {
        const bit = slotOf(hash) & this.mask;
        this.bits[bit >>> 5] = (this.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
      }
  }

  /**
   * Returns the windows of a text that some source may have, of those by which every run of at least `minRunWords` words is found.
   * Nearly always there are none: it looks at every paper, so it keeps nothing.
   */
  windowsIn(text: string): readonly WordWindow[] {
    const { bits, mask } = this;
    const end = text.length;
    const found: WordWindow[] = [];
    let from = 0;
    let key = 0;
    let count = 0;
    for (let at = 0; at < end; at++) {
      const first = foldedUnit(text.charCodeAt(at));
      if (first === 0) continue;
      const start = at;
      let hash = Math.imul(fnvOffset ^ first, fnvPrime);
      for (at++; at < end; at++) {
        const code = text.charCodeAt(at);
        const unit = foldedUnit(code);
        if (unit !== 0) hash = Math.imul(hash ^ unit, fnvPrime);
        else if (code !== softHyphen) break;
      }
      if (count === 0) from = start;
      if (count < runWindow) key = ((count === 0 ? 0 : Math.imul(key, wordFactor)) + hash) | 0;
      count++;
      if (count === runWindow) {
        const bit = slotOf(key) & mask;
        if ((((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1) found.push({ start: from, hash: key });
      } else if (count === runStep) count = 0;
    }
    return found;
  }
}
