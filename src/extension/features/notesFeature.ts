import { commands, Disposable, l10n, window, workspace, type CommentReply } from 'vscode';
import type { NoteAction } from '../../server/protocol.ts';
import { openPassage } from '../citablePick.ts';
import { isCommentField, somebodyWrites } from '../commentFields.ts';
import { CannotDoError, registerCommand, registerRowCommand, registerSaving } from '../commands.ts';
import { fromRange } from '../convert.ts';
import type { Pilcrow } from '../feature.ts';
import { changeNote, noteAuthor } from '../notes/changeNote.ts';
import { pickKind, pickKindAndTags, pickTags, type KindAndTags } from '../notes/kindPick.ts';
import { NoteComment } from '../notes/noteComment.ts';
import { mayBeSource } from '../notes/notePlaces.ts';
import { fetchNote, noteTarget } from '../notes/noteTarget.ts';

const lastKind = 'pilcrow.lastNoteKind';

/**
 * Notes in the gutter of sources: making, answering, editing, deleting and resolving them, and the lines under noted
 * words.
 */
export function notesFeature(pilcrow: Pilcrow): Disposable {
  return Disposable.from(keepingUp(pilcrow), saving(pilcrow), changing(pilcrow), adding(pilcrow));
}

function keepingUp({ server, noteThreads, noteLooks }: Pilcrow): Disposable {
  const refresh = (): void => void noteThreads.refresh();
  refresh();
  return Disposable.from(
    server.onDidChange(refresh),
    workspace.onDidOpenTextDocument((document) => {
      if (mayBeSource(document)) refresh();
    }),
    // A thread whose note is gone or far away may have stayed because somebody was writing in it. Now it can go.
    workspace.onDidCloseTextDocument((document) => {
      if (isCommentField(document) ? noteThreads.keepsMore : mayBeSource(document)) refresh();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isCommentField(document) && noteThreads.keepsMore && !somebodyWrites()) refresh();
    }),
    noteThreads.onDidRefresh(() => noteLooks.draw()),
    window.onDidChangeVisibleTextEditors(() => noteLooks.draw()),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) =>
      noteThreads.showNear(textEditor.document.uri),
    ),
  );
}

/** The commands that save a text field as a note, an answer or an edit. */
function saving(pilcrow: Pilcrow): Disposable {
  const { log, noteThreads } = pilcrow;
  return Disposable.from(
    registerSaving(log, 'pilcrow.saveNote', (reply, given) =>
      saveNote(pilcrow, reply as CommentReply, given as KindAndTags | undefined),
    ),
    registerSaving(log, 'pilcrow.answerNote', (reply) => saveAnswer(pilcrow, reply as CommentReply)),
    registerCommand(log, 'pilcrow.editNote', async (comment) => startEditing(pilcrow, comment)),
    registerCommand(log, 'pilcrow.saveNoteEdit', (comment) => saveEdit(pilcrow, comment)),
    registerCommand(log, 'pilcrow.cancelNoteEdit', (comment) => {
      if (comment instanceof NoteComment) noteThreads.shownFor(comment)?.stopEditing(comment.note.id);
      return Promise.resolve();
    }),
  );
}

async function saveNote(
  pilcrow: Pilcrow,
  { thread, text }: CommentReply,
  given: KindAndTags | undefined,
): Promise<string | undefined> {
  const { server, context, noteThreads } = pilcrow;
  const uri = thread.uri.toString();
  const written = textToSave(text);
  const last = context.workspaceState.get<string>(lastKind);
  const chosen = given ?? (await pickKindAndTags(server, uri, last));
  const author = chosen && (await noteAuthor(server, context.globalState, uri));
  if (!chosen || author === undefined) return undefined;
  const { kind, tags } = chosen;
  const range = thread.range ? fromRange(thread.range) : null;
  const { id } = await noteThreads.adopt(thread, () =>
    changeNote(server, uri, { do: 'add', uri, range, author, kind, text: written, tags }),
  );
  await context.workspaceState.update(lastKind, kind);
  await noteThreads.refresh();
  return id;
}

async function saveAnswer(pilcrow: Pilcrow, { thread, text }: CommentReply): Promise<string | undefined> {
  const { server, context, noteThreads } = pilcrow;
  const written = textToSave(text);
  const shown = noteThreads.shownFor(thread);
  if (!shown) throw new CannotDoError(l10n.t('This note is no longer there.'));
  const uri = thread.uri.toString();
  const author = await noteAuthor(server, context.globalState, uri);
  if (author === undefined) return undefined;
  const { note } = shown.note;
  return changeAndRefresh(pilcrow, uri, { do: 'answer', id: note.id, author, text: written });
}

/** Changes a note and shows the threads as they are then. Returns the id of the note. */
async function changeAndRefresh(
  { server, noteThreads }: Pilcrow,
  uri: string | undefined,
  action: NoteAction,
): Promise<string> {
  const { id } = await changeNote(server, uri, action);
  await noteThreads.refresh();
  return id;
}

function textToSave(text: string): string {
  if (text.trim() === '')
    throw new CannotDoError(l10n.t('There is nothing to save yet: write something first.'));
  return text.trim();
}

async function startEditing(pilcrow: Pilcrow, argument: unknown): Promise<void> {
  const { id } = await noteTarget(pilcrow, argument);
  await pilcrow.noteThreads.reveal(id);
  const shown = argument instanceof NoteComment ? pilcrow.noteThreads.shownFor(argument) : undefined;
  (shown ?? pilcrow.noteThreads.threadOf(id))?.edit(id);
}

