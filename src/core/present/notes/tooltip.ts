import { inWords, type PlainMessageId } from '../../messages.ts';
import type { NoteThread } from '../../resolve.ts';
import { escapeMarkdown, quoteMarkdown, shorten } from '../wording.ts';
import { noteWords, placeLabel } from './thread.ts';

const maxNoteTooltip = 600;

const stateMessages: Readonly<Partial<Record<NoteThread['state'], PlainMessageId>>> = {
  ambiguous: 'notes.hasSeveralPlaces',
  orphan: 'notes.hasNoPlace',
  'no-source': 'notes.hasNoSource',
  'no-note': 'notes.hasNoNote',
};

/** What is wrong with the place of a note. Empty if nothing is. */
export function stateWords(state: NoteThread['state']): string {
  const id = stateMessages[state];
  return id ? inWords(id) : '';
}

/** The tooltip of a note's row, as Markdown: its words, its text and the first answers. */
export function noteTooltip(thread: NoteThread): string {
  const { annotation, kind, answers, state } = thread;
  const words = noteWords(thread);
  const problem = stateWords(state);
  const head = [kind.label, placeLabel(thread), annotation.author, annotation.created.slice(0, 10)].filter(
    Boolean,
  );
  const said = ({ author, text }: typeof annotation): string =>
    `${author === '' ? '' : `**${escapeMarkdown(author)}:** `}${escapeMarkdown(shorten(text, maxNoteTooltip))}`;
  return [
    `**${escapeMarkdown(head.join(' · '))}**`,
    problem && `_${problem}_`,
    words === '' ? '' : quoteMarkdown(shorten(words, maxNoteTooltip)),
    escapeMarkdown(shorten(annotation.text, maxNoteTooltip)),
    ...answers.slice(0, 3).map((answer) => said(answer.annotation)),
    annotation.tags.map((tag) => escapeMarkdown(`#${tag}`)).join(' '),
  ]
    .filter(Boolean)
    .join('\n\n');
}
