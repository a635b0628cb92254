import type { LocatorPart } from '../locators.ts';
import { locatorFor } from '../citations.ts';
import { type LocatorProblem, numbersOf } from '../resolve.ts';
import { firstWords, type Note, type Passage, passagePreview } from '../source.ts';
import type { Fix } from './check.ts';
import { likelyNumbers } from './likelyNumbers.ts';
import { nearest } from './nearest.ts';

type Missing = Exclude<LocatorProblem, { check: 'citation/reversed-range' }>;

/** How many words of a gist a title holds. */
const titleWords = 14;

interface Numbers {
  readonly first: number;
  readonly last: number;
}

/**
 * Fixes that lead to what exists and may be meant, each with what stands there. None is safe: any of them leads somewhere, so
 * each could make a wrong citation look right, and which number is right only the person knows.
 * @param lang of the document that the citation stands in
 */
export function locatorFixes(problem: Missing, lang: string | undefined): Fix[] {
  switch (problem.check) {
    case 'citation/no-such-paragraph':
      return paragraphFixes(problem);
    case 'citation/no-such-section':
      return sectionFixes(problem);
    case 'citation/no-such-note':
      return noteFixes(problem);
    case 'citation/no-such-page':
      return pageFixes(problem, lang);
  }
}

function replacing({ range }: Missing, newText: string, title: string): Fix {
  return { title, edits: [{ range, newText }], safe: false };
}

function partOf({ locator, range }: Missing): LocatorPart | undefined {
  return locator.parts.find((part) => part.range.start === range.start);
}

/** `Change to ¶ 12: A lamp stood …` */
function titleOf(place: string, item: Passage | Note | undefined, which = ''): string {
  const preview = item ? firstWords(passagePreview(item), titleWords) : '';
  return `Change to ${which}${place}${preview === '' ? '' : `: ${preview}`}`;
}

function paragraphFixes(problem: Missing): Fix[] {
  const { passages } = problem.source;
  const part = partOf(problem);
  const written = part && numbersOf(part);
  if (!written || passages.length === 0) return [];
  const exists = (number: number): boolean => number >= 1 && number <= passages.length;
  const likely = likelyRanges(part, written, exists).filter((one) => !isCited(problem, part, one));
  const end = nearestExisting(written, passages.length);
  const isNew = !isCited(problem, part, end) && !likely.some((one) => isSame(one, end));
  return [
    ...likely.map((one) => paragraphFix(problem, one, '')),
    ...(isNew
      ? [{ ...paragraphFix(problem, end, whichOf(written, end, passages.length)), isLast: true }]
      : []),
  ];
}

function paragraphFix(problem: Missing, { first, last }: Numbers, which: string): Fix {
  const { passages } = problem.source;
  const value = last > first ? `${String(first)}-${String(last)}` : String(first);
  const place = last > first ? `¶¶ ${value}` : `¶ ${value}`;
  return replacing(problem, value, titleOf(place, passages[first - 1], which));
}

/** Of a range what exists of it; of a number the paragraph at that end of the source. */
function nearestExisting({ first, last }: Numbers, count: number): Numbers {
  const clamp = (number: number): number => Math.min(count, Math.max(1, number));
  return { first: clamp(first), last: clamp(last) };
}

function whichOf(written: Numbers, { first, last }: Numbers, count: number): string {
  if (last > first) return 'what exists of it, ';
  return first === count && written.first > count ? 'the last paragraph, ' : 'the first paragraph, ';
}

function likelyRanges(part: LocatorPart, written: Numbers, exists: (number: number) => boolean): Numbers[] {
  const { first, last } = written;
  if (part.last === undefined)
    return likelyNumbers(part.first, exists).map((number) => ({ first: number, last: number }));
  const lasts = exists(last) ? [last] : likelyNumbers(String(last), exists);
  if (exists(first))
    return lasts.filter((number) => number > first).map((number) => ({ first, last: number }));
  // Where both ends are wrong, both were typed with the same slip: the range is as long as it was.
  return likelyNumbers(String(first), exists).flatMap((start) =>
    lasts
      .filter((end) => (exists(last) ? end > start : end - start === last - first))
      .map((end) => ({ first: start, last: end })),
  );
}

