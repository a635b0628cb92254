import {
  CancellationTokenSource,
  commands,
  Disposable,
  type Event,
  EventEmitter,
  l10n,
  type Uri,
  type ViewColumn,
  type Webview,
} from 'vscode';
import type { CoverageFilter, CoverageReply } from '../../server/protocol.ts';
import { isCancellation } from '../commands.ts';
import { toLocation } from '../convert.ts';
import type { Pilcrow } from '../feature.ts';
import { pageHtml } from './coverageHtml.ts';
import { pageWords } from './pageWords.ts';

/** The source and filter a panel shows. The page stores them, so that VS Code can restore it after a restart. */
export interface Shown {
  /** A file of the study folder to show. */
  readonly uri?: string;
  /** The citation key of the source. Without a key, the server picks the source that fits the file. */
  readonly key?: string;
  readonly filter?: CoverageFilter;
}

/** Holds the page: an editor of its own, or a view in the sidebar. */
export interface PanelFrame {
  readonly webview: Webview;
  readonly isVisible: () => boolean;
  readonly onDidChange: Event<unknown>;
  readonly reveal: () => void;
  readonly setSource: (title: string) => void;
  /** The column in which clicked passages open. */
  readonly column: ViewColumn;
}

/** Shows the coverage of one source while its page is open. It asks the server only while the page is visible. */
export class CoveragePanel {
  readonly #drawn = new EventEmitter<PageMessage['type'] | 'nothing'>();
  readonly #subscriptions: Disposable;
  #shown: Shown;
  #last: CoverageReply | undefined;
  #ready = false;
  #outdated = true;
  #asking: CancellationTokenSource | undefined;

  /** Fires after each message to the page. */
  readonly onDidDraw = this.#drawn.event;

  constructor(
    private readonly pilcrow: Pilcrow,
    private readonly panel: PanelFrame,
    shown: Shown,
  ) {
    this.#shown = shown;
    this.#subscriptions = Disposable.from(
      this.#drawn,
      pilcrow.server.onDidChange(() => this.#outdate()),
      panel.onDidChange(() => this.#catchUp()),
      panel.webview.onDidReceiveMessage((message) => void this.#receive(message)),
    );
    panel.webview.html = pageHtml(panel.webview, pilcrow.context.extensionUri, pageWords());
  }

  get shown(): Shown {
    return this.#shown;
  }

  /** The reply last shown, for tests: VS Code has no way to read a webview. */
  get last(): CoverageReply | undefined {
    return this.#last;
  }

  reveal(): void {
    this.panel.reveal();
  }

  show(shown: Shown): void {
    this.#shown = shown;
    this.#outdate();
  }

  #outdate(): void {
    this.#outdated = true;
    this.#catchUp();
  }

  #catchUp(): void {
    if (this.#outdated && this.#ready && this.panel.isVisible()) void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#outdated = false;
    this.#asking?.cancel();
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    const { uri, key, filter } = this.#shown;
    const knows = this.#last?.key === key ? this.#last?.outlineName : undefined;
    const params = { ...(uri ? { uri } : {}), ...(key ? { key } : {}), ...(filter ? { filter } : {}) };
    try {
      const reply = await this.pilcrow.server.request(
        'pilcrow/coverage',
        { ...params, ...(knows ? { knows } : {}) },
        asking.token,
      );
      if (this.#asking === asking) this.#accept(reply);
    } catch (error) {
      if (!isCancellation(error)) this.#fail(error);
    } finally {
      asking.dispose();
    }
  }

  #accept(reply: CoverageReply | null): void {
    if (!reply) {
      this.#last = undefined;
      void this.#tell({
        type: 'nothing',
        text: l10n.t(
          'There is no text here that could be cited yet. Import one, and its paragraphs appear here.',
        ),
      });
      return;
    }
    this.#shown = { ...this.#shown, key: reply.key };
    this.panel.setSource(reply.title);
    const common = { ...reply, filter: this.#shown.filter ?? {}, remember: { shown: this.#shown } };
    const before = this.#last;
    this.#last = reply;
    if (reply.outline) void this.#tell({ ...common, type: 'text', outline: reply.outline });
    else
      void this.#tell({ ...common, type: 'change', ...changedFigures(before?.figures ?? [], reply.figures) });
  }

