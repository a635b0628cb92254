import { mkdtemp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createProtocolConnection,
  Message,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type DataCallback,
  type Diagnostic,
  type Disposable,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { packageFolder } from '../../src/files/roots.ts';
import { pathOf, uriOf } from '../../src/files/paths.ts';
import type { InitializationOptions, Method, Params, Result } from '../../src/server/protocol.ts';
import { onlyLegal } from '../../src/server/onlyLegal.ts';
import { startServer } from '../../src/server/startServer.ts';
import { usual } from './capableClient.ts';

/** The capabilities of a client, and the documents that are open in it. */
export interface Opened {
  readonly rootUri?: string | null;
  readonly rootPath?: string | null;
  readonly workspaceFolders?: readonly { readonly uri: string; readonly name: string }[] | null;
  readonly clientInfo?: { readonly name: string };
  readonly locale?: string;
}

/**
 * A server and a client in one process that speak the protocol over streams, with a study folder in a temporary
 * folder.
 */
export class TestClient {
  private constructor(
    readonly root: string,
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
    /** Every notification and request that the server has sent. */
    readonly unasked: readonly Unasked[],
  ) {}

  private readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  private readonly waiting = new Set<() => void>();

  /**
   * Starts a client with the usual capabilities, which also wants to be told of changes.
   * @param files contents by path, relative to the study folder
   * @param capabilities capabilities that replace or extend the usual ones
   */
  static start(
    files: Readonly<Record<string, string>>,
    options: InitializationOptions = {},
    capabilities: ClientCapabilities = {},
    opened?: (root: string) => Opened,
  ): Promise<TestClient> {
    return TestClient.announcing(
      { ...usual, ...capabilities },
      { changedNotification: true, ...options },
      files,
      opened,
    );
  }

  /** Starts a client with exactly the given capabilities. */
  static async announcing(
    capabilities: ClientCapabilities,
    initializationOptions: InitializationOptions | undefined,
    files: Readonly<Record<string, string>>,
    opened: (root: string) => Opened = (root) => ({
      rootUri: uriOf(root),
      workspaceFolders: [{ uri: uriOf(root), name: 'study' }],
    }),
  ): Promise<TestClient> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'pilcrow-')));
    for (const [path, text] of Object.entries(files)) await put(join(root, path), text);
    const up = new PassThrough();
    const down = new PassThrough();
    startServer({
      transport: onlyLegal({ reader: new StreamMessageReader(up), writer: new StreamMessageWriter(down) }),
      connect: (reader, writer) => createConnection(ProposedFeatures.all, reader, writer),
      packageRoot: packageFolder(import.meta.dirname),
    });
    const reader = new RecordingReader(down);
    const connection = createProtocolConnection(reader, new StreamMessageWriter(up));
    connection.listen();
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      ...opened(root),
      capabilities,
      ...(initializationOptions ? { initializationOptions } : {}),
    });
    const client = new TestClient(root, connection, initialized, reader.unasked);
    connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: { uri: string; diagnostics: Diagnostic[] }) => {
        client.diagnostics.set(params.uri, params.diagnostics);
        client.wake();
      },
    );
    connection.onNotification('pilcrow/changed', () => client.wake());
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** The URIs of all files with findings, as the server spells them. */
  get urisWithFindings(): readonly string[] {
    return [...this.diagnostics].flatMap(([uri, found]) => (found.length > 0 ? [uri] : [])).sort();
  }

  /** The findings that the client knows of all files. */
  get allFindings(): readonly Diagnostic[] {
    return [...this.diagnostics.values()].flat();
  }

  private wake(): void {
    for (const look of [...this.waiting]) look();
  }

  uri(path: string): string {
    return uriOf(join(this.root, path));
  }

  /** Opens a document. `$0` marks the cursor and is removed; returns its position. */
  async open(
    path: string,
    marked: string,
    languageId = 'analysis',
  ): Promise<{ uri: string; position: Position }> {
    const at = marked.indexOf('$0');
    const text = marked.replace('$0', '');
    const uri = this.uri(path);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return { uri, position: positionIn(text, Math.max(0, at)) };
  }

  async change(path: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version: 2 },
      contentChanges: [{ text }],
    });
  }

  /** Writes a file and tells the server, as an editor's file watcher does. */
  async write(path: string, text: string): Promise<void> {
    await put(join(this.root, path), text);
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: this.uri(path), type: 2 }],
    });
  }

  request<R>(method: string, params: object): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  ask<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    return this.connection.sendRequest<Result<M>>(method, params);
  }

  /** Waits until the findings of a file are those that `wanted` accepts. */
  async findings(
    path: string,
    wanted: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    return this.findingsAt(this.uri(path), wanted);
  }

  /** Waits until `wanted` accepts all findings, each given as the path of its file and its check. */
  until(wanted: (checks: readonly string[]) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!wanted(this.checks)) return;
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
      look();
    });
  }

  /** All findings: the path of the file, the place and the check of each. */
  get checks(): readonly string[] {
    return [...this.diagnostics]
      .flatMap(([uri, found]) =>
        found.map(({ code, range: { start } }) =>
          [relative(this.root, pathOf(uri) ?? uri), start.line + 1, start.character + 1, code].join(' '),
        ),
      )
      .sort();
  }

  /** The same for one URI, spelled as the server sends it. */
  findingsAt(
    uri: string,
    wanted: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.diagnostics.get(uri) ?? [];
        if (!wanted(found)) return;
        this.waiting.delete(look);
        resolve(found);
      };
      this.waiting.add(look);
      look();
    });
  }

  /** Takes leave as a client does, so that the server looks at no files any longer and can go. */
  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
    await rm(this.root, { recursive: true, force: true });
  }
}

/** A message that a server sends without being asked. */
export interface Unasked {
  readonly method: string;
  readonly params?: unknown;
}

/** A reader that also records what is not an answer. */
class RecordingReader extends StreamMessageReader {
  readonly unasked: Unasked[] = [];

  override listen(callback: DataCallback): Disposable {
    return super.listen((message) => {
      if (Message.isNotification(message) || Message.isRequest(message)) this.unasked.push(message);
      callback(message);
    });
  }
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

export function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
