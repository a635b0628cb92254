import { Disposable, EventEmitter, window, type CancellationToken, type Event } from 'vscode';
import type { Client } from './clientOptions.ts';
import {
  changedNotification,
  type Method,
  type Params,
  type Result,
  visibleNotification,
  type VisibleParams,
} from '../server/protocol.ts';
import { isCommentField } from './commentFields.ts';

/** The language server as features see it: typed requests, and an event when replies may have changed. */
export class Server {
  readonly #changed = new EventEmitter<void>();
  /** The visible documents as last sent to the server, one URI a line. */
  #told = '';
  readonly #subscriptions: Disposable;
  /** Undefined until the client has been loaded. */
  #client: Client | undefined;
  #listening: Disposable | undefined;
  #isDisposed = false;

  /** Fires when replies may have changed, and when the server has started. */
  readonly onDidChange: Event<void> = this.#changed.event;

  /** @param connecting resolves with the client before it is started */
  constructor(private readonly connecting: Promise<Client>) {
    this.#subscriptions = Disposable.from(
      this.#changed,
      window.onDidChangeVisibleTextEditors(() => this.#tellVisible()),
    );
    // The caller reports a client that could not be loaded.
    connecting.then((client) => this.#listenTo(client)).catch(() => undefined);
  }

  #listenTo(client: Client): void {
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

  /** Sends a request. Waits while the server is starting; rejects if it did not start. */
  async request<M extends Method>(
    method: M,
    params: Params<M>,
    token?: CancellationToken,
  ): Promise<Result<M>> {
    const client = await this.connecting;
    return token
      ? client.sendRequest<Result<M>>(method, params, token)
      : client.sendRequest<Result<M>>(method, params);
  }

  /** Tells the server which documents are visible. The server checks these first. */
  #tellVisible(): void {
    if (!this.#client?.isRunning()) return;
    const uris = visibleFiles();
    if (uris.join('\n') === this.#told) return;
    this.#told = uris.join('\n');
    const params: VisibleParams = { uris };
    // A server that has just ended is told again when it restarts.
    this.#client.sendNotification(visibleNotification, params).catch(() => undefined);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#listening?.dispose();
    this.#subscriptions.dispose();
  }
}

/** The URIs of the visible documents, without the text fields of comments, which are editors too. */
function visibleFiles(): readonly string[] {
  const seen = window.visibleTextEditors.filter(({ document }) => !isCommentField(document));
  return [...new Set(seen.map(({ document }) => document.uri.toString()))].sort();
}
