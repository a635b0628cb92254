import type { NotesFile, Study } from '../study.ts';
import {
  type Annotation,
  asVersion,
  changeNotes,
  type ChangeResult,
  type JsonObject,
  type NoteChange,
  type NoteKind,
  noteKindOf,
  notesPath,
  pageIri,
  readNotes,
  type Selectors,
} from '../notes.ts';
import { notesIndex, type FiledNote } from './notesIndex.ts';
import { type Message, messageOf } from '../messages.ts';

/** An action of a person on the notes of a study folder. */
export type NoteEdit =
  | {
      readonly do: 'add';
      readonly source: string;
      readonly selectors: Selectors;
      readonly author: string;
      readonly kind: string;
      readonly text: string;
      readonly tags: readonly string[];
    }
  | { readonly do: 'answer'; readonly to: string; readonly author: string; readonly text: string }
  | {
      readonly do: 'edit';
      readonly id: string;
      /** `modified` of the version that the person saw. */
      readonly seen: string | undefined;
      readonly text?: string | undefined;
      readonly tags?: readonly string[] | undefined;
      readonly kind?: string | undefined;
      readonly resolved?: boolean | undefined;
      readonly selectors?: Selectors | undefined;
    }
  | { readonly do: 'delete'; readonly id: string; readonly answers: boolean };

/** Values that come from outside the core: the time and a random id. */
export interface Moment {
  /** RFC 3339, UTC. */
  readonly now: string;
  /** `urn:uuid:…` */
  readonly newId: string;
}

/** A change of one notes file, to be applied to the text that the file has when it is written. */
export interface NoteStep {
  /** Relative to the study folder, with `/`. */
  readonly path: string;
  /**
   * Accepts any text. `keptBoth`: the note was changed in the meantime, and the other version was kept as a separate note.
   */
  readonly change: (text: string) => ChangeResult & { readonly keptBoth?: boolean };
}

/** The steps of an edit, or the reason why it cannot be made. */
export type NotePlan =
  { readonly id: string; readonly steps: readonly NoteStep[] } | { readonly problem: Message };

const gone = { problem: messageOf('notes.gone') };

/** Returns which files an edit of notes changes, and how. Writes nothing. */
export function planNoteEdit(edit: NoteEdit, study: Study, moment: Moment): NotePlan {
  switch (edit.do) {
    case 'add':
      return planAdd(edit, study, moment);
    case 'answer':
      return planAnswer(edit, study, moment);
    case 'edit':
      return planEdit(edit, study, moment);
    case 'delete':
      return planDelete(edit, study, moment);
  }
}

function planAdd(
  { source, selectors, author, kind, text, tags }: Extract<NoteEdit, { do: 'add' }>,
  study: Study,
  { now, newId }: Moment,
): NotePlan {
  const draft = {
    id: newId,
    kind: kindNamed(kind, study),
    author,
    created: now,
    text,
    tags,
    about: { source, selectors },
  };
  return { id: newId, steps: [stepOf(fileFor(source, author, study), { kind: 'add', draft })] };
}

function planAnswer(
  { to, author, text }: Extract<NoteEdit, { do: 'answer' }>,
  study: Study,
  { now, newId }: Moment,
): NotePlan {
  const thread = notesIndex(study).threadOf.get(to);
  if (!thread) return gone;
  const draft = {
    id: newId,
    kind: thread.kind,
    author,
    created: now,
    text,
    tags: [],
    about: { note: thread.annotation.id },
  };
  const path = fileFor(thread.sourceName, author, study);
  return { id: newId, steps: [stepOf(path, { kind: 'add', draft })] };
}

function kindNamed(id: string, study: Study): NoteKind {
  return noteKindOf({ kind: id, motivation: '' }, study.configuration.noteKinds);
}

function planEdit(edit: Extract<NoteEdit, { do: 'edit' }>, study: Study, { now }: Moment): NotePlan {
  const filed = notesIndex(study).byId.get(edit.id);
  if (!filed) return gone;
  const { id, text, tags, resolved, selectors, kind } = edit;
  const change: NoteChange = {
    kind: 'edit',
    id,
    modified: now,
    ...(text === undefined ? {} : { text }),
    ...(tags === undefined ? {} : { tags }),
    ...(resolved === undefined ? {} : { resolved }),
    ...(selectors === undefined ? {} : { selectors }),
    ...(kind === undefined ? {} : { noteKind: kindNamed(kind, study) }),
  };
  return { id, steps: [{ path: filed.file.file.path, change: editing(filed, edit, change) }] };
}

/**
 * Keeps other people's changes since the person saw the note: a deleted note comes back, a changed one is kept as a
 * version.
 */
