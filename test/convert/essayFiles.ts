import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';

const makeFiles = inRoot('..', 'shared', 'inout', 'make.sh');
const essay = inRoot('..', 'shared', 'essay', 'essay.md');

let folder: string | undefined;

/** Why the essay cannot be made into files of producers; undefined where it can. */
export function whyNoEssayFiles(): string | undefined {
  if (!existsSync(makeFiles)) return 'the generator is not at ../shared/inout';
  return existsSync(essay) ? undefined : 'the essay is not at ../shared/essay';
}

/**
 * Returns a folder with the essay as the producers on this machine write it. They are started once for all tests of a
 * process, and the folder goes with the process.
 */
export function essayFiles(): string {
  if (folder !== undefined) return folder;
  const made = mkdtempSync(join(tmpdir(), 'pilcrow-essay-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  execFileSync('sh', [makeFiles, essay, made], { stdio: 'ignore' });
  return (folder = made);
}
