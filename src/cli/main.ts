import { createInterface } from 'node:readline/promises';
import type { BuiltIns } from '../core/index/build.ts';
import { loadBuiltIns, packageFolder } from '../files/builtIns.ts';
import type { Input, Io, Output } from './io.ts';
import { run } from './program.ts';

/** A stream of the process. Who stops reading, as `head` does, wants no more: that is no error. */
function outputOf(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  return { write: (text) => void stream.write(text), isTerminal: stream.isTTY };
}

const input: Input = {
  isTerminal: process.stdin.isTTY,
  read: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  },
  ask: async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    const closed = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
    try {
      return await Promise.race([lines.question(question), closed]);
    } finally {
      lines.close();
    }
  },
};

/** Ctrl+C ends a watch; where nothing watches, it ends the process as ever. */
function interruption(args: readonly string[]): AbortSignal {
  const controller = new AbortController();
  if (args.some((argument) => /^(?:--watch|-[a-z]*w[a-z]*)$/.test(argument)))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

const packageRoot = packageFolder(import.meta.dirname);
let builtIns: BuiltIns | undefined;
const args = process.argv.slice(2);
const io: Io = {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  stdin: input,
  cwd: process.cwd(),
  env: process.env,
  packageRoot,
  builtIns: () => (builtIns ??= loadBuiltIns(packageRoot)),
  signal: interruption(args),
};

run(args, io).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(
      `pilcrow: something went wrong that should not: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
