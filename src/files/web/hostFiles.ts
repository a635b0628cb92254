/**
 * The files of a host, as `vscode.workspace.fs` has them: what `../node.ts` does with Node.js. What must be known at once is answered
 * by what the host said last of the names in a folder; `prepare` and `refresh` ask for these.
 */
import { messageOf } from '../../core/messages.ts';
import { bareRefusal } from '../../core/present/wording.ts';
import type { Role } from '../../core/study.ts';
import {
  maxFileBytes,
  type BuiltInFile,
  type Entry,
  type EntryKind,
  type FileBytes,
  type FileReader,
  type FileSystem,
  type FolderFile,
  type Lock,
  type Status,
  type Watching,
  type WriteOptions,
  type WrittenFile,
} from '../fileSystem.ts';
import type { AskHost, HostAnswer, HostQuestion } from './fileHost.ts';
import { uriOf } from '../fileUris.ts';
import { HostListing, isAbsent } from './hostListing.ts';
import { HostNames } from './hostNames.ts';
import { writeHostFiles, type HostWriter } from './hostWriting.ts';
import { basename, dirname, join, relative, sep } from '../pathNames.ts';
import { tableOf } from '../../core/text.ts';

/** What ships with Pilcrow: the names of all its files, and those that are needed at once. */
export interface PackageFiles {
  /** The folder of the package, a path. */
  readonly root: string;
  /** Paths relative to the root. */
  readonly names: readonly string[];
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** A link to files that nobody has made known yet. */
const nobody: AskHost = () => Promise.resolve({ code: undefined });

/** How long to wait before a host that fails is asked again, in milliseconds. */
const retryPauseMs = 500;

export class HostFiles implements FileSystem {
  private readonly names = new HostNames();
  private ask: AskHost = nobody;
  private addressOf: (fileUri: string) => string = (uri) => uri;
  private shipped: PackageFiles = { root: '', names: [], contents: new Map() };
  private packageFolders: ReadonlySet<string> = new Set();
  private readonly listing = new HostListing(this.names, (folder) =>
    this.askTwice({ do: 'list', uri: this.uriFor(folder) }),
  );
  /** Who waits to write a file, by its path: other programs of the host are not kept out, as it has no locks. */
  private readonly lastInLine = new Map<string, Promise<void>>();

  /** @param top the folder that all file systems of the host lie in */
  constructor(private readonly top = '/') {}

  /**
   * Says who is asked for files: to be called before anything else is.
   * @param addressOf makes an address of the host of a `file:` address
   */
  connect(ask: AskHost, addressOf: (fileUri: string) => string, shipped: PackageFiles): void {
    this.ask = ask;
    this.addressOf = addressOf;
    this.shipped = shipped;
    this.packageFolders = new Set(shipped.names.flatMap(foldersAround));
  }

  /** Learns the names beside some paths and in all folders that these lie in, so that they are known at once. */
  async prepare(paths: readonly string[]): Promise<void> {
    const folders = new Set<string>();
    for (const path of paths)
      for (const folder of this.foldersOf(path)) if (!this.names.isKnown(folder)) folders.add(folder);
    await Promise.all([...folders].map((folder) => this.listing.learn(folder)));
  }

  /** Whether the names beside a path are known. */
  isPrepared(path: string): boolean {
    const [beside] = this.foldersOf(path);
    return beside === undefined || this.names.isKnown(beside);
  }

  /** The folders that a path lies in, the nearest first, without the one that all file systems of the host lie in. */
  private foldersOf(path: string): string[] {
    const found: string[] = [];
    for (let folder = dirname(path); folder !== this.top && folder !== found.at(-1); folder = dirname(folder))
      found.push(folder);
    return found;
  }

  /** Learns again what stands at some paths, after a change. */
  async refresh(paths: readonly string[]): Promise<void> {
    for (const path of paths) this.listing.changed(path);
    const folders = new Set(paths.map((path) => dirname(path)));
    await Promise.all([...folders].map((folder) => this.listing.learnAnew(folder)));
    for (const path of paths) if (this.names.kindOf(path) !== 'folder') this.names.forget(path);
    await this.prepare(paths);
  }

  list(path: string): Promise<readonly Entry[] | undefined> {
    // Without a separator at its end.
    return this.listing.list(join(dirname(path), basename(path)));
  }

  listNow(folder: string): readonly Entry[] | undefined {
    return this.names.entriesOf(folder);
  }

  look(path: string): Status | undefined {
    const own = this.nameInPackage(path);
    const kind = (own === undefined ? undefined : this.kindInPackage(own)) ?? this.names.kindOf(path);
    return kind && { kind, modifiedMs: 0 };
  }

  /** Nobody is known by name, so that no folder is kept from being a study folder. */
  home(): string {
    return '/';
  }

