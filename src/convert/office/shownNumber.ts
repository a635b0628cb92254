import { lettersOfNumber, romanNumeralOf } from '../../core/text.ts';

/** How the numbers of a list are written. The names are those of WordprocessingML (ST_NumberFormat, 17.18.59). */
type NumberFormat =
  | 'decimal'
  | 'decimalZero'
  | 'lowerRoman'
  | 'upperRoman'
  | 'lowerLetter'
  | 'upperLetter'
  /** After z come aa and ab, as in the columns of a spreadsheet; Word's own letters go on with aa, bb. */
  | 'lowerLetterPairs'
  | 'upperLetterPairs'
  | 'ordinal'
  | 'cardinalText'
  | 'ordinalText'
  | 'lowerGreek'
  | 'upperGreek'
  | 'russianLower'
  | 'russianUpper'
  | 'chicago'
  | 'decimalEnclosedCircle'
  | 'numberInDash'
  | 'hex'
  | 'none';

/** No list has more items; a number above is written in digits. */
const maxWritten = 5000;

const latinLetters = 'abcdefghijklmnopqrstuvwxyz';
const greek = 'αβγδεζηθικλμνξοπρστυφχψω';
const russian = 'абвгдежзиклмнопрстуфхцчшщыэюя';
const noteSigns = '*†‡§';

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const irregularOrdinals = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
]);

const writers: Readonly<Partial<Record<NumberFormat, (value: number) => string>>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  lowerRoman: romanNumeralOf,
  upperRoman: (value) => romanNumeralOf(value).toUpperCase(),
  lowerLetter: (value) => repeated(value, latinLetters),
  upperLetter: (value) => repeated(value, latinLetters).toUpperCase(),
  lowerLetterPairs: lettersOfNumber,
  upperLetterPairs: (value) => lettersOfNumber(value).toUpperCase(),
  ordinal: (value) => `${String(value)}${ordinalEnding(value)}`,
  cardinalText: (value) => capitalised(cardinal(value)),
  ordinalText: (value) => capitalised(ordinalWord(value)),
  lowerGreek: (value) => repeated(value, greek),
  upperGreek: (value) => repeated(value, greek).toUpperCase(),
  russianLower: (value) => repeated(value, russian),
  russianUpper: (value) => repeated(value, russian).toUpperCase(),
  chicago: (value) => repeated(value, noteSigns),
  decimalEnclosedCircle: (value) => (value <= 20 ? String.fromCodePoint(0x245f + value) : String(value)),
  numberInDash: (value) => `- ${String(value)} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  none: () => '',
};

/**
 * A number as a list shows it, without what stands before and after it.
 * @param format a `NumberFormat`; one that is not known is written in digits
 */
export function shownNumber(value: number, format: string): string {
  const write = Object.hasOwn(writers, format) ? writers[format as NumberFormat] : undefined;
  if (!write || value < 1 || value > maxWritten) return format === 'none' ? '' : String(value);
  return write(value);
}

/** The letter of a number; after the last one, the first twice. */
function repeated(value: number, letters: string): string {
  const at = (value - 1) % letters.length;
  return (letters[at] ?? '').repeat(Math.floor((value - 1) / letters.length) + 1);
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

function cardinal(value: number): string {
  if (value < 20) return ones[value] ?? '';
  if (value >= 100) return String(value);
  const unit = value % 10 === 0 ? '' : `-${ones[value % 10] ?? ''}`;
  return `${tens[Math.floor(value / 10) - 2] ?? ''}${unit}`;
}

function ordinalWord(value: number): string {
  if (value >= 100) return `${String(value)}${ordinalEnding(value)}`;
  const [, before = '', last = ''] = /^(.*-)?(.*)$/.exec(cardinal(value)) ?? [];
  return `${before}${irregularOrdinals.get(last) ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)}`;
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
