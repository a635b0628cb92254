import {
  CommentThreadCollapsibleState,
  comments,
  EventEmitter,
  l10n,
  workspace,
  type CommentController,
  type CommentThread,
  type Event,
  type LogOutputChannel,
  type Uri,
} from 'vscode';
import type { NoteMarks, WireNoteThread } from '../../server/protocol.ts';
import { isCancellation } from '../commands.ts';
import { toRange } from '../convert.ts';
import type { Server } from '../server.ts';
import { NoteComment } from './noteComment.ts';
import { mayBeSource, NotePlaces } from './notePlaces.ts';
import { commentsOf, ShownThread } from './shownThread.ts';
import { SourceNotes } from './sourceNotes.ts';

/**
 * In a file with more notes than this, only those near the visible lines have threads: VS Code draws every thread.
 */
const maxShownThreads = 100;
/** How long the visible lines must stay the same before their notes are asked for. Milliseconds. */
const stillnessMs = 150;

/** Shows the notes of sources as VS Code's own comments. */
export class NoteThreads {
  readonly #controller: CommentController;
  readonly #places: NotePlaces;
  readonly #changed = new EventEmitter<void>();
  readonly #sources = new Map<string, SourceNotes>();
  /** Runs one task at a time: a note that is being saved must not be taken for somebody else's new note. */
  #queue: Promise<void> = Promise.resolve();
  /** The number of tasks that wait in the queue. */
  #waiting = 0;
  #isAsked = false;
  /** The id of a note to unfold once its thread is on the screen. */
  #wanted: string | undefined;
  /** The id of the note unfolded last. Its thread stays, however many notes the file has. */
  #revealed: string | undefined;
  #moved: ReturnType<typeof setTimeout> | undefined;

  /** Fires when the threads show the server's current notes. */
  readonly onDidRefresh: Event<void> = this.#changed.event;

  constructor(
    private readonly server: Server,
    private readonly log: LogOutputChannel,
  ) {
    this.#controller = comments.createCommentController('pilcrow', l10n.t('Notes'));
    this.#controller.options = {
      prompt: l10n.t('Answer…'),
      placeHolder: l10n.t('Markdown; citations such as [@key, ¶ 12] lead to their passage'),
    };
    this.#places = new NotePlaces(this.#controller, server);
  }

  /** The positions of the notes in a file, as of the server's last answer. */
  marksIn(uri: Uri): readonly NoteMarks[] {
    return this.#sources.get(uri.toString())?.marks ?? [];
  }

  /** The threads of a file. */
  shownIn(uri: Uri): readonly ShownThread[] {
    return [...(this.#sources.get(uri.toString())?.shown.values() ?? [])];
  }

  /** The thread of a note, or undefined if it has none on the screen. */
  threadOf(id: string): ShownThread | undefined {
    for (const { shown } of this.#sources.values()) {
      const found = shown.get(id);
      if (found) return found;
    }
    return undefined;
  }

  /** The thread of a note to which VS Code's thread or comment belongs. Undefined if nothing in it has been saved. */
  shownFor(shown: CommentThread | NoteComment): ShownThread | undefined {
    for (const source of this.#sources.values())
      for (const each of source.shown.values())
        if (shown instanceof NoteComment ? each.thread.comments.includes(shown) : each.thread === shown)
          return each;
    return undefined;
  }

  /** Whether a thread stays that would have gone, because somebody may be writing in it. */
  get keepsMore(): boolean {
    return [...this.#sources.values()].some(({ keepsMore }) => keepsMore);
  }

  /** Unfolds the thread of a note, at once or as soon as its file is open. */
  reveal(id: string): Promise<void> {
    this.#wanted = id;
    this.#revealed = id;
    return this.refresh();
  }

  /**
   * Saves the first text of a new thread, which becomes the thread of the saved note.
   * @param save returns the id of the note
   */
  adopt<T extends { readonly id: string }>(thread: CommentThread, save: () => Promise<T>): Promise<T> {
    return this.#next(async () => {
      const saved = await save();
      const note = await this.server.request('pilcrow/note', { uri: thread.uri.toString(), id: saved.id });
      if (note?.place?.uri === thread.uri.toString())
        this.#sourceAt(thread.uri).shown.set(saved.id, new ShownThread(thread, note));
      else thread.dispose();
      return saved;
    });
  }

  /** Updates the threads of every source. Resolves when they show what the server now knows. */
  refresh(): Promise<void> {
    if (this.#isAsked) return this.#queue;
    this.#isAsked = true;
    return this.#next(async () => {
      this.#isAsked = false;
      const uris = workspace.textDocuments.filter(mayBeSource).map(({ uri }) => uri);
      for (const uri of uris) this.#sourceAt(uri);
      await Promise.all([...this.#sources.values()].map((source) => this.#ask(source)));
      await this.#places.offerNew().catch((error: unknown) => this.#report(error));
      this.#changed.fire();
    });
  }

  /** Shows the notes near the visible lines of a large file, once scrolling has stopped. */
  showNear(uri: Uri): void {
    const source = this.#sources.get(uri.toString());
    if (!source || source.count <= maxShownThreads) return;
    clearTimeout(this.#moved);
    this.#moved = setTimeout(() => void this.refresh(), stillnessMs);
  }

  #next<T>(task: () => Promise<T>): Promise<T> {
    this.#waiting++;
    const done = this.#queue.then(() => {
      this.#waiting--;
      return task();
    });
    this.#queue = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  #sourceAt(uri: Uri): SourceNotes {
    const key = uri.toString();
    const known = this.#sources.get(key) ?? new SourceNotes(uri);
    this.#sources.set(key, known);
    return known;
  }

  async #ask(source: SourceNotes): Promise<void> {
    const { document } = source;
    const version = document?.version;
    const wanted = this.#wanted;
    const also = [...new Set([...source.kept(), wanted ?? [], this.#revealed ?? []].flat())];
    const uri = source.uri.toString();
    try {
      const params = { uri, near: source.near(), most: maxShownThreads, also };
      const answer = await this.server.request('pilcrow/documentNotes', params);
      // The answer is about an older text. Another refresh follows.
      if (document?.version !== version) return;
      await source.take(answer, {
        also: new Set(also),
        wanted,
        create: (note) => this.#create(source.uri, note),
        isOvertaken: () => this.#waiting > 0 || document?.version !== version,
      });
      if (wanted !== undefined && isShown(source, wanted)) this.#wanted = undefined;
      if (!document && source.shown.size === 0) this.#sources.delete(uri);
    } catch (error) {
      this.#report(error);
    }
  }

  #report(error: unknown): void {
    if (!isCancellation(error)) this.log.debug(`Notes could not be read: ${String(error)}`);
  }

  #create(uri: Uri, note: WireNoteThread): ShownThread {
    // VS Code's function needs a range. A thread on a whole file loses its range afterwards.
    const range = toRange(note.place?.range ?? beginning);
    const thread = this.#controller.createCommentThread(uri, range, commentsOf(note));
    thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    return new ShownThread(thread, note);
  }

  dispose(): void {
    clearTimeout(this.#moved);
    this.#changed.dispose();
    this.#controller.dispose();
  }
}

const beginning = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Whether the note or answer with an id has a thread in a source. */
function isShown({ shown }: SourceNotes, id: string): boolean {
  return [...shown.values()].some(
    ({ note: { note, answers } }) => note.id === id || answers.some((answer) => answer.id === id),
  );
}
