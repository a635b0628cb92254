import { isWordUnit } from '../text.ts';
import { joinedLetter } from './respellings.ts';

/** How many code units of a quotation, and of a source, are the same written otherwise. */
export interface SameLetters {
  readonly quoted: number;
  readonly source: number;
}

/** What a typist writes for what the keyboard lacks, and what a language writes in two ways. None of them changes a word. */
const ways: readonly ((quoted: string, i: number, source: string, j: number) => SameLetters | undefined)[] = [
  ligature,
  optionalDots,
  accentAsMark,
  placeOfTone,
  sharpS,
  accentByHabit,
  fractionSign,
];

/** Returns what is the same at offsets of a quotation and a source, in other letters; undefined where nothing is. */
export function sameInOtherLetters(
  quoted: string,
  i: number,
  source: string,
  j: number,
): SameLetters | undefined {
  for (const way of ways) {
    const found = way(quoted, i, source, j);
    if (found) return found;
  }
  return undefined;
}

/** `œ` and `oe`. */
function ligature(quoted: string, i: number, source: string, j: number): SameLetters | undefined {
  const [one, other] = [quoted.slice(i, i + 2), source.slice(j, j + 2)];
  if (joinedLetter(one) === other.charAt(0)) return { quoted: 2, source: 1 };
  if (joinedLetter(other) === one.charAt(0)) return { quoted: 1, source: 2 };
  return undefined;
}

const lettersWithoutDots = new Map([
  ['ё', 'е'],
  ['Ё', 'Е'],
]);

/** `ё` and `е`, which Russian prints for both; not in `все`, “all”, and `всё`, “everything”. */
function optionalDots(quoted: string, i: number, source: string, j: number): SameLetters | undefined {
  const [one, other] = [quoted.charAt(i), source.charAt(j)];
  if (lettersWithoutDots.get(one) !== other && lettersWithoutDots.get(other) !== one) return undefined;
  const isAll =
    /^вс[её]$/iu.test(source.slice(j - 2, j + 1)) && !isWordUnit(source, j - 3) && !isWordUnit(source, j + 1);
  return isAll ? undefined : { quoted: 1, source: 1 };
}

/** `piu'` for `più`, `E'` for `È`: Italian without the accents of its keyboard. */
function accentAsMark(quoted: string, i: number, source: string, j: number): SameLetters | undefined {
  return isAccented(quoted, i, source.charAt(j)) ? { quoted: 2, source: 1 } : undefined;
}

function isAccented(text: string, at: number, accented: string): boolean {
  if (!/[^\0-\x7f]/.test(accented) || !"'`\u00B4".includes(text.charAt(at + 1)) || at + 1 >= text.length)
    return false;
  const [letter = '', accent = ''] = accented.normalize('NFD');
  return (
    letter === text.charAt(at) &&
    /[aeiou]/i.test(letter) &&
    '\u0300\u0301'.includes(accent) &&
    accent !== '' &&
    !isWordUnit(text, at + 2)
  );
}

/** `hoà` and `hòa`: Vietnamese sets the tone on either vowel at the end of a syllable. */
function placeOfTone(quoted: string, i: number, source: string, j: number): SameLetters | undefined {
  if (!/[^\0-\x7f]/.test(quoted.slice(i, i + 2)) || isWordUnit(quoted, i + 2) || isWordUnit(source, j + 2))
    return undefined;
  const [one, other] = [parted(quoted.slice(i, i + 2)), parted(source.slice(j, j + 2))];
  const isSame = one.letters === other.letters && one.tones === other.tones && one.tones.length === 1;
  return isSame && /^(?:oa|oe|uy)$/i.test(one.letters) ? { quoted: 2, source: 2 } : undefined;
}

function parted(letters: string): { readonly letters: string; readonly tones: string } {
  const apart = letters.normalize('NFD');
  return {
    letters: apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, ''),
    tones: apart.replace(/[^\u0300\u0301\u0303\u0309\u0323]/g, ''),
  };
}

/**
 * `daß` and `dass`: German spells a short vowel before a consonant or an end so before and since 1996, and Swiss German every one. Not
 * before a vowel, where it would be another word, `Maße` and `Masse`, but in what begins with `miß`.
 */
function sharpS(quoted: string, i: number, source: string, j: number): SameLetters | undefined {
  const isOne = isSharpS(quoted, i, source, j);
  if (!isOne && !isSharpS(source, j, quoted, i)) return undefined;
  const after = isOne ? i + 1 : i + 2;
  if (
    /[aeiouyäöü]/i.test(quoted.charAt(after)) &&
    !/(?<![\p{L}])mi$/iu.test(quoted.slice(Math.max(0, i - 3), i))
  )
    return undefined;
  return isOne ? { quoted: 1, source: 2 } : { quoted: 2, source: 1 };
}

function isSharpS(one: string, at: number, other: string, otherAt: number): boolean {
  return 'ßẞ'.includes(one.charAt(at) || ' ') && /^ss$/i.test(other.slice(otherAt, otherAt + 2));
}

/** Words that Spanish writes with and without an accent, since 2010 by habit: no other word differs in one. */
const accentedByHabit = /^(?:s[oó]lo|[eé]s(?:t?[ea]|t?[oa]s)|aqu[eé]l(?:l[ao]s?)?|gui[oó]n)$/i;

/** `sólo` and `solo`, `éste` and `este`, `guión` and `guion`. */
function accentByHabit(quoted: string, i: number, source: string, j: number): SameLetters | undefined {
  if (!'éóÉÓ'.includes(quoted.charAt(i) || ' ') && !'éóÉÓ'.includes(source.charAt(j) || ' '))
    return undefined;
  const [one, other] = [lettersAround(quoted, i), lettersAround(source, j)];
  const isSame =
    accentedByHabit.test(one) && accentedByHabit.test(other) && unaccented(one) === unaccented(other);
  return isSame ? { quoted: 1, source: 1 } : undefined;
}

const unaccented = (word: string): string => word.normalize('NFD').replace(/\u0301/g, '');

/** The word that holds an offset, as far as words of interest reach. */
function lettersAround(text: string, at: number): string {
  const before = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, at - 10), at))?.[0] ?? '';
  return before + (/^[\p{L}\p{M}]*/u.exec(text.slice(at, at + 10))?.[0] ?? '');
}

const fractionInDigits = /(?:[ -]|(?<![0-9]))[0-9]\/[0-9]{1,2}(?![0-9])/y;

/** `3 1/2` for `3½`. */
function fractionSign(quoted: string, i: number, source: string, j: number): SameLetters | undefined {
  const length = fractionAt(quoted, i, source.charAt(j));
  return length > 0 ? { quoted: length, source: 1 } : undefined;
}

/** The length of a fraction in digits; 0 where it is not that of the character. */
function fractionAt(text: string, at: number, character: string): number {
  if (!/[\u00BC-\u00BE\u2150-\u215E]/.test(character)) return 0;
  fractionInDigits.lastIndex = at;
  const found = fractionInDigits.exec(text)?.[0] ?? '';
  return found.replace(/^[ -]/, '') === character.normalize('NFKC').replace('\u2044', '/') ? found.length : 0;
}
