import { type Message, messageOf } from '../core/messages.ts';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Role } from '../core/study.ts';
import { bareRefusal, errorCode } from '../core/present/wording.ts';
import {
  maxFileBytes,
  Refused,
  type BuiltInFile,
  type Entry,
  type EntryKind,
  type FileBytes,
  type FileReader,
  type FileSystem,
  type Lock,
  type WriteOptions,
  type WrittenFile,
} from './fileSystem.ts';
import { swapFolder } from './folderSwap.ts';
import { forgetTemporary, isLeftBehind, temporaryName } from './holders.ts';
import { lockFile } from './locking.ts';
import { isWithin } from './paths.ts';

/** The files of this machine, by Node.js. A program that runs elsewhere is built with another file in place of this one. */
export const disk: FileSystem = {
  list: (folder) => readdir(folder, { withFileTypes: true }).then(entriesOf, () => undefined),
  listNow: (folder) => tryOr(() => entriesOf(readdirSync(folder, { withFileTypes: true }))),
  look: (path, link = 'target') =>
    tryOr(() => {
      const status = (link === 'itself' ? lstatSync : statSync)(path, { throwIfNoEntry: false });
      return status && { kind: entryKindOf(status), modifiedMs: status.mtimeMs };
    }),
  home: homedir,
  realPath,
  leadsOut,
  read: readWithin,
  reader: () => new NodeReader(),
  write: (path, content, options) => writeTogether([{ path, content }], options),
  writeTogether,
  writeFolder: async (path, files, { within, owned }) => {
    if (leadsOut(path, within)) throw new Refused(path, 'OUTSIDE');
    await swapFolder({ target: realPath(path), files, owned });
  },
  remove: (path) => rm(path, { force: true }).catch(() => undefined),
  removeFolder: (path) => rm(path, { force: true, recursive: true }).catch(() => undefined),
  lock,
  watch: async (listener) => (await import('./watching.ts')).startWatching(listener, disk),
  builtIns,
};

function tryOr<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function entriesOf(entries: readonly Dirent[]): Entry[] {
  return entries.map((entry) => ({ name: entry.name, kind: entryKindOf(entry) }));
}

function entryKindOf(status: Dirent | Stats): EntryKind {
  if (status.isFile()) return 'file';
  if (status.isDirectory()) return 'folder';
  return status.isSymbolicLink() ? 'link' : 'other';
}

function realPath(path: string): string {
  for (let head = path, tail = ''; ;) {
    try {
      return join(realpathSync.native(head), tail);
    } catch {
      if (dirname(head) === head) return path;
      tail = join(basename(head), tail);
      head = dirname(head);
    }
  }
}

function leadsOut(path: string, within: string | undefined): boolean {
  return within !== undefined && !isWithin(realPath(within), realPath(path));
}

/** To open a pipe otherwise waits for its writer. Windows has no such flags. */
const { O_NONBLOCK: nonBlocking = 0, O_NOCTTY: noTerminal = 0 } = constants as Partial<typeof constants>;
const openFlags = constants.O_RDONLY | nonBlocking | noTerminal;

async function readWithin(path: string, within?: string): Promise<FileBytes | undefined> {
  if (leadsOut(path, within)) return undefined;
  try {
    const handle = await open(path, openFlags);
    try {
      return await readOpen(handle, path);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return unreadableBytes(path, error);
  }
}

async function readOpen(handle: FileHandle, path: string): Promise<FileBytes> {
  const status = await handle.stat();
  const problem = whyNot(path, status.isFile(), status.size);
  if (problem !== undefined) return { problem };
  // One more than there is, so that a file that grows meanwhile is noticed and read to its end.
  let buffer = Buffer.allocUnsafeSlow(status.size + 1);
  for (let length = 0; ;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
    length += bytesRead;
    if (isAll(bytesRead, length, status.size)) return { bytes: buffer.subarray(0, length) };
    if (length > maxFileBytes) return { problem: tooLarge(path, length) };
    if (length === buffer.length) buffer = Buffer.concat([buffer], roomFor(length, buffer));
  }
}

class NodeReader implements FileReader {
  private buffer = Buffer.alloc(0);

  read(path: string, within?: string): FileBytes | undefined {
    if (leadsOut(path, within)) return undefined;
    try {
      const file = openSync(path, openFlags);
      try {
        return this.readOpen(file, path);
      } finally {
        closeSync(file);
      }
    } catch (error) {
      return unreadableBytes(path, error);
    }
  }

  private readOpen(file: number, path: string): FileBytes {
    const status = fstatSync(file);
    const problem = whyNot(path, status.isFile(), status.size);
    if (problem !== undefined) return { problem };
    let buffer =
      status.size < this.buffer.length
        ? this.buffer
        : Buffer.allocUnsafeSlow(roomFor(status.size, this.buffer));
    for (let length = 0; ;) {
      const bytesRead = readSync(file, buffer, length, buffer.length - length, null);
      length += bytesRead;
      // What is rare and long is not kept behind what is short.
      if (buffer.length <= maxKeptBytes) this.buffer = buffer;
      if (isAll(bytesRead, length, status.size)) return { bytes: buffer.subarray(0, length) };
      if (length > maxFileBytes) return { problem: tooLarge(path, length) };
      if (length === buffer.length) buffer = Buffer.concat([buffer], roomFor(length, this.buffer));
    }
  }
}

/** A buffer that is longer is not used again. Bytes. */
const maxKeptBytes = 1024 * 1024;

/** How large a buffer is to be that takes more than so many bytes. */
function roomFor(size: number, before: Buffer): number {
  return Math.max(size + 1, 2 * before.length);
}

/** What says that it is empty may be made as it is read, as files of the system are. */
function isAll(bytesRead: number, length: number, size: number): boolean {
  return bytesRead === 0 || length === size;
}

function whyNot(path: string, isFile: boolean, size: number): Message | undefined {
  if (!isFile) return notAFile(path);
  return size > maxFileBytes ? tooLarge(path, size) : undefined;
}

function notAFile(path: string): Message {
  return messageOf('files.noFile', { name: basename(path) });
}

function tooLarge(path: string, size: number): Message {
  return messageOf('files.large', { name: basename(path), megabytes: Math.round(size / 1048576) });
}

function unreadableBytes(path: string, error: unknown): { problem: Message } | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  // A socket cannot even be opened.
  if (code === 'ENXIO' || code === 'EOPNOTSUPP') return { problem: notAFile(path) };
  return { problem: bareRefusal(basename(path), 'read', code) };
}

