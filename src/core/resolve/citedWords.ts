import { type Citation, readCitations } from '../citations.ts';
import type { Source } from '../study.ts';
import { firstIndex, hasWord, type MappedText, type Range } from '../text.ts';

/** Returns where a source itself cites, in order. */
export function citingRanges({ file }: Source): readonly Range[] {
  const { document } = file ?? {};
  if (!document?.text.includes('@')) return [];
  const groups = new Map(readCitations(document).map(({ group }: Citation) => [group.start, group]));
  return [...groups.values()].sort((a, b) => a.start - b.start);
}

/**
 * Returns words without what they cite, and without the space before it unless a word goes on right behind: papers that quote them are
 * read so, whether they copy a citation or leave it out.
 */
export function withoutOwnCitations(words: MappedText, cited: readonly Range[]): MappedText {
  const [first, last] = [words.startAt(0) ?? 0, words.endAt(words.text.length - 1) ?? 0];
  let next = firstIndex(cited, ({ start }) => start >= first);
  if ((cited[next]?.start ?? Infinity) >= last) return words;
  const stretches: [number, number][] = [];
  let at = 0;
  for (let group = cited[next]; group && group.start < last; group = cited[++next]) {
    const start = words.firstStartingAt(group.start, at);
    const end = words.firstStartingAt(group.end, start);
    if (words.startAt(start) !== group.start) continue;
    const before = words.text.slice(at, start);
    const spaces = hasWord(words.text.charAt(end)) ? 0 : before.length - before.trimEnd().length;
    stretches.push([start - spaces, end]);
    at = end;
  }
  return words.withoutStretches(stretches);
}
