import { memo } from '../memo.ts';
import { originals } from '../match.ts';
import type { Quotable, Scope } from '../resolve.ts';
import type { Range } from '../text.ts';
import type { PageReading } from './dividedWords.ts';
import type { Wanted } from './quotationText.ts';
import { respelt } from './respellings.ts';

/** A number that a source prints beside its words, which a quotation may leave out. */
interface MarginNumber {
  /** Its place in the source's index. */
  readonly range: Range;
  /** The words before it, up to the number before that. */
  readonly head: string;
  /** The words behind it, up to the next number. */
  readonly tail: string;
}

/** The number of a paragraph with its sign, `3.`, `(3)`, `[3a]`, `§ 3`, or the time at which it was said, `[00:15:42]`. */
const numberOfParagraph =
  /^(?:[§¶] ?[0-9]{1,4}[a-z]?[.):]?|\([0-9]{1,4}[a-z]?\)|\[[0-9]{1,4}[a-z]?\]|[0-9]{1,4}(?:\.[0-9]{1,4})*[a-z]?[.)]|[[(]?[0-9]{1,2}(?::[0-9]{2}){1,2}[\])]?) (?=\S)/u;
/** A number that may stand at the end of a line of verse. */
const numberInVerse = / [0-9]{1,4}(?= |$)/gu;
/** Characters before and after a number that tell it from others: a line of verse. */
const unitsAround = 24;
/** More than a quotation goes past. */
const maxMarginNumbers = 60;
const maxLineUnits = 200;
const minSharedUnits = 4;

const marginNumbers = memo(
  'numbers beside the words of a source',
  (quotable: Quotable): readonly MarginNumber[] => {
    const { text } = quotable.index;
    let counted = 0;
    const ranges = quotable.places.flatMap((place, unit) => {
      const range = quotable.index.ranges[unit];
      if (place.kind !== 'passage' || !range || quotable.inFile[unit] !== true) return [];
      const number = numberBefore(text, range);
      const value = number && marginValueOf(text.slice(number.start, number.end));
      const isCounted =
        value === undefined || quotable.source.printed !== undefined || value === 1 || isNext(value, counted);
      if (isCounted) counted = value ?? counted;
      const lines = atLineEnds(quotable, range, place.number);
      return number && isCounted && text.charAt(range.start - 1) === ' ' ? [number, ...lines] : lines;
    });
    return ranges.map((range, at) => {
      const from = Math.max(ranges[at - 1]?.end ?? 0, range.start - unitsAround);
      const to = Math.min(ranges[at + 1]?.start ?? text.length, range.end + unitsAround);
      return { range, head: text.slice(from, range.start), tail: text.slice(range.end, to) };
    });
  },
);

function numberBefore(text: string, { start, end }: Range): Range | undefined {
  const found = numberOfParagraph.exec(text.slice(start, Math.min(end, start + unitsAround)));
  return found ? { start, end: start + found[0].length } : undefined;
}

/** The value of the number of a paragraph; undefined for a time, and for `2.3`. */
function marginValueOf(number: string): number | undefined {
  return /[:.][0-9]/u.test(number) ? undefined : Number(/[0-9]+/u.exec(number)?.[0]);
}

/** Whether a number goes on counting, as 4 and 3a after 3 do. Another one may be a word, as the day in `12. Mai`. */
function isNext(value: number, counted: number): boolean {
  return value === counted + 1 || value === counted;
}

function atLineEnds(quotable: Quotable, { start, end }: Range, passage: number): Range[] {
  const { index, source } = quotable;
  const kind = source.passages[passage - 1]?.kind;
  const written = source.file?.document.text;
  if ((kind !== 'verse' && kind !== 'code') || written === undefined) return [];
  return [...index.text.slice(start, end).matchAll(numberInVerse)].flatMap((found) => {
    const number = { start: start + found.index + 1, end: start + found.index + found[0].length };
    const [place] = originals(index, number);
    // With the space behind it: words follow those before it right away.
    return place && isInMargin(written, place.original) ? [{ ...number, end: number.end + 1 }] : [];
  });
}

/** Whether a number stands at the end of its line, further than a space from its words. */
function isInMargin(written: string, { start, end }: Range): boolean {
  return (
    /\S(?:[ \t]{2,}|\t)$/u.test(written.slice(Math.max(0, start - maxLineUnits), start)) &&
    /^[ \t]*(?:[\n\r]|$)/u.test(written.slice(end, end + maxLineUnits))
  );
}

/** Returns a quotation with the numbers of the cited place that it leaves out; none where it leaves out none. */
export function numberedReadings(wanted: Wanted, quotable: Quotable, scope: Scope): PageReading[] {
  const { words, quotation } = wanted;
  const left = marginNumbers(quotable)
    .filter(({ range }) =>
      scope.stretches.some(({ start, end }) => start <= range.start && range.start < end),
    )
    .flatMap((one) => {
      const at = placeLeftOut(one, words.text);
      return at === undefined ? [] : [{ one, at }];
    })
    .slice(0, maxMarginNumbers);
  if (left.length === 0) return [];
  const reading = respelt(
    wanted,
    left.map(({ one: { range }, at }) => {
      // Behind the word before it: the break between two paragraphs, or lines, has the offset of the words behind it.
      const start = quotation.words.firstStartingAt(words.startAt(at));
      const place = quotation.words.text.slice(0, start).trimEnd().length;
      return {
        start: place,
        end: place,
        newText: ` ${quotable.index.text.slice(range.start, range.end).trimEnd()}`,
      };
    }),
  );
  const isWithin = (found: Range, { start, end }: Range): boolean => found.start <= start && end <= found.end;
  return [{ wanted: reading, fits: ({ range }) => left.every(({ one }) => isWithin(range, one.range)) }];
}

/** Returns the offset in a quotation where the words behind a number begin that it leaves out. */
function placeLeftOut({ head, tail }: MarginNumber, quoted: string): number | undefined {
  const first = tail.slice(0, minSharedUnits);
  for (let at = quoted.indexOf(first); first !== '' && at >= 0; at = quoted.indexOf(first, at + 1)) {
    const own = quoted.slice(Math.max(0, at - head.length), at);
    if (own !== '' && head.endsWith(own) && sharesBeginning(tail, quoted.slice(at))) return at;
  }
  return undefined;
}

/** Whether words begin alike; the last of a quotation may be another one, as its point is the writer's. */
function sharesBeginning(tail: string, words: string): boolean {
  const length = words.length > tail.length ? tail.length : words.length - 1;
  return tail.slice(0, length) === words.slice(0, length);
}
