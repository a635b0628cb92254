import type { Study } from '../../study.ts';
import type { Annotation } from '../../notes.ts';
import { notesIndex, type NoteThread } from '../../resolve.ts';
import type { NewFile } from './newFile.ts';
import { paperFile } from './scaffold.ts';
import { studyLanguage } from '../wording.ts';
import { citationOfNote, isLost, noteWords } from '../notes.ts';

/** Title, author and date of a paper made from notes. */
export interface NotesPaper {
  readonly title: string;
  readonly author?: string;
  readonly date: string;
}

/**
 * Makes a paper from notes, in the order of the text. Each note has its passage quoted and cited, and its text and
 * answers as a list. Without `ids`, all open notes with a place are used.
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
  const body = wanted.map((thread) => paragraphOnNote(thread, study, lang)).join('\n');
  return paperFile(options, body === '' ? 'There are no open notes yet.\n' : body, 'notes', lang);
}

function paragraphOnNote(thread: NoteThread, study: Study, lang: string | undefined): string {
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

/** A note as a list item with its lines indented. */
function entry({ author, text }: Annotation): string {
  const lines = (author === '' ? text : `${author}: ${text}`).trim().split(/\r\n|\r|\n/);
  return lines.map((line, at) => (at === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`)).join('\n');
}
