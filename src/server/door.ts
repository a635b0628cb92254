import type { Message, MessageReader, MessageWriter } from 'vscode-languageserver';
import { ClientUris } from './clientUris.ts';
import { mapAddresses, mapLinks } from './addresses.ts';

/** The two ends of what a client sends and gets. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** A message as it goes over the wire. */
interface AnyMessage extends Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** What comes of a document by the spelling that the client gave it: two links to one file are two documents to a client. */
const ofDocuments = /^textDocument\/(?:did(?:Open|Change|Save|Close)|willSave)/;

/**
 * What stands between a client and the server: everything that comes in names files by their identity, everything that goes
 * out as the client does. So no feature ever sees, compares or keeps a URI of a client, but for those of `ofDocuments`.
 */
export class Door {
  readonly uris = new ClientUris();
  /** The spellings in requests that have not been answered, by the request. */
  private readonly asked = new Map<number | string, readonly string[]>();
  /** The spellings under which a client has findings; by identity. */
  private readonly withFindings = new Map<string, readonly string[]>();
  /** A document is open under other spellings than before: what was said of it has to be said again. */
  onDidRespell: (id: string) => void = () => undefined;
  /** A request is about a document in this spelling of several that are open. */
  onDidAskIn: (uri: string, id: string) => void = () => undefined;

  readonly transport: Transport;

  constructor(private readonly outer: Transport) {
    const { reader, writer } = outer;
    this.transport = {
      reader: {
        onError: reader.onError,
        onClose: reader.onClose,
        onPartialMessage: reader.onPartialMessage,
        listen: (callback) => reader.listen((message) => callback(this.comeIn(message))),
        dispose: () => reader.dispose(),
      },
      writer: {
        onError: writer.onError,
        onClose: writer.onClose,
        write: (message) => this.goOut(message),
        end: () => writer.end(),
        dispose: () => writer.dispose(),
      },
    };
  }

  private comeIn(message: AnyMessage): Message {
    const { method, id } = message;
    if (method === undefined || typeof message.params !== 'object' || message.params === null) return message;
    if (method === 'initialize') this.meet(message.params);
    if (method === 'workspace/didChangeWorkspaceFolders')
      for (const uri of urisOf((message.params as FoldersChange).event?.added)) this.uris.holdFolder(uri);
    if (ofDocuments.test(method)) return this.follow(method, message);
    const spellings: string[] = [];
    const params = mapAddresses(message.params, (uri) => {
      spellings.push(uri);
      return this.uris.idOf(uri);
    });
    if (id !== undefined && id !== null && spellings.length > 0) this.ask(id, spellings);
    if (method === 'workspace/didChangeWorkspaceFolders')
      for (const uri of urisOf((message.params as FoldersChange).event?.removed))
        this.uris.letGoOfFolder(uri);
    return { ...message, params } as AnyMessage;
  }

  private ask(request: number | string, spellings: readonly string[]): void {
    this.asked.set(request, spellings);
    for (const uri of spellings) {
      const id = this.uris.idOf(uri);
      const open = this.uris.spellingsOf(id);
      if (open.length > 1 && open.includes(uri)) this.onDidAskIn(uri, id);
    }
  }

  private meet({ clientInfo, workspaceFolders, rootUri }: Initialize): void {
    this.uris.learnName(clientInfo?.name ?? '');
    const folders = [...urisOf(workspaceFolders), ...(rootUri ? [rootUri] : [])];
    for (const uri of new Set(folders)) this.uris.holdFolder(uri);
  }

  /** Documents keep the spelling under which they were opened. */
  private follow(method: string, message: AnyMessage): Message {
    const params = message.params as { readonly textDocument?: { readonly uri?: unknown } };
    const given = params.textDocument?.uri;
    if (typeof given !== 'string') return message;
    const isOpening = method === 'textDocument/didOpen';
    const uri = isOpening ? given : this.uris.openSpelling(given);
    if (isOpening || method === 'textDocument/didClose') {
      const id = this.uris.idOf(uri);
      if (isOpening) this.uris.open(uri);
      else this.uris.close(uri);
      if (this.withFindings.has(id) && this.takeBack(id)) this.onDidRespell(id);
    }
    if (uri === given) return message;
    return { ...message, params: { ...params, textDocument: { ...params.textDocument, uri } } } as AnyMessage;
  }

  private async goOut(message: AnyMessage): Promise<void> {
    const { writer } = this.outer;
    const { id, method } = message;
    if (method === 'textDocument/publishDiagnostics')
      return this.publish(message, message.params as { uri: string; diagnostics: readonly unknown[] });
    if (method !== undefined)
      return writer.write({ ...message, params: this.outgoing(message.params) } as AnyMessage);
    const preferred = id === undefined || id === null ? undefined : this.asked.get(id);
    if (id !== undefined && id !== null) this.asked.delete(id);
    if (!('result' in message)) return writer.write(message);
    return writer.write({ ...message, result: this.outgoing(message.result, preferred) } as AnyMessage);
  }

  private outgoing(value: unknown, preferred?: readonly string[]): unknown {
    const spell = (uri: string): string => this.uris.spell(uri, preferred);
    return mapLinks(mapAddresses(value, spell), spell);
  }

  /** Findings go to each of the spellings under which a document is open. */
  private async publish(
    message: AnyMessage,
    params: { readonly uri: string; readonly diagnostics: readonly unknown[] },
  ): Promise<void> {
    const { uri: id, diagnostics } = params;
    this.takeBack(id);
    const spellings = this.spellingsFor(id);
    if (diagnostics.length > 0) this.withFindings.set(id, spellings);
    else this.withFindings.delete(id);
    for (const uri of spellings)
      await this.outer.writer.write({
        ...message,
        params: { ...(this.outgoing(params, [uri]) as object), uri },
      } as AnyMessage);
  }

  private spellingsFor(id: string): readonly string[] {
    const open = this.uris.spellingsOf(id);
    return open.length > 0 ? open : [this.uris.spell(id)];
  }

  /**
   * Takes findings back from spellings that no longer count.
   * @returns whether there are spellings that have none yet
   */
  private takeBack(id: string): boolean {
    const now = this.spellingsFor(id);
    const before = this.withFindings.get(id) ?? [];
    this.withFindings.set(
      id,
      before.filter((uri) => now.includes(uri)),
    );
    for (const uri of before)
      if (!now.includes(uri))
        void this.outer.writer.write({
          jsonrpc: '2.0',
          method: 'textDocument/publishDiagnostics',
          params: { uri, diagnostics: [] },
        } as AnyMessage);
    return now.some((uri) => !before.includes(uri));
  }
}

type Folders = readonly { readonly uri: string }[] | null | undefined;

function urisOf(folders: Folders): readonly string[] {
  return (folders ?? []).map(({ uri }) => uri);
}

/** As it comes from outside, where null stands for what is left out. */
interface Initialize {
  readonly clientInfo?: { readonly name?: string | null } | null;
  readonly workspaceFolders?: Folders;
  readonly rootUri?: string | null;
}

interface FoldersChange {
  readonly event?: { readonly added?: Folders; readonly removed?: Folders } | null;
}
