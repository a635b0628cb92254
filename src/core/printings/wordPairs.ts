/** Which words of one sequence are which words of another: the same words in the same order, and runs that stand elsewhere. */
export interface WordPairs {
  /** For each word of the first sequence the index of its word in the second, ascending; −1 where it has none, −2 where that is not known. */
  readonly inOrder: Int32Array;
  /** Runs of `runWords` words that occur once in each sequence, and not in this order. */
  readonly elsewhere: readonly WordPair[];
}

interface WordPair {
  readonly i: number;
  readonly j: number;
}

/** Many pairs, as two lists. */
interface PairList {
  readonly is: Int32Array;
  readonly js: Int32Array;
}

/** Words in a row that, where they occur once in each text, are taken for the same place. */
export const runWords = 4;

/** Marks a word in so long a stretch without anything that occurs once that nobody compared it. */
export const unread = -2;

/** More pairs than this are not compared each with each. */
const maxComparisons = 200_000;

/** A stretch of both sequences; ends are not part of it. */
interface WordGap {
  readonly i: number;
  readonly iEnd: number;
  readonly j: number;
  readonly jEnd: number;
}

/**
 * Pairs equal words. Runs that occur once on each side come first, in the longest order that both share; what is left between
 * them is compared by its longest common subsequence or, where it is long, by shorter runs. O(n log n) but for stretches in
 * which nothing occurs once.
 */
export function pairWords(a: Int32Array, b: Int32Array): WordPairs {
  const inOrder = new Int32Array(a.length).fill(-1);
  const whole = { i: 0, iEnd: a.length, j: 0, jEnd: b.length };
  const anchors = uniqueRuns(a, b, whole, runWords);
  takeChain(inOrder, anchors, runWords);
  fillGaps(a, b, inOrder, whole, runWords);
  const elsewhere: WordPair[] = [];
  anchors.is.forEach((i, at) => {
    if ((inOrder[i] ?? 0) < 0) elsewhere.push({ i, j: anchors.js[at] ?? 0 });
  });
  return { inOrder, elsewhere };
}

/** Takes the longest part of the pairs that has the same order on both sides. */
function takeChain(inOrder: Int32Array, pairs: PairList, words: number): void {
  for (const at of longestChain(pairs.js)) takeRun(inOrder, pairs.is[at] ?? 0, pairs.js[at] ?? 0, words);
}

function takeRun(inOrder: Int32Array, i: number, j: number, words: number): void {
  for (let at = 0; at < words; at++) if (inOrder[i + at] === -1) inOrder[i + at] = j + at;
}

/** Pairs what stands between the pairs that are there. */
function fillGaps(
  a: Int32Array,
  b: Int32Array,
  inOrder: Int32Array,
  { i, iEnd, j, jEnd }: WordGap,
  run: number,
): void {
  let from = i;
  let other = j;
  for (let at = i; at <= iEnd; at++) {
    const paired = at === iEnd ? jEnd : (inOrder[at] ?? -1);
    if (paired < 0) continue;
    fillGap(a, b, inOrder, { i: from, iEnd: at, j: other, jEnd: paired }, run);
    from = at + 1;
    other = paired + 1;
  }
}

function fillGap(a: Int32Array, b: Int32Array, inOrder: Int32Array, whole: WordGap, run: number): void {
  if (whole.iEnd <= whole.i || whole.jEnd <= whole.j) return;
  const gap = withoutSameEnds(a, b, inOrder, whole);
  const cells = (gap.iEnd - gap.i) * (gap.jEnd - gap.j);
  if (cells <= 0) return;
  if (cells <= maxComparisons) {
    pairInOrder(a, b, inOrder, gap);
    return;
  }
  const shorter = run >> 1;
  if (shorter === 0) {
    for (let i = gap.i; i < gap.iEnd; i++) inOrder[i] = unread;
    return;
  }
  takeChain(inOrder, uniqueRuns(a, b, gap, shorter), shorter);
  fillGaps(a, b, inOrder, gap, shorter);
}

/** Pairs the words that are the same from both ends on, and returns what is left between them. */
function withoutSameEnds(
  a: Int32Array,
  b: Int32Array,
  inOrder: Int32Array,
  { i, iEnd, j, jEnd }: WordGap,
): WordGap {
  while (i < iEnd && j < jEnd && a[i] === b[j]) inOrder[i++] = j++;
  while (i < iEnd && j < jEnd && a[iEnd - 1] === b[jEnd - 1]) inOrder[--iEnd] = --jEnd;
  return { i, iEnd, j, jEnd };
}

