import { inWords, type Message, messageOf } from '../../core/messages.ts';
import { join } from '../../files/pathNames.ts';
import type { Analysis, Study } from '../../core/study.ts';
import { select } from '../../core/notes.ts';
import { paperFromNotes } from '../../core/present/papers.ts';
import { notesView, noteTags, noteTooltip, threadsAt } from '../../core/present/notes.ts';
import {
  anchorTextIn,
  type NoteEdit,
  type NotePlan,
  notesIndex,
  type NoteThread,
  planNoteEdit,
} from '../../core/resolve.ts';
import { gitName } from '../../files/machine.ts';
import { uriOf } from '../../files/paths.ts';
import { changeTextFile } from '../../files/texts.ts';
import { answering, type ServerContext, studyFor } from '../context.ts';
import type { NoteAction, NoteReply, WireRange } from '../protocol.ts';
import { rangeFromWire, toOffset, wireRange } from '../wire.ts';
import { documentNotes, noNotes, toCandidates, toKind, toThread } from './notesWire.ts';
import { inFolder } from './registerFolders.ts';
import { nodeOf } from './registerRequests.ts';

type AnswerNotes = ReturnType<typeof answering>;
type ThreadFor = (uri: string | undefined, id: string) => Promise<[NoteThread | undefined, Study]>;

/**
 * Notes of readers: those of a document, the Notes view, and what is done to them. The server writes the files: every editor
 * would have to know otherwise how notes of two people are put together.
 * @param changed called when a notes file has been written
 */
export function registerNotes(server: ServerContext, changed: () => void): void {
  const answer = answering(server);
  const threadFor: ThreadFor = async (uri, id) => {
    const study = await studyFor(server, uri);
    return [notesIndex(study).threadOf.get(id), study];
  };
  registerPlaces(server, answer);
  answer('pilcrow/note', async ({ uri, id }) => {
    const [thread, study] = await threadFor(uri, id);
    return thread ? toThread(thread, study) : null;
  });
  answer('pilcrow/noteTooltip', async ({ uri, id }) => {
    const [thread] = await threadFor(uri, id);
    return thread ? noteTooltip(thread) : null;
  });
  answer('pilcrow/noteKinds', async ({ uri }) =>
    (await studyFor(server, uri)).configuration.noteKinds.map(toKind),
  );
  answer('pilcrow/noteTags', async ({ uri }) => noteTags(await studyFor(server, uri)));
  answer('pilcrow/noteAuthor', async ({ uri }) => {
    await server.studies.ready;
    const root = server.studies.rootFor(uri);
    return { name: root === undefined ? '' : await gitName(root) };
  });
  answer('pilcrow/notes', async ({ uri, order, query, open }) => {
    const study = await studyFor(server, uri);
    const { rows, orphans, message } = notesView(study, order ?? 'source', { query, open });
    const nodes = rows.map((row) => nodeOf(row, study));
    return inFolder(server, uri, { nodes, badge: orphans, ...(message === '' ? {} : { message }) });
  });
  registerUses(server, answer, threadFor);
  answer('pilcrow/changeNote', async ({ uri, action }) => {
    const reply = await act(server, 'uri' in action ? action.uri : uri, action);
    changed();
    return reply;
  });
}

/** Notes in their source, and where there can be any. */
function registerPlaces(server: ServerContext, answer: AnswerNotes): void {
  answer('pilcrow/documentNotes', async ({ uri, ...wanted }) => {
    const located = await server.studies.locate(uri);
    return located ? documentNotes(located.analysis, located.study, wanted) : noNotes;
  });
  answer('pilcrow/noteAt', async ({ uri, position }) => {
    const located = await server.studies.locate(uri);
    if (!located) return null;
    const [thread] = threadsAt(uri, toOffset(located.analysis, position), located.study);
    return thread ? { id: thread.annotation.id } : null;
  });
  answer('pilcrow/notePlaces', async ({ uri }) => {
    const located = await server.studies.locate(uri);
    return located ? textRanges(located.analysis, located.study) : [];
  });
}

