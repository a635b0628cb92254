import type { NoteThread } from '../../resolve.ts';
import { escapeMarkdown, quoteMarkdown, shorten } from '../wording.ts';
import { noteWords, placeLabel } from './thread.ts';

const maxNoteTooltip = 600;

/** What is wrong with the place of a note. Empty if nothing is. */
export const stateWords: Readonly<Record<NoteThread['state'], string>> = {
  anchored: '',
  'no-text': '',
  ambiguous: 'its words stand in several places',
  orphan: 'its words have lost their place',
  'no-source': 'its source is not in the study folder',
  'no-note': 'the note that it answers is gone',
};

/** The tooltip of a note's row, as Markdown: its words, its text and the first answers. */
export function noteTooltip(thread: NoteThread): string {
  const { annotation, kind, answers, state } = thread;
  const words = noteWords(thread);
  const head = [kind.label, placeLabel(thread), annotation.author, annotation.created.slice(0, 10)].filter(
    Boolean,
  );
  const said = ({ author, text }: typeof annotation): string =>
    `${author === '' ? '' : `**${escapeMarkdown(author)}:** `}${escapeMarkdown(shorten(text, maxNoteTooltip))}`;
  return [
    `**${escapeMarkdown(head.join(' · '))}**`,
    stateWords[state] && `_${stateWords[state]}_`,
    words === '' ? '' : quoteMarkdown(shorten(words, maxNoteTooltip)),
    escapeMarkdown(shorten(annotation.text, maxNoteTooltip)),
    ...answers.slice(0, 3).map((answer) => said(answer.annotation)),
    annotation.tags.map((tag) => escapeMarkdown(`#${tag}`)).join(' '),
  ]
    .filter(Boolean)
    .join('\n\n');
}