function editing(
  { annotation, file }: FiledNote,
  edit: Extract<NoteEdit, { do: 'edit' }>,
  change: NoteChange,
): NoteStep['change'] {
  const page = pageIriOfPath(file.file.path);
  return (text) => {
    const current = readNotes(text).notes.find(({ id }) => id === edit.id);
    if (!current) {
      if (edit.text === undefined) return gone;
      const back = changeNotes(text, page, { kind: 'insert', json: annotation.json });
      return 'problem' in back ? back : changeNotes(back.text, page, change);
    }
    const other = versionLost(current, edit);
    const kept: ChangeResult = other ? changeNotes(text, page, { kind: 'insert', json: other }) : { text };
    if ('problem' in kept) return kept;
    const changed = changeNotes(kept.text, page, change);
    return other ? { ...changed, keptBoth: true } : changed;
  };
}

/** Returns the version that an edit of the text would overwrite unseen; undefined where there is none. */
function versionLost(current: Annotation, edit: Extract<NoteEdit, { do: 'edit' }>): JsonObject | undefined {
  const unseen = edit.seen !== undefined && current.modified !== edit.seen;
  return unseen && edit.text !== undefined && edit.text !== current.text ? asVersion(current) : undefined;
}

function planDelete(
  { id, answers }: Extract<NoteEdit, { do: 'delete' }>,
  study: Study,
  { now }: Moment,
): NotePlan {
  const { byId, threadOf } = notesIndex(study);
  const filed = byId.get(id);
  if (!filed) return gone;
  const thread = threadOf.get(id);
  const isHead = thread?.annotation === filed.annotation;
  const all = isHead && answers ? [filed, ...thread.answers] : [filed];
  const raised = isHead || !thread ? [] : answersRaised(filed.annotation, thread.answers, now);
  const deleted = all.map(({ annotation, file }) =>
    stepIfThere(file.file.path, { kind: 'delete', id: annotation.id }),
  );
  return { id, steps: [...raised, ...deleted] };
}

/** Makes the answers to a deleted answer answers to what that one answered, so that they do not lose their thread. */
function answersRaised(
  { id, target }: Annotation,
  answers: readonly FiledNote[],
  modified: string,
): readonly NoteStep[] {
  if (target.kind !== 'note') return [];
  const above = target.id;
  return answers
    .filter(({ annotation: { target: of, id: own } }) => of.kind === 'note' && of.id === id && own !== above)
    .map(({ annotation, file }) =>
      stepIfThere(file.file.path, { kind: 'edit', id: annotation.id, modified, answers: above }),
    );
}

/** A step for a note that somebody else may have deleted already, and that needs no change then. */
function stepIfThere(path: string, change: Extract<NoteChange, { kind: 'edit' | 'delete' }>): NoteStep {
  const step = stepOf(path, change);
  return {
    path,
    change: (text) =>
      readNotes(text).notes.some((each) => each.id === change.id) ? step.change(text) : { text },
  };
}

function stepOf(path: string, change: NoteChange): NoteStep {
  return { path, change: (text) => changeNotes(text, pageIriOfPath(path), change) };
}

/** Returns the IRI of a notes file, by its path. */
export function pageIriOfPath(path: string): string {
  return pageIri(path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, ''));
}

/** With more full or unreadable files of one author on one source than this, a person must look. */
const maxNotesFiles = 100;

/** A file of notes that has grown so large gets no more: far below what is still read of a file, and shown in git. UTF-16 units. */
const maxNotesUnits = 16_000_000;

/**
 * Returns the file for an author's notes on a source: one that already holds such notes, otherwise a file with the usual
 * name. A file that cannot be read completely is not used, nor is a full one.
 * @param coming the units that are about to be added, by path
 */
export function fileFor(
  source: string,
  author: string,
  study: Study,
  coming: ReadonlyMap<string, number> = new Map(),
): string {
  const hasRoom = ({ path }: { readonly path: string }, text = ''): boolean =>
    text.length + (coming.get(path) ?? 0) < maxNotesUnits;
  const own = study.notes.find(
    (each) => each.writable && hasRoom(each.file, each.text) && isFileOf(each, source, author, study),
  );
  if (own) return own.file.path;
  const path = notesPath(source, author, folderOf(study));
  for (let number = 1; number < maxNotesFiles; number++) {
    const candidate = number === 1 ? path : path.replace(/(?=\.jsonld$)/, `-${String(number)}`);
    const there = study.files.find(({ file }) => file.path === candidate);
    if (
      there?.role === 'notes'
        ? there.writable && hasRoom(there.file, there.text)
        : !there && hasRoom({ path: candidate })
    )
      return candidate;
  }
  return path;
}

/** Whether all notes of a file are by one person on one source. */
function isFileOf(file: NotesFile, source: string, author: string, study: Study): boolean {
  const { threadOf } = notesIndex(study);
  return (
    file.notes.length > 0 &&
    file.notes.every(
      (annotation) => annotation.author === author && threadOf.get(annotation.id)?.sourceName === source,
    )
  );
}

/** Returns the folder for notes: the fixed beginning of the first notes pattern. */
function folderOf(study: Study): string {
  const [pattern = ''] = study.configuration.notes;
  const fixed = /^[^*?[\]{}()!]*\//.exec(pattern)?.[0] ?? '';
  return fixed.replace(/\/$/, '');
}
