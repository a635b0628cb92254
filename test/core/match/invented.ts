/** Invented texts for tests and benchmarks that need long ones. */

/** Returns a generator of integers from 0 to n − 1. The same seed gives the same numbers (Park and Miller). */
export function random(seed: number): (n: number) => number {
  let state = (seed % 2147483646) + 1;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * n);
  };
}

const syllables =
  'ba ter lon mi sta re ven cor al in ti per ous ness ing con de pro fa lu men sha gre ol und ka pi ress tion ly er an'.split(
    ' ',
  );
const small =
  'the of and to in is that it was for on are with as they be at this have from or by not but what all were we when your can said there use'.split(
    ' ',
  );

/** Words with frequencies by Zipf's law: a few short ones make up half of the text. */
function inventedWords(count: number, next: (n: number) => number): string[] {
  const vocabulary = Array.from({ length: 12_000 }, () =>
    Array.from({ length: 2 + next(3) }, () => syllables[next(syllables.length)] ?? '').join(''),
  );
  return Array.from({ length: count }, () => {
    if (next(100) < 45) return small[Math.floor(((next(1000) * next(1000)) / 1e6) * small.length)] ?? 'the';
    const rank = Math.floor(Math.pow(vocabulary.length, next(10_000) / 10_000));
    return vocabulary[Math.min(vocabulary.length - 1, rank)] ?? 'word';
  });
}

/** Paragraphs of sentences, about `size` code units in all. */
export function inventedParagraphs(size: number, next: (n: number) => number): string[] {
  const words = inventedWords(Math.ceil(size / 5.8), next);
  const paragraphs: string[] = [];
  for (let at = 0; at < words.length;) {
    const sentences: string[] = [];
    for (let i = 3 + next(5); i > 0 && at < words.length; i--) {
      const length = 6 + next(24);
      const sentence = words.slice(at, at + length).join(' ');
      at += length;
      sentences.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`);
    }
    paragraphs.push(sentences.join(' '));
  }
  return paragraphs;
}