  #fail(error: unknown): void {
    this.pilcrow.log.warn(`Coverage could not be shown: ${String(error)}`);
    this.#last = undefined;
    const text = l10n.t('Pilcrow’s language server does not answer. It may be starting again.');
    void this.#tell({ type: 'nothing', text });
  }

  async #tell(message: PageMessage | { readonly type: 'nothing'; readonly text: string }): Promise<void> {
    await this.panel.webview.postMessage(message);
    this.#drawn.fire(message.type);
  }

  /** Checks each value of a message before using it: the page shows words that anybody may have written. */
  async #receive(message: unknown): Promise<void> {
    const { type, key, filter, cell } = message as Record<string, unknown>;
    if (type === 'ready') {
      // A page that becomes visible again has lost its content and starts from the beginning.
      this.#ready = true;
      this.#last = undefined;
      this.#outdate();
    }
    if (type === 'source' && typeof key === 'string') {
      this.show({ ...this.#shown, key });
    }
    if (type === 'filter') {
      this.show({ ...this.#shown, filter: readFilter(filter) });
    }
    if (type === 'open') await this.#open(cell);
  }

  async #open(cell: unknown): Promise<void> {
    const { isNote, number } = (cell ?? {}) as Record<string, unknown>;
    const { uri, key } = this.#shown;
    if (key === undefined || typeof isNote !== 'boolean' || typeof number !== 'number') return;
    const wanted = { ...(uri ? { uri } : {}), key, cell: { isNote, number } };
    const target = await this.pilcrow.server.request('pilcrow/coveragePlace', wanted);
    if (!target) return;
    const { uri: file, range } = toLocation(target);
    const viewColumn = this.panel.column;
    await commands.executeCommand('vscode.open', file, { selection: range, viewColumn, preview: true });
  }

  dispose(): void {
    this.#asking?.cancel();
    this.#subscriptions.dispose();
  }
}

/** Reads a filter from outside. Fields of a wrong type are left out. */
export function readFilter(given: unknown): CoverageFilter {
  const { papers, authors, since, until } = (given ?? {}) as Record<string, unknown>;
  return {
    ...(isListOfText(papers) ? { papers } : {}),
    ...(isListOfText(authors) ? { authors } : {}),
    ...(typeof since === 'string' ? { since } : {}),
    ...(typeof until === 'string' ? { until } : {}),
  };
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** What a panel shows first: the file of a menu, or the source of a row. */
export function shownFor(resource: Uri | undefined, key: string | undefined, uri?: string): Shown {
  const file = resource?.toString() ?? uri;
  return { ...(file ? { uri: file } : {}), ...(key ? { key } : {}) };
}

/** A message to the coverage page: a whole text, or only the figures that have changed. */
export type PageMessage = Omit<CoverageReply, 'outline'> & {
  readonly filter: object;
} & (
    | { readonly type: 'text'; readonly outline: NonNullable<CoverageReply['outline']> }
    | {
        readonly type: 'change';
        /** Cells that had a figure and have none now. */
        readonly cleared: readonly number[];
      }
  );

/** Returns the figures that differ from those of the last reply, and the cells that no longer have one. */
function changedFigures(
  before: CoverageReply['figures'],
  after: CoverageReply['figures'],
): { readonly figures: CoverageReply['figures']; readonly cleared: readonly number[] } {
  const known = new Map(before.map((figure) => [figure.cell, JSON.stringify(figure)]));
  const figures = after.filter((figure) => known.get(figure.cell) !== JSON.stringify(figure));
  const present = new Set(after.map(({ cell }) => cell));
  return { figures, cleared: before.flatMap(({ cell }) => (present.has(cell) ? [] : [cell])) };
}
