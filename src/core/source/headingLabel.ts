/** The label that a heading prints before its title. */
export interface HeadingLabel {
  /** As printed: `(1)`, `iv.`, `2.3`, `Chapter 3`. */
  readonly printed: string;
  /** The number alone: `1`, `iv`, `2.3`, `3`. */
  readonly number: string;
  /** What the heading calls itself: `chapter`, `part` …; `section` where it does not say. */
  readonly kind: string;
  /** The heading without its label and the punctuation after it. */
  readonly title: string;
  /** A plain number followed only by a space, `1 Introduction`. It is a label only where it continues the numbering. */
  readonly doubtful: boolean;
}

const kinds =
  'chapter|chap\\.|part|section|sec\\.|book|appendix|act|scene|canto|volume|chapitre|partie|livre|annexe|kapitel|teil|abschnitt|capítulo|parte|sección|capitolo|sezione';
const numeral = '(?:[0-9]+(?:\\.[0-9]+)*|[ivxlcdm]+|[IVXLCDM]+|[A-Za-z])';
const words =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';

const named = new RegExp(`^(${kinds})\\s+(${numeral}|${words})(?![\\p{L}\\p{N}])\\s*[.:)–—-]?\\s*`, 'iu');
const bracketed = new RegExp(`^[([](${numeral})[)\\]](?![\\p{L}\\p{N}])\\s*[.:–—-]?\\s*`, 'u');
const pointed = new RegExp(`^(${numeral})\\s?[.)]\\s+`, 'u');
const dotted = /^([0-9]+(?:\.[0-9]+)+)\.?\s+/u;
const paragraphSign = new RegExp(`^§\\s*(${numeral})\\s*[.:)–—-]?\\s+`, 'u');
const bare = /^([0-9]{1,3})\s+(?=\p{L})/u;
const alone = new RegExp(`^(${numeral})[.)]?$`, 'u');

/** Reads the label of a heading from its plain text; undefined where it has none. */
export function readHeadingLabel(text: string): HeadingLabel | undefined {
  const heading = text.trim();
  const byName = named.exec(heading);
  if (byName) {
    const kind = (byName[1] ?? '').toLowerCase().replace('chap.', 'chapter').replace('sec.', 'section');
    return label(heading, byName[0], numberWord(byName[2] ?? ''), kind, false);
  }
  for (const pattern of [bracketed, paragraphSign, dotted, pointed, alone]) {
    const match = pattern.exec(heading);
    if (match && isNumeral(match[1] ?? '')) return label(heading, match[0], match[1] ?? '', 'section', false);
  }
  const plain = bare.exec(heading);
  return plain ? label(heading, plain[0], plain[1] ?? '', 'section', true) : undefined;
}

/** The highest roman numeral that counts as a label; beyond it, `mix` and `mild` are words. */
const highestRoman = 200;

function isNumeral(number: string): boolean {
  if (/^[0-9.]+$/.test(number) || number.length === 1) return true;
  return (romanValue(number) ?? highestRoman + 1) <= highestRoman;
}

function label(
  heading: string,
  matched: string,
  number: string,
  kind: string,
  doubtful: boolean,
): HeadingLabel {
  const printed = matched.trim().replace(/\s*[:–—-]$/u, '');
  return { printed, number, kind, title: heading.slice(matched.length).trim(), doubtful };
}

const ordinals = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth'.split('|');
const cardinals = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'.split('|');

function numberWord(word: string): string {
  const lower = word.toLowerCase();
  const index = Math.max(ordinals.indexOf(lower), cardinals.indexOf(lower));
  return index < 0 ? word : String(index + 1);
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
/** Roman numerals in their standard (subtractive) form. */
const roman = /^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;

/** Returns the value of a roman numeral in standard form, in either case; undefined for other text. */
export function romanValue(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (lower === '' || !roman.test(lower)) return undefined;
  let sum = 0;
  for (let i = 0; i < lower.length; i++) {
    const value = romanDigits[lower[i] ?? ''] ?? 0;
    sum += value < (romanDigits[lower[i + 1] ?? ''] ?? 0) ? -value : value;
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
