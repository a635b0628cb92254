import { Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { LanguageClient, BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageclient/browser';
import type { PortAnswer, PortQuestion, WorkerStart } from '../../server/protocol.ts';
import { clientOptions, followSchemes, ownTokens, type Client } from '../clientOptions.ts';
import { packagedNames, packagedText } from '../packaged.ts';
import { folderAnswers } from '../folderAnswers.ts';
import { scriptDefinition, Scripts } from './scripts.ts';

export { speakAsEditor } from '../clientOptions.ts';

/** What this needs of a worker and of a channel, as browsers have them. */
interface ServerWorker {
  postMessage(message: unknown, transfer: readonly unknown[]): void;
  terminate(): void;
}
/** The end of a channel over which the server asks for files. */
interface HostPort {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
}
interface Browser {
  readonly Worker: new (address: string, options: { readonly name: string }) => ServerWorker;
  readonly MessageChannel: new () => { readonly port1: HostPort; readonly port2: unknown };
}

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

function serveFiles(port: HostPort, log: LogOutputChannel): void {
  const answerTo = folderAnswers(log);
  port.onmessage = ({ data }) => {
    const { id, ...question } = data as PortQuestion;
    void answerTo(question).then((answer) => port.postMessage({ id, ...answer } satisfies PortAnswer));
  };
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
    const worker = await newWorker(extensionUri);
    const { port1, port2 } = new (globalThis as unknown as Browser).MessageChannel();
    serveFiles(port1, log);
    const start: WorkerStart<unknown> = { ...(await packageFiles(extensionUri)), files: port2 };
    worker.postMessage(start, [port2]);
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

/**
 * The program is one text of all scripts that it begins with. They are read as every file of the extension: where that is on another
 * machine, no worker loads one by its address.
 */
async function newWorker(extensionUri: Uri): Promise<ServerWorker> {
  const read = (name: string): Promise<string> => packagedText(extensionUri, `dist/${name}`);
  const names = await new Scripts(read, () => undefined).needed(serverScript);
  const [runner = '', ...texts] = await Promise.all(['web/scripts.js', ...names].map(read));
  const program = [
    runner,
    ...texts.map((text, at) => scriptDefinition(names[at] ?? '', text)),
    `pilcrowScripts.run(${JSON.stringify(serverScript)});`,
  ];
  const address = URL.createObjectURL(new Blob(program, { type: 'text/javascript' }));
  return new (globalThis as unknown as Browser).Worker(address, { name: 'pilcrow' });
}

const serverScript = 'web-server.cjs';

/** The names of what ships, from a list, as a folder on the web cannot be listed; and the content of all editions. */
async function packageFiles(extensionUri: Uri): Promise<Omit<WorkerStart<unknown>, 'files'>> {
  const read = (path: string): Thenable<Uint8Array> =>
    workspace.fs.readFile(Uri.joinPath(extensionUri, ...path.split('/')));
  const names = await packagedNames(extensionUri);
  const wanted = names.filter((name) => name.startsWith('editions/'));
  const contents = await Promise.all(wanted.map(async (name) => [name, await read(name)] as const));
  return { extensionUri: extensionUri.toString(), names, contents };
}
