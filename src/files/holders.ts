/** Who holds a lock or left a temporary file: a process of this machine that is there, or one that is gone. */
import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

const wordsOfProcess = Symbol.for('pilcrow.words');

/**
 * The words of the locks and files that this process holds, all bundles of it together: a process of the same number that was
 * there before, as in a container, held others.
 */
export const ownWords: Set<string> =
  (Reflect.get(globalThis, wordsOfProcess) as Set<string> | undefined) ?? new Set<string>();
Reflect.set(globalThis, wordsOfProcess, ownWords);

/** Whether the process that uses a word is gone. One that may not be asked is there. */
export function isGone(pid: number, word: string): boolean {
  if (pid === process.pid) return !ownWords.has(word);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

const hostMark = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const temporary = /^\.pilcrow-(\d{1,10})-([0-9a-f]{8})-([0-9a-f]{12})\.tmp$/;

/** A name for a file that is there only until it is renamed or removed. It says whose it is. */
export function temporaryName(): string {
  const word = randomBytes(6).toString('hex');
  ownWords.add(word);
  return `.pilcrow-${String(process.pid)}-${hostMark}-${word}.tmp`;
}

/** Whether a name is that of a temporary file whose process, on this machine, is gone. */
export function isLeftBehind(name: string): boolean {
  const [, pid, host, word = ''] = temporary.exec(name) ?? [];
  return pid !== undefined && host === hostMark && isGone(Number(pid), word);
}

/** Nobody writes a temporary file any longer. */
export function forgetTemporary(name: string): void {
  ownWords.delete(temporary.exec(name)?.[3] ?? '');
}
