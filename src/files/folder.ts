import { randomBytes } from 'node:crypto';
import { realpathSync, type Dirent } from 'node:fs';
import { readdir, realpath, rename, rm, mkdir, writeFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type FolderNames, maxNames, type NameKind } from '../core/study.ts';
import { codeOf, refusal } from '../core/present/wording.ts';
import { ownStudies } from './roots.ts';

export { readText } from './reading.ts';
export { configurationName } from './roots.ts';

/** A file on disk that may belong to a study folder. */
export interface ListedFile {
  readonly uri: string;
  /** Relative to the study folder, with `/`. */
  readonly path: string;
}

const neverEntered = new Set(['node_modules', '.git', '.hg', '.svn']);

/** The URI of a path, as editors write it. */
export function uriOf(path: string): string {
  return pathToFileURL(path).toString();
}

/** The path of a `file:` URI; undefined for other schemes and for what is no URI. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Lists the files of a study folder, each once: under its own name where that is of use, else under that of a link to it.
 * Folders in it that are study folders of their own are left out; links that lead out of the folder are not followed; what
 * cannot be listed is passed over. What is no link lies where it stands: only links are followed through the file system.
 * @param wanted whether a file is of use, by its path relative to the folder
 * @param names told of everything that is there, of use or not
 */
export async function listFolder(
  root: string,
  wanted: (path: string) => boolean,
  names?: NameCollector,
): Promise<ListedFile[]> {
  const realRoot = await realpath(root).catch(() => root);
  const listing = new Listing(root, realRoot, wanted, names);
  await listing.enter('', realRoot);
  await listing.followLinks();
  return listing.files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The names of all that is in a study folder. */
export async function listNames(root: string): Promise<FolderNames | undefined> {
  const names = new NameCollector();
  await listFolder(root, () => false, names);
  return names.all;
}

/** Gathers the names of what is in a study folder. */
export class NameCollector {
  private readonly names = new Map<string, NameKind>();

  add(path: string, kind: NameKind): void {
    if (this.names.size <= maxNames) this.names.set(path, kind);
  }

  /** Undefined where there are too many to be known. */
  get all(): FolderNames | undefined {
    return this.names.size > maxNames ? undefined : this.names;
  }
}

/** A link in a folder: where it stands, and what it leads to. */
interface Link extends Followed {
  readonly path: string;
  readonly name: string;
}

class Listing {
  readonly files: ListedFile[] = [];
  private readonly links: Link[] = [];
  /** The folders and files that have been seen, with their links resolved. */
  private readonly seen = new Set<string>();
  private readonly isOwnStudy: (entries: readonly Dirent[]) => boolean;

  constructor(
    private readonly root: string,
    private readonly realRoot: string,
    private readonly wanted: (path: string) => boolean,
    private names: NameCollector | undefined,
  ) {
    this.isOwnStudy = ownStudies(root);
  }

  /** @param path of the folder, relative to the root and with a slash at the end; empty for the root */
  async enter(path: string, real: string): Promise<void> {
    if (this.seen.has(real)) return;
    this.seen.add(real);
    const entries = await readdir(join(this.root, path), { withFileTypes: true }).catch(() => undefined);
    if (!entries || (path !== '' && this.isOwnStudy(entries))) {
      this.names?.add(path.slice(0, -1), 'unseen');
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      this.names?.add(path + entry.name, kindOf(entry));
      const below = join(real, entry.name);
      if (entry.isSymbolicLink()) {
        const target = await followed(join(this.root, path, entry.name), this.realRoot);
        if (target) this.links.push({ ...target, path: path + entry.name, name: entry.name });
      } else if (entry.isDirectory()) await this.enterNamed(entry.name, path + entry.name, below);
      else if (entry.isFile()) this.add(path + entry.name, below);
    }
  }

  private async enterNamed(name: string, path: string, real: string): Promise<void> {
    if (!neverEntered.has(name)) await this.enter(`${path}/`, real);
  }

  private add(path: string, real: string): void {
    if (this.seen.has(real) || !this.wanted(path)) return;
    this.seen.add(real);
    this.files.push({ uri: uriOf(join(this.root, relative(this.realRoot, real))), path });
  }

  /** After everything that stands in its own place, so that a link is a second name, whichever comes first. */
  async followLinks(): Promise<void> {
    // What is behind a link has a name of its own, or none that is known.
    this.names = undefined;
    this.links.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (let link = this.links.shift(); link; link = this.links.shift())
      if (link.kind === 'file') this.add(link.path, link.real);
      else await this.enterNamed(link.name, link.path, link.real);
  }
}

function kindOf(entry: Dirent): NameKind {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() && !neverEntered.has(entry.name) ? 'folder' : 'unseen';
}

interface Followed {
  readonly kind: 'file' | 'folder';
  /** The path with all links resolved. */
  readonly real: string;
}

/** What a link leads to; undefined where that lies outside of a folder, or nowhere. */
async function followed(link: string, realRoot: string): Promise<Followed | undefined> {
  try {
    const target = await realpath(link);
    if (!isWithin(realRoot, target)) return undefined;
    const status = await stat(target);
    if (status.isFile()) return { kind: 'file', real: target };
    return status.isDirectory() ? { kind: 'folder', real: target } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a path lies in a folder or is the folder. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !/^[A-Za-z]:/.test(way) && !way.startsWith(sep));
}

/** Whether a path, links resolved, lies in a folder. */
export function isReallyWithin(folder: string, path: string): boolean {
  try {
    return isWithin(realpathSync(folder), realpathSync(path));
  } catch {
    return false;
  }
}

/** A file that the system refuses to be written, in words for people; `path` is the file that was meant. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly path: string,
    readonly code: string | undefined,
  ) {
    super(refusal(path, 'written', code));
  }
}

/** Whether something that was thrown is a `Refused`, in whichever bundle: each has a class of its own. */
export function isRefused(error: unknown): error is Refused {
  return error instanceof Error && error.name === 'Refused';
}

/**
 * Writes a file whole or not at all: beside it first, then renamed over it. Makes the folders it needs. Throws `Refused`.
 */
export async function writeText(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const name = `.${randomBytes(6).toString('hex')}.tmp`;
  const beside = join(dirname(target), name);
  try {
    await makeFolder(dirname(target));
    await writeFile(beside, text, { encoding: 'utf8', flag: 'wx', mode: await modeOf(target) });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new Refused(path, codeOf(error));
  }
}

/** Makes a folder with those above it. Node.js says of several on a read-only disk only that they are not there. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

async function modeOf(path: string): Promise<number> {
  const status = await stat(path).catch(() => undefined);
  return status ? status.mode & 0o777 : 0o666;
}
