import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { MappedText } from '../text.ts';
import { comparable } from './comparable.ts';
import { tokensOf, type Token } from './tokens.ts';

/**
 * Fingerprints of every run of five words of a text (w-shingles: Broder 1997), by which a quotation can be verified
 * without the text. docs/verification-without-the-text.md says what they prove and what they give away.
 */

/** Words to a window. Four recur by chance in one text, six leave short quotations unverified. */
export const shingleWidth = 5;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map([...alphabet].map((character, value) => [character, value]));

/** The words of a comparable text as shingles count them: without points, hyphenated words apart. */
export function shingleWords(text: string): Token[] {
  return tokensOf(text, false).filter((token) => token.kind === 'word');
}

/** The first 24 bits (four characters of base64, a false positive in 16.8 million) of the SHA-256 of salt, line feed and the words parted by spaces. */
function shingleOf(salt: string, words: readonly string[]): number {
  const hash = sha256(utf8ToBytes(`${salt}\n${words.join(' ')}`));
  return ((hash[0] ?? 0) << 16) | ((hash[1] ?? 0) << 8) | (hash[2] ?? 0);
}

/** Shingles of all windows of a list of words, in order; none where there are fewer than five. */
export function shinglesOf(salt: string, words: readonly string[]): number[] {
  const count = Math.max(0, words.length - shingleWidth + 1);
  return Array.from({ length: count }, (_, i) => shingleOf(salt, words.slice(i, i + shingleWidth)));
}

/** The shingles of a text as an edition keeps them: four characters (base64url, most significant first) a window. */
export function encodeShingles(salt: string, text: MappedText): string {
  const words = shingleWords(comparable(text).text).map((token) => token.text);
  return shinglesOf(salt, words)
    .map((value) => [18, 12, 6, 0].map((shift) => alphabet.charAt((value >> shift) & 63)).join(''))
    .join('');
}

/** Reads what `encodeShingles` wrote; characters outside the alphabet count as zero. */
export function decodeShingles(encoded: string): number[] {
  const shingles: number[] = [];
  for (let i = 0; i + 3 < encoded.length; i += 4) {
    let value = 0;
    for (let j = i; j < i + 4; j++) value = (value << 6) | (values.get(encoded.charAt(j)) ?? 0);
    shingles.push(value);
  }
  return shingles;
}

/** Where a window stands: in which unit, and at which of its words. */
export interface ShinglePlace {
  readonly unit: number;
  readonly at: number;
}

/** The shingles of all units of a source. */
export class ShingleIndex {
  private readonly places = new Map<number, ShinglePlace[]>();

  constructor(
    readonly salt: string,
    private readonly units: readonly (readonly number[])[],
  ) {
    units.forEach((unit, u) => {
      unit.forEach((shingle, at) => {
        const kept = this.places.get(shingle);
        if (kept) kept.push({ unit: u, at });
        else this.places.set(shingle, [{ unit: u, at }]);
      });
    });
  }

  /** The shingle at a place; undefined behind the last. */
  at(place: ShinglePlace): number | undefined {
    return this.units[place.unit]?.[place.at];
  }

  find(shingle: number): readonly ShinglePlace[] {
    return this.places.get(shingle) ?? [];
  }

  /** Places at which all of a run of shingles stand one behind the other, in reading order. */
  findRun(shingles: readonly number[]): ShinglePlace[] {
    const [first] = shingles;
    if (first === undefined) return [];
    return this.find(first).filter(({ unit, at }) =>
      shingles.every((shingle, i) => this.units[unit]?.[at + i] === shingle),
    );
  }
}
