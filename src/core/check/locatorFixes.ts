import { type Message, messageOf } from '../messages.ts';
import type { LocatorLabel, LocatorPart } from '../locators.ts';
import { locatorFor } from '../citations.ts';
import { type LocatorProblem, numbersOf } from '../resolve.ts';
import { citedEnds, type Note, openingWords, type Passage, passagePreview } from '../source.ts';
import { nearest } from '../text.ts';
import type { Fix } from './defineCheck.ts';

type MissingPlace = Exclude<LocatorProblem, { check: 'citation/reversed-range' }>;

/** What a locator that names nothing says: the number first, then what exists instead. */
export function locatorMessage(problem: MissingPlace, lang: string | undefined): Message {
  const { source, value } = problem;
  const { key, notes } = source;
  switch (problem.check) {
    case 'citation/ambiguous-paragraph':
      return messageOf('citations.printedTwice', { value, key, openings: printedOpenings(problem) });
    case 'citation/no-such-paragraph':
      return noSuchParagraph(problem);
    case 'citation/no-such-section':
      return messageOf('citations.noSuchSection', {
        value,
        key,
        sections: source.sections.slice(0, maxSections).map(({ label }) => label),
        isCut: source.sections.length > maxSections,
      });
    case 'citation/no-such-note':
      return messageOf('citations.noSuchNote', {
        value,
        key,
        first: notes[0]?.number ?? 1,
        last: notes.at(-1)?.number ?? 1,
        count: notes.length,
      });
    case 'citation/no-such-page':
      return pageMessage(problem, lang);
  }
}

function noSuchParagraph({ source, value }: MissingPlace): Message {
  const { key, printed } = source;
  const ends = citedEnds(source);
  if (!ends) return messageOf('citations.noParagraphs', { value, key });
  const told = { value, key, ...ends };
  return printed ? messageOf('citations.noSuchPrinted', told) : messageOf('citations.noSuchParagraph', told);
}

/** The first words, in quotation marks, of the paragraphs that are printed with the same number. */
function printedOpenings({ source, locator }: MissingPlace): string {
  const numbers = locator.parts.flatMap(({ first, last = first }) => [first, last]);
  const twice = numbers.map((number) => source.printed?.get(number) ?? []).find(({ length }) => length > 1);
  return (twice ?? []).map(({ first }) => `“${choicePreview(source.passages[first - 1])}”`).join(', ');
}

/** `¶`, `sec.`: how a language names what a locator leads to. */
function signOf(label: LocatorLabel, lang: string | undefined): string {
  return locatorFor(label, [1], lang).replace(/ 1$/, '');
}

function pageMessage({ source, value, locator }: MissingPlace, lang: string | undefined): Message {
  const { key, pages } = source;
  const sign = signOf('paragraph', lang);
  if (locator.label !== 'page')
    return messageOf('citations.otherLocator', {
      term: locator.term,
      value,
      key,
      paragraph: sign,
      section: signOf('section', lang),
      note: signOf('note', lang),
    });
  if (pages.length > 0) {
    const [first, last] = [pages[0]?.label ?? '', pages.at(-1)?.label ?? ''];
    return messageOf('citations.noSuchPage', { value, key, first, last });
  }
  // A number that somebody wrote after “p.” is one of a page: no paragraph is proposed for it.
  if (locator.term !== '') return messageOf('citations.noPages', { value, key, paragraph: sign });
  const isParagraph = passageCalled(value, source) !== undefined;
  const instead = isParagraph
    ? messageOf('citations.asParagraph', { paragraph: locatorFor('paragraph', value, lang) })
    : messageOf('citations.asSign', { sign });
  return messageOf('citations.bareNumber', { value, key, instead });
}

/** A message names no more sections. */
const maxSections = 12;
/** How many words of a gist a title holds. */
const maxTitleWords = 14;

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
    case 'citation/ambiguous-paragraph':
      return [];
    case 'citation/no-such-paragraph':
      return problem.source.printed ? [] : paragraphFixes(problem);
    case 'citation/no-such-section':
      return sectionFixes(problem);
    case 'citation/no-such-note':
      return noteFixes(problem);
    case 'citation/no-such-page':
      return pageFixes(problem, lang);
  }
}

function replacing({ range }: MissingPlace, newText: string, title: Message): Fix {
  return { title, edits: [{ range, newText }], safe: false };
}

function faultyPart({ locator, range }: MissingPlace): LocatorPart | undefined {
  return locator.parts.find((part) => part.range.start === range.start);
}

type Which = `fixes.${'existingOfRange' | 'lastParagraph' | 'firstParagraph' | 'onlyNote' | 'lastNote'}`;

