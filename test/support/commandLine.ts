import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CacheOptions, ExitCode, Io, Threads } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';
import { packageFolder } from '../../src/files/roots.ts';
import { parseFixture } from './fixture.ts';

/** The result of running the command line. */
export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** Relative to the temporary folder. */
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** Answers of a person. With answers, input and output are a terminal. */
  readonly answers?: readonly string[];
  readonly terminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly cache?: CacheOptions;
  readonly threads?: Threads;
  /** The folder of the package with its built-in texts, where it is not this repository. */
  readonly packageRoot?: string;
  /** The program, where it is not the one of this source. */
  readonly program?: typeof run;
  /** Called with everything written to standard output so far. */
  readonly onOutput?: (out: string) => void;
}

const packageRoot = packageFolder(import.meta.dirname);

/** Runs the command line in this process, on files in a temporary folder. */
export class Desk {
  private constructor(readonly root: string) {}

  /** @param fixture files in the fixture language; marks and cursor are removed */
  static async with(fixture = ''): Promise<Desk> {
    const desk = new Desk(await realpath(await mkdtemp(join(tmpdir(), 'pilcrow-'))));
    for (const { path, text } of parseFixture(fixture).files) await desk.write(path, text);
    return desk;
  }

  async write(path: string, text: string | Uint8Array): Promise<void> {
    const full = join(this.root, path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, text);
  }

  read(path: string): Promise<string> {
    return readFile(join(this.root, path), 'utf8');
  }

  /** Runs a command line, given as its arguments. */
  async run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
    let out = '';
    let err = '';
    const answers = [...(options.answers ?? [])];
    const isTerminal = options.terminal ?? options.answers !== undefined;
    const io: Io = {
      stdout: {
        isTerminal,
        write: (text) => {
          out += text;
          options.onOutput?.(out);
        },
      },
      stderr: { isTerminal, write: (text) => void (err += text) },
      stdin: {
        isTerminal,
        read: () => Promise.resolve(Buffer.from(options.input ?? '')),
        ask: (question) => {
          err += question;
          return Promise.resolve(answers.shift());
        },
        askHidden: (question) => {
          err += `(hidden) ${question}`;
          return Promise.resolve(answers.shift());
        },
      },
      cwd: join(this.root, options.cwd ?? '.'),
      env: options.env ?? {},
      packageRoot: options.packageRoot ?? packageRoot,
      cache: options.cache,
      threads: options.threads,
      signal: options.signal ?? new AbortController().signal,
    };
    const code = await (options.program ?? run)(args, io);
    return { code, out, err };
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}

/** Creates desks, and removes them after each test of a `describe`. */
export function useDesks(): (fixture?: string) => Promise<Desk> {
  const desks: Desk[] = [];
  afterEach(async () => {
    await Promise.all(desks.splice(0).map((desk) => desk.remove()));
  });
  return async (fixture) => {
    const desk = await Desk.with(fixture);
    desks.push(desk);
    return desk;
  };
}
