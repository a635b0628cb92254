import type { WorkerPort } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** A message between pdf.js and its client. The package is pinned, because this is its own protocol. */
interface WorkerMessage {
  readonly sourceName: string;
  readonly targetName: string;
  readonly action?: string;
  readonly data?: unknown;
  readonly callbackId?: number;
  readonly callback?: number;
  readonly reason?: unknown;
  readonly stream?: number;
  readonly streamId?: number;
  readonly chunk?: unknown;
  readonly success?: boolean;
}

const succeeded = 1;
const failed = 2;
const streamMessage = { close: 3, enqueue: 4, error: 5, startComplete: 8 };

interface Pending {
  readonly resolve: (data: unknown) => void;
  readonly reject: (reason: Error) => void;
  readonly onChunk?: (chunk: unknown) => void;
}

/**
 * Speaks with the worker part of pdf.js in the same thread. The other part of pdf.js, which draws pages and wants a
 * document, a canvas and a network, is not needed to read words.
 */
export class WorkerClient {
  private nextId = 1;
  private readonly requests = new Map<number, Pending>();
  private readonly streams = new Map<number, Pending>();
  private listeners: ((event: { readonly data: unknown }) => void)[] = [];
  private worker = 'worker';

  /**
   * @param name of this client
   * @param onEvent gets what the worker says unasked
   */
  constructor(
    private readonly name: string,
    private readonly onEvent: (action: string, data: unknown) => void,
  ) {}

  /** The port that the worker is started with. Messages from it are handled at once, since it reuses their objects. */
  readonly port: WorkerPort = {
    postMessage: (message) => this.receive(message as WorkerMessage),
    addEventListener: (_type, listener) => this.listeners.push(listener),
  };

  /** From now on messages go to the handler of one document. */
  speakTo(worker: string): void {
    this.worker = worker;
  }

  tell(action: string, data: unknown): void {
    this.post({ action, data });
  }

  /** Asks the worker for a value. Rejects with the reason that the worker gives. */
  ask(action: string, data: unknown): Promise<unknown> {
    const callbackId = this.nextId++;
    return new Promise((resolve, reject) => {
      this.requests.set(callbackId, { resolve, reject });
      this.post({ action, data, callbackId });
    });
  }

  /** Asks the worker for a stream of values. Resolves when it ends. */
  stream(action: string, data: unknown, onChunk: (chunk: unknown) => void): Promise<unknown> {
    const streamId = this.nextId++;
    return new Promise((resolve, reject) => {
      this.streams.set(streamId, { resolve, reject, onChunk });
      this.post({ action, data, streamId, desiredSize: Infinity });
    });
  }

  /** Forgets the worker. Nothing is received afterwards. */
  close(): void {
    this.listeners = [];
    this.requests.clear();
    this.streams.clear();
  }

  private post(message: object): void {
    const sourceName = this.worker === 'worker' ? 'main' : this.name;
    const data = { sourceName, targetName: this.worker, ...message };
    queueMicrotask(() => {
      for (const listener of this.listeners) listener({ data });
    });
  }

  private receive(message: WorkerMessage): void {
    const { callbackId = 0, streamId = 0, action } = message;
    if (message.stream !== undefined) this.receiveStream(message, streamId);
    else if (message.callback !== undefined) {
      const pending = this.requests.get(callbackId);
      this.requests.delete(callbackId);
      if (message.callback === failed) pending?.reject(reasonAsError(message.reason));
      else pending?.resolve(message.data);
    } else if (action !== undefined) this.receiveAction(message, action);
  }

  private receiveStream({ stream, chunk, reason, success }: WorkerMessage, streamId: number): void {
    const pending = this.streams.get(streamId);
    if (stream === streamMessage.enqueue) pending?.onChunk?.(chunk);
    else if (stream === streamMessage.close) pending?.resolve(undefined);
    else if (stream === streamMessage.error || (stream === streamMessage.startComplete && success !== true))
      pending?.reject(reasonAsError(reason));
    if (stream === streamMessage.close || stream === streamMessage.error) this.streams.delete(streamId);
  }

  /** Requests of the worker, as for fonts and passwords, are refused: nothing is fetched, and a password is given first. */
  private receiveAction({ callbackId, sourceName, data }: WorkerMessage, action: string): void {
    this.onEvent(action, data);
    if (callbackId === undefined) return;
    const isCopy = action === 'commonobj';
    const answer = isCopy
      ? { callback: succeeded, data: null }
      : { callback: failed, reason: new Error('refused') };
    const reply = { sourceName: this.name, targetName: sourceName, callbackId, ...answer };
    queueMicrotask(() => {
      for (const listener of this.listeners) listener({ data: reply });
    });
  }
}

function reasonAsError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