function pairInOrder(a: Int32Array, b: Int32Array, inOrder: Int32Array, gap: WordGap): void {
  const width = gap.jEnd - gap.j + 1;
  const height = gap.iEnd - gap.i;
  /** Lengths of the common subsequences of what remains on each side, row for row. */
  const cells = new Uint16Array((height + 1) * width);
  const cell = (x: number, y: number): number => cells[x * width + y] ?? 0;
  for (let x = height - 1; x >= 0; x--)
    for (let y = width - 2; y >= 0; y--)
      cells[x * width + y] =
        a[gap.i + x] === b[gap.j + y] ? cell(x + 1, y + 1) + 1 : Math.max(cell(x + 1, y), cell(x, y + 1));
  let [x, y] = [0, 0];
  while (x < height && y < width - 1) {
    if (a[gap.i + x] === b[gap.j + y]) inOrder[gap.i + x++] = gap.j + y++;
    else if (cell(x + 1, y) >= cell(x, y + 1)) x++;
    else y++;
  }
}

/** Returns where runs of words stand that occur once in each part of the gap, by their place in the first. */
function uniqueRuns(a: Int32Array, b: Int32Array, gap: WordGap, words: number): PairList {
  const inFirst = new RunTable(a, gap.i, gap.iEnd, words);
  const inSecond = new RunTable(b, gap.j, gap.jEnd, words);
  const is = new Int32Array(gap.iEnd - gap.i);
  const js = new Int32Array(is.length);
  let count = 0;
  for (let i = gap.i; i + words <= gap.iEnd; i++) {
    if (inFirst.onlyPlaceOf(a, i) !== i) continue;
    const j = inSecond.onlyPlaceOf(a, i);
    if (j < 0) continue;
    is[count] = i;
    js[count++] = j;
  }
  return { is: is.slice(0, count), js: js.slice(0, count) };
}

const noPlace = -1;
const manyPlaces = -2;

/** The places of the runs of a sequence, by their words: a table of open addresses. */
class RunTable {
  private readonly slots: Int32Array;
  /** Whether the run at a slot occurs more than once. */
  private readonly isRepeated: Uint8Array;

  constructor(
    private readonly ids: Int32Array,
    from: number,
    to: number,
    private readonly words: number,
  ) {
    let size = 16;
    while (size < (to - from) * 2) size *= 2;
    this.slots = new Int32Array(size).fill(noPlace);
    this.isRepeated = new Uint8Array(size);
    for (let at = from; at + words <= to; at++) {
      const slot = this.slotOf(ids, at);
      if (this.slots[slot] === noPlace) this.slots[slot] = at;
      else this.isRepeated[slot] = 1;
    }
  }

  /** Returns the place of a run of another sequence, or −1 where it is in none, −2 where in several. */
  onlyPlaceOf(other: Int32Array, at: number): number {
    const slot = this.slotOf(other, at);
    return this.isRepeated[slot] === 1 ? manyPlaces : (this.slots[slot] ?? noPlace);
  }

  private slotOf(other: Int32Array, at: number): number {
    const mask = this.slots.length - 1;
    let hash = 0x811c9dc5;
    for (let word = 0; word < this.words; word++)
      hash = Math.imul(hash ^ (other[at + word] ?? 0), 0x01000193) ^ (hash >>> 13);
    let slot = hash & mask;
    while (this.slots[slot] !== noPlace && !this.isSame(this.slots[slot] ?? 0, other, at))
      slot = (slot + 1) & mask;
    return slot;
  }

  private isSame(place: number, other: Int32Array, at: number): boolean {
    for (let word = 0; word < this.words; word++)
      if (this.ids[place + word] !== other[at + word]) return false;
    return true;
  }
}

/** Returns the indexes of the longest ascending part of a list, in order. */
function longestChain(numbers: Int32Array): Int32Array {
  const tails = new Int32Array(numbers.length);
  const before = new Int32Array(numbers.length).fill(-1);
  let length = 0;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[at] = tails[low - 1] ?? -1;
    tails[low] = at;
    length = Math.max(length, low + 1);
  }
  const chain = new Int32Array(length);
  for (let at = length > 0 ? (tails[length - 1] ?? -1) : -1; at >= 0; at = before[at] ?? -1)
    chain[--length] = at;
  return chain;
}
