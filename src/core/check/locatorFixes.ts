import type { Source } from '../study.ts';
import type { LocatorLabel, LocatorPart } from '../locators.ts';
import { locatorFor } from '../citations.ts';
import { type LocatorProblem, numbersOf } from '../resolve.ts';
import { firstWords, type Note, type Passage, passagePreview } from '../source.ts';
import { nearest } from '../text.ts';
import type { Fix } from './defineCheck.ts';

type MissingPlace = Exclude<LocatorProblem, { check: 'citation/reversed-range' }>;

/** What a locator that names nothing says: the number first, then what exists instead. */
export function locatorMessage(problem: MissingPlace, lang: string | undefined): string {
  const { source, value } = problem;
  const key = `@${source.key}`;
  switch (problem.check) {
    case 'citation/no-such-paragraph':
      return source.passages.length === 0
        ? `¶ ${value}: ${key} has no paragraphs.`
        : `¶ ${value}: ${key} has ¶ 1–${String(source.passages.length)}.`;
    case 'citation/no-such-section':
      return `sec. ${value}: ${key} has ${sectionList(source)}.`;
    case 'citation/no-such-note':
      return `n. ${value}: ${key} has ${noteList(source)}.`;
    case 'citation/no-such-page':
      return pageMessage(problem, key, lang);
  }
}

/** `¶`, `sec.`: how a language names what a locator leads to. */
function signOf(label: LocatorLabel, lang: string | undefined): string {
  return locatorFor(label, [1], lang).replace(/ 1$/, '');
}

function sectionList(source: Source): string {
  const labels = source.sections.map((section) => section.label);
  if (labels.length === 0) return 'no sections';
  const shown = labels.slice(0, 12).join(', ');
  return `sections ${shown}${labels.length > 12 ? ' …' : ''}`;
}

function noteList(source: Source): string {
  const { notes } = source;
  if (notes.length === 0) return 'no notes';
  const first = notes[0]?.number ?? 1;
  const last = notes.at(-1)?.number ?? first;
  return notes.length === 1 ? `one note, n. ${String(first)}` : `n. ${String(first)}–${String(last)}`;
}

