import { isAsciiLetterOrDigit, type Range } from '../text.ts';

/**
 * Finds long runs of words of sources in other texts. Every window of some words of a source is in a table by a hash; of the
 * other text only every seventh window is looked up, since a run of twelve words holds one of them, wherever it starts.
 */

/** The words of a window. */
const runWindow = 6;
/** The least words of a run that is found for certain. */
export const minRunWords = 12;
const runStep = minRunWords - runWindow + 1;

/** Every window of a text, in order. */
export interface WordWindows {
  /** Offset of the first word of each window. */
  readonly starts: Int32Array;
  readonly hashes: Int32Array;
}

const softHyphen = 0xad;
const isOfWord = 1;
const isWithinWord = 2;
/**
 * For each UTF-16 unit: `isOfWord` where it belongs to a word, `isWithinWord` where it does inside of one, as soft hyphens. Units of
 * spaces, marks and signs have 0.
 */
const wordUnits = new Uint8Array(0x10000).fill(isOfWord).fill(0, 0x2000, 0x2070).fill(0, 0x3000, 0x3040);
for (let code = 0; code < 0xc0; code++)
  wordUnits[code] =
    isAsciiLetterOrDigit(code) || code === 0xaa || code === 0xb5 || code === 0xba ? isOfWord : 0;
wordUnits[0xfeff] = 0;
wordUnits[softHyphen] = isWithinWord;

function lowerCase(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

/** The prime of FNV-1a (Fowler, Noll, Vo) for 32 bits. */
const hashPrime = 0x01000193;
const wordFactor = 31;
/** `wordFactor`, multiplied by itself once for each word of a window, in 32 bits. */
const factorOfLeft = Math.imul(31 ** 3, 31 ** 3);

/** Returns the end of the word that goes on at an offset. Soft hyphens are within words. */
function endOfWord(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    if (wordUnits[text.charCodeAt(at)] === 0) break;
  }
  return at;
}

/**
 * Returns a hash of the first and the last unit of a word in lower case. Six words that agree in these are nearly always the
 * same, and every paper is read in this way.
 */
function hashOfWord(text: string, start: number, end: number): number {
  const first = Math.imul(lowerCase(text.charCodeAt(start)), hashPrime);
  return Math.imul(first ^ lowerCase(text.charCodeAt(end - 1)), hashPrime);
}

/**
 * Returns every window of a text.
 * @param barrier a unit that no window goes across
 */
export function wordWindowsOf(text: string, barrier = ''): WordWindows {
  const cut = barrier === '' ? -1 : barrier.charCodeAt(0);
  // A guess that is never too small would be three times too large for most texts, and counting is a quarter of the time.
  let room = emptyWindows(Math.ceil(text.length / usualUnits) + runWindow);
  let count = fillWindows(text, cut, room);
  if (count === undefined) {
    room = emptyWindows(Math.ceil(text.length / 2));
    count = fillWindows(text, cut, room) ?? 0;
  }
  return { starts: room.starts.subarray(0, count), hashes: room.hashes.subarray(0, count) };
}

/** A word and what is before the next one are seldom shorter, on average. Code units. */
const usualUnits = 5;

function emptyWindows(words: number): WordWindows {
  return { starts: new Int32Array(words), hashes: new Int32Array(words) };
}

/**
 * Returns the number of windows; undefined where the words have no room. It ends with its loop: with more behind it, every long
 * text would be compiled anew.
 */
function fillWindows(text: string, cut: number, { starts, hashes }: WordWindows): number | undefined {
  /** The hashes of the last words, each in the place of the one that a window leaves behind for it. */
  const words = new Int32Array(runWindow);
  let count = 0;
  let windows = 0;
  let sinceBarrier = 0;
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === cut) sinceBarrier = 0;
    if (wordUnits[code] !== isOfWord) continue;
    if (count === starts.length) return undefined;
    const end = endOfWord(text, at + 1);
    starts[count] = at;
    const word = hashOfWord(text, at, end);
    // What the word that is left behind has added to the hash of the last six is taken out again (Karp and Rabin 1987).
    const left = Math.imul(words[count % runWindow] ?? 0, factorOfLeft);
    words[count % runWindow] = word;
    hash = (Math.imul(hash, wordFactor) + word - left) | 0;
    count++;
    sinceBarrier++;
    // The unit behind a word may be a barrier.
    at = end - 1;
    if (sinceBarrier < runWindow) continue;
    // A window is never ahead of its last word, so that the offsets of words still to be used stay.
    starts[windows] = starts[count - runWindow] ?? 0;
    hashes[windows] = hash;
    windows++;
  }
  return windows;
}

/** A window: the number of its text in an index, and the offset of its first word. */
export interface WindowPlace {
  readonly text: number;
  readonly start: number;
}

/** Sixteen bits a window let one in sixteen pass that no text has. */
const bitsPerWindow = 16;

