import { Disposable, EventEmitter, type CancellationToken, type Event } from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { changedNotification, type Method, type Params, type Result } from '../server/protocol.ts';

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
        if (newState === State.Running) this.#changed.fire();
      }),
    );
  }

  /** Waits for a server that is still starting; rejects where there is none. */
  request<M extends Method>(method: M, params: Params<M>, token?: CancellationToken): Promise<Result<M>> {
    return token
      ? this.#client.sendRequest<Result<M>>(method, params, token)
      : this.#client.sendRequest<Result<M>>(method, params);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
