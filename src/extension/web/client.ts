import type { ExtensionContext, LogOutputChannel, Uri } from 'vscode';
import { LanguageClient, BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageclient/browser';
import { clientOptions, followSchemes, ownTokens, type Client } from '../clientOptions.ts';
import { serverWorker, type ServerWorker } from './earlyServer.ts';

export { speakAsEditor } from '../clientOptions.ts';

/** Creates the client of a language server in a worker without starting it. */
export function createClient(
  { extensionUri, subscriptions }: ExtensionContext,
  log: LogOutputChannel,
): Client {
  const options = clientOptions(log, () => client.restart());
  const client = new WebClient(extensionUri, log, options);
  client.registerFeature(ownTokens);
  subscriptions.push(followSchemes(client, options));
  return client;
}

class WebClient extends LanguageClient implements Client {
  private worker: ServerWorker | undefined;

  constructor(extensionUri: Uri, log: LogOutputChannel, options: ReturnType<typeof clientOptions>) {
    super('pilcrow', 'Pilcrow', () => this.startWorker(extensionUri, log), options);
  }

  private async startWorker(
    extensionUri: Uri,
    log: LogOutputChannel,
  ): Promise<{ reader: BrowserMessageReader; writer: BrowserMessageWriter }> {
    this.worker?.terminate();
    const worker = await serverWorker(extensionUri, log);
    this.worker = worker;
    // The types of browsers are not known here.
    const port = worker as unknown as never;
    return { reader: new BrowserMessageReader(port), writer: new BrowserMessageWriter(port) };
  }

  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } finally {
      this.worker?.terminate();
      this.worker = undefined;
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}
