/** A book for benchmarks in pronounceable nonsense, the same in every run. */
import { drawWord, makeWords, randomNumbers } from './random.ts';

/** About 113,000 words as Markdown: thirty chapters with notes, quotations, emphasis and lists. */
export function makeBook(seed = 1): string {
  const random = randomNumbers(seed);
  const words = makeWords(6000, random);
  const notes: string[] = [];
  const sentence = (count: number): string => {
    const drawn = Array.from({ length: count }, (_, at) => {
      const word = drawWord(words, random);
      return at > 0 && random() < 0.01 ? `*${word}*` : word;
    });
    const text = drawn.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = (): string =>
    Array.from({ length: 4 + Math.floor(random() * 4) }, () => sentence(12 + Math.floor(random() * 14))).join(
      ' ',
    );
  const block = (at: number): string => {
    if (at % 12 === 5) return `> ${paragraph()}`;
    if (at % 18 === 9) return Array.from({ length: 3 }, () => `- ${sentence(9)}`).join('\n');
    if (at % 7 !== 3) return paragraph();
    notes.push(`[^${String(notes.length + 1)}]: ${sentence(10)}`);
    return `${paragraph()}[^${String(notes.length)}]`;
  };
  const chapters = Array.from({ length: 30 }, (_, at) => {
    const blocks = Array.from({ length: 37 }, (_none, index) => block(index));
    return `# ${String(at + 1)}. ${sentence(4).slice(0, -1)}\n\n${blocks.join('\n\n')}`;
  });
  return `---\ntitle: The Long Book\nlang: en\n---\n\n${chapters.join('\n\n')}\n\n${notes.join('\n\n')}\n`;
}
