/** Folders that are not on this machine’s disk, in a server of Node.js: the client is asked for their files, over the connection. */
import type { Connection, Message } from 'vscode-languageserver';
import { base64Of, bytesOfBase64 } from '../core/text.ts';
import { addHost } from '../files/addHost.ts';
import { askOver, type MessageEnd, type PortQuestion } from '../files/web/fileHost.ts';
import { HostFiles } from '../files/web/hostFiles.ts';
import { Mounts } from '../files/web/mounts.ts';
import { ownPathStyle } from '../files/fileUris.ts';
import { pathOf } from '../files/paths.ts';
import type { Transport } from './door.ts';
import { HostDoor } from './hostDoor.ts';
import { hostFilesRequest, type WireAnswer, type InitializationOptions } from './protocol.ts';

/** Where they are in the tree of paths of this machine: nothing on its disk is called so. */
const hostTree = ownPathStyle === 'windows' ? 'file://pilcrow-host' : 'file:///.pilcrow-host';

/** What a client is to the server of Node.js that gives it files. */
export interface VirtualFolders {
  /** The way to the client, for the server. */
  readonly transport: Transport;
  /** Says over which connection the client is asked: to be called before it sends anything. */
  readonly askOver: (connection: Connection) => void;
}

export function virtualFolders(outer: Transport): VirtualFolders {
  const mounts = new Mounts(hostTree);
  const top = (pathOf(`${hostTree}/`) ?? '').slice(0, -1);
  const files = new HostFiles(top);
  const late = new LateFolders(outer);
  const door = new HostDoor(late.transport, mounts, files, (uri) => late.isOfClient(uri));
  addHost(files, top);
  return {
    transport: door.transport,
    askOver: (connection) => {
      const ask = askOver(portTo(connection), (uri) => door.changed(uri));
      files.connect(ask, (uri) => mounts.toHost(uri), { root: '', names: [], contents: new Map() });
    },
  };
}

/** The port of a host whose questions go over the connection, with bytes in Base64. */
function portTo(connection: Connection): MessageEnd {
  let tell: (event: { readonly data: unknown }) => void = () => undefined;
  return {
    addEventListener: (_type, listener) => (tell = listener),
    start: () => undefined,
    postMessage: (message) => {
      const { id, ...question } = message as PortQuestion;
      const asked = 'bytes' in question ? { ...question, bytes: base64Of(question.bytes) } : question;
      connection.sendRequest<WireAnswer>(hostFilesRequest, asked).then(
        (answer) =>
          tell({ data: { id, ...('bytes' in answer ? { bytes: bytesOfBase64(answer.bytes) } : answer) } }),
        () => tell({ data: { id, code: undefined } }),
      );
    },
  };
}

/** A message as it goes over the wire. */
interface FolderMessage extends Message {
  readonly method?: string;
  readonly params?: unknown;
}

interface OpeningParams {
  readonly workspaceFolders?: readonly { readonly uri: string }[] | null;
  readonly rootUri?: string | null;
  readonly initializationOptions?: InitializationOptions | null;
}

/** Holds folders back whose files the client has until it can be asked for them, which is when the connection has been initialized. */
class LateFolders {
  readonly transport: Transport;
  private hasFiles = false;
  private held: readonly { readonly uri: string }[] = [];

  constructor({ reader, writer }: Transport) {
    this.transport = {
      writer,
      reader: {
        onError: reader.onError,
        onClose: reader.onClose,
        onPartialMessage: reader.onPartialMessage,
        listen: (callback) => reader.listen((message) => this.comeIn(message, callback)),
        dispose: () => reader.dispose(),
      },
    };
  }

  /** Whether the client has the files of a folder, and this machine has not. */
  isOfClient(uri: string): boolean {
    return this.hasFiles && !/^file:/i.test(uri);
  }

  private comeIn(message: FolderMessage, callback: (message: FolderMessage) => void): void {
    callback(message.method === 'initialize' ? this.withoutHeld(message) : message);
    if (message.method !== 'initialized' || this.held.length === 0) return;
    const event = { added: this.held, removed: [] };
    this.held = [];
    callback({
      jsonrpc: '2.0',
      method: 'workspace/didChangeWorkspaceFolders',
      params: { event },
    });
  }

  private withoutHeld(message: FolderMessage): FolderMessage {
    const params = (message.params ?? {}) as OpeningParams;
    this.hasFiles = params.initializationOptions?.hostFiles === true;
    const folders = params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri, name: '' }] : []);
    this.held = folders.filter(({ uri }) => this.isOfClient(uri));
    if (this.held.length === 0) return message;
    const workspaceFolders = folders.filter(({ uri }) => !this.isOfClient(uri));
    const rootUri = workspaceFolders[0]?.uri ?? null;
    return { ...message, params: { ...params, workspaceFolders, rootUri } };
  }
}
