import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of editors for tests and the playground: outside the repository, shared by all clones. */
export function cacheFolder(): string {
  return process.env['PILCROW_CACHE'] ?? join(homedir(), '.cache', 'pilcrow');
}

/**
 * Returns a folder that is complete. `fill` works in a folder beside it, which gets the name only when finished. Two
 * processes may do this at once; the first one to finish wins.
 */
export async function fillOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cacheFolder(), name);
  if (existsSync(target)) return target;
  const unfinished = `${target}.unfinished-${process.pid}`;
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    await fill(unfinished);
    await rename(unfinished, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return target;
}
