import type { Source } from '../study.ts';

/**
 * Returns the passages that are at least partly on the pages from `first` to `last` of a source with page marks.
 * @returns undefined where one of the pages has no mark; `reversed` where the last comes before the first
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
