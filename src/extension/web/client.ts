import type { LogOutputChannel } from 'vscode';
import { LanguageClient, BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageclient/browser';
import type { PortAnswer, PortQuestion } from '../../server/protocol.ts';
import { clientOptions, followSchemes, ownTokens, type Client, type ClientPlace } from '../clientOptions.ts';
import { folderAnswers } from '../folderAnswers.ts';
import type { HostPort, ServerWorker, ServerWorkers } from './serverWorkers.ts';

export { speakAsEditor } from '../clientOptions.ts';

/** Creates the client of a language server in a worker without starting it. */
export function createClient({ context, log, workers }: ClientPlace): Client {
  if (!workers) throw new TypeError('workers');
  const options = clientOptions(log, () => client.restart());
  const client = new WebClient(workers, log, options);
  client.registerFeature(ownTokens);
  context.subscriptions.push(followSchemes(client, options));
  return client;
}

class WebClient extends LanguageClient implements Client {
  private worker: ServerWorker['worker'] | undefined;

  constructor(workers: ServerWorkers, log: LogOutputChannel, options: ReturnType<typeof clientOptions>) {
    super('pilcrow', 'Pilcrow', () => this.startWorker(workers, log), options);
  }

  private async startWorker(
    workers: ServerWorkers,
    log: LogOutputChannel,
  ): Promise<{ reader: BrowserMessageReader; writer: BrowserMessageWriter }> {
    this.worker?.terminate();
    const { worker, files } = await workers.next();
    this.worker = worker;
    serveFiles(files, log);
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

function serveFiles(port: HostPort, log: LogOutputChannel): void {
  const answerTo = folderAnswers(log);
  port.onmessage = ({ data }) => {
    const { id, ...question } = data as PortQuestion;
    void answerTo(question).then((answer) => port.postMessage({ id, ...answer } satisfies PortAnswer));
  };
}
