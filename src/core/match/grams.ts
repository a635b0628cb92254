/**
 * An index of every run of `gramUnits` characters of a text, for finding seeds of exact and approximate matches. Positions
 * are stored by hash in one array (compressed sparse rows). Nothing is allocated per gram, so five megabytes are indexed in
 * a fraction of a second. Hashes may collide: callers must compare the characters.
 */

/**
 * Six characters, about one word. A match with e errors keeps one of e + 1 disjoint grams unchanged, so this length finds
 * every match with up to one error in six characters. Longer grams find fewer matches, shorter ones occur everywhere.
 */
export const gramUnits = 6;

/** How much of a text is looked at together while it is indexed. UTF-16 code units. */
const stretchUnits = 1 << 16;

const base = 0x01000193;
/** A gram of some words, with its offset in them. */
export interface Gram {
  readonly offset: number;
  readonly slot: number;
}

/** base ** gramLength, for removing the oldest character from a rolling hash. */
const highest = (() => {
  let power = 1;
  for (let i = 0; i < gramUnits; i++) power = Math.imul(power, base);
  return power;
})();

/** Finds the places of a gram in a text. Places may include others with the same hash. */
export class GramIndex {
  private readonly offsets: Int32Array;
  private readonly positions: Int32Array;
  private readonly shift: number;

  constructor(text: string) {
    const count = Math.max(0, text.length - gramUnits + 1);
    let bits = 10;
    while (bits < 22 && 1 << bits < count) bits++;
    this.shift = 32 - bits;
    this.offsets = new Int32Array((1 << bits) + 1);
    this.eachStretch(text, (slots) => countSlots(slots, this.offsets));
    addUp(this.offsets);
    this.positions = new Int32Array(count);
    this.eachStretch(text, (slots, from) => placeSlots(slots, from, this.offsets, this.positions));
  }

  /**
   * Visits the slots of a text stretch by stretch, the last one first: those of all would take two to four times the memory of
   * the text.
   */
  private eachStretch(text: string, visit: (slots: Int32Array, from: number) => void): void {
    if (text.length < gramUnits) return;
    const room = new Int32Array(Math.min(stretchUnits, text.length));
    const last = Math.max(0, text.length - gramUnits);
    for (let from = last - (last % stretchUnits); from >= 0; from -= stretchUnits) {
      const stretch = text.slice(from, from + stretchUnits + gramUnits - 1);
      this.roll(stretch, room);
      visit(room.subarray(0, stretch.length - gramUnits + 1), from);
    }
  }

  /** Writes the slot of each gram of a text, in order, using a rolling polynomial hash. */
  private roll(text: string, slots: Int32Array): void {
    let hash = 0;
    const { shift } = this;
    for (let i = 0; i < text.length; i++) {
      hash = (Math.imul(hash, base) + text.charCodeAt(i) + 1) | 0;
      if (i >= gramUnits) hash = (hash - Math.imul(text.charCodeAt(i - gramUnits) + 1, highest)) | 0;
      if (i >= gramUnits - 1)
        slots[i - gramUnits + 1] = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> shift;
    }
  }

  /** Returns the slots of all grams of a text; empty where the text is shorter than a gram. */
  slotsOf(text: string): Int32Array {
    const slots = new Int32Array(Math.max(0, text.length - gramUnits + 1));
    this.roll(text, slots);
    return slots;
  }

  /** Returns the number of places that share a slot. */
  count(slot: number): number {
    return (this.offsets[slot + 1] ?? 0) - (this.offsets[slot] ?? 0);
  }

  /**
   * Returns the gram with the fewest places of those that start at `from` to `to`, both included; the first of several.
   * @param slots the slots of all grams of the words
   */
  rarest(slots: Int32Array, from: number, to: number): Gram {
    let best = from;
    let fewest = this.count(slots[from] ?? 0);
    for (let offset = from + 1; offset <= to; offset++) {
      const count = this.count(slots[offset] ?? 0);
      if (count >= fewest) continue;
      fewest = count;
      best = offset;
    }
    return { offset: best, slot: slots[best] ?? 0 };
  }

  /** Returns the places that share a slot, ascending. */
  places(slot: number): Int32Array {
    return this.positions.subarray(this.offsets[slot] ?? 0, this.offsets[slot + 1] ?? 0);
  }
}

// Each function has one loop: engines optimise a function for the loop that runs first, and must start over at the next.

function countSlots(slots: Int32Array, counts: Int32Array): void {
  for (let i = slots.length - 1; i >= 0; i--) {
    const slot = slots[i] ?? 0;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
}

/** Makes of how many places each slot has where those of the slot end: row offsets of compressed sparse rows, one behind. */
function addUp(counts: Int32Array): void {
  for (let i = 0, sum = 0; i < counts.length; i++) counts[i] = sum += counts[i] ?? 0;
}

/**
 * Writes down the places of the slots of one stretch, from the last to the first.
 * @param from where the stretch begins
 * @param ends where the places of each slot end that are to be written yet; in the end, where all of them begin
 */
function placeSlots(slots: Int32Array, from: number, ends: Int32Array, positions: Int32Array): void {
  for (let i = slots.length - 1; i >= 0; i--) {
    const slot = slots[i] ?? 0;
    const at = (ends[slot] ?? 0) - 1;
    positions[at] = from + i;
    ends[slot] = at;
  }
}
