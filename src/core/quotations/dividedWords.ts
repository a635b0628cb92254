import { memo } from '../memo.ts';
import { unitAt } from '../match.ts';
import type { Quotable } from '../resolve.ts';
import { isPageBefore, type PageDivision, pageDivisionsIn } from '../source.ts';
import type { Range } from '../text.ts';
import type { ExactMatch, Wanted } from './quotationText.ts';
import { respelt, type Respelling } from './respellings.ts';

/** A word that a page of a source divides, and how its other reading is found in a quotation. */
interface DividedWord {
  /** Its place in the source's index. */
  readonly range: Range;
  /** Finds its other reading in a quotation: without the hyphen, or with one. */
  readonly otherReading: RegExp;
  /** What turns the other reading into the source's. Offsets count from the beginning of the word. */
  readonly edit: Respelling;
}

/** More occurrences of such words than a quotation has. */
const maxOccurrences = 8;

/** Whether a page of the printed source begins right before a character of the index. */
export function beginsPage({ index, source, inFile }: Quotable, at: number): boolean {
  return inFile[unitAt(index, at)] === true && isPageBefore(index, source.pages, at);
}

const dividedWords = memo('words that pages divide', (quotable: Quotable): readonly DividedWord[] => {
  const { index, source, inFile } = quotable;
  return index.ranges.flatMap((range, unit) =>
    inFile[unit] === true ? pageDivisionsIn(index, source.pages, range).map(dividedWordOf) : [],
  );
});

function dividedWordOf({ range, head, tail, isHyphened }: PageDivision): DividedWord {
  const between = isHyphened ? '' : '[-\\u2010\\u2011]';
  return {
    range,
    otherReading: new RegExp(`(?<![\\p{L}\\p{N}])${head}${between}${tail}(?![\\p{L}\\p{N}])`, 'giu'),
    edit: { start: head.length, end: head.length + (isHyphened ? 0 : 1), newText: isHyphened ? '-' : '' },
  };
}

/** A quotation with such words as the source writes them, and where these stand in the source. */
export interface PageReading {
  readonly wanted: Wanted;
  /** Whether a match holds the words whose reading was changed. */
  readonly fits: (match: ExactMatch) => boolean;
}

/** Returns a quotation with the source's reading of words that the ends of pages divide: of all occurrences, then of each. */
export function pageReadings(wanted: Wanted, quotable: Quotable): PageReading[] {
  const { text } = wanted.quotation.words;
  const found = dividedWords(quotable).flatMap(({ range, otherReading, edit }) =>
    [...text.matchAll(otherReading)].map(({ index }) => ({
      range,
      edit: { start: index + edit.start, end: index + edit.end, newText: edit.newText },
    })),
  );
  if (found.length === 0) return [];
  const ways = [found, ...(found.length > 1 ? found.slice(0, maxOccurrences).map((one) => [one]) : [])];
  return ways.map((way) => ({
    wanted: respelt(
      wanted,
      way.map(({ edit }) => edit),
    ),
    fits: (match) =>
      way.some(({ range }) => match.range.start <= range.start && range.end <= match.range.end),
  }));
}
