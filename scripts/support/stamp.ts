import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { globSync } from 'tinyglobby';
import { inRoot, root } from './paths.ts';

export interface Task {
  readonly name: string;
  /** Globs of the files whose contents decide whether the task must run. */
  readonly from: readonly string[];
  /** The files that the task makes. It runs again if one is missing. */
  readonly makes: readonly string[];
  run(): Promise<void>;
}

/** Runs a task unless its files are unchanged since it last succeeded. Returns whether it ran. */
export async function runIfChanged(task: Task): Promise<boolean> {
  const stamp = inRoot('out', 'stamps', task.name);
  const before = await readFile(stamp, 'utf8').catch(() => '');
  const now = hashOf(task.from);
  if (before === now && task.makes.every((path) => existsSync(inRoot(path)))) return false;
  await rm(stamp, { force: true });
  await task.run();
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, now);
  return true;
}

export function hashOf(globs: readonly string[], folder = root): string {
  const hash = createHash('sha256');
  for (const file of globSync([...globs], { cwd: folder, dot: true, absolute: true }).sort()) {
    hash.update(file.slice(folder.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
