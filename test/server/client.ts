import { mkdtemp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { loadBuiltIns, packageFolder } from '../../src/files/builtIns.ts';
import { uriOf } from '../../src/files/folder.ts';
import type { Method, Params, Result } from '../../src/server/protocol.ts';
import { startServer } from '../../src/server/server.ts';

/** A server and a client in one process, speaking the protocol over streams, on a study folder in a temporary folder. */
export class TestClient {
  private constructor(
    readonly root: string,
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {}

  private readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  private readonly waiting = new Set<() => void>();

  /** @param files contents by path below the study folder */
  static async start(
    files: Readonly<Record<string, string>>,
    options: { commandLinks?: boolean } = {},
    capabilities: ClientCapabilities = {},
  ): Promise<TestClient> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'pilcrow-')));
    for (const [path, text] of Object.entries(files)) await put(join(root, path), text);
    const up = new PassThrough();
    const down = new PassThrough();
    startServer(
      { reader: new StreamMessageReader(up), writer: new StreamMessageWriter(down) },
      loadBuiltIns(packageFolder(import.meta.dirname)),
    );
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    connection.listen();
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: uriOf(root),
      workspaceFolders: [{ uri: uriOf(root), name: 'study' }],
      capabilities,
      initializationOptions: options,
    });
    const client = new TestClient(root, connection, initialized);
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

  /** The URIs, as the server spells them, of all files that have findings. */
  get urisWithFindings(): readonly string[] {
    return [...this.diagnostics].flatMap(([uri, found]) => (found.length > 0 ? [uri] : [])).sort();
  }

  private wake(): void {
    for (const look of [...this.waiting]) look();
  }

  uri(path: string): string {
    return uriOf(join(this.root, path));
  }

  /** Opens a document. `$0` marks the cursor and is taken out; its position is returned. */
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

  /** Waits until the findings of a file are what a test wants them to be. */
  async findings(
    path: string,
    wanted: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    return this.findingsAt(this.uri(path), wanted);
  }

  /** The same of a URI, spelled as the server sends it. */
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

  async stop(): Promise<void> {
    this.connection.dispose();
    await rm(this.root, { recursive: true, force: true });
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
