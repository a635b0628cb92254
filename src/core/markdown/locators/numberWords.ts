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

/** Numbers in words, the longest first, as the inside of a regular expression. */
export const numberWordPattern = `(?:${[...values.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`;

/** The digits of a number in words; anything else as it is. */
export function toNumber(word: string): string {
  return values.get(word.toLowerCase())?.toString() ?? word;
}
