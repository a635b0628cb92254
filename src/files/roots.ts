import { basename, dirname, join } from './pathNames.ts';
import type { Entry } from './fileSystem.ts';
import { disk } from './node.ts';
import { isWithin } from './paths.ts';

/** What a study folder is known by. */
export const configurationName = 'pilcrow.json';

/**
 * The study folder that a file or folder belongs to: the nearest above with a `pilcrow.json`, else with `sources` beside
 * `papers`, `glossary.md` or a paper; undefined where there is none. Nothing above the repository that the place is in counts,
 * nor the home folder and what is above it.
 * @param start a folder, links resolved
 */
export function studyRootOf(start: string, home = realHome()): string | undefined {
  const above: string[] = [];
  for (let folder = start; !isHomeOrAbove(folder, home); folder = dirname(folder)) {
    above.push(folder);
    if (dirname(folder) === folder || isOnDisk(join(folder, '.git'))) break;
  }
  return (
    above.find((folder) => isOnDisk(join(folder, configurationName))) ??
    above.find((folder) => isOnDisk(join(folder, 'sources')) && looksLikeStudy(disk.listNow(folder) ?? []))
  );
}

/**
 * Whether a folder that somebody opened or stands in is taken for the study folder of a file that has none.
 * @param folder links resolved, as the path of the file
 */
export function standsIn(folder: string, path: string): boolean {
  if (isHomeOrAbove(folder)) return false;
  for (let above = dirname(path); above !== folder; above = dirname(above))
    if (dirname(above) === above || isOnDisk(join(above, '.git'))) return false;
  return true;
}

/** Whether a folder is the home folder or one that it lies in: these are never study folders, and are not searched either. */
export function isHomeOrAbove(folder: string, home = realHome()): boolean {
  for (let above = home; ; above = dirname(above)) {
    if (above === folder) return true;
    if (dirname(above) === above) return false;
  }
}

function realHome(): string {
  return disk.realPath(disk.home());
}

function isOnDisk(path: string): boolean {
  return disk.look(path) !== undefined;
}

/** Links count as what they may lead to. */
function looksLikeStudy(entries: readonly Entry[]): boolean {
  const hasFolder = (wanted: string): boolean =>
    entries.some(({ name, kind }) => name === wanted && (kind === 'folder' || kind === 'link'));
  return (
    hasFolder('sources') &&
    (hasFolder('papers') ||
      entries.some(
        ({ name, kind }) => kind !== 'folder' && (name === 'glossary.md' || name.endsWith('.analysis.md')),
      ))
  );
}

/**
 * Tells, by their entries, which folders below a folder are no part of its study: study folders of their own, as
 * `studyRootOf` sees it, and other repositories.
 */
export function ownStudies(root: string): (entries: readonly Entry[]) => boolean {
  const above = studyRootOf(root);
  const byLooks = above === undefined || !isOnDisk(join(above, configurationName));
  return (entries) =>
    entries.some(({ name }) => name === configurationName || name === '.git') ||
    (byLooks && looksLikeStudy(entries));
}

/** Study folders below a folder, the folder itself first. */
export async function studyRootsBelow(root: string): Promise<string[]> {
  const roots = [root];
  const walk = async (folder: string): Promise<void> => {
    const entries = (await disk.list(folder)) ?? [];
    const isMarked = entries.some(({ name }) => name === configurationName);
    if (folder !== root && (isMarked || looksLikeStudy(entries)) && studyRootOf(folder) === folder)
      roots.push(folder);
    for (const { name, kind } of entries)
      if (kind === 'folder' && name !== 'node_modules' && !name.startsWith('.'))
        await walk(join(folder, name));
  };
  await walk(root);
  return roots;
}

/**
 * The one path of a file or folder, whichever of its names and links somebody used. A link that leads out of its study folder
 * is a file of its own: what a folder holds is not read elsewhere because a link says so. What is not there yet has a path
 * too.
 */
export function identityOf(path: string): string {
  const real = disk.realPath(path);
  const own = join(disk.realPath(dirname(path)), basename(path));
  if (real === own) return own;
  const folder = dirname(own);
  return isWithin(studyRootOf(folder) ?? folder, real) ? real : own;
}

/**
 * The study folder, where a file that is to be written has its place in it, whichever way it was named: then no link may lead
 * it elsewhere. Undefined for a place outside, which a person named.
 */
export function folderAround(root: string, path: string): string | undefined {
  if (isWithin(root, path)) return root;
  const realRoot = disk.realPath(root);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (disk.realPath(folder) === realRoot) return root;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The folder of Pilcrow’s package, found upwards from a folder in it: the one that holds `editions`. */
export function packageFolder(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isOnDisk(join(folder, 'editions'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
