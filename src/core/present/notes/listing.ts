import type { Study } from '../../study.ts';
import { type FiledNote, notesIndex, type NoteState, type NoteThread } from '../../resolve.ts';
import { type FileName, placeFields, type PlaceFields } from '../listings.ts';
import { noteWords } from './thread.ts';

/** A note or an answer as `pilcrow list notes` prints it; the place is that of the note in its own file. A public contract. */
export interface NoteRow extends PlaceFields {
  readonly id: string;
  /** Key of the source; what the note calls it where the study folder does not have it; empty for an answer to nothing. */
  readonly source: string;
  /** Id of the kind; `answer` for an answer. */
  readonly kind: string;
  readonly author: string;
  readonly created: string;
  readonly modified: string;
  readonly tags: readonly string[];
  readonly resolved: boolean;
  /** Of an answer, the id of the note that its thread begins with. */
  readonly answers: string | null;
  readonly status: NoteState;
  /** The words as the note remembers them, on one line; those of its note for an answer. */
  readonly quote: string;
  readonly text: string;
  /** Where the words stand; null where the note has no place, and for a whole source. */
  readonly target: NoteTarget | null;
}

export interface NoteTarget extends PlaceFields {
  readonly paragraphs: readonly number[];
  /** Numbers of the source's own notes. */
  readonly notes: readonly number[];
}

/** The notes of a study folder with their answers behind them: those without a place first, then in the order of the text. */
export function noteRows(study: Study, name: FileName): NoteRow[] {
  return notesIndex(study).threads.flatMap((thread) => [
    rowOf(thread, thread, name),
    ...thread.answers.map((answer) => rowOf(answer, thread, name)),
  ]);
}

function rowOf({ annotation, file }: FiledNote, thread: NoteThread, name: FileName): NoteRow {
  const isHead = annotation === thread.annotation;
  const { id, author, created, modified, tags, text } = annotation;
  return {
    ...placeFields(name(file), file.lines, annotation.range),
    id,
    source: thread.sourceName,
    kind: isHead ? thread.kind.id : 'answer',
    author,
    created,
    modified,
    tags,
    resolved: thread.annotation.resolved,
    answers: isHead ? null : thread.annotation.id,
    status: thread.state,
    quote: noteWords(thread),
    text,
    target: targetOf(thread, name),
  };
}

function targetOf({ source, range, passages, sourceNotes }: NoteThread, name: FileName): NoteTarget | null {
  if (!source?.file || !range) return null;
  return {
    ...placeFields(name(source.file), source.file.lines, range),
    paragraphs: passages,
    notes: sourceNotes,
  };
}