/** `Change to ¶ 12: A lamp stood …` */
function fixTitle(place: string, item: Passage | Note | undefined, which?: Which): Message {
  const told = { place, preview: choicePreview(item) };
  return messageOf('fixes.changeToPlace', which ? { ...told, which: messageOf(which) } : told);
}

function choicePreview(item: Passage | Note | undefined): string {
  return item ? openingWords(passagePreview(item), maxTitleWords) : '';
}

function paragraphFixes(problem: MissingPlace): Fix[] {
  const { passages } = problem.source;
  const part = faultyPart(problem);
  const written = part && numbersOf(part);
  if (!written || passages.length === 0) return [];
  const exists = (number: number): boolean => number >= 1 && number <= passages.length;
  const likely = likelyRanges(part, written, exists).filter((one) => !isCitedAlready(problem, part, one));
  const end = nearestExisting(written, passages.length);
  const isNew = !isCitedAlready(problem, part, end) && !likely.some((one) => isSameNumbers(one, end));
  return [
    ...likely.map((one) => paragraphFix(problem, one)),
    ...(isNew
      ? [{ ...paragraphFix(problem, end, whichOf(written, end, passages.length)), isLast: true }]
      : []),
  ];
}

function paragraphFix(problem: MissingPlace, { first, last }: Numbers, which?: Which): Fix {
  const { passages } = problem.source;
  const value = last > first ? `${String(first)}-${String(last)}` : String(first);
  const place = last > first ? `¶¶ ${value}` : `¶ ${value}`;
  return replacing(problem, value, fixTitle(place, passages[first - 1], which));
}

/** Of a range what exists of it; of a number the paragraph at that end of the source. */
function nearestExisting({ first, last }: Numbers, count: number): Numbers {
  const clamp = (number: number): number => Math.min(count, Math.max(1, number));
  return { first: clamp(first), last: clamp(last) };
}

function whichOf(written: Numbers, { first, last }: Numbers, count: number): Which {
  if (last > first) return 'fixes.existingOfRange';
  return first === count && written.first > count ? 'fixes.lastParagraph' : 'fixes.firstParagraph';
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

function isSameNumbers(a: Numbers, b: Numbers): boolean {
  return a.first === b.first && a.last === b.last;
}

/** Whether another part of the locator has these numbers already. */
function isCitedAlready({ locator }: MissingPlace, part: LocatorPart, { first, last }: Numbers): boolean {
  const others = locator.parts.filter((each) => each !== part).map((each) => numbersOf(each));
  return others.some((other) => other && other.first <= first && last <= other.last);
}

function sectionFixes(problem: MissingPlace): Fix[] {
  const { sections } = problem.source;
  const labels = sections.map((section) => section.label);
  return nearest(problem.value, labels).map((label) => {
    const title = sections.find((section) => section.label === label)?.title ?? '';
    return replacing(
      problem,
      label,
      messageOf('fixes.changeToPlace', { place: `sec. ${label}`, preview: title }),
    );
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
    ...likely.map((number) => noteFix(problem, number)),
    ...rest.map((number) => ({ ...noteFix(problem, number, whichNote(number, numbers)), isLast: true })),
  ];
}

function noteFix(problem: MissingPlace, number: number, which?: Which): Fix {
  const note = problem.source.notes.find((each) => each.number === number);
  return replacing(problem, String(number), fixTitle(`n. ${String(number)}`, note, which));
}

function whichNote(number: number, numbers: readonly number[]): Which | undefined {
  if (numbers.length < 2) return 'fixes.onlyNote';
  return number === numbers.at(-1) ? 'fixes.lastNote' : undefined;
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
    return likely.map((number) =>
      replacing(problem, String(number), messageOf('fixes.changeTo', { text: `p. ${String(number)}` })),
    );
  }
  const isBare = locator.term === '' && /^[0-9]{1,9}$/.test(locator.value);
  const passage = isBare ? passageCalled(locator.value, source) : undefined;
  return passage ? [bareFix(problem, passage, lang)] : [];
}

function passageCalled(digits: string, { printed, passages }: MissingPlace['source']): Passage | undefined {
  if (!/^[0-9]{1,9}$/.test(digits)) return undefined;
  return passages[(printed ? (printed.get(digits)?.[0]?.first ?? 0) : Number(digits)) - 1];
}

function bareFix(
  { locator: { range, valueRange } }: MissingPlace,
  passage: Passage,
  lang: string | undefined,
): Fix {
  const place = locatorFor('paragraph', passage.printed ?? [passage.number], lang);
  const isBraced = range.end > valueRange.end;
  return {
    title: messageOf('fixes.citeParagraph', { place, preview: choicePreview(passage) }),
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
