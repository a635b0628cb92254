const english =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const french =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';

const values = new Map<string, number>();
french.split(' ').forEach((word, index) => values.set(word, index + 1));
english.split(' ').forEach((word, index) => values.set(word, index + 1));
tens.split(' ').forEach((ten, index) => {
  values.set(ten, (index + 2) * 10);
  english
    .split(' ')
    .slice(0, 9)
    .forEach((unit, add) => values.set(`${ten}-${unit}`, (index + 2) * 10 + add + 1));
});

/**
 * Words as the inside of a regular expression that takes them in small and capital letters. The flag for that would do
 * the same, but for each letter of a pattern that knows Unicode it takes as long as for a page of text.
 */
export function inAnyCase(words: readonly string[]): string {
  return words
    .map((word) => word.replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`))
    .join('|');
}

const simple = [
  ...new Set([...english.split(' '), ...french.split(' ').filter((word) => !word.startsWith('dix'))]),
];

/** Numbers in words, as the inside of a regular expression. */
export const numberWordPattern =
  `(?:(?:${inAnyCase(tens.split(' '))})(?:-(?:${inAnyCase(english.split(' ').slice(0, 9))}))?|` +
  `${inAnyCase(['dix'])}(?:-(?:${inAnyCase(['sept', 'huit', 'neuf'])}))?|` +
  `${inAnyCase(simple)})(?![\\p{L}\\p{N}])`;

/** The digits of a number in words; anything else as it is. */
export function toNumber(word: string): string {
  return values.get(word.toLowerCase())?.toString() ?? word;
}