/**
 * Saves an edited note. VS Code has closed the text field already, so it is reopened with the text if saving fails.
 */
async function saveEdit(pilcrow: Pilcrow, comment: unknown): Promise<string | undefined> {
  if (!(comment instanceof NoteComment)) return undefined;
  const { server, noteThreads } = pilcrow;
  const { id, modified } = comment.note;
  const shown = noteThreads.shownFor(comment);
  const { text } = comment;
  try {
    const action = { do: 'edit', id, seen: modified, text: textToSave(text) } as const;
    await changeNote(server, shown?.thread.uri.toString(), action);
  } catch (error) {
    shown?.edit(id, text);
    throw error;
  }
  await noteThreads.refresh();
  shown?.stopEditing(id);
  return id;
}

/**
 * The commands that change a note other than by writing: on its thread, its row in the Notes view or at the cursor.
 */
function changing(pilcrow: Pilcrow): Disposable {
  const { log } = pilcrow;
  const resolve = (what: 'resolve' | 'reopen') => async (argument: unknown) => {
    const { id, uri } = await noteTarget(pilcrow, argument);
    await changeAndRefresh(pilcrow, uri, { do: what, id });
  };
  return Disposable.from(
    registerRowCommand(log, 'pilcrow.resolveNote', resolve('resolve')),
    registerRowCommand(log, 'pilcrow.reopenNote', resolve('reopen')),
    registerRowCommand(log, 'pilcrow.deleteNote', (argument, _rows, sure) =>
      deleteNote(pilcrow, argument, sure),
    ),
    registerRowCommand(log, 'pilcrow.setNoteKind', (argument) => setKind(pilcrow, argument)),
    registerRowCommand(log, 'pilcrow.setNoteTags', (argument) => setTags(pilcrow, argument)),
    registerCommand(log, 'pilcrow.citeNote', async (argument) => {
      const { citation } = await fetchNote(pilcrow, await noteTarget(pilcrow, argument));
      if (citation === '') throw new CannotDoError(l10n.t('This note has no place that could be cited.'));
      return commands.executeCommand('pilcrow.cite', { citation });
    }),
  );
}

async function setKind(pilcrow: Pilcrow, argument: unknown): Promise<void> {
  const { server } = pilcrow;
  const target = await noteTarget(pilcrow, argument);
  const { note, kind: old } = await fetchNote(pilcrow, target);
  const kind = await pickKind(server, target.uri ?? '', old.id);
  if (kind === undefined) return;
  await changeAndRefresh(pilcrow, target.uri, { do: 'edit', id: note.id, seen: note.modified, kind });
}

async function setTags(pilcrow: Pilcrow, argument: unknown): Promise<void> {
  const { server } = pilcrow;
  const target = await noteTarget(pilcrow, argument);
  const thread = await fetchNote(pilcrow, target);
  const note = [thread.note, ...thread.answers].find(({ id }) => id === target.id) ?? thread.note;
  const tags = await pickTags(server, target.uri ?? '', note.tags);
  if (tags === undefined) return;
  await changeAndRefresh(pilcrow, target.uri, { do: 'edit', id: note.id, seen: note.modified, tags });
}

/** @param sure true: deletes without asking, for tests and other extensions */
async function deleteNote(pilcrow: Pilcrow, argument: unknown, sure: unknown): Promise<void> {
  const { id, uri } = await noteTarget(pilcrow, argument);
  const { note, answers } = await fetchNote(pilcrow, { id, uri });
  const has = note.id === id ? answers.length : 0;
  const decided = sure === true ? 'all' : await askDelete(has);
  if (!decided) return;
  await changeAndRefresh(pilcrow, uri, { do: 'delete', id, answers: decided === 'all' });
}

async function askDelete(answers: number): Promise<'one' | 'all' | undefined> {
  const all = answers > 0 ? l10n.t('Delete with Answers') : l10n.t('Delete');
  const one = l10n.t('Delete Without Answers');
  const detail =
    answers > 0
      ? l10n.t('It has answers: {0}. They can go too, or stay in the Notes view without it.', answers)
      : l10n.t('It is taken out of its file.');
  const buttons = answers > 0 ? [all, one] : [all];
  const question = l10n.t('Delete this note?');
  const chosen = await window.showWarningMessage(question, { modal: true, detail }, ...buttons);
  if (chosen === undefined) return undefined;
  return chosen === one ? 'one' : 'all';
}

/** “Add Note” on the selection or a picked passage, and the same for a source as a whole. */
function adding(pilcrow: Pilcrow): Disposable {
  const { log } = pilcrow;
  return Disposable.from(
    registerCommand(log, 'pilcrow.addNote', async () => {
      if (!(await isInSource(pilcrow)) && !(await openPassage(pilcrow, l10n.t('Add Note')))) return;
      await startNote(false);
    }),
    registerCommand(log, 'pilcrow.addSourceNote', async () => {
      if (!(await isInSource(pilcrow)))
        throw new CannotDoError(l10n.t('Open the source that the note is on first.'));
      await startNote(true);
    }),
  );
}

async function isInSource({ server }: Pilcrow): Promise<boolean> {
  const uri = window.activeTextEditor?.document.uri.toString();
  return uri !== undefined && (await server.request('pilcrow/notePlaces', { uri })).length > 0;
}

/** Opens VS Code's own text field for a comment, on the selection or on the whole file. */
async function startNote(fileComment: boolean): Promise<void> {
  await commands.executeCommand('workbench.action.addComment', fileComment ? { fileComment } : undefined);
}