function pageMessage(
  { source, value, locator }: MissingPlace,
  key: string,
  lang: string | undefined,
): string {
  const sign = signOf('paragraph', lang);
  if (locator.label !== 'page')
    return `${locator.term} ${value}: ${key} is cited by ${sign}, ${signOf('section', lang)} or ${signOf('note', lang)}, and has nothing else to look up.`;
  const { pages } = source;
  if (pages.length > 0)
    return `p. ${value}: ${key} marks p. ${pages[0]?.label ?? ''}–${pages.at(-1)?.label ?? ''}.`;
  // A number that somebody wrote after “p.” is one of a page: no paragraph is proposed for it.
  if (locator.term !== '')
    return `p. ${value}: ${key} has no page numbers. Cite the paragraph, as ${sign} and its number.`;
  const isParagraph =
    /^[0-9]{1,9}$/.test(value) && Number(value) >= 1 && Number(value) <= source.passages.length;
  const instead = isParagraph ? ` as ${locatorFor('paragraph', value, lang)}` : `, as ${sign} and its number`;
  return `${value}: a number alone means a page, and ${key} has no page numbers. Cite the paragraph${instead}.`;
}

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
export function locatorFixes(problem: MissingPlace, lang: string | undefined): Fix[] {
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

function replacing({ range }: MissingPlace, newText: string, title: string): Fix {
  return { title, edits: [{ range, newText }], safe: false };
}

function faultyPart({ locator, range }: MissingPlace): LocatorPart | undefined {
  return locator.parts.find((part) => part.range.start === range.start);
}

/** `Change to ¶ 12: A lamp stood …` */
function titleOf(place: string, item: Passage | Note | undefined, which = ''): string {
  const preview = item ? firstWords(passagePreview(item), titleWords) : '';
  return `Change to ${which}${place}${preview === '' ? '' : `: ${preview}`}`;
}

function paragraphFixes(problem: MissingPlace): Fix[] {
  const { passages } = problem.source;
  const part = faultyPart(problem);
  const written = part && numbersOf(part);
  if (!written || passages.length === 0) return [];
  const exists = (number: number): boolean => number >= 1 && number <= passages.length;
  const likely = likelyRanges(part, written, exists).filter((one) => !isCited(problem, part, one));
  const end = nearestExisting(written, passages.length);
  const isNew = !isCited(problem, part, end) && !likely.some((one) => isSameRange(one, end));
  return [
    ...likely.map((one) => paragraphFix(problem, one, '')),
    ...(isNew
      ? [{ ...paragraphFix(problem, end, whichOf(written, end, passages.length)), isLast: true }]
      : []),
  ];
}

function paragraphFix(problem: MissingPlace, { first, last }: Numbers, which: string): Fix {
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

function isSameRange(a: Numbers, b: Numbers): boolean {
  return a.first === b.first && a.last === b.last;
}

/** Whether another part of the locator has these numbers already. */
function isCited({ locator }: MissingPlace, part: LocatorPart, { first, last }: Numbers): boolean {
  const others = locator.parts.filter((each) => each !== part).map((each) => numbersOf(each));
  return others.some((other) => other && other.first <= first && last <= other.last);
}

function sectionFixes(problem: MissingPlace): Fix[] {
  const { sections } = problem.source;
  const labels = sections.map((section) => section.label);
  return nearest(problem.value, labels).map((label) => {
    const title = sections.find((section) => section.label === label)?.title ?? '';
    return replacing(problem, label, `Change to sec. ${label}${title === '' ? '' : `: ${title}`}`);
  });
}

function noteFixes(problem: MissingPlace): Fix[] {
  const { notes } = problem.source;
  const part = faultyPart(problem);
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

function noteFix(problem: MissingPlace, number: number, which: string): Fix {
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
function pageFixes(problem: MissingPlace, lang: string | undefined): Fix[] {
  const { source, locator } = problem;
  const part = faultyPart(problem);
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
  { locator: { range, valueRange } }: MissingPlace,
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

/** Numbers with more digits than this are not typing errors of anything. */
const maxDigits = 9;
/** No list of choices is longer. */
const maxCandidates = 4;

interface Slip {
  readonly number: number;
  /** How many digits were typed too many. */
  readonly dropped: number;
  /** Whether each of them repeats the digit beside it, as a finger does that stays too long on a key. */
  readonly doubled: boolean;
}

/**
 * The numbers that somebody may have meant who typed one that names nothing: those that remain when digits typed too many are
 * taken out (102 → 12, 10, 2, 1), doubled digits first (112 → 12, 11 …), then the fewest, then the larger number.
 * @param written in digits; nothing is offered for roman numbers
 * @param exists whether a number names something: only such numbers are returned
 */
export function likelyNumbers(written: string, exists: (number: number) => boolean): number[] {
  if (!/^[0-9]+$/.test(written) || written.length > maxDigits) return [];
  const best = new Map<number, Slip>();
  for (const slip of slips(written)) {
    if (slip === undefined || !exists(slip.number)) continue;
    const known = best.get(slip.number);
    if (!known || compareSlips(slip, known) < 0) best.set(slip.number, slip);
  }
  return [...best.values()]
    .sort(compareSlips)
    .slice(0, maxCandidates)
    .map(({ number }) => number);
}

function compareSlips(a: Slip, b: Slip): number {
  return Number(b.doubled) - Number(a.doubled) || a.dropped - b.dropped || b.number - a.number;
}

/** Every way to take some, not all, of the digits out. */
function slips(written: string): (Slip | undefined)[] {
  const all = 2 ** written.length - 1;
  return Array.from({ length: all - 1 }, (_, index) => slipOf(written, index + 1));
}

/**
 * @param kept a bit for each digit that stays
 * @returns undefined for what nobody writes: a zero in front
 */
function slipOf(written: string, kept: number): Slip | undefined {
  const stays = (at: number): boolean => ((kept >> at) & 1) === 1;
  const digits = [...written];
  const left = digits.filter((_, at) => stays(at)).join('');
  if (left.startsWith('0')) return undefined;
  const doubled = digits.every(
    (digit, at) => stays(at) || digit === digits[at - 1] || (digit === digits[at + 1] && stays(at + 1)),
  );
  return { number: Number(left), dropped: digits.length - left.length, doubled };
}
