import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { MappedText } from '../text.ts';
import { comparable } from './comparable.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * Fingerprints of every run of five words of a text (w-shingles: Broder 1997). They verify a quotation without the text.
 * docs/verification-without-the-text.md says what they prove and what they reveal.
 */

/** Words per window. Four recur by chance within one text, six leave short quotations unverified. */
export const shingleWidth = 5;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueByCharacter = new Map([...alphabet].map((character, value) => [character, value]));

/** Returns the words of a comparable text for shingles: without points, and with the parts of hyphenated words separate. */
export function shingleWords(text: string): Token[] {
  return tokensOf(text, false).filter((token) => token.kind === 'word');
}

/**
 * Returns the first 24 bits of the SHA-256 of the salt, a line feed and the words separated by spaces. These are four
 * characters of base64, with one false positive in 16.8 million.
 */
function shingleOf(salt: string, words: readonly string[]): number {
  const hash = sha256(utf8ToBytes(`${salt}\n${words.join(' ')}`));
  return ((hash[0] ?? 0) << 16) | ((hash[1] ?? 0) << 8) | (hash[2] ?? 0);
}

/** Returns the shingles of all windows of a list of words, in order; empty where there are fewer than five words. */
export function shinglesOf(salt: string, words: readonly string[]): number[] {
  const count = Math.max(0, words.length - shingleWidth + 1);
  return Array.from({ length: count }, (_, i) => shingleOf(salt, words.slice(i, i + shingleWidth)));
}

/** Encodes the shingles of a text for an edition: four characters per window (base64url, most significant first). */
export function encodeShingles(salt: string, text: MappedText): string {
  const words = shingleWords(comparable(text).text).map((token) => token.text);
  return shinglesOf(salt, words)
    .map((value) => [18, 12, 6, 0].map((shift) => alphabet.charAt((value >> shift) & 63)).join(''))
    .join('');
}

/** Decodes the result of `encodeShingles`. Characters outside the alphabet count as zero. */
export function decodeShingles(encoded: string): number[] {
  const shingles: number[] = [];
  for (let i = 0; i + 3 < encoded.length; i += 4) {
    let value = 0;
    for (let j = i; j < i + 4; j++) value = (value << 6) | (valueByCharacter.get(encoded.charAt(j)) ?? 0);
    shingles.push(value);
  }
  return shingles;
}

/** The place of a window: its unit, and the index of its first word there. */
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

  /** Returns the shingle at a place; undefined after the last. */
  at(place: ShinglePlace): number | undefined {
    return this.units[place.unit]?.[place.at];
  }

  /** Returns the number of windows of a unit: 0 for one of fewer than five words. */
  windowsOf(unit: number): number {
    return this.units[unit]?.length ?? 0;
  }

  find(shingle: number): readonly ShinglePlace[] {
    return this.places.get(shingle) ?? [];
  }

  /** Returns the places where all of `shingles` follow one another, in reading order. */
  findRun(shingles: readonly number[]): ShinglePlace[] {
    const [first] = shingles;
    if (first === undefined) return [];
    return this.find(first).filter(({ unit, at }) =>
      shingles.every((shingle, i) => this.units[unit]?.[at + i] === shingle),
    );
  }
}
