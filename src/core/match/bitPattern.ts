import type { Range } from '../text.ts';

/** A stretch of a text that resembles some words. */
export interface Likeness {
  readonly range: Range;
  /** Edit distance in UTF-16 units (insertions, deletions, substitutions). */
  readonly errors: number;
}

/** The end of a stretch, with the part of the text that it is sought in. */
interface End {
  readonly part: Range;
  /** The offset behind the last unit. */
  readonly at: number;
}

/** Where the stretches end that resemble words best, in order. */
interface NearestEnds {
  readonly errors: number;
  readonly ends: readonly End[];
}

const blockBits = 32;
/** A text is read in parts of this many units, so that what is kept of each unit takes no room of the size of a text. */
const partUnits = 1 << 14;
/** A block says where the rest of the words is worth looking for as long as no more errors may be in it. */
const maxFilterErrors = 10;

function filterBlocks(most: number): number {
  return Math.ceil(Math.max(1, most) / maxFilterErrors);
}

/**
 * Words prepared for searching many stretches of text for them with errors: bit vectors in blocks (Myers, “A Fast Bit-Vector
 * Algorithm for Approximate String Matching”, 1999), one block after another over a part of the text.
 */
export class BitPattern {
  private readonly blocks: number;
  /** For each character of the words, and first for all others, which units of the words are that character: a number a block. */
  private readonly masks: Int32Array;
  /** Where the numbers of a character begin in `masks`. */
  private readonly rows = new Map<number, number>();
  /** The same of the most frequent characters. */
  private readonly asciiRows = new Int32Array(128);
  /** Room for what is known of each unit of a stretch. */
  private rowsThere = new Int32Array(0);
  private steps = new Int8Array(0);
  private backwards: BitPattern | undefined;

  constructor(readonly words: string) {
    this.blocks = Math.ceil(words.length / blockBits);
    for (let i = 0; i < words.length; i++) {
      const code = words.charCodeAt(i);
      if (this.rows.has(code)) continue;
      const row = (this.rows.size + 1) * this.blocks;
      this.rows.set(code, row);
      if (code < 128) this.asciiRows[code] = row;
    }
    this.masks = new Int32Array((this.rows.size + 1) * this.blocks);
    for (let i = 0; i < words.length; i++) {
      const at = (this.rows.get(words.charCodeAt(i)) ?? 0) + Math.floor(i / blockBits);
      this.masks[at] = (this.masks[at] ?? 0) | (1 << (i % blockBits));
    }
  }

  /** Whether some part of a stretch of `text` is at most `most` insertions, deletions and substitutions from the words. */
  standsIn(text: string, { start, end }: Range, most: number): boolean {
    const length = Math.max(0, end - start);
    if (this.words.length <= most) return true;
    if (this.words.length - length > most) return false;
    this.goThrough(text, start, length, this.blocks);
    let errors = this.words.length;
    for (let i = 0; i < length; i++) {
      errors += this.steps[i] ?? 0;
      if (errors <= most) return true;
    }
    return false;
  }

  /**
   * Returns the stretches within some parts of `text` that have the fewest errors, if these are at most `most`, in order. Each is
   * the longest of those that end where it does. Words that are nothing stand nowhere.
   */
  nearest(text: string, parts: readonly Range[], most: number): Likeness[] {
    const { errors, ends } = this.nearestEnds(text, parts, most);
    return ends.map((end) => this.endingAt(text, end, errors));
  }

  /** Returns the first of those. */
  firstNearest(text: string, parts: readonly Range[], most: number): Likeness | undefined {
    const { errors, ends } = this.nearestEnds(text, parts, most);
    return ends[0] && this.endingAt(text, ends[0], errors);
  }

  /**
   * Returns the parts of a stretch in which alone the words can stand with at most `most` errors, in order: those where their first
   * blocks do. What is nearest there is nearest in the stretch.
   */
  likely(text: string, stretch: Range, most: number): Range[] {
    const blocks = Math.min(this.blocks, filterBlocks(most));
    const units = this.unitsOf(blocks);
    const behind = this.words.length - units + most;
    const parts: { start: number; end: number }[] = [];
    this.eachEnd(text, stretch, most, blocks, (end, errors) => {
      if (errors > most) return;
      const part = {
        start: Math.max(stretch.start, end - units - most),
        end: Math.min(stretch.end, end + behind),
      };
      const last = parts.at(-1);
      if (last && part.start <= last.end) last.end = part.end;
      else parts.push(part);
    });
    return parts;
  }

