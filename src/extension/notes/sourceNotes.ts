import {
  commands,
  CommentThreadCollapsibleState,
  window,
  workspace,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { DocumentNotes, NoteMarks, NoteThread, WireRange } from '../../server/protocol.ts';
import { somebodyWrites } from '../commentFields.ts';
import { fromRange } from '../convert.ts';
import type { ShownThread } from './shownThread.ts';

/** VS Code builds a widget for every thread, which takes it up to 25 ms: so many are made before it has a rest. */
const slice = 5;

/** What a source needs to show what it has been given. */
interface Showing {
  /** Ids of notes that were asked for wherever they stand. */
  readonly also: ReadonlySet<string>;
  /** The id of a note that is to be unfolded. */
  readonly wanted: string | undefined;
  readonly create: (note: NoteThread) => ShownThread;
  /** Whether what is being shown has been overtaken by something newer. */
  readonly isOvertaken: () => boolean;
}

/**
 * The notes of one source: where all of them stand, and the threads of those near to what is in sight. Threads live on by their
 * ids, also after their file has been closed: VS Code keeps unfinished answers with them.
 */
export class SourceNotes {
  readonly uri: Uri;
  readonly shown = new Map<string, ShownThread>();
  /** Where notes stand, as of the last answer. */
  marks: readonly NoteMarks[] = [];
  /** How many notes stand in the file. */
  count = 0;
  #near: readonly WireRange[] = [];

  constructor(uri: Uri) {
    this.uri = uri;
  }

  get document(): TextDocument | undefined {
    return workspace.textDocuments.find(({ uri }) => uri.toString() === this.uri.toString());
  }

  /** What of the source is in sight; what last was where it is hidden now, so that nothing is drawn anew for nobody. */
  near(): readonly WireRange[] {
    const seen = window.visibleTextEditors
      .filter(({ document }) => document.uri.toString() === this.uri.toString())
      .flatMap(({ visibleRanges }) => visibleRanges.map(fromRange));
    if (seen.length > 0) this.#near = seen;
    return this.#near;
  }

  /** Ids of the notes whose threads must stay wherever they stand, as somebody is writing in them or may be. */
  kept(): readonly string[] {
    const writes = somebodyWrites();
    return [...this.shown].flatMap(([id, shown]) => (writes || shown.isEdited ? [id] : []));
  }

  /** Shows the notes that the server has given: what there is at once, what is new a few at a time. */
  async take({ threads, count, marks }: DocumentNotes, showing: Showing): Promise<void> {
    this.count = count;
    this.marks = marks;
    const given = new Set(threads.map(({ note }) => note.id));
    for (const [id, shown] of this.shown) if (!given.has(id)) this.#leave(id, shown, showing.also);
    for (const thread of threads) this.shown.get(thread.note.id)?.update(thread);
    this.#unfold(threads, showing.wanted);
    await this.#make(
      threads.filter(({ note }) => !this.shown.has(note.id)),
      showing,
    );
  }

  async #make(missing: readonly NoteThread[], { create, wanted, isOvertaken }: Showing): Promise<void> {
    for (let at = 0; at < missing.length; at += slice) {
      if (at > 0) await windowRests();
      if (at > 0 && isOvertaken()) return;
      const some = missing.slice(at, at + slice);
      for (const thread of some) this.shown.set(thread.note.id, create(thread));
      this.#unfold(some, wanted);
    }
  }

  #unfold(threads: readonly NoteThread[], id: string | undefined): void {
    if (id === undefined) return;
    for (const { note, answers } of threads)
      if (note.id === id || answers.some((answer) => answer.id === id))
        this.shown.get(note.id)?.expand(CommentThreadCollapsibleState.Expanded);
  }

  /** A note that is no longer there, or far away, takes its thread with it, unless somebody is writing. */
  #leave(id: string, left: ShownThread, also: ReadonlySet<string>): void {
    if (left.isEdited || somebodyWrites()) {
      if (also.has(id)) left.markGone();
      return;
    }
    this.shown.delete(id);
    left.thread.dispose();
  }
}

/** Waits until the window has done what it has been told to, and then as long again, for it to do something else. */
async function windowRests(): Promise<void> {
  const start = performance.now();
  // Whatever it answers comes behind all that; nothing depends on this key.
  await commands.executeCommand('setContext', 'pilcrow.windowHasAnswered', true);
  await new Promise((resolve) => setTimeout(resolve, performance.now() - start));
}
