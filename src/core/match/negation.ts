import { inAnyLanguage, phrasesThatDeny } from '../languages.ts';
import { foldedCase } from '../text.ts';

/** Letters of the alphabets that words below are written in, and the marks between them. */
const knownLetters =
  'a-z\u00AA\u00B5\u00BA\u00DF-\u00F6\u00F8-\u017F\u01A1\u01B0\u0370-\u0374\u0376\u0377\u037A-\u037D\u037F\u0386\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u03F5\u03F7-\u0481\u048A-\u04FF\u05D0-\u05EA\u0621-\u063A\u0641-\u064A\u1EA0-\u1EF9\u4E00-\u9FA5';
const knownMarks = '\u0483-\u0489';
/** Stand for other letters and marks, each code unit of them. No word below has one. */
const [strangeLetter, strangeMark] = ['\u017F', '\u0487'];
/** All that has letters or marks beside those. */
const strange =
  /[^\0-\u017F\u01A1\u01B0\u0370-\u04FF\u05D0-\u05EA\u0621-\u063A\u0641-\u064A\u1EA0-\u1EF9\u2000-\u206F\u4E00-\u9FA5]/gu;
/** Letters of which no denying word is known: nobody can tell what a change of words does to their sense. */
const unknownLetter = /[^\0-\u024F\u0300-\u052F\u0590-\u06FF\u1E00-\u1FFF\u2000-\u206F\u4E00-\u9FA5\P{L}]/u;

/**
 * A pattern for text that `standingIn` has made. V8 takes milliseconds to compile the thousand ranges of all letters, each time
 * they stand in a pattern, and few papers need one of these more than once.
 */
function ofLetters(source: string, flags: string): RegExp {
  const alone = source.replaceAll(String.raw`[\p{L}\p{M}]`, `[${knownLetters}${knownMarks}]`);
  return new RegExp(alone.replaceAll(String.raw`\p{L}`, `[${knownLetters}]`), flags);
}

/** A text in lower case in which a letter or mark that no pattern names stands for each of the others. */
function standingIn(text: string): string {
  return text.replace(strange, (sign) => {
    const own = /\p{L}/u.test(sign) ? strangeLetter : /\p{M}/u.test(sign) ? strangeMark : undefined;
    return own?.repeat(sign.length) ?? sign;
  });
}

/** All are for text in lower case. They are searched for in comparable text and in the source's own words, whose apostrophes may be curly. */
const denying = ofLetters(
  String.raw`(?<![\p{L}\p{M}])(?:${inAnyLanguage('denying')})(?![\p{L}\p{M}])|(?<![\p{L}\p{M}])n'(?=\p{L})|${inAnyLanguage('denyingAnywhere')}`,
  'u',
);

/** Phrases that contain a denying word but deny nothing. */
const idleDenials = ofLetters(
  String.raw`(?<![\p{L}\p{M}])(?:${inAnyLanguage('idleDenials')})(?![\p{L}\p{M}])`,
  'gu',
);

const denial = ofLetters(String.raw`(?<![\p{L}\p{M}])(?:${phrasesThatDeny})(?![\p{L}\p{M}])`, 'u');

/** Words that deny when a bracket puts them in place of another word, or of nothing. */
const weaker = ofLetters(
  String.raw`(?<![\p{L}\p{M}])(?:${inAnyLanguage('weakDenials')})(?![\p{L}\p{M}])`,
  'u',
);

const denyingPrefixes = ['un', 'in', 'im', 'il', 'ir', 'dis', 'non'];

function straight(text: string): string {
  return text.replace(/[\u2018\u2019\u02BC]/gu, "'");
}

/** Whether a text contains a denying word, such as `not` or `never`. */
export function hasDenyingWord(text: string): boolean {
  return denying.test(withoutIdle(text));
}

function withoutIdle(text: string): string {
  return standingIn(foldedCase(straight(text))).replace(idleDenials, (found) => '_'.repeat(found.length));
}

/** Returns the first word or phrase that denies, such as `not` or `it is false that`; undefined where there is none. */
export function negationIn(text: string): string | undefined {
  const plain = withoutIdle(text);
  const found = [denying.exec(plain), denial.exec(plain)].filter((one) => one !== null);
  const [first] = found.sort((a, b) => a.index - b.index);
  return (
    first &&
    straight(text)
      .slice(first.index, first.index + first[0].length)
      .trim()
  );
}

/**
 * Whether replacing one wording with another drops, adds or exchanges a negation, even if only by a prefix: `likely` for
 * `unlikely`. In doubt the answer is true.
 */
export function touchesNegation(one: string, other: string): boolean {
  const denies = (text: string): boolean =>
    negationIn(text) !== undefined ||
    unknownLetter.test(text) ||
    weaker.test(standingIn(foldedCase(straight(text))));
  return denies(one) || denies(other) || negates(one, other) || negates(other, one);
}

/** Whether a wording has a word of the other one with a negative prefix. */
function negates(one: string, other: string): boolean {
  const words = new Set(lowerCaseWords(other));
  return lowerCaseWords(one).some((word) =>
    denyingPrefixes.some(
      (beginning) => word.startsWith(beginning) && words.has(word.slice(beginning.length)),
    ),
  );
}

function lowerCaseWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}
