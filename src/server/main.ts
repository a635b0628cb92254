import { Console } from 'node:console';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  createConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { setPlain } from '../core/memo.ts';
import { inWords } from '../core/messages.ts';
import { packageFolder } from '../files/roots.ts';
import type { Transport } from './door.ts';
import { onlyLegal } from './onlyLegal.ts';
import { startServer } from './startServer.ts';
import { arrivalsSoFar, noteArrival } from './timeSlicer.ts';
import { virtualFolders } from './virtualFolders.ts';

/** The way to the client that the command line names, as all language servers are told: Node's own channel, a socket, a pipe … */
function chosenTransport(argv: readonly string[] = process.argv): Transport {
  if (argv.includes('--node-ipc'))
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
  const [port, pipe] = [valueOf('--socket', argv), valueOf('--pipe', argv)];
  if (port !== undefined) return ends(createServerSocketTransport(Number(port)));
  if (pipe !== undefined) return ends(createServerPipeTransport(pipe));
  if (!argv.includes('--stdio')) throw new Error(inWords('server.howToReach'));
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
function endWithInput(server: { readonly isShutDown: boolean }): void {
  const end = (): void => process.exit(server.isShutDown ? 0 : 1);
  if (process.argv.includes('--stdio')) for (const event of ['end', 'close']) process.stdin.on(event, end);
}

/** How long nobody must have asked anything before memory is given back, in milliseconds: it takes a twentieth of a second. */
const idleMs = 1000;

/**
 * Returns what gives back what reading a folder has used and is free now, once nobody asks anything: V8 keeps it for later, and
 * later is a keystroke, which needs little. However often it is wished for meanwhile, it is done once.
 */
function memoryReturn(): () => void {
  let waiting: NodeJS.Timeout | undefined;
  return function giveBack(): void {
    clearTimeout(waiting);
    const seen = arrivalsSoFar();
    waiting = setTimeout(() => {
      if (arrivalsSoFar() === seen) collect();
      else giveBack();
    }, idleMs);
    waiting.unref();
  };
}

/** Node.js has no other way to ask for it than V8's function for tests, which exists where it is wished for. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  const work = runInNewContext('globalThis.gc') as (() => void) | undefined;
  // The first round empties the space for what is new, the second gives it back.
  work?.();
  work?.();
}

// A server stays for the day beside many others. V8 would let its heap grow to several times what is kept before it looks
// for what can go; a seventh more costs little time and halves the memory.
setFlagsFromString('--heap-growing-percent=15');

setPlain(process.env['PILCROW_PLAIN'] === '1');

// Editors speak to us through Node's own channel or through the standard input.
if (process.connected) process.on('message', noteArrival);
else process.stdin.on('data', noteArrival);

const { transport, askOver } = virtualFolders(onlyLegal(chosenTransport()));
const running = startServer({
  transport,
  connect: (reader, writer) => createConnection(ProposedFeatures.all, reader, writer),
  packageRoot: packageFolder(import.meta.dirname),
  whenRead: memoryReturn(),
});
askOver(running.connection);
endWithInput(running);
// What fails where nobody waits for it must not end the server of everything else.
process.on('unhandledRejection', (reason) => {
  running.connection.console.error(String(reason));
});