/**
 * The windows of some texts by their hash: up to a million, with a small table before them that says of nearly all windows that no
 * text has them (Bloom 1970, with one hash).
 */
export class WordRunIndex {
  private readonly filter: Int32Array;
  private readonly filterMask: number;
  private readonly count: number;
  /** Made when it is worth it. */
  private table: WindowTable | undefined;
  private looked = 0;

  constructor(private readonly all: readonly WordWindows[]) {
    this.count = all.reduce((sum, { starts }) => sum + starts.length, 0);
    const bits = powerOfTwo(bitsPerWindow * this.count);
    this.filter = new Int32Array(bits / 32);
    this.filterMask = bits - 1;
    for (const { hashes } of all)
      for (const hash of hashes) {
        const bit = spread(hash) & this.filterMask;
        this.filter[bit >>> 5] = (this.filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
      }
  }

  /** Returns where windows with a hash are, at most `most`, in the order of the texts. */
  find(hash: number, most: number): readonly WindowPlace[] {
    if (!this.table && this.looked++ < maxLooks) return lookThrough(this.all, hash, most);
    return (this.table ??= new WindowTable(this.all, this.count)).find(hash, most);
  }

  /**
   * Returns offsets of the windows of another text that stand in some text here, too, of those by which every run of at least
   * `minRunWords` words is found. Nearly always there are none: it looks at every paper, so it keeps nothing.
   * @param gaps what counts as spaces, in order of their starts; none is empty
   */
  startsOfRuns(text: string, gaps: readonly Range[] = []): readonly number[] {
    const { filter, filterMask } = this;
    const found: number[] = [];
    let nextGap = 0;
    let stop = gaps[0]?.start ?? text.length;
    let start = 0;
    let hash = 0;
    let count = 0;
    // Every letter of every paper passes here, in code that is mostly not optimised yet: calls would take most of the time.
    for (let at = 0; at < text.length; at++) {
      if (at >= stop) {
        at = Math.max(at, gaps[nextGap]?.end ?? at) - 1;
        stop = Math.max(at + 1, gaps[++nextGap]?.start ?? text.length);
        continue;
      }
      if (wordUnits[text.charCodeAt(at)] !== isOfWord) continue;
      const from = at;
      while (at + 1 < stop && (wordUnits[text.charCodeAt(at + 1)] ?? 0) >= isOfWord) at++;
      if (count === 0) start = from;
      if (count < runWindow)
        hash = ((count === 0 ? 0 : Math.imul(hash, wordFactor)) + hashOfWord(text, from, at + 1)) | 0;
      count++;
      if (count === runStep) count = 0;
      if (count !== runWindow) continue;
      const bit = spread(hash) & filterMask;
      if ((((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1 && this.find(hash, 1).length > 0)
        found.push(start);
    }
    return found;
  }
}

/** The table takes as long to be made as this many searches without it. A check of a few papers needs none. */
const maxLooks = 500;

function lookThrough(all: readonly WordWindows[], hash: number, most: number): WindowPlace[] {
  const found: WindowPlace[] = [];
  all.forEach(({ starts, hashes }, text) => {
    for (let at = hashes.indexOf(hash); at >= 0 && found.length < most; at = hashes.indexOf(hash, at + 1))
      found.push({ text, start: starts[at] ?? 0 });
  });
  return found;
}

/** An open hash table in arrays. */
class WindowTable {
  private readonly hashes: Int32Array;
  /** Offsets of first words, plus one; zero where nothing is. */
  private readonly starts: Int32Array;
  private readonly texts: Int32Array;
  private readonly mask: number;

  constructor(all: readonly WordWindows[], count: number) {
    const size = powerOfTwo(2 * count);
    this.mask = size - 1;
    this.hashes = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.texts = new Int32Array(size);
    all.forEach((windows, text) => {
      this.add(windows, text);
    });
  }

  private add({ starts, hashes }: WordWindows, text: number): void {
    for (let at = 0; at < starts.length; at++) {
      const hash = hashes[at] ?? 0;
      let slot = spread(hash) & this.mask;
      while (this.starts[slot] !== 0) slot = (slot + 1) & this.mask;
      this.hashes[slot] = hash;
      this.starts[slot] = (starts[at] ?? 0) + 1;
      this.texts[slot] = text;
    }
  }

  /** As `WordRunIndex.find`. */
  find(hash: number, most: number): readonly WindowPlace[] {
    const found: WindowPlace[] = [];
    let slot = spread(hash) & this.mask;
    for (; this.starts[slot] !== 0 && found.length < most; slot = (slot + 1) & this.mask)
      if (this.hashes[slot] === hash)
        found.push({ text: this.texts[slot] ?? 0, start: (this.starts[slot] ?? 1) - 1 });
    return found;
  }
}

function powerOfTwo(least: number): number {
  let size = 64;
  while (size < least) size *= 2;
  return size;
}

function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
