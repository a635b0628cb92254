import type { Note, Passage } from './source.ts';

/** How many words of a passage stand for it in lists. */
const previewWords = 9;

/** The words of a passage as they stand in the source, on one line; undefined without the text. */
export function passageWords(passage: Passage | Note): string | undefined {
  return passage.words?.plain.text.replace(/\s+/gu, ' ').trim();
}

/** What stands for a passage in lists: its gist, otherwise its first words. */
export function passagePreview(passage: Passage | Note): string {
  if (passage.gist !== undefined) return passage.gist;
  const preview = previews.get(passage) ?? firstWords(passageWords(passage) ?? '', previewWords);
  previews.set(passage, preview);
  return preview;
}

/** Views ask for those of whole texts again and again. */
const previews = new WeakMap<Passage | Note, string>();

/** The first words of a text, with an ellipsis where there are more. */
export function firstWords(text: string, count: number): string {
  const words = text.split(' ');
  return words.length <= count ? text : `${words.slice(0, count).join(' ')} …`;
}
