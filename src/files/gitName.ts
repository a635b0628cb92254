import { execFile } from 'node:child_process';

/** How long git may take to say a name, in milliseconds. */
const patience = 3000;

/** The name that git knows a person by in a folder; empty where it knows none, or where there is no git. */
export function gitName(folder: string): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: folder, timeout: patience, windowsHide: true } as const;
    execFile('git', ['config', '--get', 'user.name'], options, (error, stdout) => {
      resolve(error ? '' : stdout.trim());
    });
  });
}
