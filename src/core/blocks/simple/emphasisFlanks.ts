/** Character classes for emphasis: white space and line ends; punctuation and symbols; the rest (CommonMark 0.31, 6.2). */
const spaceClass = 1;
const punctuationClass = 2;
const otherClass = 0;

const unicodeSpace = /\s/;
const unicodeMark = /[\p{P}\p{S}]/u;

/** Returns the class of a code unit. Outside the text it is white space. */
function classOf(code: number): number {
  if (Number.isNaN(code) || code === 32 || code === 10 || code === 13) return spaceClass;
  if ((code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58)) return otherClass;
  const character = String.fromCharCode(code);
  if (unicodeSpace.test(character)) return spaceClass;
  return unicodeMark.test(character) ? punctuationClass : otherClass;
}

/**
 * Whether a run of `*` or `_` may open or close emphasis.
 * @param before the code unit before the run, NaN at the start of the text
 * @param after the code unit after the run
 */
export function flankOf(marker: number, before: number, after: number): { open: boolean; close: boolean } {
  const classBefore = classOf(before);
  const classAfter = classOf(after);
  const left = classAfter === otherClass || (classAfter === punctuationClass && classBefore !== otherClass);
  const right = classBefore === otherClass || (classBefore === punctuationClass && classAfter !== otherClass);
  if (marker === 42) return { open: left, close: right };
  return {
    open: left && (classBefore !== otherClass || !right),
    close: right && (classAfter !== otherClass || !left),
  };
}
