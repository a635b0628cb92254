import type { LocatorPart } from '../locators.ts';
import type { Source } from '../study.ts';
import { integer, numbersOf } from './locatorNumbers.ts';

/** Returns the last page with a mark to which an `f.` or `ff.` after a number leads. */
export function pageAfter(part: LocatorPart, { pages }: Source): string {
  const numbers = part.following === undefined ? undefined : numbersOf(part);
  if (!numbers) return part.first;
  const isMeant = (label: string): boolean => {
    const number = integer(label) ?? 0;
    return number > numbers.first && number <= numbers.last;
  };
  return pages.findLast(({ label }) => isMeant(label))?.label ?? part.first;
}

/**
 * Returns the passages that are at least partly on the pages from `first` to `last` of a source with page marks.
 * @returns undefined where one of the pages has no mark; `reversedPart` where the last comes before the first
 */
export function pagePassages(
  source: Source,
  first: string,
  last: string,
): readonly number[] | 'reversed' | undefined {
  const labels = source.pages.map((page) => page.label.toLowerCase());
  const from = labels.indexOf(first.toLowerCase());
  const to = labels.lastIndexOf(last.toLowerCase());
  if (from < 0 || to < 0) return undefined;
  if (to < from) return 'reversed';
  const start = source.pages[from]?.offset ?? 0;
  const end = source.pages[to + 1]?.offset ?? Number.MAX_SAFE_INTEGER;
  return source.passages
    .filter((passage) => passage.words && passage.words.range.end > start && passage.words.range.start < end)
    .map((passage) => passage.number);
}
