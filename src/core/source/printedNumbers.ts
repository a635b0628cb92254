import type { List, ListItem } from 'mdast';
import { rangeOf, rangeOfBlock, type TopBlock } from '../blocks.ts';

/** The numbers of the first and last passage that a printed number names. */
export interface PrintedPassages {
  readonly first: number;
  readonly last: number;
}

/**
 * The passages that each printed number names, in reading order. A number that is printed twice has two entries.
 * Undefined for a source whose passages are cited by their running numbers.
 */
export type PrintedNumbers = ReadonlyMap<string, readonly PrintedPassages[]> | undefined;

/** Whether front matter says that the passages are cited by the numbers that their author gave them. */
export function isNumberedInPrint(frontMatter: Readonly<Record<string, unknown>>): boolean {
  return frontMatter['numbering'] === 'printed';
}

const number = String.raw`(\d{1,4}(?:\.\d{1,4})*[a-z]?)`;
const signed = new RegExp(
  String.raw`^\s*(?:[§¶]\s*${number}[.):]?|[(\[]?${number}(?:[.)\]:]+|\s*[—–]|(?<=\.\d{1,4})))(?=\s|$|[\p{L}\p{Pi}"'])`,
  'u',
);

/** The number that the words of a block begin with: `41.`, `(41)`, `§ 41`, `2.01`. Undefined if there is none. */
export function printedNumberOf(words: string): string | undefined {
  const match = signed.exec(words.slice(0, 40));
  return match?.[1] ?? match?.[2];
}

/** A block of a source, or an item of a numbered list, with the number that the list prints before it. */
export interface PrintedBlock {
  readonly node: TopBlock;
  readonly printed: string | undefined;
}

/** Splits numbered lists into their items. A list that a colon introduces belongs to the text and stays one block. */
export function* splitNumberedLists(nodes: Iterable<TopBlock>, text: string): Iterable<PrintedBlock> {
  let before: TopBlock | undefined;
  for (const node of nodes) {
    const introduced =
      (before?.type === 'paragraph' || before?.type === 'plainParagraph') &&
      /:\W*$/u.test(text.slice(0, rangeOfBlock(before).end).slice(-5));
    before = node;
    if (node.type !== 'list' || !node.ordered || introduced || !isNumbered(node, text)) {
      yield { node, printed: undefined };
      continue;
    }
    const numbers = markersOf(node, text);
    for (const [at, item] of node.children.entries()) yield { node: item, printed: numbers[at] };
  }
}

/** Whether a list is numbered with numbers: letters and examples are no theses. */
function isNumbered(list: List, text: string): boolean {
  return firstNumber.test(text.slice(rangeOf(list).start, rangeOf(list).end));
}

/** The numbers of a list as written, which may repeat. Where all are the same, Markdown counts. */
function markersOf(list: List, text: string): string[] {
  const written = list.children.map((item) => writtenMarker(item, text));
  const counted = new Set(written).size === 1;
  return written.map((marker, index) => (counted ? String((list.start ?? 1) + index) : marker));
}

/** The number in the mark of an item, `41.` or `(41)`. */
const firstNumber = /^[ (]*(\d+)/;

function writtenMarker(item: ListItem, text: string): string {
  const digits = firstNumber.exec(text.slice(rangeOf(item).start, rangeOf(item).end))?.[1] ?? '';
  return String(Number(digits));
}

/**
 * Returns for each passage the number that it is cited by: the one printed before it, or before the last numbered passage
 * since the last heading, whose text it continues. Empty where there is none.
 * @param own the numbers printed before the passages
 * @param headings of the source, with the number of the passage after each
 */
export function citedNumbers(
  own: readonly (string | undefined)[],
  headings: readonly { readonly before: number }[],
): string[] {
  const starts = new Set(headings.map(({ before }) => before));
  let current = '';
  return own.map((printed, index) => {
    if (printed !== undefined || starts.has(index + 1)) current = printed ?? '';
    return current;
  });
}

/** Indexes passages by their printed numbers. */
export function indexPrinted(own: readonly (string | undefined)[], cited: readonly string[]): PrintedNumbers {
  const byNumber = new Map<string, { first: number; last: number }[]>();
  cited.forEach((label, index) => {
    if (label === '') return;
    const places = byNumber.get(label) ?? [];
    const last = places.at(-1);
    if (last && own[index] === undefined) last.last = index + 1;
    else places.push({ first: index + 1, last: index + 1 });
    byNumber.set(label, places);
  });
  return byNumber.size === 0 ? undefined : byNumber;
}

/** A passage as far as its numbers go. */
interface CitedPassage {
  readonly number: number;
  readonly printed: string | undefined;
}

/** The passages that a locator can name: all but those without a number where the author numbered others. */
export function citablePassages<Item extends CitedPassage>({
  passages,
}: {
  readonly passages: readonly Item[];
}): readonly Item[] {
  return passages.filter(({ number, printed }, index) =>
    printed === undefined ? number > 0 : printed !== '' && passages[index - 1]?.printed !== printed,
  );
}

/** The first and last number by which the passages of a source are cited, in reading order. Undefined where there are none. */
export function citedEnds({
  passages,
  printed,
}: {
  readonly passages: readonly CitedPassage[];
  readonly printed: PrintedNumbers;
}): { readonly first: string; readonly last: string } | undefined {
  const numbers = printed ? [...printed.keys()] : passages.map(({ number }) => String(number));
  const [first] = numbers;
  return first === undefined ? undefined : { first, last: numbers.at(-1) ?? first };
}

/** The name of a passage: `¶ 41`. The sign alone where its author numbered others, but not this one. */
export function paragraphLabel({ number, printed = String(number) }: CitedPassage): string {
  return `¶ ${printed}`.trimEnd();
}

/**
 * Returns passages as a locator names them, by the numbers that their author gave them: `41-43, 45`. Undefined where one
 * of them has none, and for sources that are cited by running numbers.
 */
export function printedValue(
  numbers: readonly number[],
  source: { readonly passages: readonly CitedPassage[]; readonly printed: PrintedNumbers } | undefined,
): string | undefined {
  if (!source?.printed) return undefined;
  const runs: { first: string; last: string; end: number }[] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const label = source.passages[number - 1]?.printed ?? '';
    const run = runs.at(-1);
    if (label === '') return undefined;
    if (run?.end === number - 1) Object.assign(run, { last: label, end: number });
    else runs.push({ first: label, last: label, end: number });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(', ');
}
