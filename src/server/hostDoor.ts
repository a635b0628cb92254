import type { Message, MessageReader } from 'vscode-languageserver';
import { pathOf } from '../files/paths.ts';
import type { HostFiles } from '../files/web/hostFiles.ts';
import type { Mounts } from '../files/web/mounts.ts';
import { mapAddresses, mapLinks } from './addresses.ts';
import type { Transport } from './door.ts';

/** A message as it goes over the wire. */
interface AnyMessage extends Message {
  readonly method?: string;
  readonly params?: unknown;
}

type HostNaming = Pick<HostFiles, 'prepare' | 'isPrepared' | 'refresh' | 'list'>;

const filesChanged = 'workspace/didChangeWatchedFiles';

/**
 * What stands before the door where files are those of a host: addresses of any file system become `file:` addresses of one tree,
 * and back; and a message comes in when the names beside the files that it names are known. The order of messages stays.
 */
export class HostDoor {
  readonly transport: Transport;
  private callback: Parameters<MessageReader['listen']>[0] = () => undefined;
  /** Settles when the last message that waits has come in; undefined where none waits. */
  private waiting: Promise<void> | undefined;

  constructor(
    outer: Transport,
    private readonly mounts: Mounts,
    private readonly names: HostNaming,
    /** Whether a folder of the client is one of the host. */
    private readonly isOfHost: (folderUri: string) => boolean = () => true,
  ) {
    const { reader, writer } = outer;
    this.transport = {
      reader: {
        onError: reader.onError,
        onClose: reader.onClose,
        onPartialMessage: reader.onPartialMessage,
        listen: (callback) => {
          this.callback = callback;
          return reader.listen((message) => this.comeIn(message));
        },
        dispose: () => reader.dispose(),
      },
      writer: {
        onError: writer.onError,
        onClose: writer.onClose,
        write: (message) => writer.write(this.mounts.isEmpty ? message : this.outgoing(message)),
        end: () => writer.end(),
        dispose: () => writer.dispose(),
      },
    };
  }

  /** Takes it that a file has changed, without a word of the client. */
  changed(uri: string): void {
    const params = { changes: [{ uri, type: 2 }] };
    this.comeIn({ jsonrpc: '2.0', method: filesChanged, params });
  }

  private comeIn(message: AnyMessage): void {
    const { method } = message;
    if (method === undefined) {
      this.callback(message);
      return;
    }
    this.meetFolders(method, message.params);
    if (this.mounts.isEmpty) this.callback(message);
    else this.comeInMapped(message, method);
  }

  private comeInMapped(message: AnyMessage, method: string): void {
    const paths = new Set<string>();
    const params = mapAddresses(
      message.params,
      (uri) => {
        const file = this.mounts.toFile(uri);
        const path = pathOf(file);
        if (file !== uri && path !== undefined) paths.add(path);
        return file;
      },
      anyAddress,
    );
    const mapped = { ...message, params } as AnyMessage;
    const isKnown = method !== filesChanged && [...paths].every((path) => this.names.isPrepared(path));
    if (isKnown && !this.waiting) this.callback(mapped);
    else this.queue(mapped, [...paths]);
  }

  private queue(message: AnyMessage, paths: readonly string[]): void {
    const learning = message.method === filesChanged ? this.names.refresh(paths) : this.names.prepare(paths);
    const turn = Promise.all([this.waiting, learning]).then(() => {
      this.callback(message);
      if (this.waiting === turn) this.waiting = undefined;
    });
    this.waiting = turn;
  }

  private meetFolders(method: string, params: unknown): void {
    const { workspaceFolders, rootUri, event } = (params ?? {}) as FolderParams;
    const folders = method === 'initialize' ? workspaceFolders : event?.added;
    const uris = (folders ?? []).map(({ uri }) => uri);
    if (method === 'initialize' && rootUri) uris.push(rootUri);
    for (const uri of uris) {
      if (!this.isOfHost(uri)) continue;
      this.mounts.add(uri);
      // It will be asked for next.
      const path = pathOf(this.mounts.toFile(uri));
      if (path !== undefined) void this.names.list(path);
    }
  }

  private outgoing(message: AnyMessage): AnyMessage {
    const toHost = (uri: string): string => this.mounts.toHost(uri);
    const { params, result } = message as AnyMessage & { readonly result?: unknown };
    const both = mapLinks(mapAddresses({ params, result }, toHost), toHost) as {
      params?: unknown;
      result?: unknown;
    };
    return {
      ...message,
      ...('params' in message ? { params: both.params } : {}),
      ...('result' in message ? { result: both.result } : {}),
    };
  }
}

const anyAddress = /^[a-z][a-z\d+.-]*:/i;

interface FolderParams {
  readonly workspaceFolders?: readonly { readonly uri: string }[] | null;
  readonly rootUri?: string | null;
  readonly event?: { readonly added?: readonly { readonly uri: string }[] } | null;
}
