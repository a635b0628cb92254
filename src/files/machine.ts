/** What is asked of the programs of this machine. In the web bundles, where there are none, `web/machine.ts` stands in its place. */
import { execFile } from 'node:child_process';
import { homedir } from 'node:os';

/** The `PATH` by which programs are found. */
export function programPath(): string {
  return process.env['PATH'] ?? process.env['Path'] ?? '';
}

/** How long git may take to say a name, in milliseconds. */
const maxGitMs = 3000;

/**
 * The name that git knows a person by in a folder, and in general where the folder is not on the disk; empty where it knows none, or
 * where there is no git. Git is not started in the folder: some systems look there for a program first, and anybody may have put one
 * there.
 */
export function gitName(folder: string): Promise<string> {
  return nameByGit(['-C', folder], () => nameByGit([], () => Promise.resolve('')));
}

/** How git ends where it cannot enter a folder. */
const noSuchFolder = 128;

function nameByGit(place: readonly string[], elsewhere: () => Promise<string>): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: homedir(), timeout: maxGitMs, windowsHide: true } as const;
    execFile('git', [...place, 'config', '--get', 'user.name'], options, (error, stdout) => {
      resolve(error?.code === noSuchFolder ? elsewhere() : error ? '' : stdout.trim());
    });
  });
}
