import { romanNumeralOf } from '../text.ts';
import { literal, type StyleOutput } from './output.ts';
import { joinRich, plainRich } from './richText.ts';
import type { StyleLocale } from './styleLocale.ts';

export type NumberForm = 'numeric' | 'ordinal' | 'long-ordinal' | 'roman';

const numberSeparators = /([,;\-\u2013\s]+)/u;

/** Splits a text at what stands between numbers: `2, 3` into `2`, `, ` and `3`. */
export function numberParts(text: string): readonly string[] {
  return text.split(numberSeparators).filter((part) => part !== '');
}

/** A whole number, or undefined. */
function wholeNumber(text: string): number | undefined {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Whether a text is made of numbers, each with letters around it or not: `12a`, `2nd`, `3-4` (CSL 1.0.2, `is-numeric`). */
export function isNumeric(text: string): boolean {
  return text.split(/[,\-&\u2013]/u).every((part) => /^\p{L}*\p{Nd}+\p{L}*$/u.test(part.trim()));
}

/** Writes one part of a number in a form. What is no number stays as it is. */
export function numberOutput(
  part: string,
  form: NumberForm,
  gender: string | undefined,
  locale: StyleLocale,
): StyleOutput {
  const number = wholeNumber(part);
  if (number === undefined) return literal(plainRich(part === '-' ? '–' : part));
  if (form === 'roman') return literal(plainRich(romanNumber(number)));
  if (form === 'numeric') return literal(plainRich(String(number)));
  const genderForm = gender === undefined ? {} : { genderForm: gender };
  if (form === 'long-ordinal' && number >= 1 && number <= 10) {
    const [word] = locale.terms({ name: `long-ordinal-${twoDigits(number)}`, form: 'long', ...genderForm });
    if (word) return literal(plainRich(word.text));
  }
  const suffix = ordinalSuffix(number, genderForm, locale);
  return literal(joinRich([plainRich(String(number)), locale.read(suffix)]));
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** The suffix of an ordinal by its last two digits, its last digit, or as it always is (CSL 1.0.2, “Ordinal Suffixes”). */
function ordinalSuffix(number: number, gender: { genderForm?: string }, locale: StyleLocale): string {
  const terms = (digits: number): ReturnType<StyleLocale['terms']> =>
    locale.terms({ name: `ordinal-${twoDigits(digits)}`, form: 'long', ...gender });
  const size = Math.abs(number);
  const ofTwo = terms(size % 100).find((term) => size <= 99 || term.match !== 'whole-number');
  if (ofTwo) return ofTwo.text;
  const ofOne = terms(size % 10).find(
    (term) => size <= 10 || term.match === undefined || term.match === 'last-digit',
  );
  return (ofOne ?? locale.terms({ name: 'ordinal', form: 'long' })[0])?.text ?? '';
}

/** A number below 4000 in Roman numerals; others in digits. */
function romanNumber(number: number): string {
  return number < 0 || number >= 4000 ? String(number) : romanNumeralOf(number);
}

/** Whether a variable counts several, and so has the plural of its label. */
export function isPluralOf(variable: string, text: string): boolean {
  if (variable === 'number-of-volumes' && text !== '1' && text !== '0') return true;
  return !text.includes('\\-') && numberParts(text).length > 1;
}
