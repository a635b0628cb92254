import { SideTable } from '../text.ts';

/** What stands under a name; `unseen` is what nobody looks into: a link, a study folder within, what belongs to programs. */
export type NameKind = 'file' | 'folder' | 'unseen';

/** Everything in a study folder, by path relative to it, with `/`. */
export type FolderNames = ReadonlyMap<string, NameKind>;

/** In larger folders nobody knows the names of all files. */
export const maxNames = 100_000;

/** Whether a path leads to something; undefined where nobody knows. */
export function isThere(path: string, names: FolderNames): boolean | undefined {
  if (path === '' || names.has(path)) return true;
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    if (names.get(path.slice(0, end)) === 'unseen') return undefined;
  // Some file systems write letters with marks in another way than people do.
  const alike = spelledLike(path, names);
  return alike?.normalize('NFC') === path.normalize('NFC') ? undefined : false;
}

const byFold = new SideTable<FolderNames, ReadonlyMap<string, string>>();

/** A name that differs in capitals alone. */
export function spelledLike(path: string, names: FolderNames): string | undefined {
  let folded = byFold.get(names);
  if (!folded) byFold.set(names, (folded = new Map([...names.keys()].map((name) => [fold(name), name]))));
  return folded.get(fold(path));
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/**
 * A path below the folder of a file of the study folder, `.` and `..` resolved; undefined where it leads outside.
 * @param from the path of the file that names it, relative to the study folder
 */
export function pathFrom(from: string, written: string): string | undefined {
  const steps = from.split('/').slice(0, -1);
  for (const step of written.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}

/** How a file of the study folder names a path in it. */
export function pathTo(path: string, from: string): string {
  const [there, here] = [path.split('/'), from.split('/').slice(0, -1)];
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  return [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
}
