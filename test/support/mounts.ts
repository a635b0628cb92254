import { execFileSync } from 'node:child_process';

/** Mounts a file system at a path with options of `mount`. Returns false if that is not allowed, as only root may. */
export type Mount = (path: string, ...options: readonly string[]) => boolean;

/** Has what is mounted in a test taken off after it. Called before the folders are made that it stands in, so that it is gone before they are. */
export function useMounts(): Mount {
  const mounted: string[] = [];
  afterEach(() => {
    for (const path of mounted.splice(0).reverse()) execFileSync('umount', [path]);
  });
  return (path, ...options) => {
    try {
      execFileSync('mount', [...options, path], { stdio: 'ignore' });
    } catch {
      return false;
    }
    if (!mounted.includes(path)) mounted.push(path);
    return true;
  };
}
