import type { Study } from '../study.ts';
import {
  type ExchangedNote,
  insertNotes,
  type JsonObject,
  keyOfIri,
  notesFile,
  readNotes,
  sourceIri,
  toAnnotation,
} from '../notes.ts';
import { fileFor, pageIriOfPath, type NoteStep } from './noteChange.ts';
import { notesIndex, sourceAt } from './notesIndex.ts';
import { messageOf } from '../messages.ts';

/** The effects of an import. */
export interface ImportPlan {
  readonly steps: readonly NoteStep[];
  readonly added: number;
  /** Number of notes whose ids are already in the study folder. They stay unchanged. */
  readonly known: number;
}

/**
 * Returns the files into which imported notes go: those for their authors on their sources. Existing notes are not changed.
 * @param source key of the source for notes whose address the study folder does not know
 */
export function planNoteImport(
  notes: readonly ExchangedNote[],
  study: Study,
  source: string | undefined,
): ImportPlan {
  const { byId, threadOf } = notesIndex(study);
  const incoming = new Map(notes.map((note) => [note.id, note]));
  const fresh = [...incoming.values()].filter(({ id }) => !byId.has(id));
  const sourceOf = (note: ExchangedNote): string => {
    const head = headOfThread(note, incoming);
    const above = threadOf.get(head.answers ?? '')?.sourceName;
    return above ?? sourceKeyFor(head.source, study) ?? source ?? head.source;
  };
  const files = new Map<string, JsonObject[]>();
  for (const note of fresh) {
    const key = sourceOf(note);
    const json = toAnnotation({ ...note, source: key }, study.configuration.noteKinds);
    const path = fileFor(key, note.author, study);
    files.set(path, [...(files.get(path) ?? []), withIri(json, key, study)]);
  }
  const steps = [...files].map(([path, items]): NoteStep => ({
    path,
    change: (text) => insertItems(text, path, items),
  }));
  return { steps, added: fresh.length, known: incoming.size - fresh.length };
}

/** Returns the first note of a thread, as far as the thread is part of the import. */
function headOfThread(note: ExchangedNote, incoming: ReadonlyMap<string, ExchangedNote>): ExchangedNote {
  const seen = new Set<ExchangedNote>();
  let at = note;
  for (
    let next = incoming.get(at.answers ?? '');
    next && !seen.has(next);
    next = incoming.get(at.answers ?? '')
  ) {
    seen.add(next);
    at = next;
  }
  return at;
}

function sourceKeyFor(name: string, study: Study): string | undefined {
  return study.sources.has(name) ? name : (sourceAt(name, study)?.key ?? keyOfIri(name));
}

/** For a source that the study folder does not know, keeps the address that the note came with. */
function withIri(json: JsonObject, name: string, study: Study): JsonObject {
  const { target } = json;
  if (study.sources.has(name) || typeof target !== 'object' || target === null || Array.isArray(target))
    return json;
  const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(name);
  return { ...json, target: { ...target, source: isAddress ? name : sourceIri(name) } };
}

function insertItems(
  text: string,
  path: string,
  items: readonly JsonObject[],
): ReturnType<NoteStep['change']> {
  const base = text.trim() === '' ? notesFile(pageIriOfPath(path), []) : text;
  const reading = readNotes(base);
  return reading.writable
    ? { text: insertNotes(base, reading, items) }
    : { problem: messageOf('notes.fileNotWritable', { file: path }) };
}
