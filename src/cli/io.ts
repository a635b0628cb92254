import { join } from 'node:path';
import { createColors } from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import { inWords, type Message } from '../core/messages.ts';
import { disk } from '../files/node.ts';

/** Where the command line writes to. */
export interface Output {
  write(text: string): void;
  /** Whether a person reads it as it comes. */
  readonly isTerminal: boolean;
  /** How wide the terminal is, in characters; undefined where there is none. */
  readonly columns?: number | undefined;
}

/** Where the command line reads from. */
export interface Input {
  readonly isTerminal: boolean;
  /** Everything up to the end. */
  read(): Promise<Uint8Array>;
  /** An answer of a person; undefined where the input ends instead. */
  ask(question: string): Promise<string | undefined>;
  /** As `ask`, without showing what is typed. */
  askHidden(question: string): Promise<string | undefined>;
}

/** Where and for whom results are kept. */
export interface CacheOptions {
  readonly folder: string;
  /** A fingerprint of the code that makes the results: other code neither reads nor trusts them. */
  readonly code: () => string;
  /** Called with the reason where results cannot be written. */
  readonly onRefused?: (error: unknown) => void;
}

/** How work is shared among threads. */
export interface Threads {
  /** How many, this one included. */
  readonly most: number;
  /** What is worth starting one for: bytes. */
  readonly worthwhile: number;
  /** The program of the others; that of the package where it is left out. */
  readonly program?: string;
}

/** Everything that a command has of the outside world besides the file system: given, so that tests can give it. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: Input;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of Pilcrow's own package; undefined where it is not found. */
  readonly packageRoot: string | undefined;
  /** Where results are kept for the next time; undefined where they are not. */
  readonly cache: CacheOptions | undefined;
  /** How work is shared among threads; by the machine where it is undefined. */
  readonly threads: Threads | undefined;
  /** Ends `--watch`. */
  readonly signal: AbortSignal;
}

/** What a command ends with: `0` done, `1` findings, `2` it could not do what was asked. */
export type ExitCode = 0 | 1 | 2;

/** Says why something that was asked for cannot be done; a command that throws it ends with 2. */
export class CannotDo extends Error {
  override readonly name = 'CannotDo';

  constructor(message: Message) {
    super(inWords(message));
  }
}

/** A message for people, on standard error. */
export function tell(io: Io, message: Message | string): void {
  io.stderr.write(`${printable(typeof message === 'string' ? message : inWords(message))}\n`);
}

/** Says what goes on while a person waits, and takes it back. Silent where nobody looks. */
export function progress(io: Io, message: Message): () => void {
  if (!io.stderr.isTerminal || io.env['TERM'] === 'dumb') return () => undefined;
  io.stderr.write(printable(inWords(message)));
  return () => io.stderr.write('\r\u001B[K');
}

/** Text of a file as it may be shown on a terminal: control characters cannot move the cursor or change colours. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

/**
 * What is printed: `words` for people; `painted`, of which every part that a file says has been made printable and what is left are
 * our colours; `data` for other programs, which get every character unless a terminal shows it.
 */
export type PrintedKind = 'words' | 'painted' | 'data';

/** Writes to standard output so that no control character of a file reaches a terminal. */
export function printOut(io: Io, text: string, kind: PrintedKind): void {
  if (kind === 'data') io.stdout.write(io.stdout.isTerminal ? printable(text.replace(/\r\n/g, '\n')) : text);
  else if (kind === 'words') io.stdout.write(printable(text));
  else
    io.stdout.write(
      text
        .split(ownColor)
        .map((part, index) => (index % 2 === 1 ? part : printable(part)))
        .join(''),
    );
}

/** As picocolors writes them. */
const ownColor = /(\u001B\[\d{1,2}m)/u;

/**
 * The colours of what is printed: none with `--no-color` or `NO_COLOR`, always with `FORCE_COLOR`, otherwise on a terminal.
 * @param wanted false where the command line says `--no-color`
 */
export function colorsFor(io: Io, wanted: boolean): Colors {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = io.env;
  const byPlace = force ? force !== '0' : io.stdout.isTerminal && terminal !== 'dumb';
  return createColors(wanted && !no && byPlace);
}

/** The version of Pilcrow's own package. */
export function versionOf(io: Io): string {
  if (io.packageRoot === undefined) return '0.0.0';
  const found = disk.reader().read(join(io.packageRoot, 'package.json'));
  try {
    const manifest = JSON.parse(found && 'bytes' in found ? found.bytes.toString() : '') as {
      version?: unknown;
    };
    return typeof manifest.version === 'string' ? manifest.version : '0.0.0';
  } catch {
    return '0.0.0';
  }
}
