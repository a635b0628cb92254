import type { PassageKind } from '../source.ts';
import { appendAll } from '../text.ts';
import { WrittenLists } from './numberLists.ts';
import type { Numbers, Vocabulary } from './vocabulary.ts';

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

/**
 * Signs that a translator keeps: how much it says where one is kept or lost, in nats. Questions, quotation marks, exclamations,
 * semicolons, colons, emphasis, notes.
 */
export const signWeights: readonly number[] = [1.2, 1.2, 0.8, 0.25, 0.4, 0.9, 0.9];
const [emphasisSign, noteSign] = [5, 6];
const [anySpace, asterisk, bracket] = [-1, -2, -3];
/** What each character is: a sign, by its place and one more; white space; the beginning of emphasis or a note. 0 for all others. */
const characterKinds = new Int8Array(0x3001);
const kindsWritten: readonly (readonly [number, string])[] = [
  ...['?', '“„«', '!', ';', ':'].map((characters, sign) => [sign + 1, characters] as const),
  [asterisk, '*'],
  [bracket, '['],
  [anySpace, '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000'],
  [anySpace, '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'],
];
for (const [kind, characters] of kindsWritten)
  for (const character of characters) characterKinds[character.charCodeAt(0)] = kind;

const emphasizedPart = /\*[^*]+\*/g;
const noteMarks = /\[\^[^\]]+\]/g;
const capitalizedWords = /\p{Lu}\p{L}{2,}/gu;
/** What stands before a name that does not begin a sentence. */
const insideSentence = /(?:[\p{Ll},;:’'] |[(«“„] ?)$/u;
const someNumber = /\d[.):]\s/;
const printedNumbers = /(?:^|(?<=[.!?»”][\s\u202f]))(?:\p{Lu}\p{L}+ |§ ?|\()?(\d{1,3})[.):](?=\s)/gu;
const wordsAsWritten = /[^\s\p{P}]+/gu;
const plainLetters = /^[a-z]+$/;
const someDigit = /\d/;
const lettersAndDigits = /[\p{L}\p{N}]+/gu;
/** Words of related languages begin alike for about as many letters. */
const sharedBeginning = 4;
const noneRead: readonly never[] = [];
const noSigns = signWeights.map(() => 0);

/** What two languages share of the stretches of a text, one after the other: lengths, names, numbers, related words and signs. */
export class TextSegments {
  /** In code points; runs of white space count once. */
  readonly lengths: number[] = [];
  /** Words of three letters or more, without accents and in lower case. */
  readonly words = new WrittenLists();
  /** What a translation keeps: numbers, names, beginnings of words. */
  readonly items = new WrittenLists();
  /** How often each sign stands in a segment of which `signWeights` has the weights, one segment after the other. */
  readonly signs: number[] = [];
  /** Numbers that are printed before each segment or a sentence of it: `Thesis 3.`, `(3)`. */
  readonly printed: (readonly string[])[] = [];
  readonly kinds: PassageKind[] = [];

  get count(): number {
    return this.lengths.length;
  }

  /** Adds a paragraph whose sentences are read. */
  join(sentences: TextSegments, from: number, to: number, kind: PassageKind): void {
    let length = to - from - 1;
    for (let at = from; at < to; at++) length += sentences.lengths[at] ?? 0;
    this.lengths.push(length);
    for (let sign = 0; sign < signWeights.length; sign++) {
      let count = 0;
      for (let at = from; at < to; at++) count += sentences.signs[at * signWeights.length + sign] ?? 0;
      this.signs.push(count);
    }
    this.words.addAll(sentences.words, from, to);
    this.items.addAll(sentences.items, from, to);
    this.words.endList();
    this.items.endList();
    const printed = sentences.printed.slice(from, to).filter(({ length: count }) => count > 0);
    this.printed.push(printed.length > 0 ? printed.flat() : noneRead);
    this.kinds.push(kind);
  }
}

/** Reads what a translation may share of a text. A word is read where it is met first; of long texts that is most of the work. */
export class SegmentReader {
  /** What is known of words as they are written, by their place in the lists below; what is several words, by a negative one. */
  private readonly known = new Map<string, number>();
  private readonly several: Numbers[] = [];
  /** The numbers of words, and of what a translation may keep of them; -1 where there is none. */
  private readonly words: number[] = [];
  private readonly smallNumbers: number[] = [];
  private readonly beginnings: number[] = [];

  /** @param numberWords words for small numbers in the language of the text */
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly numberWords: ReadonlyMap<string, number>,
  ) {}

  /** Adds a stretch of the text to others. */
  read({ text, kind }: ParallelBlock, segments: TextSegments): void {
    const plain = text.includes('[^') ? text.replace(noteMarks, ' ') : text;
    for (const written of plain.match(wordsAsWritten) ?? noneRead) {
      const at = this.known.get(written) ?? this.readWritten(written);
      if (at >= 0) this.add(at, segments);
      else for (const part of this.several[-1 - at] ?? noneRead) this.add(part, segments);
    }
    for (const { 0: name, index } of text.matchAll(capitalizedWords))
      if (insideSentence.test(text.slice(Math.max(0, index - 3), index)))
        segments.items.add(this.vocabulary.numberOf(withoutAccents(name), 'name'));
    segments.words.endList();
    segments.items.endList();
    segments.lengths.push(addSigns(text, segments.signs));
    const printed = someNumber.test(text)
      ? Array.from(text.matchAll(printedNumbers), ([, number = '']) => number)
      : noneRead;
    segments.printed.push(printed);
    segments.kinds.push(kind);
  }

  private add(at: number, { words, items }: TextSegments): void {
    const word = this.words[at] ?? -1;
    if (word >= 0) words.add(word);
    const number = this.smallNumbers[at] ?? -1;
    if (number >= 0) items.add(number);
    const beginning = this.beginnings[at] ?? -1;
    if (beginning >= 0) items.add(beginning);
  }

  private readWritten(written: string): number {
    const all = plainLetters.test(written)
      ? [written]
      : (withoutAccents(written).match(lettersAndDigits) ?? noneRead);
    const places = all.map((word) => this.readWord(word));
    const [first] = places;
    const at = first !== undefined && places.length === 1 ? first : -this.several.push(places);
    this.known.set(written, at);
    return at;
  }

  private readWord(word: string): number {
    const { vocabulary, numberWords } = this;
    const hasDigit = someDigit.test(word);
    const number = hasDigit ? word : numberWords.get(word);
    this.smallNumbers.push(number === undefined ? -1 : vocabulary.numberOf(String(number), 'number'));
    const hasBeginning = word.length > sharedBeginning && !hasDigit;
    this.beginnings.push(
      hasBeginning ? vocabulary.numberOf(word.slice(0, sharedBeginning), 'beginning') : -1,
    );
    return this.words.push(word.length > 2 ? vocabulary.numberOf(word, 'word') : -1) - 1;
  }
}

/** Adds how often each sign stands in a text. Returns how long it is, in code points, where runs of white space count once. */
function addSigns(text: string, signs: number[]): number {
  const start = signs.length;
  appendAll(signs, noSigns);
  let length = 0;
  let wasSpace = false;
  let hasEmphasis = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = characterKinds[code] ?? 0;
    const isSpace = kind === anySpace;
    // The second half of a character outside the first plane does not count.
    if (!(isSpace && wasSpace) && (code & 0xfc00) !== 0xdc00) length++;
    wasSpace = isSpace;
    if (kind === asterisk) hasEmphasis = true;
    const sign = kind > 0 ? kind - 1 : kind === bracket && text[at + 1] === '^' ? noteSign : -1;
    if (sign >= 0) signs[start + sign] = (signs[start + sign] ?? 0) + 1;
  }
  if (hasEmphasis) signs[start + emphasisSign] = text.match(emphasizedPart)?.length ?? 0;
  return length;
}

function withoutAccents(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss');
}
