/** Starts the worker of the server, and reads what it needs, while its client is still loading: each takes as long as the other. */
import { Uri, workspace, type LogOutputChannel } from 'vscode';
import type { PortAnswer, PortQuestion, WorkerStart } from '../../server/protocol.ts';
import { folderAnswers } from '../folderAnswers.ts';
import { packagedNames, packagedText } from '../packaged.ts';
import { scriptDefinition, Scripts } from './scripts.ts';

/** What this needs of a worker and of a channel, as browsers have them. */
export interface ServerWorker {
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

let early: Promise<ServerWorker> | undefined;

/** Starts a worker for the next client that asks for one. */
export function startServerEarly(extensionUri: Uri, log: LogOutputChannel): void {
  early = startedWorker(extensionUri, log);
  // Whoever asks for it is told.
  early.catch(() => undefined);
}

/** Returns a worker whose server listens: the one that was started early, once, and then another. */
export function serverWorker(extensionUri: Uri, log: LogOutputChannel): Promise<ServerWorker> {
  const worker = early ?? startedWorker(extensionUri, log);
  early = undefined;
  return worker;
}

async function startedWorker(extensionUri: Uri, log: LogOutputChannel): Promise<ServerWorker> {
  const [worker, files] = await Promise.all([newWorker(extensionUri), packageFiles(extensionUri)]);
  const { port1, port2 } = new (globalThis as unknown as Browser).MessageChannel();
  serveFiles(port1, log);
  const start: WorkerStart<unknown> = { ...files, files: port2 };
  worker.postMessage(start, [port2]);
  return worker;
}

function serveFiles(port: HostPort, log: LogOutputChannel): void {
  const answerTo = folderAnswers(log);
  port.onmessage = ({ data }) => {
    const { id, ...question } = data as PortQuestion;
    void answerTo(question).then((answer) => port.postMessage({ id, ...answer } satisfies PortAnswer));
  };
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
