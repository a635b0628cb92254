import type { Study } from '../../study.ts';
import type { Annotation } from '../../notes.ts';
import { notesIndex, type NoteThread } from '../../resolve.ts';
import { paperFile, type NewFile } from './scaffold.ts';
import { studyLanguage } from '../wording.ts';
import { citationOfNote, isLost, noteWords } from '../notes.ts';

/** What a paper from notes is called. */
export interface NotesPaper {
  readonly title: string;
  readonly author?: string;
  readonly date: string;
}

/**
 * A paper to start from: notes in the order of the text, each with its passage quoted and cited, what was said of it and the
 * answers as a list. Of all notes that are open where none is named.
 */
export function paperFromNotes(
  ids: readonly string[] | undefined,
  options: NotesPaper,
  study: Study,
): NewFile {
  const { threads, threadOf } = notesIndex(study);
  const named = new Set(ids?.flatMap((id) => threadOf.get(id) ?? []));
  const wanted = threads.filter((thread) =>
    ids ? named.has(thread) : !thread.annotation.resolved && !isLost(thread),
  );
  const lang = studyLanguage(study);
  const body = wanted.map((thread) => noteBlock(thread, study, lang)).join('\n');
  return paperFile(options, body === '' ? 'There are no open notes yet.\n' : body, 'notes', lang);
}

function noteBlock(thread: NoteThread, study: Study, lang: string | undefined): string {
  const cited = citationOfNote(thread, study, lang);
  const words = noteWords(thread);
  const passage = cited?.block ?? (cited?.quotation || cited?.citation) ?? (words === '' ? '' : `“${words}”`);
  const said = [thread, ...thread.answers].map(({ annotation }) => entry(annotation));
  return `${[`## ${heading(thread)}`, passage, said.join('\n')].filter(Boolean).join('\n\n')}\n`;
}

function heading({ annotation, kind }: NoteThread): string {
  const first = annotation.text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
  const plain = first.replace(/^[#>\s*+-]+/, '').trim();
  return plain === '' ? kind.label : `${kind.label}: ${plain}`;
}

/** A note as an item of a list: its lines below one another. */
function entry({ author, text }: Annotation): string {
  const lines = (author === '' ? text : `${author}: ${text}`).trim().split(/\r\n|\r|\n/);
  return lines.map((line, at) => (at === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`)).join('\n');
}