/** The text of a source from its first words to its last. */
function textRanges(file: Analysis, study: Study): readonly WireRange[] {
  if (file.role !== 'source' || study.sources.get(file.key)?.file !== file) return [];
  const places = anchorTextIn(file).byPlace.map(({ range }) => range);
  const end = places.reduce((last, range) => Math.max(last, range.end), 0);
  return places[0] ? [wireRange(file, { start: places[0].start, end })] : [];
}

/** What is made of notes: places for those without one, citations, papers. */
function registerUses(server: ServerContext, answer: AnswerNotes, threadFor: ThreadFor): void {
  answer('pilcrow/noteCandidates', async ({ uri, id }) => {
    const [thread] = await threadFor(uri, id);
    return thread ? toCandidates(thread) : [];
  });
  answer('pilcrow/paperFromNotes', async ({ uri, ids, ...options }) =>
    paperFromNotes(ids, options, await studyFor(server, uri)),
  );
}

/** Does what a person wants. A file that turns out to be unwritable is looked at anew, and another is taken. */
async function act(server: ServerContext, uri: string | undefined, action: NoteAction): Promise<NoteReply> {
  await server.studies.ready;
  const root = server.studies.rootFor(uri);
  if (root === undefined) return { problem: inWords('server.noFolder') };
  const moment = { now: new Date().toISOString(), newId: `urn:uuid:${crypto.randomUUID()}` };
  const plan = (): NotePlan => {
    const edit = editOf(server, root, action);
    return 'problem' in edit ? edit : planNoteEdit(edit, studyAt(server, root), moment);
  };
  const first = await carryOut(server, root, plan());
  return 'problem' in first ? carryOut(server, root, plan()) : first;
}

function studyAt(server: ServerContext, root: string): Study {
  return (server.studies.folderAt(root) ?? server.studies.folderFor(undefined)).study;
}

/** An action in the engine's terms. */
function editOf(server: ServerContext, root: string, action: NoteAction): NoteEdit | { problem: Message } {
  switch (action.do) {
    case 'add': {
      const { author, kind, text, tags } = action;
      const place = selectorsAt(server, root, action.uri, action.range);
      return 'problem' in place ? place : { do: 'add', ...place, author: author.trim(), kind, text, tags };
    }
    case 'answer':
      return { do: 'answer', to: action.id, author: action.author.trim(), text: action.text };
    case 'edit':
      return action;
    case 'delete':
      return { do: 'delete', id: action.id, answers: action.answers ?? false };
    case 'resolve':
    case 'reopen':
      return { do: 'edit', id: action.id, seen: undefined, resolved: action.do === 'resolve' };
    case 'place': {
      const place = selectorsAt(server, root, action.uri, action.range);
      return 'problem' in place
        ? place
        : { do: 'edit', id: action.id, seen: undefined, selectors: place.selectors };
    }
  }
}

function selectorsAt(
  server: ServerContext,
  root: string,
  uri: string,
  range: WireRange | null,
): Pick<Extract<NoteEdit, { do: 'add' }>, 'source' | 'selectors'> | { problem: Message } {
  const study = studyAt(server, root);
  const file = study.byUri.get(uri);
  if (file?.role !== 'source') return { problem: messageOf('server.notesOnSources') };
  if (study.sources.get(file.key)?.file !== file)
    return { problem: messageOf('server.sameKey', { key: file.key }) };
  if (range === null) return { source: file.key, selectors: { quote: undefined, position: undefined } };
  const selection = select(rangeFromWire(file, range), anchorTextIn(file));
  return selection
    ? { source: file.key, selectors: selection.selectors }
    : { problem: messageOf('server.noWords') };
}

/** Writes what is to be written, file after file, and takes it over into the study. */
async function carryOut(server: ServerContext, root: string, plan: NotePlan): Promise<NoteReply> {
  if ('problem' in plan) return { problem: inWords(plan.problem) };
  let file = '';
  const kept = { both: false };
  for (const step of plan.steps) {
    const path = join(root, step.path);
    file = file === '' ? uriOf(path) : file;
    const failed = await changeTextFile(root, path, (text) => {
      const result = step.change(text);
      kept.both = 'text' in result && (result.keptBoth ?? false);
      return result;
    });
    await server.studies.fileChanged(uriOf(path));
    if (failed) return { problem: inWords(failed.problem) };
  }
  return { id: plan.id, file, ...(kept.both ? { keptBoth: true as const } : {}) };
}
