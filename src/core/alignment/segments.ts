import type { PassageKind } from '../source.ts';
import { distinct, type Numbers, type Vocabulary } from './vocabulary.ts';

/** A numbered block of a text that is put beside another text. */
export interface ParallelBlock {
  /** As it is written, with the marks of emphasis and notes: a translator keeps most of them. */
  readonly text: string;
  readonly kind: PassageKind;
}

/** A text that is put beside another one in another language. Block `n` has index `n - 1`. */
export interface ParallelText {
  /** A tag of BCP 47; empty where it is not known. */
  readonly language: string;
  readonly blocks: readonly ParallelBlock[];
  /** Headings with the number of the next block, as `Heading.before`. */
  readonly headings: readonly { readonly label: string; readonly depth: number; readonly before: number }[];
}

/** What two languages share of a stretch of a text: its length, names, numbers, related words and signs. */
export interface TextSegment {
  /** In code points; runs of white space count once. */
  readonly length: number;
  /** Words of three letters or more, without accents and in lower case. */
  readonly words: Numbers;
  /** What a translation keeps, with a letter for its kind before it: `#` numbers, `N` names, `c` beginnings of words. */
  readonly items: Numbers;
  /** How often each of `keptSigns` stands in it. */
  readonly signs: readonly number[];
  /** Numbers that are printed before the segment or a sentence of it: `Thesis 3.`, `(3)`. */
  readonly printed: readonly string[];
  readonly kind: PassageKind;
}

/** Signs that a translator keeps, and how much it says where one is kept or lost, in nats. */
export const keptSigns: readonly { readonly pattern: RegExp; readonly weight: number }[] = [
  { pattern: /\?/g, weight: 1.2 },
  { pattern: /[“„«]/g, weight: 1.2 },
  { pattern: /!/g, weight: 0.8 },
  { pattern: /;/g, weight: 0.25 },
  { pattern: /:/g, weight: 0.4 },
  { pattern: /\*[^*]+\*/g, weight: 0.9 },
  { pattern: /\[\^/g, weight: 0.9 },
];

const namesInside = /(?<=[\p{Ll},;:’'] |[(«“„] ?)\p{Lu}\p{L}{2,}/gu;
const printedNumbers = /(?:^|(?<=[.!?»”][\s\u202f]))(?:\p{Lu}\p{L}+ |§ ?|\()?(\d{1,3})[.):](?=\s)/gu;
/** Words of related languages begin alike for about as many letters. */
const sharedBeginning = 4;

/**
 * Reads what a translation may share of a text.
 * @param numbers words for small numbers in its language
 */
export function textSegmentOf(
  { text, kind }: ParallelBlock,
  numbers: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
): TextSegment {
  const all = withoutAccents(text.replace(/\[\^[^\]]+\]/g, ' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    length: [...text.replace(/\s+/gu, ' ')].length,
    words: vocabulary.numbersOf(all.filter((word) => word.length > 2)),
    items: vocabulary.numbersOf([
      ...all.flatMap((word) => keptItemsOf(word, numbers)),
      ...properNamesIn(text),
    ]),
    signs: keptSigns.map(({ pattern }) => (text.match(pattern) ?? []).length),
    printed: Array.from(text.matchAll(printedNumbers), ([, number = '']) => number),
    kind,
  };
}

/** A paragraph of which the sentences are read. */
export function joinedSegment(sentences: readonly TextSegment[], kind: PassageKind): TextSegment {
  const spaces = sentences.length - 1;
  return {
    length: sentences.reduce((sum, { length }) => sum + length, spaces),
    words: distinct(sentences.flatMap(({ words }) => words)),
    items: distinct(sentences.flatMap(({ items }) => items)),
    signs: keptSigns.map((_, sign) => sentences.reduce((sum, { signs }) => sum + (signs[sign] ?? 0), 0)),
    printed: sentences.flatMap(({ printed }) => printed),
    kind,
  };
}

function keptItemsOf(word: string, numbers: ReadonlyMap<string, number>): readonly string[] {
  const number = /\d/.test(word) ? word : numbers.get(word);
  const beginning =
    word.length > sharedBeginning && !/\d/.test(word) ? [`c${word.slice(0, sharedBeginning)}`] : [];
  return number === undefined ? beginning : [`#${number}`, ...beginning];
}

function properNamesIn(text: string): string[] {
  return (text.match(namesInside) ?? []).map((name) => `N${withoutAccents(name)}`);
}

function withoutAccents(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss');
}
