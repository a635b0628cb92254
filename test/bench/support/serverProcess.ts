import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type Hover,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { root as packageRoot } from '../../../scripts/support/paths.ts';
import { usual } from '../../server/capableClient.ts';
import type { Corpus } from './corpus.ts';

/** The bundled server in its own process, as editors run it, with a client that records when messages came. */
export class ServerProcess {
  readonly connection: ProtocolConnection;
  private readonly said = new Map<
    string,
    { readonly at: number; readonly diagnostics: readonly Diagnostic[] }
  >();
  /** The files whose findings came, in order. Callers may empty it. */
  readonly log: { readonly uri: string; readonly at: number }[] = [];
  private waiting: (() => void)[] = [];
  private changes = 0;

  private constructor(
    readonly root: string,
    readonly process: ChildProcess,
  ) {
    const { stdout, stdin } = process;
    if (!stdout || !stdin) throw new Error('The server has no pipes.');
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: { uri: string; diagnostics: Diagnostic[] }) => {
        const at = performance.now();
        this.said.set(params.uri, { at, diagnostics: params.diagnostics });
        this.log.push({ uri: params.uri, at });
        this.wake();
      },
    );
    this.connection.onNotification('pilcrow/changed', () => {
      this.changes++;
      this.wake();
    });
    this.connection.listen();
  }

  /** Writes a corpus to a temporary folder, and returns that. */
  static async folderOf(corpus: Corpus): Promise<string> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'pilcrow-bench-')));
    for (const [path, text] of corpus) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    return root;
  }

  /** Writes a corpus to a temporary folder and starts a server on it, without sending `initialized`. */
  static async start(corpus: Corpus, node = process.execPath): Promise<ServerProcess> {
    const root = await ServerProcess.folderOf(corpus);
    // The flag that the extension passes.
    const flags = ['--max-semi-space-size=4'];
    const child = spawn(node, [...flags, join(packageRoot, 'dist', 'server.cjs'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return new ServerProcess(root, child);
  }

  async initialize(): Promise<void> {
    const uri = pathToFileURL(this.root).toString();
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'study' }],
      capabilities: usual,
      initializationOptions: { commandLinks: true, changedNotification: true },
    });
    await this.connection.sendNotification('initialized', {});
  }

  uri(path: string): string {
    return pathToFileURL(join(this.root, path)).toString();
  }

  open(path: string, text: string, languageId = 'analysis'): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId, version: 1, text },
    });
  }

  /** Types at a position. */
  type(path: string, version: number, line: number, character: number, text: string): Promise<void> {
    return this.replace(path, version, { line, character }, 0, text);
  }

  /** Replaces some characters by a text. */
  replace(
    path: string,
    version: number,
    start: { readonly line: number; readonly character: number },
    length: number,
    text: string,
  ): Promise<void> {
    const range = { start, end: { line: start.line, character: start.character + length } };
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [{ range, text }],
    });
  }

  /** Waits until no message has come for `time` milliseconds. Returns the time of the last message. */
  async quiet(time = 1500): Promise<number> {
    for (;;) {
      const last = this.log.at(-1)?.at ?? 0;
      const changes = this.changes;
      await new Promise((resolve) => setTimeout(resolve, time));
      if ((this.log.at(-1)?.at ?? 0) === last && this.changes === changes) return last;
    }
  }

  hover(path: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: this.uri(path) },
      position: { line, character },
    });
  }

  private wake(): void {
    const looks = this.waiting;
    this.waiting = [];
    for (const look of looks) look();
  }

  /** Waits until messages make a condition true. Returns the time of that message. */
  async until(condition: () => boolean): Promise<number> {
    while (!condition()) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return performance.now();
  }

  /** When findings of a file last came. Undefined if none have. */
  heard(path: string): { readonly at: number; readonly diagnostics: readonly Diagnostic[] } | undefined {
    return this.said.get(this.uri(path));
  }

  get heardOf(): number {
    return this.said.size;
  }

  /** The memory of the process in bytes, now and at its highest. Undefined if the system does not tell. */
  memory(): { readonly now: number; readonly most: number } | undefined {
    try {
      const status = readFileSync(`/proc/${this.process.pid ?? 0}/status`, 'utf8');
      const of = (name: string): number =>
        1024 * Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1]);
      return { now: of('VmRSS'), most: of('VmHWM') };
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    this.connection.dispose();
    this.process.kill();
    await rm(this.root, { recursive: true, force: true });
  }
}