  realPath(path: string): string {
    return path;
  }

  /** Nobody says where a link of the host leads, so that every one may lead out. */
  leadsOut(path: string, within: string | undefined): boolean {
    if (within === undefined) return false;
    const steps = relative(within, path).split(sep);
    if (steps[0] === '..') return true;
    return steps.some((_, at) => this.names.kindOf(join(within, ...steps.slice(0, at + 1))) === 'link');
  }

  async read(path: string, within?: string): Promise<FileBytes | undefined> {
    if (this.leadsOut(path, within)) return undefined;
    const answer = await this.askTwice({ do: 'read', uri: this.uriFor(path) });
    if ('bytes' in answer) return withinLimit(path, answer.bytes);
    if (isAbsent(answer)) return undefined;
    return { problem: bareRefusal(basename(path), 'read', 'code' in answer ? answer.code : undefined) };
  }

  /** Reads at once what was sent along with the package, and nothing else. */
  reader(): FileReader {
    return {
      read: (path) => {
        const bytes = this.shipped.contents.get(this.nameInPackage(path) ?? '');
        return bytes && { bytes };
      },
    };
  }

  write(path: string, content: string | Uint8Array, options?: WriteOptions): Promise<void> {
    return this.writeTogether([{ path, content }], options);
  }

  writeTogether(files: readonly WrittenFile[], options?: WriteOptions): Promise<void> {
    const writer: HostWriter = {
      ask: (question) => this.ask(question),
      uriOf: (path) => this.uriFor(path),
      leadsOut: (path, within) => this.leadsOut(path, within),
      isFolder: (path) => this.look(path)?.kind === 'folder',
      wrote: (path) => this.names.note(path, 'file'),
    };
    return writeHostFiles(files, writer, options);
  }

  writeFolder(path: string, files: readonly FolderFile[], options: WriteOptions): Promise<void> {
    return this.writeTogether(
      files.map((file) => ({ path: join(path, file.path), content: file.content })),
      options,
    );
  }

  async remove(path: string): Promise<void> {
    await this.ask({ do: 'remove', uri: this.uriFor(path) });
    this.names.note(path, undefined);
  }

  removeFolder(path: string): Promise<void> {
    return this.remove(path);
  }

  async lock(path: string): Promise<Lock> {
    const before = this.lastInLine.get(path);
    let done = (): void => undefined;
    const own = new Promise<void>((resolve) => (done = resolve));
    const line = (before ?? Promise.resolve()).then(() => own);
    this.lastInLine.set(path, line);
    await before;
    return {
      release: () => {
        done();
        if (this.lastInLine.get(path) === line) this.lastInLine.delete(path);
        return Promise.resolve();
      },
    };
  }

  /** The client of a worker tells of changes by itself. */
  watch(): Promise<Watching> {
    return Promise.resolve({ follow: () => Promise.resolve(), close: () => Promise.resolve() });
  }

  builtIns(packageRoot: string): readonly BuiltInFile[] {
    return this.shipped.names.flatMap((path) => {
      const role = builtInRoles[/^editions\/[^/]+\/([^/]+)$/u.exec(path)?.[1] ?? ''];
      return role ? [{ full: join(packageRoot, path), path, role }] : [];
    });
  }

  private uriFor(path: string): string {
    return this.addressOf(uriOf(path));
  }

  /** A host that failed for no reason that stays is asked once more. */
  private async askTwice(question: HostQuestion): Promise<HostAnswer> {
    const answer = await this.ask(question);
    if (!('code' in answer) || ![undefined, 'EBUSY', 'EIO'].includes(answer.code)) return answer;
    await new Promise((resolve) => setTimeout(resolve, retryPauseMs));
    return this.ask(question);
  }

  /** The path of a file relative to the package; undefined for one that lies elsewhere. */
  private nameInPackage(path: string): string | undefined {
    const { root } = this.shipped;
    return root !== '' && path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
  }

  private kindInPackage(name: string): EntryKind | undefined {
    if (this.packageFolders.has(name)) return 'folder';
    return this.shipped.names.includes(name) ? 'file' : undefined;
  }
}

const builtInRoles = tableOf<Role>({
  'edition.json': 'edition',
  'glossary.md': 'glossary',
});

/** The folders that a file lies in, by its path in the package. */
function foldersAround(name: string): string[] {
  const steps = name.split('/').slice(0, -1);
  return steps.map((_, at) => steps.slice(0, at + 1).join('/'));
}

function withinLimit(path: string, bytes: Uint8Array): FileBytes {
  if (bytes.length <= maxFileBytes) return { bytes };
  const megabytes = Math.round(bytes.length / 1048576);
  return { problem: messageOf('files.large', { name: basename(path), megabytes }) };
}
