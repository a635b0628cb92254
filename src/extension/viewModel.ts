import { CancellationTokenSource, EventEmitter, workspace, type CancellationToken, type Event } from 'vscode';
import type { LogOutputChannel } from 'vscode';
import type { View } from '../server/protocol.ts';
import { isCancellation } from './commands.ts';
import type { NotesFilter } from './notes/notesFilter.ts';
import type { PaperOrder } from './paperOrder.ts';
import type { PaperTracker } from './papers.ts';
import type { Server } from './server.ts';

const nothing: View = { nodes: [], badge: 0 };

/** The latest content of a view. A newer question cancels an older one, and only a real change is an event. */
export class ViewModel {
  readonly #ask: (token: CancellationToken) => Promise<View>;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<View>();
  #asking: CancellationTokenSource | undefined;
  #loading: Promise<void> | undefined;
  #view = nothing;
  #written = '';
  #state: 'waiting' | 'answered' | 'failed' = 'waiting';

  readonly onDidChange: Event<View> = this.#changed.event;

  constructor(log: LogOutputChannel, ask: (token: CancellationToken) => Promise<View>) {
    this.#log = log;
    this.#ask = ask;
  }

  get view(): View {
    return this.#view;
  }

  /** Whether the view is what the server says: an empty one may also mean that nobody has answered yet. */
  get state(): 'waiting' | 'answered' | 'failed' {
    return this.#state;
  }

  /** The view once it has been asked for at least once and no newer answer is awaited. */
  async loaded(): Promise<View> {
    let awaited: Promise<void>;
    do {
      awaited = this.#loading ?? this.refresh();
      await awaited;
    } while (awaited !== this.#loading);
    return this.#view;
  }

  /**
   * What there is to show now; awaited only where nothing has been answered yet. From an event until it has the rows, VS Code
   * knows no row, and a button that is pressed meanwhile is about none: that must not last as long as the server thinks.
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
      const view = await this.#ask(asking.token);
      if (asking === this.#asking) this.#accept(view, 'answered');
    } catch (error) {
      if (isCancellation(error) || asking !== this.#asking) return;
      this.#log.warn(`A view could not be filled: ${String(error)}`);
      this.#accept(nothing, 'failed');
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

/** The views, shared by whoever shows something of them. */
export interface ViewModels {
  readonly sources: ViewModel;
  readonly paper: ViewModel;
  readonly terms: ViewModel;
  readonly notes: ViewModel;
}

/** How people want their views laid out. */
interface Orders {
  readonly paperOrder: PaperOrder;
  readonly notesFilter: NotesFilter;
}

export function createViewModels(
  log: LogOutputChannel,
  server: Server,
  papers: PaperTracker,
  { paperOrder, notesFilter }: Orders,
): ViewModels {
  const askPaper = async (token: CancellationToken): Promise<View> =>
    papers.current
      ? server.request('pilcrow/paper', { uri: papers.current.toString(), order: paperOrder.current }, token)
      : nothing;
  // What is built in is of use to whoever has a folder or a paper; others are shown how to begin.
  const isOfUse = (): boolean => workspace.workspaceFolders !== undefined || papers.current !== undefined;
  const askSources = async (token: CancellationToken): Promise<View> =>
    isOfUse() ? server.request('pilcrow/sources', papers.study, token) : nothing;
  const askTerms = async (token: CancellationToken): Promise<View> =>
    isOfUse() ? server.request('pilcrow/terms', papers.study, token) : nothing;
  const askNotes = async (token: CancellationToken): Promise<View> => {
    const { order, query, openOnly: open } = notesFilter;
    return isOfUse()
      ? server.request('pilcrow/notes', { ...papers.study, order, query, open }, token)
      : nothing;
  };
  return {
    sources: new ViewModel(log, askSources),
    paper: new ViewModel(log, askPaper),
    terms: new ViewModel(log, askTerms),
    notes: new ViewModel(log, askNotes),
  };
}
