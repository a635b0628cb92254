import type { Passage, SourceStructure } from '../source.ts';
import { firstIndex } from '../text.ts';
import { pairWords } from './wordPairs.ts';
import { placedWords, WordNumbers } from './wordSequence.ts';

/** So much of a page has to be found for the pages on which it stands now to be certain. */
const enoughOfPage = 0.6;
/** Less of it on another page is none of it. */
const partOfPage = 0.05;

type Paged = Pick<SourceStructure, 'passages' | 'pages'>;

/**
 * Finds where the words of a page of one printing stand in another, by the page marks of both. What stands before the first mark is on
 * no page.
 */
export class PagesMoved {
  private readonly old: PagedWords;
  private readonly now: PagedWords;
  private readonly inOrder: Int32Array;

  constructor(old: Paged, now: Paged) {
    const vocabulary = new WordNumbers();
    this.old = pageWordsOf(old, vocabulary);
    this.now = pageWordsOf(now, vocabulary);
    this.inOrder = pairWords(this.old.ids, this.now.ids).inOrder;
  }

  /** Returns the labels of the pages on which the words of some pages stand now, in order; undefined where that is not certain. */
  labelsFor(first: string, last: string): readonly string[] | undefined {
    const [from, to] = [this.old.indexOf(first), this.old.indexOf(last)];
    if (from < 0 || to < from) return undefined;
    const counts = new Map<number, number>();
    let [words, found] = [0, 0];
    this.old.pages.forEach((page, word) => {
      if (page < from || page > to) return;
      words++;
      const other = this.inOrder[word] ?? -1;
      if (other < 0) return;
      found++;
      const target = this.now.pages[other] ?? -1;
      counts.set(target, (counts.get(target) ?? 0) + 1);
    });
    if (words === 0 || found / words < enoughOfPage) return undefined;
    const targets = [...counts]
      .filter(([, count]) => count / words >= partOfPage)
      .map(([target]) => target)
      .sort((a, b) => a - b);
    const isInRow = targets.every((target, at) => target === (targets[0] ?? 0) + at && target >= 0);
    return isInRow ? targets.map((target) => this.now.labels[target] ?? '') : undefined;
  }
}

interface PagedWords {
  readonly ids: Int32Array;
  /** Index of the page of each word; −1 before the first mark. */
  readonly pages: Int32Array;
  readonly labels: readonly string[];
  readonly indexOf: (label: string) => number;
}

function pageWordsOf({ passages, pages }: Paged, vocabulary: WordNumbers): PagedWords {
  const labels = pages.map(({ label }) => label);
  const pageAt = (offset: number): number => firstIndex(pages, (mark) => mark.offset > offset) - 1;
  return {
    ids: vocabulary.sequenceOf(passages.map(({ words }) => words?.plain)).ids,
    pages: Int32Array.from(passages.flatMap((passage) => pagesOfWords(passage, pageAt))),
    labels,
    indexOf: (label) => labels.findIndex((each) => each.toLowerCase() === label.toLowerCase()),
  };
}

function pagesOfWords({ words }: Passage, pageAt: (offset: number) => number): number[] {
  if (!words) return [];
  return placedWords(words.plain.text).map((start) =>
    pageAt(words.plain.startAt(start) ?? words.range.start),
  );
}