  private endingAt(text: string, { part, at }: End, errors: number): Likeness {
    const start = Math.max(part.start, at - this.words.length - errors);
    this.backwards ??= new BitPattern(reversed(this.words));
    const there = reversed(text.slice(start, at));
    const longest = this.backwards.nearestEnds(there, [{ start: 0, end: there.length }], errors).ends.at(-1);
    return { range: { start: at - (longest?.at ?? 0), end: at }, errors };
  }

  private nearestEnds(text: string, parts: readonly Range[], most: number): NearestEnds {
    const { length } = this.words;
    let fewest = Math.min(most, length);
    let ends: End[] = [];
    if (length === 0) return { errors: 0, ends };
    for (const whole of parts)
      for (const part of filterBlocks(fewest) < this.blocks ? this.likely(text, whole, fewest) : [whole])
        this.eachEnd(text, part, fewest, this.blocks, (at, errors) => {
          if (errors > fewest) return;
          if (errors < fewest) ends = [];
          fewest = errors;
          ends.push({ part, at });
        });
    return { errors: fewest, ends };
  }

  private unitsOf(blocks: number): number {
    return Math.min(this.words.length, blocks * blockBits);
  }

  /**
   * Visits each unit of a stretch at which the first blocks of the words may end with at most `most` errors.
   * @param visit gets the offset behind the unit, and the fewest errors of a part that ends there
   */
  private eachEnd(
    text: string,
    { start, end }: Range,
    most: number,
    blocks: number,
    visit: (end: number, errors: number) => void,
  ): void {
    const units = this.unitsOf(blocks);
    const before = units + most;
    for (let from = start; from < end; from += partUnits) {
      const first = Math.max(start, from - before);
      const length = Math.min(end, from + partUnits) - first;
      this.goThrough(text, first, length, blocks);
      let errors = units;
      for (let i = 0; i < length; i++) {
        errors += this.steps[i] ?? 0;
        if (errors <= most && first + i >= from) visit(first + i + 1, errors);
      }
    }
  }

  /** Goes through a stretch with the first blocks of the words. `steps` says then how their errors change from unit to unit. */
  private goThrough(text: string, start: number, length: number, blocks: number): void {
    this.readStretch(text, start, length);
    const units = this.unitsOf(blocks);
    for (let block = 0; block < blocks - 1; block++) this.advance(block, length, -1 << (blockBits - 1));
    this.advance(blocks - 1, length, 1 << ((units - 1) % blockBits));
  }

  private readStretch(text: string, start: number, length: number): void {
    if (this.steps.length < length) {
      this.rowsThere = new Int32Array(2 * length);
      this.steps = new Int8Array(2 * length);
    }
    this.steps.fill(0, 0, length);
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(start + i);
      this.rowsThere[i] = (code < 128 ? this.asciiRows[code] : this.rows.get(code)) ?? 0;
    }
  }

  /**
   * Goes through a stretch with one block. `steps` says by how much the errors of the block above change from unit to unit, and
   * says it of this block afterwards.
   * @param lastBit the bit of the block's last unit
   */
  private advance(block: number, length: number, lastBit: number): void {
    const { masks, rowsThere, steps } = this;
    let up = -1;
    let down = 0;
    for (let i = 0; i < length; i++) {
      const step = steps[i] ?? 0;
      const isLess = step >>> 31;
      const equal = (masks[(rowsThere[i] ?? 0) + block] ?? 0) | isLess;
      const vertical = equal | down;
      const horizontal = (((equal & up) + up) ^ up) | equal;
      const plus = down | ~(horizontal | up);
      const minus = up & horizontal;
      const shifted = (plus << 1) | (step > 0 ? 1 : 0);
      up = (minus << 1) | isLess | ~(vertical | shifted);
      down = shifted & vertical;
      steps[i] = ((plus & lastBit) === 0 ? 0 : 1) - ((minus & lastBit) === 0 ? 0 : 1);
    }
  }
}

function reversed(text: string): string {
  let back = '';
  for (let at = text.length - 1; at >= 0; at--) back += text.charAt(at);
  return back;
}