/** A file that stands written beside its target, and takes its place by being renamed. */
interface StagedFile {
  readonly path: string;
  readonly target: string;
  readonly beside: string;
  readonly isNew: boolean;
}

/** All are written beside their targets before the first is renamed: after that hardly anything is refused. */
async function writeTogether(files: readonly WrittenFile[], options: WriteOptions = {}): Promise<void> {
  const staged: StagedFile[] = [];
  const renamed: StagedFile[] = [];
  try {
    for (const file of files) staged.push(await stage(file, options));
    for (const each of staged) {
      await rename(each.beside, each.target).catch((error: unknown) => {
        throw new Refused(each.path, errorCode(error));
      });
      renamed.push(each);
    }
    if (!options.isPrivate) await syncFolders(renamed);
  } catch (error) {
    for (const { beside } of staged) await disk.remove(beside);
    for (const { target, isNew } of renamed) if (isNew) await disk.remove(target);
    throw error;
  } finally {
    for (const { beside } of staged) forgetTemporary(basename(beside));
  }
}

/** Makes sure that the new names are on the disk, too, where the system lets one. */
async function syncFolders(files: readonly StagedFile[]): Promise<void> {
  for (const folder of new Set(files.map(({ target }) => dirname(target)))) {
    const handle = await open(folder, constants.O_RDONLY).catch(() => undefined);
    await handle?.sync().catch(() => undefined);
    await handle?.close();
  }
}

/** A folder into which file after file is written is looked through once in this time. Milliseconds. */
const cleanForMs = 1000;
const lastCleaned = { folder: '', at: -Infinity };

/** Removes what a process that was killed left in a folder while it wrote there. */
async function cleanUp(folder: string): Promise<void> {
  if (folder === lastCleaned.folder && performance.now() - lastCleaned.at < cleanForMs) return;
  Object.assign(lastCleaned, { folder, at: performance.now() });
  for (const { name, kind } of (await disk.list(folder)) ?? [])
    if (kind === 'file' && isLeftBehind(name)) await disk.remove(join(folder, name));
}

async function stage(
  { path, content }: WrittenFile,
  { within, isPrivate = false }: WriteOptions,
): Promise<StagedFile> {
  if (leadsOut(path, within)) throw new Refused(path, 'OUTSIDE');
  const target = realPath(path);
  const beside = join(dirname(target), temporaryName());
  const status = tryOr(() => statSync(target));
  if (status?.isDirectory()) throw new Refused(path, 'EISDIR');
  const mode = isPrivate ? 0o600 : status ? status.mode & 0o777 : 0o666;
  try {
    await makeFolder(dirname(target), isPrivate ? 0o700 : 0o777);
    await cleanUp(dirname(target));
    await writeFlushed(beside, content, mode, !isPrivate);
  } catch (error) {
    await disk.remove(beside);
    forgetTemporary(basename(beside));
    throw new Refused(path, errorCode(error));
  }
  return { path, target, beside, isNew: !status };
}

/** @param flushed whether it is on the disk afterwards, also where the machine stops; what can be made again need not be */
async function writeFlushed(
  path: string,
  content: string | Uint8Array,
  mode: number,
  flushed: boolean,
): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(content);
    if (flushed) await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a folder with those above it. Node.js says of several on a read-only disk only that they are not there. */
async function makeFolder(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path), mode);
    await mkdir(path, mode);
  }
}

async function lock(path: string): Promise<Lock | undefined> {
  await makeFolder(dirname(path), 0o777);
  return lockFile(path, readWithin);
}

const builtInNames: readonly (readonly [string, Role])[] = [
  ['edition.json', 'edition'],
  ['glossary.md', 'glossary'],
];

function builtIns(packageRoot: string): readonly BuiltInFile[] {
  const editions = disk.listNow(join(packageRoot, 'editions')) ?? [];
  return editions
    .map(({ name }) => name)
    .sort()
    .flatMap((name) =>
      builtInNames.flatMap(([file, role]) => {
        const path = `editions/${name}/${file}`;
        const full = join(packageRoot, path);
        return disk.look(full) ? [{ full, path, role }] : [];
      }),
    );
}
