import type { Note, Passage } from './source.ts';

/** Number of words that represent a passage in lists. */
const previewWords = 9;

/** Returns the words of a passage as they stand in the source, on one line; undefined where the text is missing. */
export function passageWords(passage: Passage | Note): string | undefined {
  return passage.words?.plain.text.replace(/\s+/gu, ' ').trim();
}

/** Returns the text that represents a passage in lists: its gist, or its first words. */
export function passagePreview(passage: Passage | Note): string {
  return passage.gist ?? firstWords(passage.words?.plain.text ?? '', previewWords);
}

/** Returns the first words of a text on one line, with an ellipsis where more follow. Looks at no more of the text. */
export function firstWords(text: string, count: number): string {
  const words: string[] = [];
  for (const [word] of text.matchAll(/\S+/gu)) {
    if (words.length === count) return `${words.join(' ')} …`;
    words.push(word);
  }
  return words.join(' ');
}

/** Writes passage numbers as people do: `¶ 12`, `¶¶ 12–14, 20`. */
export function passageNumbers(numbers: readonly number[]): string {
  const runs: string[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const first = numbers[i] ?? 0;
    while (numbers[i + 1] === (numbers[i] ?? 0) + 1) i++;
    const last = numbers[i] ?? first;
    runs.push(first === last ? String(first) : `${String(first)}–${String(last)}`);
  }
  return `${numbers.length > 1 ? '¶¶' : '¶'} ${runs.join(', ')}`;
}
