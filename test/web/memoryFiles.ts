/** A file system in memory, which a test may make fail, slow down or change. The extension that gives it to a host. */
import {
  commands,
  Disposable,
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  Uri,
  workspace,
  type ExtensionContext,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode';

interface Folder {
  readonly entries: Map<string, Folder | Uint8Array>;
}

/** What goes wrong, and where. */
export interface Fault {
  /** What is refused: reading, writing, renaming or listing. */
  readonly on: 'read' | 'write' | 'rename' | 'list';
  /** What the path ends with. */
  readonly path: string;
  /** As `NoPermissions`, `Unavailable`; without one the reason is not known. */
  readonly code?: 'NoPermissions' | 'Unavailable';
  /** How often it happens; without end where that is not said. */
  times?: number;
  /** How many bytes are written before it fails. */
  readonly written?: number;
  /** How long it takes before it works, in milliseconds; then it does not fail. */
  readonly delay?: number;
}

class MemoryFiles implements FileSystemProvider {
  private readonly changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly root: Folder = { entries: new Map() };
  faults: readonly Fault[] = [];

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  async stat(uri: Uri): Promise<FileStat> {
    const found = this.at(uri);
    if (!found) throw FileSystemError.FileNotFound(uri);
    const isFile = found instanceof Uint8Array;
    return Promise.resolve({
      type: isFile ? FileType.File : FileType.Directory,
      ctime: 0,
      mtime: 1,
      size: isFile ? found.length : 0,
    });
  }

  async readDirectory(uri: Uri): Promise<[string, FileType][]> {
    await this.trip('list', uri);
    const found = this.at(uri);
    if (!found) throw FileSystemError.FileNotFound(uri);
    if (found instanceof Uint8Array) throw FileSystemError.FileNotADirectory(uri);
    return [...found.entries].map(([name, entry]) => [
      name,
      entry instanceof Uint8Array ? FileType.File : FileType.Directory,
    ]);
  }

  createDirectory(uri: Uri): void {
    this.folder(uri.path.split('/').filter(Boolean));
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    await this.trip('read', uri);
    const found = this.at(uri);
    if (!found) throw FileSystemError.FileNotFound(uri);
    if (!(found instanceof Uint8Array)) throw FileSystemError.FileIsADirectory(uri);
    return found;
  }

  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    const fault = this.faultAt('write', uri);
    if (fault?.written !== undefined) this.put(uri, content.slice(0, fault.written));
    await this.trip('write', uri);
    const type = this.at(uri) ? FileChangeType.Changed : FileChangeType.Created;
    this.put(uri, Uint8Array.from(content));
    this.changed.fire([{ type, uri }]);
  }

  delete(uri: Uri): void {
    const names = uri.path.split('/').filter(Boolean);
    const last = names.pop() ?? '';
    if (!this.folder(names).entries.delete(last)) throw FileSystemError.FileNotFound(uri);
    this.changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  async rename(from: Uri, to: Uri): Promise<void> {
    await this.trip('rename', from);
    const found = this.at(from);
    if (!(found instanceof Uint8Array)) throw FileSystemError.FileNotFound(from);
    this.put(to, found);
    this.delete(from);
    this.changed.fire([{ type: FileChangeType.Changed, uri: to }]);
  }

  private put(uri: Uri, content: Uint8Array): void {
    const names = uri.path.split('/').filter(Boolean);
    const last = names.pop() ?? '';
    this.folder(names).entries.set(last, content);
  }

  private at(uri: Uri): Folder | Uint8Array | undefined {
    let found: Folder | Uint8Array | undefined = this.root;
    for (const name of uri.path.split('/').filter(Boolean))
      found = found instanceof Uint8Array ? undefined : found?.entries.get(name);
    return found;
  }

  private folder(names: readonly string[]): Folder {
    let folder = this.root;
    for (const name of names) {
      const next = folder.entries.get(name);
      if (next instanceof Uint8Array) throw FileSystemError.FileNotADirectory(name);
      const inner: Folder = next ?? { entries: new Map() };
      folder.entries.set(name, inner);
      folder = inner;
    }
    return folder;
  }

  private faultAt(on: Fault['on'], uri: Uri): Fault | undefined {
    return this.faults.find((fault) => fault.on === on && uri.path.endsWith(fault.path) && fault.times !== 0);
  }

  private async trip(on: Fault['on'], uri: Uri): Promise<void> {
    const fault = this.faultAt(on, uri);
    if (fault?.times !== undefined) fault.times--;
    if (fault?.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delay));
    else if (fault) throw fault.code ? FileSystemError[fault.code](uri) : new Error('the storm took it');
  }
}

export async function activate({ extensionUri, subscriptions }: ExtensionContext): Promise<void> {
  const files = new MemoryFiles();
  subscriptions.push(
    workspace.registerFileSystemProvider('pilcrow-test', files, { isCaseSensitive: true }),
    commands.registerCommand('pilcrowTest.faults', (faults: readonly Fault[]) => {
      files.faults = faults;
    }),
  );
  const sample = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'sample.json'));
  const contents = JSON.parse(new TextDecoder().decode(sample)) as Record<string, string>;
  for (const [path, base64] of Object.entries(contents)) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    await files.writeFile(Uri.from({ scheme: 'pilcrow-test', path: `/study/${path}` }), bytes);
  }
}
