import { Disposable, EventEmitter, window, type CancellationToken, type Event } from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import {
  changedNotification,
  type Method,
  type Params,
  type Result,
  visibleNotification,
  type VisibleParams,
} from '../server/protocol.ts';

/** The language server as features see it: typed questions, and an event when answers may have changed. */
export class Server {
  readonly #client: LanguageClient;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;

  /** Views and counts may have changed, or the server has just started. */
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#subscriptions = Disposable.from(
      this.#changed,
      client.onNotification(changedNotification, () => this.#changed.fire()),
      client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) return;
        this.#tellVisible();
        this.#changed.fire();
      }),
      window.onDidChangeVisibleTextEditors(() => this.#tellVisible()),
    );
  }

  /** Waits for a server that is still starting; rejects where there is none. */
  request<M extends Method>(method: M, params: Params<M>, token?: CancellationToken): Promise<Result<M>> {
    return token
      ? this.#client.sendRequest<Result<M>>(method, params, token)
      : this.#client.sendRequest<Result<M>>(method, params);
  }

  /** Tells the server which documents the person sees: these are checked first. */
  #tellVisible(): void {
    if (!this.#client.isRunning()) return;
    const uris = window.visibleTextEditors.map(({ document }) => document.uri.toString());
    const params: VisibleParams = { uris };
    // A server that has just ended is told again when it runs.
    this.#client.sendNotification(visibleNotification, params).catch(() => undefined);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
