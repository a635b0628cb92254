import { firstIndex, isWordUnit, type Range } from '../text.ts';
import type { PageMark } from './readSource.ts';

/** Words in comparable form, with their offsets in the file. */
interface PlacedWords {
  readonly text: string;
  startAt(index: number): number;
  endAt(index: number): number;
}

/**
 * A word in which a page of the printed text begins, with or without a hyphen before the page. Nobody can tell whether the hyphen
 * is the word’s own.
 */
export interface PageDivision {
  /** Its place in the comparable text. */
  readonly range: Range;
  readonly head: string;
  readonly tail: string;
  readonly isHyphened: boolean;
}

/** Whether a page of the printed text begins right before a character of its words. */
export function isPageBefore(words: PlacedWords, pages: readonly PageMark[], at: number): boolean {
  if (at <= 0 || pages.length === 0) return false;
  const end = words.endAt(at - 1);
  const next = pages[firstIndex(pages, ({ offset }) => offset > end)];
  return next !== undefined && next.offset <= words.startAt(at);
}

/** Returns the words of a stretch in which pages begin, in order. */
export function pageDivisionsIn(
  words: PlacedWords,
  pages: readonly PageMark[],
  stretch: Range = { start: 0, end: words.text.length },
): PageDivision[] {
  if (pages.length === 0 || stretch.end <= stretch.start) return [];
  const from = firstIndex(pages, ({ offset }) => offset > words.startAt(stretch.start));
  const to = firstIndex(pages, ({ offset }) => offset >= words.endAt(stretch.end - 1));
  return pages.slice(from, to).flatMap(({ offset }) => {
    const at = firstStartingAt(words, stretch, offset);
    return isPageBefore(words, pages, at) ? (divisionAt(words.text, at) ?? []) : [];
  });
}

/** Returns the first offset of a stretch whose character stands at or after an offset in the file. */
function firstStartingAt(words: PlacedWords, { start, end }: Range, offset: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words.startAt(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function divisionAt(text: string, at: number): PageDivision | undefined {
  const isHyphened = text.charAt(at - 1) === '-';
  const middle = isHyphened ? at - 1 : at;
  let [start, end] = [middle, at];
  while (isWordUnit(text, start - 1)) start--;
  while (isWordUnit(text, end)) end++;
  const [head, tail] = [text.slice(start, middle), text.slice(at, end)];
  if (!/^\p{L}+$/u.test(head) || !/^\p{L}+$/u.test(tail)) return undefined;
  return { range: { start, end }, head, tail, isHyphened };
}

/** Of more divided words in one passage only those readings are made in which all, or one, have the other one. */
const maxFullyRead = 3;

/** Returns the other readings of words in comparable form: with a hyphen or without in each word that a page divides. */
export function otherReadingsOf(words: PlacedWords, pages: readonly PageMark[]): string[] {
  const divisions = pageDivisionsIn(words, pages);
  return choicesOf(divisions).map((chosen) => {
    let text = words.text;
    for (const { range, head, tail, isHyphened } of [...chosen].reverse())
      text = `${text.slice(0, range.start)}${head}${isHyphened ? '' : '-'}${tail}${text.slice(range.end)}`;
    return text;
  });
}

function choicesOf(divisions: readonly PageDivision[]): (readonly PageDivision[])[] {
  if (divisions.length > maxFullyRead) return [divisions, ...divisions.map((one) => [one])];
  return divisions
    .reduce<(readonly PageDivision[])[]>((all, one) => [...all, ...all.map((some) => [...some, one])], [[]])
    .slice(1);
}