function isSame(a: Numbers, b: Numbers): boolean {
  return a.first === b.first && a.last === b.last;
}

/** Whether another part of the locator has these numbers already. */
function isCited({ locator }: Missing, part: LocatorPart, { first, last }: Numbers): boolean {
  const others = locator.parts.filter((each) => each !== part).map((each) => numbersOf(each));
  return others.some((other) => other && other.first <= first && last <= other.last);
}

function sectionFixes(problem: Missing): Fix[] {
  const { sections } = problem.source;
  const labels = sections.map((section) => section.label);
  return nearest(problem.value, labels).map((label) => {
    const title = sections.find((section) => section.label === label)?.title ?? '';
    return replacing(problem, label, `Change to sec. ${label}${title === '' ? '' : `: ${title}`}`);
  });
}

function noteFixes(problem: Missing): Fix[] {
  const { notes } = problem.source;
  const part = partOf(problem);
  const numbers = notes.map((note) => note.number).sort((a, b) => a - b);
  const likely = likelyNumbers(part?.last === undefined ? (part?.first ?? '') : '', (number) =>
    numbers.includes(number),
  );
  const end = nearestNumber(numbers, (part && numbersOf(part)?.first) ?? Infinity);
  const rest = end === undefined || likely.includes(end) ? [] : [end];
  return [
    ...likely.map((number) => noteFix(problem, number, '')),
    ...rest.map((number) => ({ ...noteFix(problem, number, whichNote(number, numbers)), isLast: true })),
  ];
}

function noteFix(problem: Missing, number: number, which: string): Fix {
  const note = problem.source.notes.find((each) => each.number === number);
  return replacing(problem, String(number), titleOf(`n. ${String(number)}`, note, which));
}

function whichNote(number: number, numbers: readonly number[]): string {
  if (numbers.length < 2) return 'the only note, ';
  return number === numbers.at(-1) ? 'the last note, ' : '';
}

function nearestNumber(numbers: readonly number[], wanted: number): number | undefined {
  const away = (number: number): number => Math.abs(number - wanted);
  const [first, ...others] = wanted === Infinity ? numbers.slice(-1) : numbers;
  return first === undefined
    ? undefined
    : others.reduce((best, number) => (away(number) < away(best) ? number : best), first);
}

/** A page is no paragraph: only a number without a term, which means a page to Pandoc alone, may have meant one. */
function pageFixes(problem: Missing, lang: string | undefined): Fix[] {
  const { source, locator } = problem;
  const part = partOf(problem);
  if (locator.label !== 'page' || part?.last !== undefined) return [];
  if (source.pages.length > 0) {
    const exists = (number: number): boolean => source.pages.some(({ label }) => label === String(number));
    const likely = likelyNumbers(part?.first ?? '', exists);
    return likely.map((number) => replacing(problem, String(number), `Change to p. ${String(number)}`));
  }
  const isBare = locator.term === '' && /^[0-9]{1,9}$/.test(locator.value);
  const passage = isBare ? source.passages[Number(locator.value) - 1] : undefined;
  return passage ? [bareFix(problem, passage, lang)] : [];
}

function bareFix(
  { locator: { range, valueRange } }: Missing,
  passage: Passage,
  lang: string | undefined,
): Fix {
  const place = locatorFor('paragraph', [passage.number], lang);
  const isBraced = range.end > valueRange.end;
  return {
    title: titleOf(place, passage).replace('Change to', 'Cite the paragraph:'),
    edits: [{ range, newText: isBraced ? `{${place}}` : place }],
    safe: false,
  };
}
