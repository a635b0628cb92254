import { counterpartsOf, textsBeside } from '../../resolve.ts';
import type { Source, Study } from '../../study.ts';
import { type Counts, passageKey, sum, type Tally, zeroCounts } from './tallies.ts';

/** The translations and printings of a text that are counted on it: those that files of alignments put beside a base. */
export function textsCountedOn(base: Source, { alignments }: Study): readonly string[] {
  const isBase = alignments.some(({ alignment }) => alignment?.base === base.key);
  const isText = alignments.some(({ alignment }) => alignment?.text === base.key);
  return isBase && !isText ? textsBeside(base.key, alignments) : [];
}

/**
 * Returns what a tally of another text counts on a base: what is on passages of which it is certain what they are there. What is on a passage
 * that is several there names each of them as a part of something larger.
 */
export function talliedOn(base: Source, key: string, tally: Tally, study: Study): Tally {
  const found = new Map<string, Counts>();
  for (const [item, counts] of tally) {
    const number = /^p([0-9]+)$/.exec(item)?.[1];
    if (number === undefined) continue;
    const there = counterpartsOf(key, [Number(number)], study).find(({ source }) => source === base);
    if (there?.state !== 'certain') continue;
    const added = there.numbers.length > 1 ? inLarger(counts) : counts;
    for (const each of there.numbers) {
      const at = passageKey(each);
      found.set(at, sum(found.get(at) ?? zeroCounts, added));
    }
  }
  return found;
}

/** Which of the parts words or a note are on, nobody knows. */
function inLarger({ citations, bySection, quotations }: Counts): Counts {
  const larger = Math.max(citations - bySection, quotations > 0 ? 1 : 0);
  return { ...zeroCounts, citations: bySection + larger, bySection: bySection + larger, larger };
}
