import { randomBytes } from 'node:crypto';
import { realpathSync, type Dirent } from 'node:fs';
import { readdir, realpath, rename, rm, mkdir, writeFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ownStudies } from './roots.ts';

export { readText } from './reading.ts';
export { configurationName, studyRootOf } from './roots.ts';

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
 * Lists the files of a study folder. Folders in it that are study folders of their own are left out; links that lead out
 * of the folder are not followed; what cannot be listed is passed over. What is no link lies where it stands: only links
 * are followed through the file system.
 * @param wanted whether a file is of use, by its path relative to the folder
 */
export async function listFolder(root: string, wanted: (path: string) => boolean): Promise<ListedFile[]> {
  const found: ListedFile[] = [];
  const realRoot = await realpath(root).catch(() => root);
  const entered = new Set<string>();
  const isOwnStudy = ownStudies(root);
  const walk = async (folder: string, path: string, real: string): Promise<void> => {
    if (entered.has(real)) return;
    entered.add(real);
    const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
    if (folder !== root && isOwnStudy(entries)) return;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = join(folder, entry.name);
      const here = await followed(entry, full, join(real, entry.name), realRoot);
      const below = path + entry.name;
      if (here?.kind === 'folder' && !neverEntered.has(entry.name)) await walk(full, `${below}/`, here.real);
      if (here?.kind === 'file' && wanted(below)) found.push({ uri: uriOf(full), path: below });
    }
  };
  await walk(root, '', realRoot);
  return found;
}

interface Followed {
  readonly kind: 'file' | 'folder';
  /** The path with all links resolved. */
  readonly real: string;
}

async function followed(
  entry: Dirent,
  full: string,
  real: string,
  realRoot: string,
): Promise<Followed | undefined> {
  if (entry.isFile()) return { kind: 'file', real };
  if (entry.isDirectory()) return { kind: 'folder', real };
  if (!entry.isSymbolicLink()) return undefined;
  try {
    const target = await realpath(full);
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

/** Writes a file whole or not at all: beside it first, then renamed over it. Makes the folders it needs. */
export async function writeText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const target = await realpath(path).catch(() => path);
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(beside, text, { encoding: 'utf8', flag: 'wx', mode: await modeOf(target) });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function modeOf(path: string): Promise<number> {
  const status = await stat(path).catch(() => undefined);
  return status ? status.mode & 0o777 : 0o666;
}
