import {
  CommentThreadCollapsibleState,
  comments,
  EventEmitter,
  l10n,
  window,
  workspace,
  type CommentController,
  type CommentThread,
  type Event,
  type LogOutputChannel,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { NoteThread } from '../../server/protocol.ts';
import { isCancellation } from '../commands.ts';
import { toRange } from '../convert.ts';
import type { Server } from '../server.ts';
import { NoteComment } from './noteComment.ts';
import { rangeOf, ShownThread } from './shownThread.ts';

/** A file with more notes than this gets the threads that a person comes near to; VS Code draws every one it has. */
const mostAtOnce = 300;
/** Lines above and below what is in sight. */
const near = 150;

/** The notes of one source as the server last gave them, and those that stand on the screen, by id. */
interface SourceNotes {
  readonly uri: Uri;
  readonly shown: Map<string, ShownThread>;
  notes: readonly NoteThread[];
}

/**
 * The notes of sources in VS Code's own comments. Threads live on by their ids, also after their file has been closed: VS
 * Code keeps unfinished answers with them.
 */
export class NoteThreads {
  readonly #controller: CommentController;
  readonly #server: Server;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<void>();
  readonly #sources = new Map<string, SourceNotes>();
  /** One thing after the other: a note that is being saved must not be taken for one that somebody else made. */
  #queue: Promise<void> = Promise.resolve();
  #isAsked = false;
  /** Files in which no note can be made, as far as VS Code knows. */
  readonly #without = new Set<string>();
  #wanted: string | undefined;

  /** The notes on the screen are those of the server again. */
  readonly onDidRefresh: Event<void> = this.#changed.event;

  constructor(server: Server, log: LogOutputChannel) {
    this.#server = server;
    this.#log = log;
    this.#controller = comments.createCommentController('pilcrow', l10n.t('Notes'));
    this.#controller.options = {
      prompt: l10n.t('Answer…'),
      placeHolder: l10n.t('Markdown; citations such as [@key, ¶ 12] lead to their passage'),
    };
    this.#offerPlaces();
  }

  #offerPlaces(): void {
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: async (document) => {
        if (!mayBeSource(document)) return undefined;
        const uri = document.uri.toString();
        const places = await this.#server.request('pilcrow/notePlaces', { uri });
        if (places.length === 0) this.#without.add(uri);
        return places.length > 0 ? { enableFileComments: true, ranges: places.map(toRange) } : undefined;
      },
    };
  }

  /**
   * Looks whether a file that was no source has become one. VS Code asks for places when a file is opened; asked again it
   * draws every thread anew, which nobody wants who is writing.
   */
  async #offerNewPlaces(): Promise<void> {
    for (const { document } of window.visibleTextEditors) {
      const uri = document.uri.toString();
      if (!this.#without.has(uri) || somebodyWrites()) continue;
      if ((await this.#server.request('pilcrow/notePlaces', { uri })).length === 0) continue;
      this.#without.clear();
      this.#offerPlaces();
    }
  }

  /** The notes of a file as the server last gave them. */
  notesIn(uri: Uri): readonly NoteThread[] {
    return this.#sources.get(uri.toString())?.notes ?? [];
  }

  /** The thread of a note on the screen. */
  threadOf(id: string): ShownThread | undefined {
    for (const { shown } of this.#sources.values()) {
      const found = shown.get(id);
      if (found) return found;
    }
    return undefined;
  }

  /** The note that a thread or one of its comments shows; undefined for a thread in which nothing has been saved. */
  shownFor(shown: CommentThread | NoteComment): ShownThread | undefined {
    for (const source of this.#sources.values())
      for (const each of source.shown.values())
        if (shown instanceof NoteComment ? each.thread.comments.includes(shown) : each.thread === shown)
          return each;
    return undefined;
  }

  /** Unfolds the thread of a note, now or when its file is open. */
  reveal(id: string): void {
    this.#wanted = id;
    for (const source of this.#sources.values()) this.#show(source);
  }

  /**
   * Saves what stands in a thread that has no note yet; the thread becomes that of the note.
   * @param save returns the id of the note
   */
  adopt<T extends { readonly id: string }>(thread: CommentThread, save: () => Promise<T>): Promise<T> {
    return this.#next(async () => {
      const saved = await save();
      const note = await this.#server.request('pilcrow/note', { uri: thread.uri.toString(), id: saved.id });
      if (note?.place?.uri === thread.uri.toString()) {
        const source = this.#sourceAt(thread.uri);
        source.shown.set(saved.id, new ShownThread(thread, note));
        source.notes = [...source.notes, note];
      } else thread.dispose();
      return saved;
    });
  }

  /** Looks at every source again. Resolves when what the server now knows is on the screen. */
  refresh(): Promise<void> {
    if (this.#isAsked) return this.#queue;
    this.#isAsked = true;
    return this.#next(async () => {
      this.#isAsked = false;
      const uris = workspace.textDocuments.filter(mayBeSource).map(({ uri }) => uri);
      for (const uri of uris) this.#sourceAt(uri);
      await Promise.all([...this.#sources.values()].map((source) => this.#ask(source)));
      await this.#offerNewPlaces().catch((error: unknown) => this.#report(error));
      this.#changed.fire();
    });
  }

  /** Shows the notes near what has come into sight. */
  showNear(uri: Uri): void {
    const source = this.#sources.get(uri.toString());
    if (source && source.notes.length > mostAtOnce) this.#show(source);
  }

  #next<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(task);
    this.#queue = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  #sourceAt(uri: Uri): SourceNotes {
    const key = uri.toString();
    const known = this.#sources.get(key) ?? { uri, shown: new Map<string, ShownThread>(), notes: [] };
    this.#sources.set(key, known);
    return known;
  }

  async #ask(source: SourceNotes): Promise<void> {
    const document = documentAt(source.uri);
    const version = document?.version;
    try {
      const notes = await this.#server.request('pilcrow/documentNotes', { uri: source.uri.toString() });
      // Where the text has changed meanwhile, places are those of another text, and another round is on its way.
      if (document?.version !== version) return;
      source.notes = notes;
      this.#show(source);
      if (!document && source.shown.size === 0) this.#sources.delete(source.uri.toString());
    } catch (error) {
      this.#report(error);
    }
  }

  #report(error: unknown): void {
    if (!isCancellation(error)) this.#log.debug(`Notes could not be read: ${String(error)}`);
  }

  #show(source: SourceNotes): void {
    const ids = new Set(source.notes.map(({ note }) => note.id));
    for (const [id, shown] of source.shown) if (!ids.has(id)) this.#leave(source, id, shown);
    const isInReach = reachOf(source);
    for (const note of source.notes) {
      const known = source.shown.get(note.note.id);
      const isWanted = isOf(note, this.#wanted);
      if (known) known.update(note);
      else if (isWanted || isInReach(note)) source.shown.set(note.note.id, this.#create(source.uri, note));
      if (!isWanted) continue;
      this.#wanted = undefined;
      source.shown.get(note.note.id)?.expand(CommentThreadCollapsibleState.Expanded);
    }
  }

  /** A note that is no longer there takes its thread with it, unless somebody is writing. */
  #leave({ shown }: SourceNotes, id: string, left: ShownThread): void {
    if (left.isEdited || somebodyWrites()) {
      left.markGone();
      return;
    }
    shown.delete(id);
    left.thread.dispose();
  }

  #create(uri: Uri, note: NoteThread): ShownThread {
    // A thread on a whole file has no range, which is only possible to say afterwards.
    const range = toRange(note.place?.range ?? beginning);
    const thread = this.#controller.createCommentThread(uri, range, []);
    thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    return new ShownThread(thread, note);
  }

  dispose(): void {
    this.#changed.dispose();
    this.#controller.dispose();
  }
}

const beginning = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function isOf({ note, answers }: NoteThread, id: string | undefined): boolean {
  return id !== undefined && (note.id === id || answers.some((answer) => answer.id === id));
}

/** Which Markdown file is a source, the server knows. */
export function mayBeSource({ languageId, uri }: TextDocument): boolean {
  return languageId === 'markdown' && uri.scheme === 'file';
}

function documentAt(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** Which notes of a source are near enough to what is in sight to be shown. */
function reachOf({ uri, notes }: SourceNotes): (note: NoteThread) => boolean {
  if (notes.length <= mostAtOnce) return () => true;
  const seen = window.visibleTextEditors
    .filter(({ document }) => document.uri.toString() === uri.toString())
    .flatMap(({ visibleRanges }) => visibleRanges);
  return (note) => {
    const line = rangeOf(note)?.start.line ?? 0;
    return seen.some(({ start, end }) => start.line - near <= line && line <= end.line + near);
  };
}

/** Whether some text field of a comment holds text. Which thread it belongs to, VS Code does not say. */
function somebodyWrites(): boolean {
  return workspace.textDocuments.some(
    (document) => document.uri.scheme === 'comment' && document.getText().trim() !== '',
  );
}
