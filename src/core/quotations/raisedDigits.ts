import { originals } from '../match.ts';
import type { Quotable } from '../resolve.ts';
import type { MappedText, Range } from '../text.ts';
import type { Quotation } from './reading/quotationTypes.ts';
import { subscripts, superscripts } from './respellings.ts';
import type { ExactMatch, Wanted } from './quotationText.ts';

/** A number of the same digits in quotation and source, which are not set high or low in the same places: `103` for `10³`. */
export interface OtherNumber {
  /** Its range in the comparable words of the quotation. */
  readonly quoted: Range;
  /** Its range in the index of the source. */
  readonly source: Range;
  /** The number as each sets it, with characters for digits that are set high or low. */
  readonly written: { readonly quoted: string; readonly source: string };
}

/** Numbers of several digits. A single one behind a letter is the same however it is set: `m2`. */
const severalDigits = /[0-9]{2,}/gu;
const setCharacters = /[\u2070\u00B9\u00B2\u00B3\u2074-\u2079\u2080-\u2089^]/u;

/**
 * Returns the numbers of a quotation that are others in the source where it stands letter for letter.
 * @param written the quotation as its writer has it
 */
export function otherNumbers(
  { words, pattern }: Wanted,
  written: Quotation,
  quotable: Quotable,
  { parts }: ExactMatch,
): OtherNumber[] {
  const stretches = parts.length === 1 ? [{ start: 0, end: words.text.length }] : (pattern?.parts ?? []);
  return [...words.text.matchAll(severalDigits)].flatMap(({ index, 0: digits }): OtherNumber[] => {
    const at = stretches.findLastIndex(({ start }) => start <= index);
    const by = (parts[at]?.start ?? 0) - (stretches[at]?.start ?? 0);
    const quoted = { start: index, end: index + digits.length };
    const source = { start: quoted.start + by, end: quoted.end + by };
    const seams = [...digits].map((_, offset): [boolean, string] =>
      offset === 0
        ? [false, '']
        : [isSetFrom(words, written, index + offset), markBetween(quotable, source.start + offset)],
    );
    if (seams.every(([own, mark]) => own === (mark !== ''))) return [];
    const kind = seams.some(([, mark]) => mark === '~') ? subscripts : superscripts;
    const set = (isSeam: (seam: [boolean, string]) => boolean): string =>
      raiseDigits(digits, seams.map(isSeam), kind);
    return [
      { quoted, source, written: { quoted: set(([own]) => own), source: set(([, mark]) => mark !== '') } },
    ];
  });
}

/**
 * Returns words with the digits of their numbers set high and low as characters: `10³` for `10^3^`.
 * @param text the Markdown of the words; where it is not known, each mark sets digits high
 */
export function withSetDigits(plain: MappedText, { start, end }: Range, text?: string): string {
  return plain.text.slice(start, end).replace(/[0-9]+/gu, (digits, at: number) => {
    const isAfterLetter = text !== undefined && /\p{L}/u.test(plain.text.charAt(start + at - 1));
    const marks = [...digits].map((_, offset) => {
      const [from, to] = [plain.endAt(start + at + offset - 1), plain.startAt(start + at + offset)];
      if ((offset === 0 && !isAfterLetter) || from === undefined || to === undefined || from >= to) return '';
      return text === undefined ? '^' : settingMark(text.slice(from, to));
    });
    const kind = marks.includes('~') ? subscripts : superscripts;
    return raiseDigits(
      digits,
      marks.map((mark) => mark !== ''),
      kind,
    );
  });
}

/** Whether the digits of a quotation are set otherwise from an offset of its comparable words on. */
function isSetFrom(words: Wanted['words'], { words: plain }: Quotation, at: number): boolean {
  const origin = words.startAt(at);
  const from = plain.firstStartingAt(origin);
  if (origin === words.startAt(at - 1)) return false;
  if (setCharacters.test(plain.text.charAt(from))) return true;
  return /[0-9]/u.test(plain.text.charAt(from - 1)) && (plain.endAt(from - 1) ?? origin) < origin;
}

/** Returns the mark between two digits of the source, `^` or `~`; empty where they stand side by side. */
function markBetween(quotable: Quotable, at: number): string {
  const { index, inFile, source } = quotable;
  const [before] = originals(index, { start: at - 1, end: at });
  const [behind] = originals(index, { start: at, end: at + 1 });
  if (!before || !behind || inFile[before.unit] !== true || !source.file) return '';
  return settingMark(source.file.document.text.slice(before.original.end, behind.original.start));
}

function settingMark(markdown: string): '^' | '~' | '' {
  return /\^|<\/?sup/iu.test(markdown) ? '^' : /~|<\/?sub/iu.test(markdown) ? '~' : '';
}

function raiseDigits(digits: string, seams: readonly boolean[], characters: string): string {
  let isSet = false;
  return [...digits]
    .map((digit, offset) => {
      if (seams[offset]) isSet = !isSet;
      return isSet ? characters.charAt(Number(digit)) : digit;
    })
    .join('');
}
