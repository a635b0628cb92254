import { existsSync, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a study folder is known by. */
export const configurationName = 'pilcrow.json';

/**
 * The study folder that a file or folder belongs to: the nearest above with a `pilcrow.json`, else with `sources`;
 * undefined where there is none.
 */
export function studyRootOf(start: string): string | undefined {
  const above: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    above.push(folder);
    if (dirname(folder) === folder) break;
  }
  return (
    above.find((folder) => existsSync(join(folder, configurationName))) ??
    above.find((folder) => existsSync(join(folder, 'sources')))
  );
}

/** Tells, by their entries, which folders below a folder are study folders of their own, as `studyRootOf` sees it. */
export function ownStudies(root: string): (entries: readonly Dirent[]) => boolean {
  const above = studyRootOf(root);
  const bySources = above === undefined || !existsSync(join(above, configurationName));
  return (entries) =>
    entries.some((entry) => entry.name === configurationName) ||
    (bySources && entries.some((entry) => entry.name === 'sources' && entry.isDirectory()));
}

/** Study folders below a folder, the folder itself first. */
export async function studyRootsBelow(root: string): Promise<string[]> {
  const roots = [root];
  const isOwnStudy = ownStudies(root);
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    if (folder !== root && isOwnStudy(entries)) roots.push(folder);
    for (const entry of entries)
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
        await walk(join(folder, entry.name));
  };
  await walk(root);
  return roots;
}
