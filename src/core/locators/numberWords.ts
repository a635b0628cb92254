const english =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const french =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';

const values: ReadonlyMap<string, number> = new Map([
  ...numbered(french),
  ...numbered(english),
  ...numbered(tens).flatMap(([ten, at]): [string, number][] => [
    [ten, 10 * (at + 1)],
    ...numbered(english)
      .slice(0, 9)
      .map(([unit, add]): [string, number] => [`${ten}-${unit}`, 10 * (at + 1) + add]),
  ]),
]);

/** Words with their numbers, from 1. */
function numbered(words: string): [string, number][] {
  return words.split(' ').map((word, index) => [word, index + 1]);
}

/**
 * Builds the inside of a regular expression that matches words in any case. The `i` flag would do the same, but compiling
 * it takes as long per letter of a Unicode pattern as matching a page of text.
 */
export function inAnyCase(words: readonly string[]): string {
  return words
    .map((word) => word.replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`))
    .join('|');
}

const simple = [
  ...new Set([...english.split(' '), ...french.split(' ').filter((word) => !word.startsWith('dix'))]),
];

/** The inside of a regular expression that matches numbers in words. */
export const numberWordPattern =
  `(?:(?:${inAnyCase(tens.split(' '))})(?:-(?:${inAnyCase(english.split(' ').slice(0, 9))}))?|` +
  `${inAnyCase(['dix'])}(?:-(?:${inAnyCase(['sept', 'huit', 'neuf'])}))?|` +
  `${inAnyCase(simple)})(?![\\p{L}\\p{N}])`;

/** Returns the digits of a number in words; any other word unchanged. */
export function toNumber(word: string): string {
  return values.get(word.toLowerCase())?.toString() ?? word;
}
