import {
  CommentMode,
  CommentThreadState,
  l10n,
  type CommentThread,
  type CommentThreadCollapsibleState,
  type Range,
} from 'vscode';
import type { WireNote, WireNoteThread } from '../../server/protocol.ts';
import { toRange } from '../convert.ts';
import { NoteComment } from './noteComment.ts';

/**
 * The thread of one note and its answers. VS Code redraws each property that is assigned, and text being written in
 * the thread is lost, so only properties that have changed are assigned.
 */
export class ShownThread {
  #note: WireNoteThread;
  #written = '';
  /** The note is gone, but the thread stays because somebody may be writing in it. */
  #isGone = false;

  constructor(
    readonly thread: CommentThread,
    note: WireNoteThread,
  ) {
    this.#note = note;
    this.update(note);
  }

  get note(): WireNoteThread {
    return this.#note;
  }

  get isEdited(): boolean {
    return this.#comments.some(({ mode }) => mode === CommentMode.Editing);
  }

  get #comments(): readonly NoteComment[] {
    return this.thread.comments.filter((each) => each instanceof NoteComment);
  }

  update(note: WireNoteThread): void {
    const written = JSON.stringify(note);
    if (written === this.#written && !this.#isGone) return;
    this.#written = written;
    this.#isGone = false;
    this.#note = note;
    const { thread } = this;
    const range = threadRange(note);
    const isSame = thread.range && range ? thread.range.isEqual(range) : thread.range === range;
    if (!isSame) thread.range = range;
    const label = `${note.kind.symbol} ${note.label}`;
    if (thread.label !== label) thread.label = label;
    thread.canReply = !note.isElsewhere;
    const contextValue = note.isElsewhere ? 'elsewhere' : note.resolved ? 'resolved' : 'open';
    if (thread.contextValue !== contextValue) thread.contextValue = contextValue;
    const state = note.resolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
    if (thread.state !== state) thread.state = state;
    this.#show((each, isAnswer, old) =>
      old && (old.mode === CommentMode.Editing || JSON.stringify(old.note) === JSON.stringify(each))
        ? old
        : NoteComment.shown(each, isAnswer, this.#note.isElsewhere),
    );
  }

  /** Opens a note or answer for editing, with the text of its file or the one that could not be saved. */
  edit(id: string, text?: string): void {
    this.#show((each, isAnswer, old) =>
      each.id === id
        ? NoteComment.edited(each, isAnswer, text ?? each.text)
        : (old ?? NoteComment.shown(each, isAnswer, this.#note.isElsewhere)),
    );
  }

  /** Ends the editing of a note and shows the text of its file. */
  stopEditing(id: string): void {
    this.#show((each, isAnswer, old) =>
      old && each.id !== id ? old : NoteComment.shown(each, isAnswer, this.#note.isElsewhere),
    );
  }

  expand(state: CommentThreadCollapsibleState): void {
    this.thread.collapsibleState = state;
  }

  /** Labels the thread as one whose note is deleted or has lost its place. Text being written in it stays. */
  markGone(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.thread.label = l10n.t('This note was deleted or has lost its place');
    this.thread.contextValue = 'gone';
  }

  #show(look: (note: WireNote, isAnswer: boolean, old: NoteComment | undefined) => NoteComment): void {
    const before = this.#comments;
    const old = new Map(before.map((comment) => [comment.note.id, comment]));
    const { note, answers } = this.#note;
    const comments = [note, ...answers].map((each, index) => look(each, index > 0, old.get(each.id)));
    const isSameList =
      comments.length === this.thread.comments.length &&
      comments.every((comment, index) => comment === before[index]);
    if (!isSameList) this.thread.comments = comments;
  }
}

/** A note and its answers as they are first shown. */
export function commentsOf({ note, answers, isElsewhere }: WireNoteThread): NoteComment[] {
  return [note, ...answers].map((each, index) => NoteComment.shown(each, index > 0, isElsewhere));
}

/** The range of a thread, or undefined for a note on a whole source. */
function threadRange({ words, place }: WireNoteThread): Range | undefined {
  return place && words !== '' ? toRange(place.range) : undefined;
}
