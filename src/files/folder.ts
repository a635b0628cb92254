import { existsSync, realpathSync, type Dirent } from 'node:fs';
import { open, readdir, realpath, rename, rm, mkdir, writeFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { randomBytes } from 'node:crypto';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileContent } from '../workspace/studyFolder.ts';

/** A file on disk that may belong to a study folder. */
export interface ListedFile {
  readonly uri: string;
  /** Relative to the study folder, with `/`. */
  readonly path: string;
}

/** Files larger than this are not read: no text that people cite comes near it. */
const largestFile = 64 * 1024 * 1024;
const neverEntered = new Set(['node_modules', '.git', '.hg', '.svn']);
/** What a study folder is known by. */
export const configurationName = 'pilcrow.json';

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
 * The study folder that a file or folder belongs to: the nearest above with a `pilcrow.json`, else with `sources`;
 * undefined where there is none.
 */
export function studyRootOf(start: string): string | undefined {
  const above: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    above.push(folder);
    if (dirname(folder) === folder) break;
  }
  return (
    above.find((folder) => existsSync(join(folder, configurationName))) ??
    above.find((folder) => existsSync(join(folder, 'sources')))
  );
}

/** Tells, by their entries, which folders below a folder are study folders of their own, as `studyRootOf` sees it. */
export function ownStudies(root: string): (entries: readonly Dirent[]) => boolean {
  const above = studyRootOf(root);
  const bySources = above === undefined || !existsSync(join(above, configurationName));
  return (entries) =>
    entries.some((entry) => entry.name === configurationName) ||
    (bySources && entries.some((entry) => entry.name === 'sources' && entry.isDirectory()));
}

/**
 * Lists the files of a study folder. Folders in it that are study folders of their own are left out; links that lead out of the folder are not followed; what cannot be listed is passed over.
 * @param wanted whether a file is of use, by its path relative to the folder
 */
export async function listFolder(root: string, wanted: (path: string) => boolean): Promise<ListedFile[]> {
  const found: ListedFile[] = [];
  const realRoot = await realpath(root).catch(() => root);
  const entered = new Set<string>();
  const isOwnStudy = ownStudies(root);
  const walk = async (folder: string): Promise<void> => {
    const real = await realpath(folder).catch(() => undefined);
    if (real === undefined || entered.has(real) || !isWithin(realRoot, real)) return;
    entered.add(real);
    const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
    if (folder !== root && isOwnStudy(entries)) return;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = join(folder, entry.name);
      const kind = await kindOf(entry, full, realRoot);
      if (kind === 'folder' && !neverEntered.has(entry.name)) await walk(full);
      const path = relative(root, full).split(sep).join('/');
      if (kind === 'file' && wanted(path)) found.push({ uri: uriOf(full), path });
    }
  };
  await walk(root);
  return found;
}

async function kindOf(entry: Dirent, full: string, realRoot: string): Promise<'file' | 'folder' | undefined> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return undefined;
  try {
    const real = await realpath(full);
    if (!isWithin(realRoot, real)) return undefined;
    const status = await stat(real);
    return status.isFile() ? 'file' : status.isDirectory() ? 'folder' : undefined;
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

/** Reads a text file as UTF-8. What cannot be read is a sentence; a file that is gone is undefined. */
export async function readText(path: string): Promise<FileContent | undefined> {
  try {
    const handle = await open(path, 'r');
    try {
      const status = await handle.stat();
      if (!status.isFile()) return { problem: `${basename(path)} is not a file.` };
      if (status.size > largestFile)
        return {
          problem: `${basename(path)} is too large to be read: ${String(Math.round(status.size / 1048576))} MB.`,
        };
      return decode(await handle.readFile(), path);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return { problem: `${basename(path)} cannot be read: ${reason(code)}.` };
  }
}

function decode(bytes: Uint8Array, path: string): FileContent {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: `${basename(path)} is not UTF-8 text. Save it as UTF-8, or import it.` };
  }
}

function reason(code: string | undefined): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'you have no permission to read it';
    case 'EISDIR':
      return 'it is a folder';
    case 'ELOOP':
      return 'its links go round in a circle';
    default:
      return code ?? 'the system gave no reason';
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
