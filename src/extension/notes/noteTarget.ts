import { l10n, window, type CommentThread } from 'vscode';
import type { ViewNode, WireNoteThread } from '../../server/protocol.ts';
import { CannotDoError } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';
import { NoteComment } from './noteComment.ts';

/** The note that a command is about. */
export interface CommandNote {
  readonly id: string;
  readonly uri: string | undefined;
}

/**
 * The note that a command was called on: a thread or comment of VS Code's, a row of the Notes view, or the note at
 * the cursor. Throws `CannotDoError` if there is none.
 */
export async function noteTarget(pilcrow: Pilcrow, argument: unknown): Promise<CommandNote> {
  const { noteThreads } = pilcrow;
  if (argument instanceof NoteComment) {
    const uri = noteThreads.shownFor(argument)?.thread.uri.toString();
    return { id: argument.note.id, uri };
  }
  if (isRow(argument)) return { id: argument.noteId, uri: argument.target?.uri };
  const shown = isThread(argument) ? noteThreads.shownFor(argument) : undefined;
  if (shown) return { id: shown.note.note.id, uri: shown.thread.uri.toString() };
  const found = await noteAtCursor(pilcrow);
  if (!found) throw new CannotDoError(l10n.t('Put the cursor on the words of a note first.'));
  return found;
}

/** The note and its answers as the server now has them. */
export async function fetchNote(pilcrow: Pilcrow, { id, uri }: CommandNote): Promise<WireNoteThread> {
  const note = await pilcrow.server.request('pilcrow/note', { ...(uri === undefined ? {} : { uri }), id });
  if (!note) throw new CannotDoError(l10n.t('This note is no longer there.'));
  return note;
}

/** The ids of the notes among rows of the Notes view. A group stands for all its notes. */
export function notesAmong(rows: readonly unknown[]): readonly string[] {
  const ids = rows.flatMap((row): readonly string[] =>
    isRow(row) ? [row.noteId] : hasChildren(row) ? notesAmong(row.children) : [],
  );
  return [...new Set(ids)];
}

async function noteAtCursor({ server }: Pilcrow): Promise<CommandNote | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const uri = editor.document.uri.toString();
  const { line, character } = editor.selection.active;
  const found = await server.request('pilcrow/noteAt', { uri, position: { line, character } });
  return found ? { id: found.id, uri } : undefined;
}

function isRow(value: unknown): value is ViewNode & { readonly noteId: string } {
  return typeof value === 'object' && value !== null && 'noteId' in value && typeof value.noteId === 'string';
}

function hasChildren(value: unknown): value is { readonly children: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'children' in value && Array.isArray(value.children);
}

function isThread(value: unknown): value is CommentThread {
  return typeof value === 'object' && value !== null && 'comments' in value;
}
