import type { Range } from '../text.ts';
import { gramLength, type Gram } from './grams.ts';
import type { PassageIndex } from './passageIndex.ts';
import { tokensOf, type Token } from './tokens.ts';
import { leastChange } from './wordDiff.ts';

/** With more places than this, the words are not aligned place by place. */
const mostPlaces = 24;

interface RareWord {
  readonly token: Token;
  /** A gram of the word, with its offset in the words of the quotation. */
  readonly gram: Gram;
  readonly count: number;
}

/**
 * Returns the stretches of a source with which a quotation can be aligned at a cost of at most `most`: all of them, and
 * perhaps others. This is the pigeonhole principle again (see `likenesses`), for words: where changing every one of some
 * words costs more than `most`, at least one of them is unchanged, apart from an initial capital. The rarest words are
 * looked up. Words in capitals count as changed.
 * @returns stretches as long as the quotation, placed as if nothing else had changed; undefined where the words are too
 * few, too short or too common
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

/** Returns the words that contain a gram after their first letter, rarest first. */
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

/** Returns the fewest words whose changes together cost more than `most`; undefined where there are not enough. */
function enough(words: readonly RareWord[], most: number): readonly RareWord[] | undefined {
  let cost = 0;
  for (const [at, { token }] of words.entries()) {
    cost += leastChange(token);
    if (cost > most) return words.slice(0, at + 1);
  }
  return undefined;
}
