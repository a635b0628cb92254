import { existsSync, readdirSync, realpathSync, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

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
    if (dirname(folder) === folder || existsSync(join(folder, '.git'))) break;
  }
  return (
    above.find((folder) => existsSync(join(folder, configurationName))) ??
    above.find((folder) => existsSync(join(folder, 'sources')) && looksLikeStudy(entriesOf(folder)))
  );
}

/**
 * Whether a folder that somebody opened or stands in is taken for the study folder of a file that has none.
 * @param folder links resolved, as the path of the file
 */
export function standsIn(folder: string, path: string): boolean {
  if (isHomeOrAbove(folder)) return false;
  for (let above = dirname(path); above !== folder; above = dirname(above))
    if (dirname(above) === above || existsSync(join(above, '.git'))) return false;
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
  try {
    return realpathSync.native(homedir());
  } catch {
    return homedir();
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Links count as what they may lead to. */
function looksLikeStudy(entries: readonly Dirent[]): boolean {
  const isFolder = (entry: Dirent): boolean => entry.isDirectory() || entry.isSymbolicLink();
  const has = (name: string, wanted: (entry: Dirent) => boolean): boolean =>
    entries.some((entry) => entry.name === name && wanted(entry));
  return (
    has('sources', isFolder) &&
    (has('papers', isFolder) ||
      entries.some(
        (entry) =>
          !entry.isDirectory() && (entry.name === 'glossary.md' || entry.name.endsWith('.analysis.md')),
      ))
  );
}

/**
 * Tells, by their entries, which folders below a folder are no part of its study: study folders of their own, as
 * `studyRootOf` sees it, and other repositories.
 */
export function ownStudies(root: string): (entries: readonly Dirent[]) => boolean {
  const above = studyRootOf(root);
  const byLooks = above === undefined || !existsSync(join(above, configurationName));
  return (entries) =>
    entries.some(({ name }) => name === configurationName || name === '.git') ||
    (byLooks && looksLikeStudy(entries));
}

/** Study folders below a folder, the folder itself first. */
export async function studyRootsBelow(root: string): Promise<string[]> {
  const roots = [root];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const isMarked = entries.some(({ name }) => name === configurationName);
    if (folder !== root && (isMarked || looksLikeStudy(entries)) && studyRootOf(folder) === folder)
      roots.push(folder);
    for (const entry of entries)
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
        await walk(join(folder, entry.name));
  };
  await walk(root);
  return roots;
}
