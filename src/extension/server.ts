import { Disposable, EventEmitter, window, type CancellationToken, type Event } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  changedNotification,
  type Method,
  type Params,
  type Result,
  visibleNotification,
  type VisibleParams,
} from '../server/protocol.ts';
import { isCommentField } from './commentFields.ts';

/** The language server as features see it: typed questions, and an event when answers may have changed. */
export class Server {
  readonly #connecting: Promise<LanguageClient>;
  readonly #changed = new EventEmitter<void>();
  /** The documents that the server was last told of as visible, one a line. */
  #told = '';
  readonly #subscriptions: Disposable;
  /** Once it has been loaded. */
  #client: LanguageClient | undefined;
  #listening: Disposable | undefined;
  #isDisposed = false;

  /** Views and counts may have changed, or the server has just started. */
  readonly onDidChange: Event<void> = this.#changed.event;

  /** @param connecting the client as soon as it is there; it has not been started then */
  constructor(connecting: Promise<LanguageClient>) {
    this.#connecting = connecting;
    this.#subscriptions = Disposable.from(
      this.#changed,
      window.onDidChangeVisibleTextEditors(() => this.#tellVisible()),
    );
    // Whoever starts the client says why it could not be loaded.
    connecting.then((client) => this.#listenTo(client)).catch(() => undefined);
  }

  #listenTo(client: LanguageClient): void {
    if (this.#isDisposed) return;
    this.#client = client;
    this.#listening = Disposable.from(
      client.onNotification(changedNotification, () => this.#changed.fire()),
      client.onDidChangeState(() => {
        if (!client.isRunning()) return;
        this.#told = '';
        this.#tellVisible();
        this.#changed.fire();
      }),
    );
  }

  /** Waits for a server that is still starting; rejects where there is none. */
  async request<M extends Method>(
    method: M,
    params: Params<M>,
    token?: CancellationToken,
  ): Promise<Result<M>> {
    const client = await this.#connecting;
    return token
      ? client.sendRequest<Result<M>>(method, params, token)
      : client.sendRequest<Result<M>>(method, params);
  }

  /** Tells the server which documents the person sees: these are checked first. */
  #tellVisible(): void {
    if (!this.#client?.isRunning()) return;
    const uris = visibleFiles();
    if (uris.join('\n') === this.#told) return;
    this.#told = uris.join('\n');
    const params: VisibleParams = { uris };
    // A server that has just ended is told again when it runs.
    this.#client.sendNotification(visibleNotification, params).catch(() => undefined);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#listening?.dispose();
    this.#subscriptions.dispose();
  }
}

/** What the person sees of documents. Text fields of comments are editors too, and there is one for every note. */
function visibleFiles(): readonly string[] {
  const seen = window.visibleTextEditors.filter(({ document }) => !isCommentField(document));
  return [...new Set(seen.map(({ document }) => document.uri.toString()))].sort();
}
