import { memo } from '../memo.ts';

/** The kind of a name. `unseen` is a folder that is not searched: a link, a nested study folder, or data of programs. */
export type NameKind = 'file' | 'folder' | 'unseen';

/** Everything in a study folder, by path from it, with `/`. */
export type FolderNames = ReadonlyMap<string, NameKind>;

/** In a folder with more names than this, the names are not collected. */
export const maxNames = 100_000;

/** Whether a path exists; undefined where that is unknown. */
export function isThere(path: string, names: FolderNames): boolean | undefined {
  if (path === '' || names.has(path)) return true;
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    if (names.get(path.slice(0, end)) === 'unseen') return undefined;
  // Some file systems spell letters with marks differently from what people type.
  const alike = spelledLike(path, names);
  return alike?.normalize('NFC') === path.normalize('NFC') ? undefined : false;
}

const namesByFold = memo(
  'names of a folder without their case',
  (names: FolderNames): ReadonlyMap<string, string> =>
    new Map([...names.keys()].map((name) => [foldPath(name), name])),
);

/** Returns a name that differs only in capitals; undefined where there is none. */
export function spelledLike(path: string, names: FolderNames): string | undefined {
  return namesByFold(names).get(foldPath(path));
}

function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/**
 * Returns a path from the study folder, with `.` and `..` resolved; undefined where it leads outside.
 * @param from the path of the file that contains it, relative to the study folder; empty for a path from the folder itself
 */
export function pathInFolder(from: string, written: string): string | undefined {
  const steps = from.split('/').slice(0, -1);
  for (const step of written.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}

/** Returns a path in the study folder as written in one of its files, relative to that file. */
export function pathTo(path: string, from: string): string {
  const [there, here] = [path.split('/'), from.split('/').slice(0, -1)];
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  return [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
}

/** The target of a link into the study folder. */
export interface InsideTarget {
  /** Relative to the study folder; the file's own path where only a fragment is written. */
  readonly path: string;
  /** The text before `?` and `#`. */
  readonly written: string;
  /** The text after `#`; undefined where there is none. */
  readonly fragment: string | undefined;
}

/**
 * Returns the target of a link in the study folder; undefined for web addresses, absolute paths, paths out of the study
 * folder, and anything that may not be a path.
 * @param from the path of the file that contains it, relative to the study folder
 */
export function insideTarget(target: string, from: string): InsideTarget | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^[/\\~]|[\\{}<>|*\p{Cc}]/iu.test(target)) return undefined;
  const [, written = '', query, , hash] = /^([^?#]*)(\?[^#]*)?(#(.*))?$/su.exec(target) ?? [];
  const fragment = hash === undefined ? undefined : target.slice(target.indexOf('#') + 1);
  if (written === '') return query === undefined && fragment ? { path: from, written, fragment } : undefined;
  const decoded = decodePercents(written);
  if (decoded === undefined || /[\0\\]|^\//.test(decoded)) return undefined;
  const path = pathInFolder(from, decoded);
  return path === undefined ? undefined : { path, written, fragment: fragment || undefined };
}

/** Decodes percent signs; undefined where they are not valid. */
export function decodePercents(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * Returns the paths of other files whose identifiers the links of a text may refer to, and perhaps more. It uses only the
 * plain text, so the Markdown need not be read. A check must not ask for identifiers of any other papers.
 */
export function pathsWithFragment(text: string, from: string): string[] {
  const paths = new Set<string>();
  for (const [, written = ''] of text.matchAll(/\](?:\(|:)(?=[ \t\r\n]*<?([^#<>\r\n]{1,500}?)#)/g)) {
    const path = insideTarget(written, from)?.path;
    if (path !== undefined && path !== from) paths.add(path);
  }
  return [...paths];
}
