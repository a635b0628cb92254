import type { Note, Passage } from './source.ts';

/** Number of words that represent a passage in lists. */
const previewWords = 9;

/** Returns the words of a passage as they stand in the source, on one line; undefined where the text is missing. */
export function passageWords(passage: Passage | Note): string | undefined {
  return passage.words?.plain.text.replace(/\s+/gu, ' ').trim();
}

/** Returns the text that represents a passage in lists: its gist, or its first words. */
export function passagePreview(passage: Passage | Note): string {
  if (passage.gist !== undefined) return passage.gist;
  const preview = previews.get(passage) ?? firstWords(passageWords(passage) ?? '', previewWords);
  previews.set(passage, preview);
  return preview;
}

/** Cached, because views ask for the previews of whole texts again and again. */
const previews = new WeakMap<Passage | Note, string>();

/** Returns the first words of a text, with an ellipsis where more follow. */
export function firstWords(text: string, count: number): string {
  const words = text.split(' ');
  return words.length <= count ? text : `${words.slice(0, count).join(' ')} …`;
}
