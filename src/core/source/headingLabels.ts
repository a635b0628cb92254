import { type HeadingKind, headingKinds, headingNumbers, touchingHeadingKinds } from '../languages.ts';
import { termsInAnyLanguage } from '../locators.ts';
import { tableOf } from '../text.ts';

/** The label that a heading prints before its title. */
export interface HeadingLabel {
  /** As printed: `(1)`, `iv.`, `2.3`, `Chapter 3`, `§ 4a`. */
  readonly printed: string;
  /** The number alone: `1`, `iv`, `2.3`, `3`, `4a`. */
  readonly number: string;
  /** What the heading calls itself: `chapter`, `part` …; `section` where it does not say. */
  readonly kind: HeadingKind;
  /** Whether the heading says its kind in words. */
  readonly isNamed: boolean;
  /** The heading without its label and the punctuation after it. */
  readonly title: string;
  /** A plain number followed only by a space, `1 Introduction`. It is a label only where it continues the numbering. */
  readonly doubtful: boolean;
}

const digits = '[0-9]+(?:\\.[0-9]+)*';
const romanForm = '[ivxlcdm]+|[IVXLCDM]+';
/** Paragraphs that were put in later: `4a`, `5 bis`. */
const insertedDigits = `${digits}(?:[A-Za-z]|\\s?(?:bis|ter|quater|quinquies|sexies))?`;
const numeral = `(?:${digits}[a-z]?|${romanForm}|[A-Za-z])`;
const afterLabel = '\\s*[.:,)–—-]?\\s*';
const numbersInWords = headingNumbers.join('|');
/** What a roman number or one in digits has behind it where it counts something: `3.`, `IIe`, `1er`, `2nd`, `3º`. */
const ordinalMark = '(?:\\.|[ºª°]|st|nd|rd|th|er|re|ère|[eè]me|e|a|o|-?(?:я|й|е|ша|га))';

const endOfLabel = '\\s*(?:$|[.:,)–—-])';
const kindWord = '\\p{L}{2,}\\.?';

/** Single letters, signs and words that no space divides from a number are none that a heading begins with. */
function beginsHeading(term: string): boolean {
  return /^\p{L}{3,}$|^\p{L}{2,}\.$/u.test(term);
}

/** What headings call their parts, in all languages. Put together when the first heading asks, as most files have none. */
class KindWords {
  private kinds: ReadonlyMap<string, HeadingKind> | undefined;

  /** The kind that a word means; undefined for other words. */
  kindOf(word: string): HeadingKind | undefined {
    this.kinds ??= new Map(
      (Object.keys(headingKinds) as HeadingKind[]).flatMap((kind) =>
        [...headingKinds[kind].split(' '), ...termsInAnyLanguage(kind).filter(beginsHeading)].map(
          (each) => [each, kind] as const,
        ),
      ),
    );
    return this.kinds.get(word.toLowerCase());
  }
}

const kindWords = new KindWords();

/** `Chapter 3`, `Chapitre premier`. A number in words is one only where nothing but a sign follows. */
const numberAfterKind = new RegExp(
  `^(?<kind>${kindWord})(?:\\s+|(?<=\\.))(?<number>${insertedDigits}|${romanForm}|[A-Z]|(?:the\\s+)?(?:${numbersInWords})(?=${endOfLabel}))(?![\\p{L}\\p{N}])${afterLabel}`,
  'iu',
);

/** `3. Kapitel`, `IIe partie`, `Erster Teil`, `The Second Book`, and nothing but a sign. */
const numberBeforeKind = new RegExp(
  `^(?<counted>(?:(?:[0-9]+|${romanForm})${ordinalMark}|(?:the\\s+)?(?:${numbersInWords}))\\s+)(?<kind>${kindWord})(?=${endOfLabel})${afterLabel}`,
  'iu',
);
/** Of roman numbers with letters behind them only those in capitals: `Le livre` has no fiftieth one. */
const ordinalOfHeading = new RegExp(
  `^([0-9]+)${ordinalMark}$|^(${romanForm})\\.$|^([IVX][IVXLC]*)(?:er|re|ère|[eè]me|e|a|o)$`,
  'u',
);

/** `第三章`, `제3장`: the sign is that of a part where the heading ends, a title begins, or a Chinese one follows right away. */
const numberTouchingKind =
  /^[第제]\s?(?<number>[0-9０-９]{1,4}|[一二三四五六七八九十百〇零两兩]{1,7})\s?(?<kind>\p{L})(?:(?<=部)分)?(?=$|[^\p{L}\p{N}]|(?<!\p{Script=Hangul})\p{Script=Han})[\s:：.．、]*/u;

const numberInBrackets = new RegExp(`^[([](${numeral})[)\\]](?![\\p{L}\\p{N}])\\s*[.:–—-]?\\s*`, 'u');
const numberWithPoint = new RegExp(`^(${numeral})\\s?[.)]\\s+`, 'u');
const dottedNumber = /^([0-9]+(?:\.[0-9]+)+[a-z]?)\.?\s+/u;
const paragraphSign = new RegExp(
  `^(?:§\\s*(?=\\S)|(?:№|N[or]\\.|N[°º]\\.?)\\s*(?=[0-9]))(${insertedDigits}|${romanForm}|[A-Za-z])(?![\\p{L}\\p{N}])\\s*[.:)–—-]?(?:\\s+|$)`,
  'u',
);
const bareNumber = /^([0-9]{1,3}[a-z]?)\s+(?=\p{L})/u;
const numberAlone = new RegExp(`^(${numeral})[.)]?$`, 'u');

