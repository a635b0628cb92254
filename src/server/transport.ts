import { inEnglish } from '../core/messages.ts';
import { Console } from 'node:console';
import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Transport } from './door.ts';

/** The way to the client that the command line names, as all language servers are told: Node's own channel, a socket, a pipe … */
export function chosenTransport(argv: readonly string[] = process.argv): Transport {
  if (argv.includes('--node-ipc'))
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
  const [port, pipe] = [valueOf('--socket', argv), valueOf('--pipe', argv)];
  if (port !== undefined) return ends(createServerSocketTransport(Number(port)));
  if (pipe !== undefined) return ends(createServerPipeTransport(pipe));
  if (!argv.includes('--stdio')) throw new Error(inEnglish('server.howToReach'));
  // Whatever a package may print must not get between the messages.
  globalThis.console = new Console(process.stderr, process.stderr);
  return { reader: new StreamMessageReader(process.stdin), writer: new StreamMessageWriter(process.stdout) };
}

function ends([reader, writer]: ReturnType<typeof createServerSocketTransport>): Transport {
  return { reader, writer };
}

function valueOf(option: string, argv: readonly string[]): string | undefined {
  const at = argv.findIndex((each) => each === option || each.startsWith(`${option}=`));
  const found = argv[at];
  return found === option ? argv[at + 1] : found?.slice(option.length + 1);
}

/** Ends the process when the client goes away without a word, with 0 where it had said that it would. */
export function endWithInput(server: { readonly isShutDown: boolean }): void {
  const end = (): void => process.exit(server.isShutDown ? 0 : 1);
  if (process.argv.includes('--stdio')) for (const event of ['end', 'close']) process.stdin.on(event, end);
}
