/**
 * The extension host loads this instead of the tests. It sends the console output of the tests to the launcher,
 * because the editor shows it where nobody sees it. Then it runs the tests and tells how they ended.
 */
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import { format } from 'node:util';
import { encodeMessage, socketVariable, testsVariable } from './report.ts';

type Run = (testsRoot?: string, done?: (error: Error | null, failures?: number) => void) => unknown;

export async function run(): Promise<void> {
  const socket = await connectToLauncher();
  redirectOutput((text) => socket.write(encodeMessage({ print: text })));
  try {
    await runTests(process.env[testsVariable] ?? '');
    await send(socket, null);
  } catch (error) {
    await send(socket, error instanceof Error ? (error.stack ?? error.message) : String(error));
    throw error;
  }
}

function connectToLauncher(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(process.env[socketVariable] ?? '', () => resolve(socket));
    socket.once('error', reject);
  });
}

function send(socket: Socket, failure: string | null): Promise<void> {
  return new Promise((resolve) => socket.write(encodeMessage({ failure }), () => resolve()));
}

/** Redirects the console by definition: VS Code's wrappers ignore an assignment. */
function redirectOutput(print: (text: string) => void): void {
  for (const name of ['log', 'info', 'debug', 'warn', 'error'] as const) {
    const value = (...args: unknown[]): void => {
      if (!isMissingNativeLogger(args[0])) print(`${format(...args)}\n`);
    };
    Object.defineProperty(console, name, { configurable: true, writable: true, value });
  }
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = new Writable({
      decodeStrings: false,
      write(chunk, _encoding, done) {
        print(String(chunk));
        done();
      },
    });
    Object.defineProperty(process, name, { configurable: true, get: () => stream });
  }
}

/**
 * Whether an error is about the server's native logger. It is optional, and missing where install scripts do not run.
 */
function isMissingNativeLogger(value: unknown): boolean {
  return (
    value instanceof Error && ['spdlog', 'bindings file'].every((words) => value.message.includes(words))
  );
}

async function runTests(entry: string): Promise<void> {
  const loaded = createRequire(entry)(entry) as { run?: Run; default?: { run?: Run } };
  const runEntry = loaded.run ?? loaded.default?.run;
  if (!runEntry) throw new Error(`${entry} does not export run()`);
  if (runEntry.length < 2) {
    await runEntry();
    return;
  }
  await new Promise<void>((resolve, reject) => {
    runEntry(entry, (error, failures) => {
      if (error) reject(error);
      else if (failures) reject(new Error(`${failures} tests failed.`));
      else resolve();
    });
  });
}
