/** Starts the workers in which the server runs; the first one while the extension itself is still being loaded, as each takes as long as the other. */
import type { Uri } from 'vscode';
import type { WorkerStart } from '../../server/protocol.ts';
import { packagedBytes, packagedNames, packagedText } from '../packaged.ts';
import type { Scripts, WorkerScript } from './scripts.ts';

/** What this needs of a worker and of a channel, as browsers have them. */
interface BrowserWorker {
  postMessage(message: unknown, transfer?: readonly unknown[]): void;
  terminate(): void;
}
/** The end of a channel over which the server asks for files. */
export interface HostPort {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
}
interface Browser {
  readonly Worker: new (address: string, options: { readonly name: string }) => BrowserWorker;
  readonly MessageChannel: new () => { readonly port1: HostPort; readonly port2: unknown };
}

/** A worker whose server listens, or will. What it asks at `files` waits until somebody listens there. */
export interface ServerWorker {
  readonly worker: BrowserWorker;
  readonly files: HostPort;
}

const serverScript = 'web-server.cjs';

export class ServerWorkers {
  private early: Promise<ServerWorker> | undefined;

  constructor(
    private readonly extensionUri: Uri,
    private readonly scripts: Scripts,
  ) {
    this.early = this.start();
    // Whoever asks for it is told.
    this.early.catch(() => undefined);
  }

  /** Returns a worker: the one that was started early, once, and then another. Rejects where a file of Pilcrow cannot be read. */
  next(): Promise<ServerWorker> {
    const worker = this.early ?? this.start();
    this.early = undefined;
    return worker;
  }

  /** A window that draws keeps a worker waiting, so that it is made before it has anything to run. */
  private async start(): Promise<ServerWorker> {
    const files = packageFiles(this.extensionUri);
    files.catch(() => undefined);
    const runner = await packagedText(this.extensionUri, 'dist/web/scripts.js');
    const address = URL.createObjectURL(new Blob([runner], { type: 'text/javascript' }));
    const browser = globalThis as unknown as Browser;
    const worker = new browser.Worker(address, { name: 'pilcrow' });
    try {
      const say = (script: WorkerScript): void => worker.postMessage(script);
      await this.scripts.readFor(serverScript, (name, text) => say({ name, text }));
      say({ run: serverScript });
      const { port1, port2 } = new browser.MessageChannel();
      const start: WorkerStart<unknown> = { ...(await files), files: port2 };
      worker.postMessage(start, [port2]);
      return { worker, files: port1 };
    } catch (error) {
      worker.terminate();
      throw error;
    }
  }
}

/** The names of what ships, from a list, as a folder on the web cannot be listed; and the content of all editions. */
async function packageFiles(extensionUri: Uri): Promise<Omit<WorkerStart<unknown>, 'files'>> {
  const names = await packagedNames(extensionUri);
  const wanted = names.filter((name) => name.startsWith('editions/'));
  const contents = await Promise.all(
    wanted.map(async (name) => [name, await packagedBytes(extensionUri, name)] as const),
  );
  return { extensionUri: extensionUri.toString(), names, contents };
}
