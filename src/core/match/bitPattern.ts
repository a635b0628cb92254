import type { Range } from '../text.ts';

const blockBits = 32;

/**
 * Words prepared for asking many stretches of text whether they stand there with few errors: bit vectors in blocks (Myers,
 * “A Fast Bit-Vector Algorithm for Approximate String Matching”, 1999). A search that also says where takes ten times as long
 * to prepare.
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

  constructor(private readonly words: string) {
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
    const { words, blocks } = this;
    const length = Math.max(0, end - start);
    if (words.length <= most) return true;
    if (words.length - length > most) return false;
    this.readStretch(text, start, length);
    for (let block = 0; block < blocks - 1; block++) this.advance(block, length, -1 << (blockBits - 1));
    this.advance(blocks - 1, length, 1 << ((words.length - 1) % blockBits));
    let errors = words.length;
    for (let i = 0; i < length; i++) {
      errors += this.steps[i] ?? 0;
      if (errors <= most) return true;
    }
    return false;
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
