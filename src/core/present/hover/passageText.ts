import type { Note, Passage } from '../../source.ts';
import { escapeMarkdown, quoteMarkdown, shorten } from '../wording.ts';
import { passageWords } from '../passages.ts';

/** The words of a passage or note if the text is here, and the gist if an edition has one, as Markdown. */
export function passageText(passage: Passage | Note, room: number): string {
  const words = passageWords(passage);
  const gist = passage.gist === undefined ? '' : `_${escapeMarkdown(passage.gist)}_`;
  if (words === undefined) return gist;
  return [quoteMarkdown(shorten(words, room)), gist].filter(Boolean).join('\n\n');
}
