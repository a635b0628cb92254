import { randomBytes } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../core/present/wording.ts';
import type { FileBytes, Lock } from './fileSystem.ts';
import { forgetTemporary, isGone, ownWords, temporaryName } from './holders.ts';

type ReadFile = (path: string) => Promise<FileBytes | undefined>;

/** How long a file may be in somebody’s hands, and how often one looks. Milliseconds. */
const maxLockWait = 30_000;
const lockPollMs = 10;
/**
 * How long a lock may say nothing: who makes one writes into it at once, unless killed in between. It is this process that waits so
 * long, whatever clocks and times of files say. Milliseconds.
 */
const maxSilence = 1000;

/**
 * Waits until nobody else holds the lock of a file. A lock says whose it is: process, host and a word that no other has. It is
 * broken where that process is gone; one of another host is waited for, however old it seems.
 * @param path of the file, whose folder is there
 * @param read reads a file without blocking
 * @returns undefined where that takes too long
 */
export async function lockFile(path: string, read: ReadFile): Promise<Lock | undefined> {
  const lockPath = join(dirname(path), `.${basename(path)}.lock`);
  const word = randomBytes(8).toString('hex');
  const own = `${String(process.pid)} ${hostname()} ${word}\n`;
  let silence: { readonly since: number } | undefined;
  for (const end = performance.now() + maxLockWait; performance.now() < end;) {
    if (await takesLock(lockPath, own, word)) return { release: () => release(lockPath, own, word, read) };
    const said = await saidIn(lockPath, read);
    if (said === '') silence ??= { since: performance.now() };
    else silence = undefined;
    const isSilent = silence !== undefined && performance.now() - silence.since > maxSilence;
    if (said !== undefined && (isSilent || isOfNobody(said))) await breakLock(lockPath, said, read);
    else await new Promise((resolve) => setTimeout(resolve, lockPollMs * (0.5 + Math.random())));
  }
  return undefined;
}

async function takesLock(lockPath: string, own: string, word: string): Promise<boolean> {
  try {
    const file = await open(lockPath, 'wx');
    ownWords.add(word);
    await file.writeFile(own).finally(() => file.close());
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

/** Undefined for a lock that is gone, and for what is no file: it could be waited for without end. */
async function saidIn(path: string, read: ReadFile): Promise<string | undefined> {
  const found = await read(path);
  return found && 'bytes' in found ? new TextDecoder().decode(found.bytes) : undefined;
}

function isOfNobody(said: string): boolean {
  const [, pid, host, word = ''] = /^(\d{1,10}) (\S+) ([0-9a-f]+)\n$/.exec(said) ?? [];
  return pid !== undefined && host === hostname() && isGone(Number(pid), word);
}

/**
 * Takes a dead lock away by renaming it, which only one of those who see it can do. Where another has done so before, and somebody
 * has locked the file since, that lock is put back.
 */
async function breakLock(lockPath: string, dead: string, read: ReadFile): Promise<void> {
  const away = join(dirname(lockPath), temporaryName());
  await rename(lockPath, away).catch(() => undefined);
  if ((await saidIn(away, read)) !== dead) await link(away, lockPath).catch(() => undefined);
  await rm(away, { force: true });
  forgetTemporary(basename(away));
}

/** A lock that another has broken meanwhile, and taken, is not ours to remove. */
async function release(lockPath: string, own: string, word: string, read: ReadFile): Promise<void> {
  if ((await saidIn(lockPath, read)) === own) await rm(lockPath, { force: true });
  ownWords.delete(word);
}
