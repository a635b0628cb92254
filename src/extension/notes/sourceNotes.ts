import {
  commands,
  CommentThreadCollapsibleState,
  window,
  workspace,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { DocumentNotes, NoteMarks, WireNoteThread, WireRange } from '../../server/protocol.ts';
import { somebodyWrites } from '../commentFields.ts';
import { fromRange } from '../convert.ts';
import type { ShownThread } from './shownThread.ts';

/** How many threads are made before the window gets a pause. VS Code takes up to 25 ms for each. */
const threadsAtOnce = 5;

/** How `take` shows an answer of the server. */
interface Showing {
  /** Ids of notes that were asked for wherever they are in the file. */
  readonly also: ReadonlySet<string>;
  /** The id of the note to unfold. */
  readonly wanted: string | undefined;
  readonly create: (note: WireNoteThread) => ShownThread;
  /** Whether the answer is outdated: the text has changed, or another task waits. */
  readonly isOvertaken: () => boolean;
}

/**
 * The notes of one source: the marks of all of them, and the threads of those near the visible lines. A thread is
 * kept by the id of its note even after its file is closed, because VS Code keeps an unfinished answer with the
 * thread.
 */
export class SourceNotes {
  readonly shown = new Map<string, ShownThread>();
  /** The positions of the notes, as of the server's last answer. */
  marks: readonly NoteMarks[] = [];
  /** The number of notes in the file. */
  count = 0;
  /** Whether a thread stays beyond its time, because somebody may be writing in it. */
  keepsMore = false;
  #near: readonly WireRange[] = [];

  constructor(readonly uri: Uri) {}

  get document(): TextDocument | undefined {
    return workspace.textDocuments.find(({ uri }) => uri.toString() === this.uri.toString());
  }

  /** The visible ranges of the source, or the last ones if it is hidden, so that no thread is redrawn unseen. */
  near(): readonly WireRange[] {
    const seen = window.visibleTextEditors
      .filter(({ document }) => document.uri.toString() === this.uri.toString())
      .flatMap(({ visibleRanges }) => visibleRanges.map(fromRange));
    if (seen.length > 0) this.#near = seen;
    return this.#near;
  }

  /** Ids of the notes whose threads must stay, because somebody is or may be writing in them. */
  kept(): readonly string[] {
    const writes = somebodyWrites();
    return [...this.shown].flatMap(([id, shown]) => (writes || shown.isEdited ? [id] : []));
  }

  /** Shows the notes of an answer. Existing threads are updated at once; new ones are made a few at a time. */
  async take({ threads, count, marks }: DocumentNotes, showing: Showing): Promise<void> {
    this.count = count;
    this.marks = marks;
    this.keepsMore = false;
    const given = new Set(threads.map(({ note }) => note.id));
    for (const [id, shown] of this.shown) if (!given.has(id)) this.#leave(id, shown, showing.also);
    for (const thread of threads) this.shown.get(thread.note.id)?.update(thread);
    this.#unfold(threads, showing.wanted);
    await this.#make(
      threads.filter(({ note }) => !this.shown.has(note.id)),
      showing,
    );
  }

  async #make(missing: readonly WireNoteThread[], { create, wanted, isOvertaken }: Showing): Promise<void> {
    for (let at = 0; at < missing.length; at += threadsAtOnce) {
      if (at > 0) await windowRests();
      if (at > 0 && isOvertaken()) return;
      const some = missing.slice(at, at + threadsAtOnce);
      for (const thread of some) this.shown.set(thread.note.id, create(thread));
      this.#unfold(some, wanted);
    }
  }

  #unfold(threads: readonly WireNoteThread[], id: string | undefined): void {
    if (id === undefined) return;
    for (const { note, answers } of threads)
      if (note.id === id || answers.some((answer) => answer.id === id))
        this.shown.get(note.id)?.expand(CommentThreadCollapsibleState.Expanded);
  }

  /** Removes the thread of a note that is gone or far away, unless somebody is writing. */
  #leave(id: string, left: ShownThread, also: ReadonlySet<string>): void {
    if (left.isEdited || somebodyWrites()) {
      this.keepsMore = true;
      if (also.has(id)) left.markGone();
      return;
    }
    this.shown.delete(id);
    left.thread.dispose();
  }
}

/** Waits until the window has handled all messages, and then as long again, so that it can do other work. */
async function windowRests(): Promise<void> {
  const start = performance.now();
  // The window answers this command after all earlier ones. Nothing depends on the key.
  await commands.executeCommand('setContext', 'pilcrow.windowHasAnswered', true);
  await new Promise((resolve) => setTimeout(resolve, performance.now() - start));
}
