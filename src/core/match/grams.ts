import type { Range } from '../text.ts';

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

/**
 * Places are sorted by spans of `1 << spanBits` slots first, and within each span then. Sorted at once, each would be written to
 * another part of the memory than the one before, which takes three times as long.
 */
const spanBits = 12;

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
    const spans = new Int32Array((1 << Math.max(0, bits - spanBits)) + 1);
    this.eachStretch(text, (slots) => countSpans(slots, spans));
    addUp(spans, 0);
    this.positions = new Int32Array(count);
    const within = new Uint16Array(count);
    this.eachStretch(text, (slots, from) => placeBySpan(slots, from, spans, within, this.positions));
    this.offsets = new Int32Array((1 << bits) + 1);
    this.offsets[1 << bits] = count;
    const most = spans.reduce((size, start, span) => Math.max(size, start - (spans[span - 1] ?? 0)), 0);
    const room = new Int32Array(most);
    for (let span = 0; span < spans.length - 1; span++) this.sortSpan(span, spans, within, room);
  }

  /** Puts the places of one span of slots into the order of the slots. */
  private sortSpan(span: number, spans: Int32Array, within: Uint16Array, room: Int32Array): void {
    const start = spans[span] ?? 0;
    const own = within.subarray(start, spans[span + 1]);
    const from = span << spanBits;
    const ends = this.offsets.subarray(from, Math.min(from + (1 << spanBits), this.offsets.length - 1));
    countWithin(own, ends);
    addUp(ends, start);
    room.set(this.positions.subarray(start, spans[span + 1]));
    placeWithin(own, room, ends, this.positions);
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

  /** Returns the first of all grams of the words with at most `few` places; the one with the fewest where each has more. */
  rareEnough(slots: Int32Array, few: number): Gram {
    const offset = slots.findIndex((slot) => this.count(slot) <= few);
    return offset < 0 ? this.rarest(slots, 0, slots.length - 1) : { offset, slot: slots[offset] ?? 0 };
  }

  /** Returns the places that share a slot, ascending. */
  places(slot: number): Int32Array {
    return this.positions.subarray(this.offsets[slot] ?? 0, this.offsets[slot + 1] ?? 0);
  }

  /** Returns those of them that are in a stretch of the text. */
  placesWithin(slot: number, { start, end }: Range): Int32Array {
    const { offsets, positions } = this;
    let from = offsets[slot] ?? 0;
    const last = offsets[slot + 1] ?? 0;
    for (let high = last; from < high;) {
      const middle = (from + high) >> 1;
      if ((positions[middle] ?? 0) < start) from = middle + 1;
      else high = middle;
    }
    let to = from;
    while (to < last && (positions[to] ?? 0) < end) to++;
    return positions.subarray(from, to);
  }
}

// Each function has one loop: engines optimise a function for the loop that runs first, and must start over at the next.

function countSpans(slots: Int32Array, counts: Int32Array): void {
  for (let i = slots.length - 1; i >= 0; i--) {
    const span = (slots[i] ?? 0) >> spanBits;
    counts[span] = (counts[span] ?? 0) + 1;
  }
}

function countWithin(slots: Uint16Array, counts: Int32Array): void {
  for (let i = slots.length - 1; i >= 0; i--) {
    const slot = slots[i] ?? 0;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
}

/**
 * Makes of how many places each slot has where those of the slot end: row offsets of compressed sparse rows, one behind.
 * @param start where the places of the first begin
 */
function addUp(counts: Int32Array, start: number): void {
  for (let i = 0, sum = start; i < counts.length; i++) counts[i] = sum += counts[i] ?? 0;
}

/**
 * Writes down the places of one stretch by the spans of their slots, from the last to the first, and where in its span the slot
 * of each is.
 * @param from where the stretch begins
 * @param ends where the places of each span end that are to be written yet; in the end, where all of them begin
 */
function placeBySpan(
  slots: Int32Array,
  from: number,
  ends: Int32Array,
  within: Uint16Array,
  positions: Int32Array,
): void {
  for (let i = slots.length - 1; i >= 0; i--) {
    const slot = slots[i] ?? 0;
    const at = (ends[slot >> spanBits] ?? 0) - 1;
    ends[slot >> spanBits] = at;
    within[at] = slot & ((1 << spanBits) - 1);
    positions[at] = from + i;
  }
}

/**
 * Writes down places by their slots, from the last to the first.
 * @param slots the slot of each place
 * @param ends as in `placeBySpan`, for each slot
 */
function placeWithin(slots: Uint16Array, places: Int32Array, ends: Int32Array, positions: Int32Array): void {
  for (let i = slots.length - 1; i >= 0; i--) {
    const slot = slots[i] ?? 0;
    const at = (ends[slot] ?? 0) - 1;
    positions[at] = places[i] ?? 0;
    ends[slot] = at;
  }
}
