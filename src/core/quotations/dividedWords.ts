import { memo } from '../memo.ts';
import { unitAt } from '../match.ts';
import type { Quotable } from '../resolve.ts';
import { firstIndex, isWordUnit, type Range } from '../text.ts';
import type { ExactMatch, Wanted } from './quotationText.ts';
import { respelt, type Respelling } from './respellings.ts';

/** A word of a source in which a page of the printed text begins, with or without a hyphen before the page. */
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

/**
 * Whether a page of the printed source begins right before a character of the index. Nobody can tell whether the hyphen of a
 * word that the page's end divides is the word's own.
 */
export function beginsPage({ index, source, inFile }: Quotable, at: number): boolean {
  if (at <= 0 || source.pages.length === 0 || inFile[unitAt(index, at)] !== true) return false;
  const end = index.endAt(at - 1);
  const next = source.pages[firstIndex(source.pages, ({ offset }) => offset > end)];
  return next !== undefined && next.offset <= index.startAt(at);
}

const dividedWords = memo('words that pages divide', (quotable: Quotable): readonly DividedWord[] => {
  const { index, source, inFile } = quotable;
  if (source.pages.length === 0) return [];
  return index.ranges.flatMap((range, unit) => {
    if (inFile[unit] !== true || range.end <= range.start) return [];
    const from = firstIndex(source.pages, ({ offset }) => offset > index.startAt(range.start));
    const to = firstIndex(source.pages, ({ offset }) => offset >= index.endAt(range.end - 1));
    return source.pages.slice(from, to).flatMap(({ offset }) => {
      const at = firstStartingAt(quotable, range, offset);
      return beginsPage(quotable, at) ? (dividedAt(index.text, at) ?? []) : [];
    });
  });
});

/** Returns the first offset of a unit's range whose character stands at or after an original offset. */
function firstStartingAt({ index }: Quotable, { start, end }: Range, offset: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.startAt(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function dividedAt(text: string, at: number): DividedWord | undefined {
  const isHyphened = text.charAt(at - 1) === '-';
  const middle = isHyphened ? at - 1 : at;
  let [start, end] = [middle, at];
  while (isWordUnit(text, start - 1)) start--;
  while (isWordUnit(text, end)) end++;
  const [head, tail] = [text.slice(start, middle), text.slice(at, end)];
  if (!/^\p{L}+$/u.test(head) || !/^\p{L}+$/u.test(tail)) return undefined;
  const between = isHyphened ? '' : '[-\\u2010\\u2011]';
  return {
    range: { start, end },
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