/** Reads the label of a heading from its plain text; undefined where it has none. */
export function readHeadingLabel(text: string): HeadingLabel | undefined {
  const heading = text.trim();
  const named = readNamedLabel(heading);
  if (named) return named;
  for (const pattern of [numberInBrackets, paragraphSign, dottedNumber, numberWithPoint, numberAlone]) {
    const match = pattern.exec(heading);
    if (match && isNumeral(match[1] ?? '')) return label(heading, match[0], match[1] ?? '');
  }
  const plain = bareNumber.exec(heading);
  return plain ? { ...label(heading, plain[0], plain[1] ?? ''), doubtful: true } : undefined;
}

function readNamedLabel(heading: string): HeadingLabel | undefined {
  const match = matchNamed(heading);
  const word = match?.groups?.['kind'] ?? '';
  const kind = kindWords.kindOf(word) ?? kindTouching(word);
  if (!match || !kind) return undefined;
  const read = label(heading, match[0], numberInDigits(match.groups?.['number'] ?? ordinalBefore(match)));
  if (!isNumeral(read.number)) return undefined;
  // In `Book a room` the letter is a word, in `Del 3 de mayo` the kind: a sign has to follow.
  const isDoubtful = /^[a-z]$/.test(read.number) || word.toLowerCase() === 'del';
  if (isDoubtful && read.title !== '' && /[\p{L}\p{N}]\s*$/u.test(match[0])) return undefined;
  return { ...read, kind, isNamed: true };
}

/** Looks at words before it asks patterns, which V8 takes milliseconds to make. */
function matchNamed(heading: string): RegExpExecArray | null {
  const [first = '', ...others] = heading.split(/\s+/, 5);
  const after = kindWords.kindOf(/^[^.]*\.?/.exec(first)?.[0] ?? '') ? numberAfterKind.exec(heading) : null;
  if (after) return after;
  const isBefore = others
    .map((word) => word.replace(/[.:,)–—-].*$/, ''))
    .some((word) => kindWords.kindOf(word) ?? kindWords.kindOf(`${word}.`));
  const before = isBefore ? numberBeforeKind.exec(heading) : null;
  return before ?? (/^[第제]/.test(heading) ? numberTouchingKind.exec(heading) : null);
}

function kindTouching(sign: string): HeadingKind | undefined {
  if (sign === '') return undefined;
  return (Object.keys(touchingHeadingKinds) as (keyof typeof touchingHeadingKinds)[]).find((kind) =>
    touchingHeadingKinds[kind].includes(sign),
  );
}

function ordinalBefore({ groups }: RegExpExecArray): string {
  const written = groups?.['counted']?.trim() ?? '';
  const [, arabic, lower, capitals] = ordinalOfHeading.exec(written) ?? [];
  return arabic ?? lower ?? capitals ?? written;
}

/** The highest roman numeral that counts as a label; beyond it, `mix` and `mild` are words. */
const maxRomanNumber = 200;

function isNumeral(number: string): boolean {
  if (/^[0-9]/.test(number) || number.length === 1) return true;
  return (romanValue(number) ?? maxRomanNumber + 1) <= maxRomanNumber;
}

function label(heading: string, matched: string, number: string): HeadingLabel {
  const printed = matched
    .trim()
    .replace(/[:–—-]$/u, '')
    .trimEnd();
  const title = heading.slice(matched.length).trim();
  return {
    printed,
    number: number.replace(/\s/g, ''),
    kind: 'section',
    isNamed: false,
    title,
    doubtful: false,
  };
}

const numberWords = headingNumbers.map((words) => new RegExp(`^(?:${words})$`, 'iu'));
const chineseValues = tableOf<number>({
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 十: 10, 百: 100 },
});

/** The number of a label as digits where it is a word, an ordinal or Chinese; others as they are. */
function numberInDigits(written: string): string {
  const number = written
    .normalize('NFKC')
    .trim()
    .replace(/^the\s+/iu, '');
  const value = numberWords.findIndex((words) => words.test(number)) + 1;
  if (value > 0) return String(value);
  if (chineseValues[number.charAt(0)] !== undefined) return String(chineseValue(number));
  return number;
}

/** The value of a Chinese number below a thousand, `一百二十三` or `一二三`. */
function chineseValue(number: string): number {
  let [sum, digit] = [0, 0];
  for (const sign of number) {
    const value = chineseValues[sign] ?? 0;
    if (value < 10) digit = digit * 10 + value;
    else {
      sum += (digit || 1) * value;
      digit = 0;
    }
  }
  return sum + digit;
}

const valuesOfRoman = tableOf<number>({ i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 });
/** Roman numerals in their standard (subtractive) form. */
const standardRoman = /^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;

/** Returns the value of a roman numeral in standard form, in either case; undefined for other text. */
export function romanValue(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (lower === '' || !standardRoman.test(lower)) return undefined;
  let sum = 0;
  for (let i = 0; i < lower.length; i++) {
    const value = valuesOfRoman[lower[i] ?? ''] ?? 0;
    sum += value < (valuesOfRoman[lower[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

/**
 * Returns the value of a label number: `3`, `iii`, `III` and `c` are 3. Of single letters only `i`, `v` and `x` count as
 * roman.
 */
export function labelValue(number: string): number | undefined {
  if (/^[0-9]{1,9}$/.test(number)) return Number(number);
  if (!/^[a-hj-uwyz]$/i.test(number)) return romanValue(number);
  return number.toLowerCase().charCodeAt(0) - 96;
}
