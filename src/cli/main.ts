import { Writable } from 'node:stream';
import { createInterface, type Interface } from 'node:readline';
import { inWords } from '../core/messages.ts';
import { setPlain } from '../core/memo.ts';
import { packageFolder } from '../files/roots.ts';
import { cacheOptions } from './checking/cachePlace.ts';
import { printable, type Input, type Io, type Output } from './io.ts';
import { run } from './program.ts';

/**
 * A stream of the process. Who stops reading, as `head` does, wants no more of it: that is no error, and what was asked
 * for is still done.
 */
function outputOf(stream: NodeJS.WriteStream, closed: () => void = () => undefined): Output {
  let open = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    open = false;
    closed();
  });
  const write = (text: string): void => {
    if (open) stream.write(text);
  };
  return { write, isTerminal: stream.isTTY, columns: stream.isTTY ? stream.columns : undefined };
}

/** Puts questions to a person. One reader serves all of them, so that what is typed ahead is not lost. */
class Questions {
  private reader: Interface | undefined;
  private readonly typed: string[] = [];
  private waiting: ((answer: string | undefined) => void) | undefined;
  private ended = false;
  private isHidden = false;

  /** Asks without showing what is typed, which is not kept for the arrow keys either. */
  async askHidden(question: string): Promise<string | undefined> {
    const asked = this.ask(question);
    this.isHidden = true;
    const answer = await asked;
    this.isHidden = false;
    process.stderr.write('\n');
    return answer;
  }

  ask(question: string): Promise<string | undefined> {
    this.reader ??= this.open();
    const ahead = this.typed.shift();
    if (ahead !== undefined || this.ended) return Promise.resolve(ahead);
    this.reader.setPrompt(question);
    this.reader.prompt();
    return new Promise((resolve) => (this.waiting = resolve));
  }

  /** Standard error, but for what is typed while that is hidden. */
  private readonly shown = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (!this.isHidden) process.stderr.write(chunk);
      done();
    },
  });

  private open(): Interface {
    const reader = createInterface({
      input: process.stdin,
      output: this.shown,
      terminal: process.stdin.isTTY,
      historySize: 0,
    });
    reader.on('line', (line) => (this.waiting ? this.answer(line) : this.typed.push(line)));
    reader.on('close', () => {
      this.ended = true;
      this.answer(undefined);
    });
    return reader;
  }

  private answer(line: string | undefined): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.(line);
  }

  /** Lets the process end. */
  close(): void {
    this.reader?.close();
  }
}

const questions = new Questions();

const input: Input = {
  isTerminal: process.stdin.isTTY,
  read: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  },
  ask: (question) => questions.ask(printable(question)),
  askHidden: (question) => questions.askHidden(printable(question)),
};

/** Ctrl+C ends a watch; where nothing watches, it ends the process as ever. */
function interruption(args: readonly string[]): AbortController {
  const controller = new AbortController();
  if (args.some((argument) => /^(?:--watch|-[a-z]*w[a-z]*)$/.test(argument)))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller;
}

setPlain(process.env['PILCROW_PLAIN'] === '1');
const packageRoot = packageFolder(import.meta.dirname);
const args = process.argv.slice(2);
const interruptedCode = interruption(args);
const io: Io = {
  stdout: outputOf(process.stdout, () => interruptedCode.abort()),
  stderr: outputOf(process.stderr),
  stdin: input,
  cwd: process.cwd(),
  env: process.env,
  packageRoot,
  cache: cacheOptions(process, packageRoot, import.meta.filename),
  threads: undefined,
  signal: interruptedCode.signal,
};

run(args, io)
  .finally(() => questions.close())
  .then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`${printable(inWords('cli.crashed', { error: told }))}\n`);
      process.exitCode = 2;
    },
  );
