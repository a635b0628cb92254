import {
  CancellationTokenSource,
  commands,
  Disposable,
  EventEmitter,
  TabInputCustom,
  TabInputWebview,
  window,
  workspace,
  type Event,
  type LogOutputChannel,
  type TextDocument,
} from 'vscode';
import type { PreviewReply } from '../../server/protocol.ts';
import { isCancellation } from '../commands.ts';
import { isPaper } from '../paperTracker.ts';
import type { Server } from '../server.ts';
import type { Replies } from './plugin.ts';

interface Drawn {
  readonly text: string;
  readonly reply: PreviewReply | undefined;
}

/**
 * The time after which a preview's first page has surely loaded. Milliseconds. VS Code may leave a page hidden that
 * arrives while the one before is still loading, because the old page's `load` event stops the watch over the new
 * page (webview `pre/index.html`, `hookupOnLoadHandlers`).
 */
const firstPageLoadedMs = 3000;

/** How long nothing must change before the server is asked about a paper that no preview shows. Milliseconds. */
const quietMsBeforeAsking = 1000;
/** The server is asked about longer papers only when a preview shows them. UTF-16 code units. */
const maxUnseenUnits = 300_000;

/**
 * Keeps the server's replies about papers. It asks as soon as an editor shows a paper, so that a preview has
 * citations when it is first drawn. A paper that was drawn without the latest reply is drawn again.
 */
export class Previews implements Replies {
  readonly #replies = new Map<string, PreviewReply>();
  readonly #drawn = new Map<string, Drawn>();
  readonly #asking = new Map<string, CancellationTokenSource>();
  readonly #changed = new EventEmitter<string>();
  readonly #answered = new EventEmitter<string>();
  readonly #subscriptions: Disposable;
  #lastDrawing: ReturnType<typeof setTimeout> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** Fires when a paper has to be drawn again. */
  readonly onDidChange: Event<string> = this.#changed.event;
  /** Fires when the server has replied about a paper. */
  readonly onDidAnswer: Event<string> = this.#answered.event;

  constructor(
    private readonly log: LogOutputChannel,
    private readonly server: Server,
  ) {
    this.#subscriptions = Disposable.from(
      this.#changed,
      this.#answered,
      window.onDidChangeVisibleTextEditors(() => this.#askAboutShown()),
      server.onDidChange(() => this.#askAgain()),
      // VS Code draws the preview a moment after a change. The reply may arrive in time.
      workspace.onDidChangeTextDocument(({ document: { uri } }) => {
        if (this.#drawn.has(uri.toString())) void this.#ask(uri.toString());
      }),
    );
    this.#askAboutShown();
  }

  replyTo(text: string, uri?: string): PreviewReply | undefined {
    const known = uri === undefined ? this.#replies.values() : [this.#replies.get(uri)];
    for (const reply of known) if (reply?.text === text) return reply;
    return undefined;
  }

  drawn(uri: string, text: string, reply: PreviewReply | undefined): void {
    if (!isPaper(documentAt(uri))) return;
    this.#drawn.set(uri, { text, reply });
    if (!reply || reply !== this.#replies.get(uri)) void this.#ask(uri);
  }

  #askAboutShown(): void {
    const shown = window.visibleTextEditors.map(({ document }) => document);
    for (const document of shown.filter((each) => isPaper(each) && isShort(each))) {
      const uri = document.uri.toString();
      if (!this.#asking.has(uri) && !this.replyTo(document.getText(), uri)) void this.#ask(uri);
    }
  }

  #askAgain(): void {
    const anyPreview = window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => isPreview(input)));
    for (const uri of new Set([...this.#drawn.keys(), ...this.#replies.keys()])) {
      if (!documentAt(uri) && !(anyPreview && this.#drawn.has(uri))) this.#forget(uri);
      else if (this.#drawn.has(uri)) void this.#ask(uri);
      else this.#replies.delete(uri);
    }
    // Without a preview the reply is not urgent, so it is asked for when typing pauses.
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#askAboutShown(), quietMsBeforeAsking);
  }

  #forget(uri: string): void {
    this.#drawn.delete(uri);
    this.#replies.delete(uri);
    this.#asking.get(uri)?.cancel();
  }

  async #ask(uri: string): Promise<void> {
    this.#asking.get(uri)?.cancel();
    const asking = new CancellationTokenSource();
    this.#asking.set(uri, asking);
    try {
      const reply = await this.server.request('pilcrow/preview', { uri }, asking.token);
      if (this.#asking.get(uri) === asking) this.#accept(uri, reply);
    } catch (error) {
      if (!isCancellation(error)) this.log.warn(`A preview could not be filled: ${String(error)}`);
    } finally {
      if (this.#asking.get(uri) === asking) this.#asking.delete(uri);
      asking.dispose();
    }
  }

  #accept(uri: string, reply: PreviewReply | null): void {
    const before = this.#replies.get(uri);
    if (!reply) this.#replies.delete(uri);
    else if (JSON.stringify(reply) !== JSON.stringify(before)) this.#replies.set(uri, reply);
    this.#answered.fire(uri);
    const now = this.#replies.get(uri);
    const drawn = this.#drawn.get(uri);
    // VS Code draws a text again anyway if it has changed since.
    if (!now || drawn?.text !== now.text || drawn.reply === now) return;
    this.#changed.fire(uri);
    void commands.executeCommand('markdown.preview.refresh');
    if (!drawn.reply) this.#drawOnceMore();
  }

  /** Draws again for previews whose first page was still loading. Replacing a page by an equal one is not visible. */
  #drawOnceMore(): void {
    clearTimeout(this.#lastDrawing);
    this.#lastDrawing = setTimeout(() => {
      void commands.executeCommand('markdown.preview.refresh');
    }, firstPageLoadedMs);
  }

  dispose(): void {
    clearTimeout(this.#lastDrawing);
    clearTimeout(this.#waiting);
    for (const asking of this.#asking.values()) asking.cancel();
    this.#subscriptions.dispose();
  }
}

function documentAt(uri: string): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

function isShort(document: TextDocument): boolean {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end) < maxUnseenUnits;
}

function isPreview(input: unknown): boolean {
  const isView = input instanceof TabInputWebview || input instanceof TabInputCustom;
  return isView && input.viewType.includes('markdown.preview');
}

/** Whether the person or a workspace has set how VS Code's preview shows front matter. Its default is a table. */
export function isFrontMatterWanted(): boolean {
  const said = workspace.getConfiguration('markdown').inspect('preview.frontMatter');
  return [said?.globalValue, said?.workspaceValue, said?.workspaceFolderValue].some(
    (value) => value !== undefined,
  );
}
