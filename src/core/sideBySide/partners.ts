import type { Task } from '../memo.ts';
import type { Bead, BeadRange } from './beads.ts';
import { invertedLists, NumberLists } from './numberLists.ts';

/** A word of the other text, by its number, that keeps coming together with a word of this one. */
interface Partner {
  readonly word: number;
  readonly dice: number;
  /** What it says where both words stand, in nats. */
  readonly weight: number;
  /** The same for a bead from which the pair is known, which must not vouch for itself. */
  readonly weightInOwn: number;
}

/** All partners of one word. */
export interface Partners {
  readonly all: readonly Partner[];
}

/** Beads with both words, at least. */
export const minTogether = 3;
/** Words in more beads than this part of all, or than this many, say nothing. */
const maxShare = 0.35;
const maxCount = 60;
/** A text that repeats itself gives a word hundreds. */
const maxPartnersOfWord = 6;
/** Dice's coefficient of a pair of words: over all beads, and over all beads but the one that is judged by it. */
const minDice = 0.6;
const minOtherDice = 0.55;
/** Beads, and words, between two turns of others. */
const beadsAtOnce = 200;

/**
 * The partners of each word of the one text; undefined where it has none.
 * @param a the words of each segment of the one text, `b` those of the other; `words` says how many there are
 */
export function* partnersByWord(
  a: NumberLists,
  b: NumberLists,
  words: number,
  beads: readonly Bead[],
): Task<readonly (Partners | undefined)[]> {
  const beadsOfA = yield* beadsByWord(a, words, beads, ({ i, p }) => ({ from: i, count: p }));
  const beadsOfB = yield* beadsByWord(b, words, beads, ({ j, q }) => ({ from: j, count: q }));
  const wordsOfBead = invertedLists(beadsOfB, beads.length);
  const together = new Int32Array(words);
  const found: (Partners | undefined)[] = [];
  for (let word = 0; word < words; word++) {
    const met = countTogether(beadsOfA, word, wordsOfBead, together);
    const all: Partner[] = [];
    for (const other of met) {
      const partner = partnerOf(
        other,
        together[other] ?? 0,
        beadsOfA.lengthOf(word),
        beadsOfB.lengthOf(other),
        beads.length,
      );
      if (partner) all.push(partner);
      together[other] = 0;
    }
    all.sort((x, y) => y.dice - x.dice || x.word - y.word);
    found.push(all.length > 0 ? { all: all.slice(0, maxPartnersOfWord) } : undefined);
    if (word % beadsAtOnce === 0) yield;
  }
  return found;
}

/** Counts in how many beads of a word others stand. Returns these; the counts are 0 before. */
function countTogether(
  beadsOfWord: NumberLists,
  word: number,
  wordsOfBead: NumberLists,
  together: Int32Array,
): readonly number[] {
  const met: number[] = [];
  const end = beadsOfWord.end(word);
  for (let at = beadsOfWord.start(word); at < end; at++) {
    const bead = beadsOfWord.numbers[at] ?? 0;
    const last = wordsOfBead.end(bead);
    for (let other = wordsOfBead.start(bead); other < last; other++) {
      const number = wordsOfBead.numbers[other] ?? 0;
      if (together[number] === 0) met.push(number);
      together[number] = (together[number] ?? 0) + 1;
    }
  }
  return met;
}

/** @param together beads with both words; `count` and `other` are those with each, `total` all */
function partnerOf(
  word: number,
  together: number,
  count: number,
  other: number,
  total: number,
): Partner | undefined {
  const dice = (2 * together) / (count + other);
  if (together < minTogether || dice < minDice) return undefined;
  const weightWithout = (own: number): number => {
    const [both, one, two] = [together - own, count - own, other - own];
    if (both < minTogether - 1 || (2 * both) / (one + two) < minOtherDice) return 0;
    return Math.min(1.8, Math.log(total / Math.sqrt(one * two)) * 0.6);
  };
  return { word, dice, weight: weightWithout(0), weightInOwn: weightWithout(1) };
}

/** The beads of each word that is neither too rare nor too common. */
function* beadsByWord(
  words: NumberLists,
  size: number,
  beads: readonly Bead[],
  sideOf: (bead: BeadRange) => { readonly from: number; readonly count: number },
): Task<NumberLists> {
  const wordsOfBeads = yield* wordsByBead(words, size, beads, sideOf);
  const most = Math.min(maxCount, beads.length * maxShare);
  return invertedLists(wordsOfBeads, size, (count) => count >= minTogether && count <= most);
}

/** The words of each bead, each once. */
function* wordsByBead(
  words: NumberLists,
  size: number,
  beads: readonly Bead[],
  sideOf: (bead: BeadRange) => { readonly from: number; readonly count: number },
): Task<NumberLists> {
  const lastBead = new Int32Array(size).fill(-1);
  const starts = new Int32Array(beads.length + 1);
  const numbers = new Int32Array(words.numbers.length);
  let end = 0;
  for (const [at, bead] of beads.entries()) {
    const { from, count } = sideOf(bead);
    const last = words.start(from + count);
    for (let place = words.start(from); place < last; place++) {
      const word = words.numbers[place] ?? 0;
      if (lastBead[word] === at) continue;
      lastBead[word] = at;
      numbers[end++] = word;
    }
    starts[at + 1] = end;
    if (at % beadsAtOnce === 0) yield;
  }
  return new NumberLists(starts, numbers.slice(0, end));
}
