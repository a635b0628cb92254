import { appendAll, tableOf } from '../../core/text.ts';
import { messageOf } from '../../core/messages.ts';
import { comparableLine, type Dropped, goesOn, pageNumberOf } from '../blocks.ts';
import { groupLines, isFull, type Layout, measure, pageSignOf, type TextLine } from './lines.ts';

/** A text without what its printed pages repeat. A line that begins page 12 has `[Pg 12]` before its words. */
export interface PagelessText {
  readonly lines: readonly TextLine[];
  readonly dropped: readonly Dropped[];
}

interface PrintedPage {
  lines: TextLine[];
  label: string | undefined;
}

const maxHeadUnits = 90;

/**
 * Takes the numbers and running heads of pages out of a text, and joins the paragraphs that a page's end divides. Pages
 * end at form feeds, or after numbers that stand alone, count on and interrupt sentences.
 */
export function withoutPages(lines: readonly TextLine[]): PagelessText {
  const pages = splitAtFeeds(lines) ?? splitAtNumbers(lines);
  if (!pages) return { lines: joinAtMarks(lines), dropped: [] };
  const dropped: Dropped[] = [];
  takeNumbers(pages, lines.some((line) => line.beginsPage) || pages.length > 2 ? 2 : 1);
  takeHeads(pages, dropped);
  labelOthers(pages);
  return { lines: joinAtMarks(joinPages(pages)), dropped };
}

function splitAtFeeds(lines: readonly TextLine[]): PrintedPage[] | undefined {
  if (!lines.some((line) => line.beginsPage)) return undefined;
  const pages: PrintedPage[] = [{ lines: [], label: undefined }];
  for (const line of lines)
    if (line.beginsPage) pages.push({ lines: [], label: undefined });
    else pages.at(-1)?.lines.push(line);
  return pages;
}

/** At most this share of the pages of a text may end with a paragraph; numbers between paragraphs are headings. */
const minInterruptions = 0.25;

function splitAtNumbers(lines: readonly TextLine[]): PrintedPage[] | undefined {
  const numbers = lines.flatMap((line, index) =>
    standsAlone(lines, index) && numberOfPage(line.text) ? [index] : [],
  );
  const counted = longestCount(numbers, (index) => Number(pageNumberOf(lines[index]?.text ?? '')));
  const interrupted = counted.filter((index) => goesOn(textBefore(lines, index), textAfter(lines, index)));
  if (interrupted.length === 0 || interrupted.length < counted.length * minInterruptions) return undefined;
  const onTop = textBefore(lines, counted[0] ?? 0) === '';
  const ends = onTop ? counted.slice(1) : counted.map((index) => index + 1);
  return [0, ...ends].map((start, at) => ({ lines: lines.slice(start, ends[at]), label: undefined }));
}

function numberOfPage(text: string): boolean {
  return /\d/.test(text) && pageNumberOf(text) !== undefined;
}

function standsAlone(lines: readonly TextLine[], index: number): boolean {
  return (lines[index - 1]?.text ?? '') === '' && (lines[index + 1]?.text ?? '') === '';
}

/** The longest run of items whose values count on by one. */
function longestCount<Item>(items: readonly Item[], valueOf: (item: Item) => number): Item[] {
  const runs = new Map<number, Item[]>();
  let best: Item[] = [];
  for (const item of items) {
    const run = [...(runs.get(valueOf(item) - 1) ?? []), item];
    runs.set(valueOf(item), run);
    if (run.length > best.length) best = run;
  }
  return best;
}

function textBefore(lines: readonly TextLine[], index: number): string {
  return lines.slice(Math.max(0, index - 6), index).findLast((line) => line.text !== '')?.text ?? '';
}

function textAfter(lines: readonly TextLine[], index: number): string {
  return lines.slice(index + 1, index + 7).find((line) => line.text !== '')?.text ?? '';
}

/** A number beside a running head: `12   ON LAMPS`, `On Lamps | 12`. */
const besideHead = /^(\d{1,4})(?:\s{2,}|\s*[|·•]\s*)(\S.*)$|^(\S.*?)(?:\s{2,}|\s*[|·•]\s*)(\d{1,4})$/;

interface NumberPlace {
  readonly page: number;
  readonly line: TextLine;
  readonly label: string;
  readonly value: number;
  readonly head: string;
}

/** The numbers that the first or last lines of a page may print. */
function numberPlaces(page: PrintedPage, at: number): NumberPlace[] {
  const filled = page.lines.filter((line) => line.text !== '');
  const edges = [...new Set([...filled.slice(0, 2), ...filled.slice(-2)])];
  return edges.flatMap((line): NumberPlace[] => {
    const beside = line.raw.length <= maxHeadUnits ? besideHead.exec(line.raw.trim()) : null;
    const label = pageNumberOf(line.text) ?? beside?.[1] ?? beside?.[4];
    if (label === undefined) return [];
    const head = beside?.[2] ?? beside?.[3] ?? '';
    return [{ page: at, line, label, value: valueOfLabel(label), head: pageNumberOf(line.text) ? '' : head }];
  });
}

const romanDigits = tableOf<number>({ i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 });

/** The value of the number of a page. Roman ones count apart from the others. */
function valueOfLabel(label: string): number {
  if (/\d/.test(label)) return Number(label);
  const values = [...label.toLowerCase()].map((digit) => romanDigits[digit] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 100_000);
}

