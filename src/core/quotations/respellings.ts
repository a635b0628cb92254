import { MappedTextBuilder, type MappedText } from '../text.ts';
import { numberAndUnit } from './idleSpaces.ts';
import { type Wanted, wantedOf } from './quotationText.ts';

/** A replacement in the words of a quotation. Offsets are into `words.text`. */
export interface Respelling {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A note mark that was copied along with the words before it. */
export interface CopiedMark {
  /** Original offset, in the paper, at which the mark starts. */
  readonly at: number;
  /** The number that it shows; undefined for a star or dagger. */
  readonly number: number | undefined;
}

/** A quotation as the source may have spelled it, and the note marks left out of it. */
export interface Respelled {
  readonly wanted: Wanted;
  readonly marks: readonly CopiedMark[];
}

/** A number in groups of three, or one that might be. */
const groupedNumber = /(?<![\p{N}.,])\p{N}{1,3}(?:[^\S\n\r]\p{N}{3})+(?![\p{N}])/gu;
const longNumber = /(?<![\p{N}.,])\p{N}{4,15}(?![\p{N}])/gu;
/** `z. B.`, `J. R. R.`, `§ 5`, `€ 5`. */
const abbreviated = /(?<=(?<!\p{L})\p{L}\.)[^\S\n\r]*(?=\p{L}\.)|(?<=[§¶№€$£¥#°])[^\S\n\r]*(?=\p{N})/gu;
/** Letters in brackets inside a word, which may be those of the source: `w[o]n`, `[T]he`. */
const bracketedLetters = /(?<=\p{L})\[(\p{L}\p{M}*){1,8}\]|\[(\p{L}\p{M}*){1,8}\](?=\p{L})/gu;
/** A hyphen at a line's end, also where the lines were joined afterwards. */
const lineEndHyphen = /(?<=\p{L})[-\u00AC\u00AD\u2010](?:[^\S\n\r]*(?:\r\n|[\n\r])\s*| )(?=\p{Ll})/gu;
const noteMark =
  /(?<=[\p{L}\p{M}.,;:!?)\]'"\u2019\u201D\u00BB%])(?:\[\^?([0-9]{1,4})\]|\(([0-9]{1,4})\)|\^\[?([0-9]{1,4})\]?\^|([0-9]{1,4})|([\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,4})|[*\u2020\u2021]{1,3})(?![\p{L}\p{N}])/gu;
const sicWithSpace = /[^\S\n\r]?\[sic[!?.]?\]/giu;
/** Digits set low or high in a formula or unit, as characters or behind `^`, and plain ones that may be: `CO₂`, `10³`, `10^3`, `m2`. */
const setDigits =
  /[\u2080-\u2089]+|(?<=[\p{L}\p{N}])[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]+|(?<=[0-9])\^[0-9]{1,3}(?![0-9^])/gu;
const digitsOfFormula = /(?<=\p{L})[0-9]{1,3}(?![0-9])/gu;
const digit = /\p{N}/u;
/** Units among which there are no digits but 0 to 9: those of Latin, Greek, Cyrillic, Hebrew and the marks of these. */
const otherThanLetters = /[^\0-\u00B1\u00B4-\u00B8\u00BA\u00BB\u00BF-\u052F\u0590-\u05FF\u1E00-\u206F]/u;
/** The digits from 0 to 9, set high and set low. */
export const superscripts = '\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079';
export const subscripts = '\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089';
/**
 * What the texts hold in which these patterns find anything, and few others: V8 takes as long to compile a pattern that names the
 * letters of all scripts as to check a page, so each is asked only where it may find something.
 */
const mayHold = {
  bracketed: /\S\[[^\s[\]]+\]|\[[^\s[\]]+\]\S/u,
  hyphen: /[-\u00AC\u00AD\u2010]\s/u,
  mark: /[0-9*\u2020\u2021\u00B9\u00B2\u00B3\u2070\u2074-\u2079]/u,
  abbreviation: /[^\s.]\.\s*[^\s.]{1,2}\.|[§¶№€$£¥#°]/u,
  setDigit: /[\^\u2080-\u2089\u00B9\u00B2\u00B3\u2070\u2074-\u2079]/u,
};
/** Signs of a text that is spelled otherwise in one of these ways, digits apart. A cheap test, true for few. */
const mayBeRespelled =
  /[[*\u2020\u2021\u0152\u0153\u00C6\u00E6]|[AEIOUaeiou]['\u2019](?![A-Za-z])|[.,][\u2019\u201D\u201C'"\u00BB]\s|[\u2019\u201D\u201C'"\u00BB][.,]\s|[oa]e|O[Ee]|A[Ee]|[-\u00AC\u00AD\u2010]\s|[^\s.]\.\s?[^\s.]{1,2}\./u;

/**
 * Returns the words of a quotation in the other spellings that a copy of them may have: with and without spaces at units,
 * abbreviations and in long numbers; without hyphens at line ends; with the letters in brackets inside words as its own;
 * without the note marks of the source; with `œ` for `oe`, and `₂` or `^2` for `2` in a formula, and the other way round. None changes a word. Most quotations have none.
 */
export function respellings(wanted: Wanted): Respelled[] {
  const { text } = wanted.quotation.words;
  if (!mayBeRespelled.test(text) && !hasDigit(text)) return [];
  const always = [
    ...(mayHold.bracketed.test(text) ? editsOf(text, bracketedLetters, (found) => found.slice(1, -1)) : []),
    ...(mayHold.hyphen.test(text) ? editsOf(text, lineEndHyphen, () => '') : []),
    ...(text.includes('[') ? editsOf(text, sicWithSpace, () => '') : []),
  ];
  const { edits: unmarked, marks } = markEdits(wanted.quotation.words);
  const ways = [always, [...always, ...spaceEdits(text, '')], [...always, ...spaceEdits(text, ' ')]];
  for (const edits of [...ligatureEdits(text), ...digitEdits(wanted.quotation.words)])
    if (edits.length > 0) ways.push([...always, ...edits]);
  for (const edits of [...pointEdits(text), accentEdits(text)])
    if (edits.length > 0) ways.push([...always, ...edits]);
  const seen = new Set([text]);
  const found: Respelled[] = [];
  for (const without of unmarked.length > 0 ? [false, true] : [false])
    for (const way of ways) {
      const words = respelt(wanted, without ? [...way, ...unmarked] : way);
      if (seen.has(words.quotation.words.text)) continue;
      seen.add(words.quotation.words.text);
      found.push({ wanted: words, marks: without ? marks : [] });
    }
  return found;
}

/**
 * Returns a quotation without the number of a note at the end of a longer number: `19172` in place of `1917` and the mark of
 * the second note. With the text, the place of the mark tells.
 */
export function markedNumbers(wanted: Wanted, notes: readonly { readonly number: number }[]): Respelled[] {
  const { words } = wanted.quotation;
  const numbers = [...words.text.matchAll(/(?<![\p{L}\p{N}])[0-9]{2,8}(?![\p{L}\p{N}])/gu)].slice(
    0,
    maxMarkedNumbers,
  );
  return numbers.flatMap(({ index, 0: digits }) =>
    notes.flatMap(({ number }): Respelled[] => {
      const mark = String(number);
      if (digits.length <= mark.length || !digits.endsWith(mark)) return [];
      const end = index + digits.length;
      const start = end - mark.length;
      const at = words.startAt(start) ?? 0;
      return [{ wanted: respelt(wanted, [{ start, end, newText: '' }]), marks: [{ at, number }] }];
    }),
  );
}

/** More numbers than a quotation has. */
const maxMarkedNumbers = 8;

function editsOf(text: string, pattern: RegExp, written: (found: string) => string): Respelling[] {
  return [...text.matchAll(pattern)].flatMap(({ index, 0: found }) => {
    const newText = written(found);
    return newText === found ? [] : [{ start: index, end: index + found.length, newText }];
  });
}

/** Letters that many keyboards have not, as two. Capitals may be one or two. */
const partedLetters = new Map([
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['Œ', 'Oe'],
  ['Æ', 'Ae'],
]);
const lettersOfTwo = new Map([
  ...[...partedLetters].map(([one, two]) => [two, one] as const),
  ['OE', 'Œ'],
  ['AE', 'Æ'],
]);
const ligatureLetter = /[\u0152\u0153\u00C6\u00E6]/gu;
/** Where French has `œ` nearly always: cœur, sœur, œuvre, œil; not in coexister or poème. */
const likelyParted = /oe(?=[ui])|O[Ee](?=[UuIi])/gu;
const maybeParted = /[oa]e|[OA][Ee]/gu;

/** A comma or full stop before or after the mark that closes words within the quotation: American and British habit. */
const pointInMarks = /(?<=[^\s.,])[.,][\u2019\u201D\u201C'"\u00BB](?=\s)/gu;
const pointAfterMarks = /(?<=[^\s.,])[\u2019\u201D\u201C'"\u00BB][.,](?=\s)/gu;

function pointEdits(text: string): readonly Respelling[][] {
  const turned = (found: string): string => found.charAt(1) + found.charAt(0);
  return [editsOf(text, pointInMarks, turned), editsOf(text, pointAfterMarks, turned)];
}

/** A vowel at the end of a word with a mark for its accent, as Italian typists have it: `E'`, `piu'`, `perche'`. */
const markedVowel = /(?:[Cc]h|(?<!\p{L})[NnSs])[eE]['\u2019](?!\p{L})|[aeiouAEIOU]['\u2019](?!\p{L})/gu;
const acute = '\u0301';
const grave = '\u0300';

/** All vowels with marks as Italian accents them: `è`, but `perché`, `né` and `sé`. */
function accentEdits(text: string): Respelling[] {
  if (!/[aeiou]['\u2019](?![A-Za-z])/i.test(text)) return [];
  return editsOf(text, markedVowel, (found) =>
    `${found.slice(0, -1)}${found.length > 2 ? acute : grave}`.normalize('NFC'),
  );
}

/** The ways to write `œ` and `æ` as two letters, or two letters as one of these. */
function ligatureEdits(text: string): readonly Respelling[][] {
  const join = (found: string): string => joinedLetter(found) ?? found;
  return [
    editsOf(text, ligatureLetter, (found) => partedLetters.get(found) ?? found),
    editsOf(text, likelyParted, join),
    editsOf(text, maybeParted, join),
  ];
}

/** The letter that two may stand for: `œ` for `oe`. */
export function joinedLetter(letters: string): string | undefined {
  return lettersOfTwo.get(letters);
}

/** @param space what is written at units and in groups of digits: a space, or nothing */
function spaceEdits(text: string, space: '' | ' '): Respelling[] {
  const inNumbers = space === '' ? groupedNumber : longNumber;
  const regrouped = (found: string): string =>
    space === '' ? found.replace(/\s/gu, '') : found.replace(/\B(?=(?:\p{N}{3})+$)/gu, ' ');
  const hasNumber = hasDigit(text);
  return [
    ...(hasNumber ? editsOf(text, numberAndUnit, () => space) : []),
    ...(mayHold.abbreviation.test(text) ? editsOf(text, abbreviated, () => space) : []),
    ...(hasNumber ? editsOf(text, inNumbers, regrouped) : []),
  ];
}

function markEdits(words: MappedText): { edits: Respelling[]; marks: CopiedMark[] } {
  const found = mayHold.mark.test(words.text) ? [...words.text.matchAll(noteMark)] : [];
  return {
    edits: found.map(({ index, 0: mark }) => ({ start: index, end: index + mark.length, newText: '' })),
    marks: found.map((match) => ({ at: words.startAt(match.index) ?? 0, number: numberOfMark(match) })),
  };
}

function numberOfMark([, bracketed, parted, raised, plain, superscript]: RegExpMatchArray):
  number | undefined {
  const digits = bracketed ?? parted ?? raised ?? plain;
  if (digits !== undefined) return Number(digits);
  if (superscript === undefined) return undefined;
  return Number(plainDigits(superscript));
}

/** The ways to write digits that are set low or high in a formula: as plain ones, or those behind a letter, or behind a mark in a number, low or high. */
function digitEdits(words: MappedText): readonly Respelling[][] {
  const setIn =
    (digits: string) =>
    (found: string): string =>
      [...found].map((digit) => digits.charAt(Number(digit))).join('');
  const { text } = words;
  if (!hasDigit(text)) return [];
  const marked = [...text.matchAll(/(?<=[0-9])(?=([0-9]{1,3})(?![0-9]))/gu)].flatMap(
    ({ index, 1: digits = '' }): Respelling[] =>
      (words.endAt(index - 1) ?? 0) < (words.startAt(index) ?? 0)
        ? [{ start: index, end: index + digits.length, newText: setIn(superscripts)(digits) }]
        : [],
  );
  const plain = mayHold.setDigit.test(text) ? editsOf(text, setDigits, plainDigits) : [];
  const inFormulas = ['^', '_'].map((sign) => [
    ...marked.map((edit) => ({ ...edit, newText: inTex(sign, plainDigits(edit.newText)) })),
    ...plain.map((edit) => ({ ...edit, newText: inTex(sign, edit.newText) })),
    ...editsOf(text, digitsOfFormula, (digits) => inTex(sign, digits)),
  ]);
  return plain.length > 0
    ? [plain, ...inFormulas]
    : [
        marked,
        ...[subscripts, superscripts].map((digits) => editsOf(text, digitsOfFormula, setIn(digits))),
        ...inFormulas,
      ];
}

/** Digits as a formula in TeX sets them high or low: `mc^2`, `10^{12}`, `H_2`. */
function inTex(sign: string, digits: string): string {
  return digits.length > 1 ? `${sign}{${digits}}` : sign + digits;
}

function hasDigit(text: string): boolean {
  return /[0-9]/.test(text) || (otherThanLetters.test(text) && digit.test(text));
}

function plainDigits(set: string): string {
  const digits = set.startsWith('^') ? set.slice(1) : undefined;
  return (
    digits ??
    [...set].map((digit) => Math.max(subscripts.indexOf(digit), superscripts.indexOf(digit))).join('')
  );
}

/** Applies edits that do not overlap; of two that do, the first in the text counts. */
export function respelt({ quotation }: Wanted, edits: readonly Respelling[]): Wanted {
  const { words } = quotation;
  const builder = new MappedTextBuilder();
  const breaks: number[] = [];
  let at = 0;
  const copyTo = (end: number): void => {
    for (const one of quotation.breaks) if (one > at && one <= end) breaks.push(builder.length + one - at);
    builder.appendMapped(words, at, end);
  };
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) continue;
    copyTo(start);
    const origin = words.startAt(start) ?? 0;
    builder.append(newText, origin, words.startAt(Math.max(start, end - 1)) ?? origin);
    at = end;
  }
  copyTo(words.text.length);
  return wantedOf({ ...quotation, words: builder.build(), breaks });
}
