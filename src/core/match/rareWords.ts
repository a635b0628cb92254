import type { Range } from '../text.ts';
import { gramLength, type Gram } from './grams.ts';
import type { PassageIndex } from './passageIndex.ts';
import { tokensOf, type Token } from './tokens.ts';
import { leastChange } from './wordDiff.ts';

/** More places than this are not aligned one by one. */
const mostPlaces = 24;

interface RareWord {
  readonly token: Token;
  /** A gram of the word, by its offset in the words of the quotation. */
  readonly gram: Gram;
  readonly count: number;
}

/**
 * The stretches of a source that the words of a quotation can be aligned with at a cost of at most `most`: all of them, and
 * perhaps others. The pigeonhole principle again (see `likenesses`), this time for words: where changing each of some words
 * costs more than that together, at least one of them stands unchanged, be it for the capital that it begins with. The
 * rarest are looked up. Words in capitals count as changed here.
 * @returns stretches as long as the quotation, where it would stand without any other change; undefined where its words
 * are too few, too short or too common to tell
 */
export function stretchesByRareWords(
  index: PassageIndex,
  words: string,
  most: number,
): readonly Range[] | undefined {
  const chosen = enough(rareWords(index, words), most);
  if (!chosen || chosen.reduce((sum, { count }) => sum + count, 0) > mostPlaces) return undefined;
  const starts = new Set<number>();
  for (const { token, gram } of chosen)
    for (const place of index.grams.places(gram.slot)) {
      const start = place - gram.offset;
      const found = index.text.slice(start + token.start, start + token.end);
      if (found.toLowerCase() === token.folded) starts.add(start);
    }
  return [...starts].map((start) => ({
    start: Math.max(0, start),
    end: Math.min(index.text.length, start + words.length),
  }));
}

/** The words that hold a gram behind their first letter, the rarest first. */
function rareWords(index: PassageIndex, words: string): RareWord[] {
  const slots = index.grams.slotsOf(words);
  const found: RareWord[] = [];
  for (const token of tokensOf(words, true)) {
    if (token.kind !== 'word' || token.end - token.start <= gramLength) continue;
    const best = index.grams.rarest(slots, token.start + 1, token.end - gramLength);
    found.push({ token, gram: best, count: index.grams.count(best.slot) });
  }
  return found.sort((a, b) => a.count - b.count);
}

/** As many words as cannot all be changed at that cost. */
function enough(words: readonly RareWord[], most: number): readonly RareWord[] | undefined {
  let cost = 0;
  for (const [at, { token }] of words.entries()) {
    cost += leastChange(token);
    if (cost > most) return words.slice(0, at + 1);
  }
  return undefined;
}
