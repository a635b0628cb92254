import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { disk } from '../../src/files/node.ts';
import { packageFolder } from '../../src/files/roots.ts';
import { uriOf } from '../../src/files/paths.ts';
import {
  base64Of,
  bytesOfBase64,
  hostFilesRequest,
  type WireAnswer,
  type WireQuestion,
} from '../../src/server/protocol.ts';
import { startServer } from '../../src/server/startServer.ts';
import { virtualFolders } from '../../src/server/virtualFolders.ts';
import { usual } from './capableClient.ts';

const source = '---\nid: tale\n---\n\nOne.\n\nTwo.\n';
const paper = '---\ntitle: Paper\n---\n\nA slip [@tale, ¶ 9].\n';
const root = 'vscode-vfs://github/group/study';

/** A client with the files of a folder that no disk has, by their addresses. */
class ClientWithFiles {
  readonly files = new Map<string, string>();
  readonly asked: WireQuestion[] = [];
  private readonly found = new Map<string, readonly Diagnostic[]>();
  private wake: () => void = () => undefined;

  private constructor(private readonly connection: ProtocolConnection) {}

  static async start(
    files: Readonly<Record<string, string>>,
    folders: readonly string[],
    hostFiles = true,
  ): Promise<ClientWithFiles> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const { transport, askOver } = virtualFolders({
      reader: new StreamMessageReader(up),
      writer: new StreamMessageWriter(down),
    });
    const server = startServer({
      transport,
      connect: (reader, writer) => createConnection(ProposedFeatures.all, reader, writer),
      packageRoot: packageFolder(import.meta.dirname),
    });
    askOver(server.connection);
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const client = new ClientWithFiles(connection);
    for (const [path, text] of Object.entries(files)) client.files.set(`${root}/${path}`, text);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: folders[0] ?? null,
      workspaceFolders: folders.map((uri) => ({ uri, name: 'study' })),
      capabilities: usual,
      initializationOptions: { changedNotification: true, hostFiles },
    });
    // A client of VS Code answers nothing before it has been told what the server can do.
    connection.onRequest(hostFilesRequest, (question: WireQuestion) =>
      Promise.resolve(client.answer(question)),
    );
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      client.found.set(params.uri, params.diagnostics);
      client.wake();
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  private answer(question: WireQuestion): WireAnswer {
    this.asked.push(question);
    const { uri } = question;
    const text = this.files.get(uri);
    const below = [...this.files.keys()].flatMap((file) =>
      file.startsWith(`${uri}/`) ? [file.slice(uri.length + 1).split('/')] : [],
    );
    switch (question.do) {
      case 'list':
        return below.length === 0
          ? { code: 'ENOENT' }
          : { entries: below.map(([name = '', ...rest]) => [name, rest.length > 0 ? 'folder' : 'file']) };
      case 'read':
        return text === undefined ? { code: 'ENOENT' } : { bytes: base64Of(new TextEncoder().encode(text)) };
      case 'write':
        this.files.set(uri, new TextDecoder().decode(bytesOfBase64(question.bytes)));
        return { isDone: true };
      case 'remove':
        return this.files.delete(uri) ? { isDone: true } : { code: 'ENOENT' };
    }
  }

  request<R>(method: string, params: object): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** The checks that a file has findings of, when there is one. */
  async checksIn(uri: string): Promise<readonly unknown[]> {
    while (!this.found.get(uri)?.length) await new Promise<void>((resolve) => (this.wake = resolve));
    return (this.found.get(uri) ?? []).map(({ code }) => code);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }
}

describe('folders that no disk has, on the desktop', () => {
  const files = { 'pilcrow.json': '{}', 'sources/tale.md': source, 'papers/a.analysis.md': paper };
  let client: ClientWithFiles | undefined;
  afterEach(() => client?.stop());

  it('are checked as those on a disk', async () => {
    client = await ClientWithFiles.start(files, [root]);
    assert.deepEqual(await client.checksIn(`${root}/papers/a.analysis.md`), ['citation/no-such-paragraph']);
  });

  it('get notes, by the client alone', async () => {
    client = await ClientWithFiles.start(files, [root]);
    const uri = `${root}/sources/tale.md`;
    const action = { do: 'add', uri, range: null, author: 'Wren', kind: 'question', text: 'Who?', tags: [] };
    const reply = await client.request<object>('pilcrow/changeNote', { uri, action });
    assert.ok('id' in reply, JSON.stringify(reply));
    assert.match(client.files.get(`${root}/notes/tale.wren.jsonld`) ?? '', /Who\?/);
    assert.deepEqual(await disk.list('/.pilcrow-host'), undefined);
  });

  it('are taken over when they change', async () => {
    client = await ClientWithFiles.start(files, [root]);
    await client.checksIn(`${root}/papers/a.analysis.md`);
    const uri = `${root}/papers/b.analysis.md`;
    client.files.set(uri, paper);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    assert.deepEqual(await client.checksIn(uri), ['citation/no-such-paragraph']);
  });

  it('stand beside folders on the disk, which nothing is asked about', async () => {
    const real = await mkdtemp(join(tmpdir(), 'pilcrow-'));
    await disk.write(join(real, 'sources/tale.md'), source);
    await disk.write(join(real, 'papers/a.analysis.md'), paper);
    client = await ClientWithFiles.start(files, [uriOf(real), root]);
    await client.checksIn(`${root}/papers/a.analysis.md`);
    await client.checksIn(uriOf(join(real, 'papers/a.analysis.md')));
    assert.ok(client.asked.every(({ uri }) => uri.startsWith('vscode-vfs:')));
    await rm(real, { recursive: true });
  });

  it('are asked of no client that has not said that it answers', async () => {
    client = await ClientWithFiles.start(files, [root], false);
    const uri = `${root}/papers/a.analysis.md`;
    await client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'analysis', version: 1, text: paper },
    });
    await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    assert.deepEqual(client.asked, []);
  });
});
