import { CancellationTokenSource, EventEmitter, workspace, type CancellationToken, type Event } from 'vscode';
import type { LogOutputChannel } from 'vscode';
import type { View } from '../server/protocol.ts';
import { isCancellation } from './commands.ts';
import type { NotesFilter } from './notes/notesFilter.ts';
import type { PaperTracker } from './paperTracker.ts';
import type { Server } from './server.ts';
import type { paperOrderIn } from './workspaceChoice.ts';

const blankView: View = { nodes: [], badge: 0 };

/**
 * Keeps the latest content of a view. A new request cancels the one before; the event fires only on a real change.
 */
export class ViewModel {
  readonly #changed = new EventEmitter<View>();
  #asking: CancellationTokenSource | undefined;
  #loading: Promise<void> | undefined;
  #view = blankView;
  #written = '';
  #state: 'waiting' | 'answered' | 'failed' = 'waiting';

  readonly onDidChange: Event<View> = this.#changed.event;

  constructor(
    private readonly log: LogOutputChannel,
    private readonly ask: (token: CancellationToken) => Promise<View>,
  ) {}

  get view(): View {
    return this.#view;
  }

  /** Whether the view is the server's answer. An empty view may also mean that there is no answer yet. */
  get state(): 'waiting' | 'answered' | 'failed' {
    return this.#state;
  }

  /** Returns the view when no answer is awaited any more. Asks first if it was never asked for. */
  async loaded(): Promise<View> {
    let awaited: Promise<void>;
    do {
      awaited = this.#loading ?? this.refresh();
      await awaited;
    } while (awaited !== this.#loading);
    return this.#view;
  }

  /**
   * Returns the view as it is now, and waits only for the first answer. Between a change event and the new rows VS
   * Code knows no rows, and the buttons of rows fail. That time must not be as long as the server's answer takes.
   */
  ready(): Promise<View> {
    return this.#state === 'waiting' ? this.loaded() : Promise.resolve(this.#view);
  }

  refresh(): Promise<void> {
    this.#asking?.cancel();
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    this.#loading = this.#load(asking).finally(() => asking.dispose());
    return this.#loading;
  }

  async #load(asking: CancellationTokenSource): Promise<void> {
    try {
      const view = await this.ask(asking.token);
      if (asking === this.#asking) this.#accept(view, 'answered');
    } catch (error) {
      if (isCancellation(error) || asking !== this.#asking) return;
      this.log.warn(`A view could not be filled: ${String(error)}`);
      this.#accept(blankView, 'failed');
    }
  }

  #accept(view: View, state: 'answered' | 'failed'): void {
    const written = state + JSON.stringify(view);
    if (written === this.#written) return;
    this.#written = written;
    this.#view = view;
    this.#state = state;
    this.#changed.fire(view);
  }

  dispose(): void {
    this.#asking?.cancel();
    this.#changed.dispose();
  }
}

/** What the questions of the views depend on. */
interface ViewServices {
  readonly server: Server;
  readonly papers: PaperTracker;
  readonly paperOrder: ReturnType<typeof paperOrderIn>;
  readonly notesFilter: NotesFilter;
}

/** Creates the models of all views. The status bar and the menus use them too. */
export function createViewModels(
  log: LogOutputChannel,
  { server, papers, paperOrder, notesFilter }: ViewServices,
) {
  const askPaper = async (token: CancellationToken): Promise<View> =>
    papers.current
      ? server.request('pilcrow/paper', { uri: papers.current.toString(), order: paperOrder.current }, token)
      : blankView;
  // With a folder or a paper open, built-in sources and terms are of use. Otherwise views show how to begin.
  const isOfUse = (): boolean => workspace.workspaceFolders !== undefined || papers.current !== undefined;
  const askSources = async (token: CancellationToken): Promise<View> =>
    isOfUse() ? server.request('pilcrow/sources', papers.study, token) : blankView;
  const askTerms = async (token: CancellationToken): Promise<View> =>
    isOfUse() ? server.request('pilcrow/terms', papers.study, token) : blankView;
  const askNotes = async (token: CancellationToken): Promise<View> => {
    const { order, query, openOnly: open } = notesFilter;
    return isOfUse()
      ? server.request('pilcrow/notes', { ...papers.study, order, query, open }, token)
      : blankView;
  };
  return {
    sources: new ViewModel(log, askSources),
    paper: new ViewModel(log, askPaper),
    terms: new ViewModel(log, askTerms),
    notes: new ViewModel(log, askNotes),
  };
}
