/** The arithmetic of paths with `/` alone, as the host of a worker has them: what `../pathNames.ts` takes from Node.js. */
export const sep = '/';

/** A path without `.`, `..`, doubled slashes; `.` for one that leads nowhere. */
function normalised(path: string): string {
  const isAbsolute = path.startsWith('/');
  const steps: string[] = [];
  for (const step of path.split('/')) {
    const isBack = step === '..';
    if (isBack && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (isBack ? !isAbsolute : step !== '' && step !== '.') steps.push(step);
  }
  const end = path.endsWith('/') && steps.length > 0 ? '/' : '';
  return (isAbsolute ? '/' : '') + (steps.join('/') || (isAbsolute ? '' : '.')) + end;
}

export function join(...parts: readonly string[]): string {
  return normalised(parts.filter((part) => part !== '').join('/'));
}

/** The last of the paths that is absolute, and those after it; all are taken from the root where none is. */
export function resolve(...parts: readonly string[]): string {
  const from = parts.findLastIndex((part) => part.startsWith('/'));
  const path = normalised(`/${parts.slice(Math.max(from, 0)).join('/')}`);
  return path === '/' ? path : path.replace(/\/$/u, '');
}

export function dirname(path: string): string {
  const [, folder = ''] = /^(.*?)\/*[^/]*\/*$/su.exec(path) ?? [];
  return folder === '' ? (path.startsWith('/') ? '/' : '.') : folder;
}

export function basename(path: string): string {
  return /([^/]*)\/*$/su.exec(path)?.[1] ?? '';
}

/** The way from one absolute path to another. */
export function relative(from: string, to: string): string {
  const [start, end] = [from, to].map((path) => resolve(path).split('/').filter(Boolean));
  if (!start || !end) return '';
  let shared = 0;
  while (shared < start.length && shared < end.length && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}