/**
 * Takes the numbers out that count on from page to page. A head beside a number stays for `takeHeads`.
 * @param least how many pages have to count on
 */
function takeNumbers(pages: readonly PrintedPage[], least: number): void {
  const places = pages.flatMap(numberPlaces);
  const offsets = new Map<number, number>();
  for (const { value, page } of places) offsets.set(value - page, (offsets.get(value - page) ?? 0) + 1);
  for (const { page: at, line, label, value, head } of places) {
    const page = pages[at];
    if (!page || page.label !== undefined || (offsets.get(value - at) ?? 0) < least) continue;
    page.label = label;
    page.lines = page.lines.map((one) => (one === line ? { ...one, text: '', raw: head } : one));
  }
}

/** The last words of a paragraph, alone on their page: `a word.` No head begins in lower case and ends a sentence. */
const endsParagraph = /^\p{Ll}.*[.?!]["'”’)]*$/u;

/** Takes out the first or last line of a page if it repeats on others or is the title of the text. */
function takeHeads(pages: readonly PrintedPage[], dropped: Dropped[]): void {
  const counts = new Map<string, number>();
  const count = (line: TextLine | undefined): void => {
    const key = headOf(line);
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  const edges = pages.map(({ lines }) => {
    const filled = lines.filter((line) => line.raw !== '');
    return [filled[0], filled.length > 1 ? filled.at(-1) : undefined];
  });
  edges.flat().forEach(count);
  const front = (pages[0]?.lines ?? [])
    .filter((line) => line.text !== '')
    .slice(0, 6)
    .map(headOf);
  pages.forEach((page, at) => {
    for (const line of edges[at] ?? []) {
      const key = headOf(line);
      const isTitle = key.length > 2 && front.some((text) => text === key || text === `by ${key}`);
      const repeats = (counts.get(key) ?? 0) > 1 && (at > 0 || line !== edges[0]?.[0]);
      const beside = line?.text === '';
      if (!line || key === '' || endsParagraph.test(line.text)) continue;
      if (!beside && !repeats && !(isTitle && at > 0)) continue;
      if (!beside && !isApart(page.lines, line)) continue;
      page.lines = page.lines.map((one) => (one === line ? { ...one, text: '', raw: '' } : one));
      const text = line.raw.trim();
      dropped.push({
        line: line.number,
        endLine: line.number,
        text,
        why: messageOf('importing.runningHead'),
      });
    }
  });
}

function headOf(line: TextLine | undefined): string {
  if (!line || line.raw.length > maxHeadUnits) return '';
  return comparableLine(line.raw).replace(/^\d+ | \d+$/g, '');
}

/** Whether a line stands apart from the text of its page, or is no sentence in the same setting. */
function isApart(lines: readonly TextLine[], line: TextLine): boolean {
  const at = lines.indexOf(line);
  return (lines[at - 1]?.text ?? '') === '' && (lines[at + 1]?.text ?? '') === '';
}

/** Pages without a number have the one that counts on from the page before. */
function labelOthers(pages: readonly PrintedPage[]): void {
  pages.forEach((page, at) => {
    const before = pages[at - 1]?.label;
    if (page.label === undefined && before !== undefined && /^\d+$/.test(before))
      page.label = String(Number(before) + 1);
  });
}

function joinPages(pages: readonly PrintedPage[]): TextLine[] {
  const layout = measure(groupLines(pages.flatMap(({ lines }) => lines)));
  const joined: TextLine[] = [];
  for (const { lines, label } of pages) {
    const start = lines.findIndex((line) => line.text !== '');
    const first = lines[start];
    if (!first) continue;
    const end = lines.findLastIndex((line) => line.text !== '') + 1;
    const last = joined.at(-1);
    if (last && !isContinuedLine(last, first, layout)) joined.push(blankLine(first.number));
    joined.push(label === undefined ? first : { ...first, text: `${pageSignOf(label)}${first.text}` });
    appendAll(joined, lines.slice(start + 1, end));
  }
  return joined;
}

function blankLine(number: number): TextLine {
  return { text: '', raw: '', indent: 0, number };
}

/** Whether the last line of a page goes on in the first of the next. */
function isContinuedLine(last: TextLine, first: TextLine, layout: Layout): boolean {
  if (goesOn(last.text, first.text)) return true;
  if (layout.mode === 'long' || first.indent > layout.indent + 1 || last.text === '') return false;
  const endsSentence = /[.?!:]["'”’)\]]*$/u.test(last.text);
  return (
    isFull(last, first, layout) && (endsSentence ? last.text.length > 30 : !/^[^\p{Ll}]+$/u.test(first.text))
  );
}

const aloneMark = /^\[(?:Pg|Page) ?([\divxlcdm]{1,8})\]$/iu;

/** Sets a page mark on a line of its own before the next line, and joins the paragraph that it divides. */
function joinAtMarks(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  let marks = '';
  for (const line of lines) {
    const label = aloneMark.exec(line.text)?.[1];
    if (label !== undefined) marks += pageSignOf(label);
    else if (marks === '' || line.text === '') joined.push(line);
    else {
      const end = joined.findLastIndex((one) => one.text !== '') + 1;
      if (goesOn(joined[end - 1]?.text ?? '', line.text)) joined.splice(end);
      else if (end === joined.length && end > 0) joined.push(blankLine(line.number));
      joined.push({ ...line, text: `${marks}${line.text}` });
      marks = '';
    }
  }
  return joined;
}
