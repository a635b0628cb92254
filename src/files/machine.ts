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
 * The name that git knows a person by in a folder; empty where it knows none, or where there is no git. Git is not started in the
 * folder: some systems look there for a program first, and anybody may have put one there.
 */
export function gitName(folder: string): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: homedir(), timeout: maxGitMs, windowsHide: true } as const;
    execFile('git', ['-C', folder, 'config', '--get', 'user.name'], options, (error, stdout) => {
      resolve(error ? '' : stdout.trim());
    });
  });
}
