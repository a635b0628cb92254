import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, refusal } from '../core/present/wording.ts';
import { isRefused, isWithin, makeFolder, readText, writeText } from './folder.ts';

/** What a change makes of the text of a file, which is empty where there is none; or why it cannot be made. */
export type TextChange = (text: string) => { readonly text: string } | { readonly problem: string };

/** A lock that is older than this was left by a process that died: writing takes no tenth of a second. */
const staleAfter = 10_000;
/** How long a file may be in somebody's hands, and how often one looks, in milliseconds. */
const patience = 30_000;
const look = 10;
/** Others that write without a lock, as git does, are given way to this often. */
const mostTries = 20;

/**
 * Changes a text file so that nothing that others write at the same time is lost: under a lock, on the text as it is now,
 * whole or not at all. Those who know no lock are noticed: where the file has changed since it was read, the change is made
 * anew on what is there.
 * @param root the study folder, which the file must lie in, links resolved
 * @returns why nothing was written, or nothing
 */
export async function changeTextFile(
  root: string,
  path: string,
  change: TextChange,
): Promise<{ readonly problem: string } | undefined> {
  try {
    return await changeUnderLock(root, path, change);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined && !isRefused(error)) throw error;
    return { problem: refusal(path, 'written', code) };
  }
}

async function changeUnderLock(
  root: string,
  path: string,
  change: TextChange,
): Promise<{ readonly problem: string } | undefined> {
  // A study folder that is gone is not made again by a note.
  await stat(root);
  await makeFolder(dirname(path));
  if (!(await liesWithin(root, path)))
    return { problem: `${basename(path)} lies outside the study folder and is not written.` };
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  if (!(await take(lock))) return { problem: `${basename(path)} is being written by somebody else.` };
  try {
    return await changeLocked(path, change);
  } finally {
    await rm(lock, { force: true });
  }
}

async function changeLocked(
  path: string,
  change: TextChange,
): Promise<{ readonly problem: string } | undefined> {
  for (let tries = 0; tries < mostTries; tries++) {
    const before = await readText(path);
    if (before && 'problem' in before) return before;
    const result = change(before?.text ?? '');
    if ('problem' in result) return result;
    if (result.text === before?.text) return undefined;
    const now = await readText(path);
    if (now && 'problem' in now) return now;
    if (now?.text !== before?.text) continue;
    await writeText(path, result.text);
    return undefined;
  }
  return { problem: `${basename(path)} changes all the time, so that nothing can be written.` };
}

async function liesWithin(root: string, path: string): Promise<boolean> {
  const folder = await realpath(dirname(path));
  const target = await realpath(path).catch(() => join(folder, basename(path)));
  return isWithin(await realpath(root), target);
}

async function take(lock: string): Promise<boolean> {
  for (const end = Date.now() + patience; ;) {
    try {
      await (await open(lock, 'wx')).close();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (Date.now() > end) return false;
    if (await isStale(lock)) await breakLock(lock);
    else await new Promise((resolve) => setTimeout(resolve, look * (0.5 + Math.random())));
  }
}

async function isStale(lock: string): Promise<boolean> {
  const status = await stat(lock).catch(() => undefined);
  return status !== undefined && Date.now() - status.mtimeMs > staleAfter;
}

/** Takes a dead lock away by renaming it, which only one of those who see it can do. */
async function breakLock(lock: string): Promise<void> {
  const away = `${lock}.${randomBytes(4).toString('hex')}`;
  await rename(lock, away).catch(() => undefined);
  await rm(away, { force: true });
}
