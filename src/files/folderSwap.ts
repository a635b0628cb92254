import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../core/present/wording.ts';
import { type FolderFile, Refused } from './fileSystem.ts';

/** A folder that takes the place of another. */
export interface FolderSwap {
  /** The folder, with links resolved. It may be there or not. */
  readonly target: string;
  /** What it holds afterwards, besides what stays. */
  readonly files: readonly FolderFile[];
  /** The paths in it that may be deleted. Every other file in it stays, unless one of `files` has its path. */
  readonly owned: ReadonlySet<string>;
}

/**
 * Replaces a folder: the new one is written beside it, then both change names, then what stays is moved into the new one. Where
 * something is refused before that, the old one is as it was. Throws `Refused`.
 */
export async function swapFolder({ target, files, owned }: FolderSwap): Promise<void> {
  const mark = randomBytes(6).toString('hex');
  const beside = (what: string): string => join(dirname(target), `.${basename(target)}-${mark}.${what}`);
  const [fresh, old] = [beside('new'), beside('old')];
  const refuse = (error: unknown): never => {
    throw new Refused(target, errorCode(error));
  };
  await rejectClashes(target, files);
  try {
    await writeAll(fresh, files);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    refuse(error);
  }
  const isThere = await rename(target, old).then(
    () => true,
    async (error: unknown) => {
      if (errorCode(error) === 'ENOENT') return false;
      await rm(fresh, { recursive: true, force: true });
      return refuse(error);
    },
  );
  await rename(fresh, target).catch(async (error: unknown) => {
    if (isThere) await rename(old, target);
    await rm(fresh, { recursive: true, force: true });
    refuse(error);
  });
  if (isThere) await emptyInto(old, target, '', { files: new Set(files.map(({ path }) => path)), owned });
}

async function writeAll(folder: string, files: readonly FolderFile[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const below of new Set(files.map(({ path }) => dirname(path))))
    await mkdir(join(folder, below), { recursive: true });
  for (const { path, content } of files) await writeFile(join(folder, path), content, { flag: 'wx' });
}

/** Where a file is to be there must be no folder, and where a folder is to be nothing else: neither could be kept. */
async function rejectClashes(target: string, files: readonly FolderFile[]): Promise<void> {
  const folders = new Set<string>();
  for (const { path } of files) {
    for (let at = dirname(path); at !== '.'; at = dirname(at)) folders.add(at);
    const status = await lstat(join(target, path)).catch(() => undefined);
    if (status?.isDirectory()) throw new Refused(join(target, path), 'EISDIR');
  }
  for (const folder of ['', ...folders]) {
    const status = await lstat(join(target, folder)).catch(() => undefined);
    if (status && !status.isDirectory()) throw new Refused(join(target, folder), 'ENOTDIR');
  }
}

interface Leaving {
  readonly files: ReadonlySet<string>;
  readonly owned: ReadonlySet<string>;
}

/** Moves what stays of an old folder into the new one, and takes the rest away. A folder goes where nothing is left in it. */
async function emptyInto(old: string, target: string, below: string, leaving: Leaving): Promise<void> {
  for (const entry of await readdir(join(old, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    const from = join(old, path);
    const to = join(target, path);
    if (entry.isDirectory()) {
      const isNew = !(await lstat(to).catch(() => undefined));
      if (isNew && !hasOwned(path, leaving)) await rename(from, to);
      else await emptyInto(old, target, path, leaving);
    } else if (leaving.files.has(path) || leaving.owned.has(path)) await rm(from, { force: true });
    else {
      await mkdir(dirname(to), { recursive: true });
      await rename(from, to);
    }
  }
  await rmdir(join(old, below)).catch(() => undefined);
}

/** Whether a folder has a file that may be deleted. */
function hasOwned(folder: string, { owned }: Leaving): boolean {
  return [...owned].some((path) => path.startsWith(`${folder}/`));
}
