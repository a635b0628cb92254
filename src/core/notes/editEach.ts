import { messageOf, type Message } from '../messages.ts';
import { changeNotes, type NoteChange } from './changeNotes.ts';
import { applyNotesEdits, eolOf, indentOf, type NotesEdit } from './insert.ts';
import { readNotes } from './read.ts';
import { parseJson, readAnnotation } from './readAnnotation.ts';

/** A note as a file had it before a change. */
export interface ReplacedNote {
  readonly id: string;
  /** Letter for letter. */
  readonly written: string;
  /** `modified` of the version that took its place. */
  readonly modified: string;
}

/** A file after changes of several of its notes, or the reason why there can be none. */
export type EachResult =
  { readonly text: string; readonly replaced: readonly ReplacedNote[] } | { readonly problem: Message };

type SingleEdit = Extract<NoteChange, { kind: 'edit' }>;

/** Edits several notes of a file, in time that grows with the file and not with its notes. Notes that are gone are passed over. */
export function editEach(text: string, changes: readonly SingleEdit[]): EachResult {
  const reading = readNotes(text);
  if (!reading.writable) return { problem: messageOf('notes.notWritable') };
  const byId = new Map(reading.notes.map((note) => [note.id, note]));
  const edits: NotesEdit[] = [];
  const replaced: ReplacedNote[] = [];
  for (const change of changes) {
    const range = byId.get(change.id)?.range;
    if (!range || replaced.some(({ id }) => id === change.id)) continue;
    const written = text.slice(range.start, range.end);
    const newText = editAlone(written, text, range.start, change);
    if (newText === undefined) continue;
    edits.push({ range, newText });
    replaced.push({ id: change.id, written, modified: change.modified });
  }
  return { text: applyNotesEdits(text, edits), replaced };
}

/** Edits a note in a list of its own, with the indentation that it has in its file. */
function editAlone(written: string, file: string, start: number, change: SingleEdit): string | undefined {
  const indent = /(?:^|[\r\n])([ \t]*)$/.exec(file.slice(0, start))?.[1] ?? '';
  const eol = eolOf(file);
  const list = `{${eol}${indentOf(file)}"items": [${eol}${indent}${written}${eol}]}`;
  const result = changeNotes(list, '', change);
  if ('problem' in result) return undefined;
  const range = readNotes(result.text).notes[0]?.range;
  return range && result.text.slice(range.start, range.end);
}

/** Puts notes back as a file had them, letter for letter, where nobody has changed them since. */
export function restoreEach(text: string, notes: readonly ReplacedNote[]): EachResult {
  const reading = readNotes(text);
  if (!reading.writable) return { problem: messageOf('notes.notWritable') };
  const byId = new Map(reading.notes.map((note) => [note.id, note]));
  const replaced: ReplacedNote[] = [];
  const edits = notes.flatMap(({ id, written, modified }): NotesEdit[] => {
    const current = byId.get(id);
    if (current?.modified !== modified || idOfWritten(written) !== id) return [];
    byId.delete(id);
    const { range } = current;
    replaced.push({ id, written: text.slice(range.start, range.end), modified: '' });
    return [{ range, newText: written }];
  });
  return { text: applyNotesEdits(text, edits), replaced };
}

/** Returns the id of a note that is written as JSON; undefined where that is no note. */
function idOfWritten(written: string): string | undefined {
  const read = readAnnotation(parseJson(written) ?? null, { start: 0, end: 0 });
  return 'problem' in read ? undefined : read.annotation.id;
}
