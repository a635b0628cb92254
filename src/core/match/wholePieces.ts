import type { Range } from '../text.ts';
import { gramLength } from './grams.ts';
import type { PassageIndex } from './passageIndex.ts';

/**
 * Returns the stretches of a source that may contain a match with few errors. A match with e errors leaves at least one of
 * e + 1 disjoint pieces of the words unchanged (the pigeonhole principle, see `likenesses`), and long pieces occur in fewer
 * places than single grams.
 * @param most the number of hits of the pieces' rarest grams to look at
 * @returns stretches that contain all such matches, overlapping ones not merged; undefined where pieces are too short or
 * the words too common
 */
export function stretchesByWholePieces(
  index: PassageIndex,
  words: string,
  errors: number,
  most: number,
): readonly Range[] | undefined {
  const pieces = errors + 1;
  const width = words.length / pieces;
  if (width < gramLength) return undefined;
  const slots = index.grams.slotsOf(words);
  const stretches: Range[] = [];
  let hits = 0;
  for (let piece = 0; piece < pieces; piece++) {
    const from = Math.floor(piece * width);
    const to = Math.floor((piece + 1) * width);
    const gram = index.grams.rarest(slots, from, to - gramLength);
    hits += index.grams.count(gram.slot);
    if (hits > most) return undefined;
    const written = words.slice(from, to);
    for (const place of index.grams.places(gram.slot)) {
      const start = place - gram.offset;
      if (!index.text.startsWith(written, start + from)) continue;
      stretches.push({
        start: Math.max(0, start - errors),
        end: Math.min(index.text.length, start + words.length + errors),
      });
    }
  }
  return stretches.sort((a, b) => a.start - b.start);
}
