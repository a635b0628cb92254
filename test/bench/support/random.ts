/**
 * Returns a small generator of numbers in [0, 1) (mulberry32, public domain), so that every run measures the same
 * text.
 */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Pronounceable words. The frequent ones come first and are shorter, as in a language. */
export function makeWords(count: number, random: () => number): string[] {
  const pick = (from: string): string => from.charAt(Math.floor(random() * from.length));
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = 1 + Math.floor(random() * (words.size < 300 ? 2 : 4));
    let word = '';
    for (let i = 0; i < syllables; i++)
      word += pick('bcdfghlmnprstvw') + pick('aeiou') + (random() < 0.4 ? pick('lnrst') : '');
    words.add(word);
  }
  return [...words];
}

/** Draws a word by Zipf's law: word `n` about once in `n` times. */
export function drawWord(words: readonly string[], random: () => number): string {
  return words[Math.floor(words.length ** random()) - 1] ?? 'the';
}
