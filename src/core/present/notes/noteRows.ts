import type { Study } from '../../study.ts';
import { type FiledNote, notesIndex, type NoteState, type NoteThread } from '../../resolve.ts';
import { type FileName, placeFields, type PlaceFields } from '../listings.ts';
import { noteWords } from './thread.ts';

/**
 * A note or answer as `pilcrow list notes` prints it, which is a public contract. Its place is that in the notes
 * file.
 */
export interface NoteRow extends PlaceFields {
  readonly id: string;
  /**
   * The key of the source, or the name that the note has for it if the source is missing. Empty for an answer to no
   * note.
   */
  readonly source: string;
  /** The id of the kind, or `answer`. */
  readonly kind: string;
  readonly author: string;
  readonly created: string;
  readonly modified: string;
  readonly tags: readonly string[];
  readonly resolved: boolean;
  /** The id of the note that an answer belongs to. Null for a note. */
  readonly answers: string | null;
  readonly status: NoteState;
  /** The words that the note remembers, on one line. An answer has those of its note. */
  readonly quote: string;
  readonly text: string;
  /** Where the words are now. Null if the note has lost its place, or is on a whole source. */
  readonly target: NoteTarget | null;
}

export interface NoteTarget extends PlaceFields {
  readonly paragraphs: readonly number[];
  /** The numbers of the source's footnotes. */
  readonly notes: readonly number[];
}

/**
 * The notes of a study folder, each followed by its answers. Those without a place come first, then in the order of
 * the text.
 */
export function noteRows(study: Study, name: FileName): NoteRow[] {
  return notesIndex(study).threads.flatMap((thread) => [
    noteListingRow(thread, thread, name),
    ...thread.answers.map((answer) => noteListingRow(answer, thread, name)),
  ]);
}

function noteListingRow({ annotation, file }: FiledNote, thread: NoteThread, name: FileName): NoteRow {
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
    target: listedTarget(thread, name),
  };
}

function listedTarget(
  { source, range, passages, sourceNotes }: NoteThread,
  name: FileName,
): NoteTarget | null {
  if (!source?.file || !range) return null;
  return {
    ...placeFields(name(source.file), source.file.lines, range),
    paragraphs: passages,
    notes: sourceNotes,
  };
}
