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
} from 'vscode';
import type { PreviewReply } from '../../server/protocol.ts';
import { isCancellation } from '../commands.ts';
import { isPaper } from '../papers.ts';
import type { Server } from '../server.ts';
import type { Replies } from './plugin.ts';

interface Drawn {
  readonly text: string;
  readonly reply: PreviewReply | undefined;
}

/**
 * What the server says of the papers that are previewed. A paper is asked about from its first drawing on, and drawn
 * again when the answer is another than the one it was drawn with.
 */
export class Previews implements Replies {
  readonly #log: LogOutputChannel;
  readonly #server: Server;
  readonly #replies = new Map<string, PreviewReply>();
  readonly #drawn = new Map<string, Drawn>();
  readonly #asking = new Map<string, CancellationTokenSource>();
  readonly #changed = new EventEmitter<string>();
  readonly #subscriptions: Disposable;

  /** A paper has to be drawn again. */
  readonly onDidChange: Event<string> = this.#changed.event;

  constructor(log: LogOutputChannel, server: Server) {
    this.#log = log;
    this.#server = server;
    this.#subscriptions = Disposable.from(
      this.#changed,
      server.onDidChange(() => this.#askAgain()),
      // The preview is drawn a moment after a change, so the answer can be there by then.
      workspace.onDidChangeTextDocument(({ document: { uri } }) => {
        if (this.#drawn.has(uri.toString())) void this.#ask(uri.toString());
      }),
    );
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

  #askAgain(): void {
    const anyPreview = window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => isPreview(input)));
    for (const uri of [...this.#drawn.keys()]) {
      if (anyPreview || documentAt(uri)) void this.#ask(uri);
      else this.#forget(uri);
    }
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
      const reply = await this.#server.request('pilcrow/preview', { uri }, asking.token);
      if (this.#asking.get(uri) === asking) this.#accept(uri, reply);
    } catch (error) {
      if (!isCancellation(error)) this.#log.warn(`A preview could not be filled: ${String(error)}`);
    } finally {
      if (this.#asking.get(uri) === asking) this.#asking.delete(uri);
      asking.dispose();
    }
  }

  #accept(uri: string, reply: PreviewReply | null): void {
    const before = this.#replies.get(uri);
    if (!reply) this.#replies.delete(uri);
    else if (JSON.stringify(reply) !== JSON.stringify(before)) this.#replies.set(uri, reply);
    const now = this.#replies.get(uri);
    const drawn = this.#drawn.get(uri);
    // A text that has changed since is drawn again anyway.
    if (!now || drawn?.text !== now.text || drawn.reply === now) return;
    this.#changed.fire(uri);
    void commands.executeCommand('markdown.preview.refresh');
  }

  dispose(): void {
    for (const asking of this.#asking.values()) asking.cancel();
    this.#subscriptions.dispose();
  }
}

function documentAt(uri: string): (typeof workspace.textDocuments)[number] | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

function isPreview(input: unknown): boolean {
  const isView = input instanceof TabInputWebview || input instanceof TabInputCustom;
  return isView && input.viewType.includes('markdown.preview');
}
