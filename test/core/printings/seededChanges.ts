/**
 * Printings of a text that differ from it by changes that are known: paragraphs put together, parted, left out and added, and
 * words exchanged. The same seed makes the same printing.
 */

/** Returns numbers from 0 to 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A stretch of a paragraph of the old printing; `from` is its index, or −1 for words of another text. */
interface Stretch {
  readonly from: number;
  readonly text: string;
}

export interface ChangedPrinting {
  readonly texts: readonly string[];
  /** For each paragraph of the old printing, how many of its characters stand in which paragraph of the new one, by index. */
  readonly truth: readonly ReadonlyMap<number, number>[];
}

export interface Changes {
  /** How many paragraphs are put together, parted, left out or added. */
  readonly count: number;
  /** The share of words that are exchanged or left out. */
  readonly words: number;
  /** Paragraphs of another text, to be added. */
  readonly foreign: readonly string[];
}

const kinds = ['join', 'part', 'drop', 'add'] as const;
const maxTries = 50;
/** Less than this is no part of a paragraph. */
const minPartUnits = 25;

/** Changes a printing. */
export function changedPrinting(old: readonly string[], seed: number, changes: Changes): ChangedPrinting {
  const random = seededRandom(seed);
  const paragraphs: Stretch[][] = old.map((text, from) => [{ from, text }]);
  for (let change = 0; change < changes.count; change++)
    for (let tries = 0; tries < maxTries; tries++) if (changeOnce(paragraphs, random, changes.foreign)) break;
  const vocabulary = old.join(' ').match(/\p{L}+/gu) ?? [];
  const truth = old.map((): Map<number, number> => new Map());
  paragraphs.forEach((stretches, at) => {
    for (const { from, text } of stretches) truth[from]?.set(at, (truth[from].get(at) ?? 0) + text.length);
  });
  const texts = paragraphs.map((stretches) =>
    withOtherWords(stretches.map(({ text }) => text).join(' '), random, changes.words, vocabulary),
  );
  return { texts, truth };
}

function changeOnce(paragraphs: Stretch[][], random: () => number, foreign: readonly string[]): boolean {
  const kind = kinds[Math.floor(random() * kinds.length)];
  const at = Math.floor(random() * paragraphs.length);
  const paragraph = paragraphs[at] ?? [];
  const next = paragraphs[at + 1];
  switch (kind) {
    case 'join':
      if (!next) return false;
      paragraphs.splice(at, 2, [...paragraph, ...next]);
      return true;
    case 'part': {
      const sentences = paragraph.flatMap(({ from, text }) =>
        text.split(/(?<=[.!?][”’)]*) /u).map((sentence): Stretch => ({ from, text: sentence })),
      );
      const cut = 1 + Math.floor(random() * (sentences.length - 1));
      const halves = [sentences.slice(0, cut), sentences.slice(cut)];
      if (sentences.length < 2 || halves.some(hasCrumbs)) return false;
      paragraphs.splice(at, 1, ...halves);
      return true;
    }
    case 'drop':
      paragraphs.splice(at, 1);
      return true;
    default:
      paragraphs.splice(at, 0, [{ from: -1, text: foreign[Math.floor(random() * foreign.length)] ?? '' }]);
      return true;
  }
}

/** Whether a half has so little of a paragraph that nobody would say it stands there. */
function hasCrumbs(half: readonly Stretch[]): boolean {
  const units = new Map<number, number>();
  for (const { from, text } of half) units.set(from, (units.get(from) ?? 0) + text.length);
  return [...units.values()].some((length) => length < minPartUnits);
}

function withOtherWords(
  text: string,
  random: () => number,
  share: number,
  vocabulary: readonly string[],
): string {
  return text
    .replace(/\p{L}+/gu, (word) => {
      if (random() >= share) return word;
      return random() < 0.25 ? '' : (vocabulary[Math.floor(random() * vocabulary.length)] ?? '');
    })
    .replace(/ {2,}/g, ' ');
}
