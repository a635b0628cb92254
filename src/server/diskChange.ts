import { existsSync, lstatSync } from 'node:fs';
import { loadBelow, loadFile } from '../files/loadStudy.ts';
import type { StudyFolder } from '../workspace/studyFolder.ts';
import type { Loading } from './loading.ts';
import { relativeTo } from './studyRoots.ts';

/** The study folder that a change is in. */
interface Home {
  readonly folder: StudyFolder;
  readonly root: string;
  /** How its files have been read; a folder for a lone document holds only what that names. */
  readonly loading: Loading | undefined;
}

/** What has changed: a file or a folder, which may be gone. */
interface Changed {
  readonly uri: string;
  readonly path: string;
  readonly isFolder: boolean;
}

/** Takes over what changed on disk into the study folder that it is in. */
export async function takeChange(home: Home, changed: Changed): Promise<void> {
  await takeContent(home, changed);
  if (home.loading && isNews(home, changed)) await home.loading.readNames();
}

/** Whether something is there that was not, or no longer: links may lead to files that are of no other use. */
function isNews({ folder, root }: Home, { path }: Changed): boolean {
  const below = relativeTo(root, path);
  if (!folder.names || !below) return false;
  return folder.names.has(below) !== (lstatSync(path, { throwIfNoEntry: false }) !== undefined);
}

async function takeContent({ folder, root, loading }: Home, { uri, path, isFolder }: Changed): Promise<void> {
  const below = relativeTo(root, path) ?? '';
  const known = folder.pathOf(uri);
  if (known !== undefined) return loadFile(folder, root, path, known, { uri });
  if (folder.missingBibliographies.includes(below))
    return loadFile(folder, root, path, below, { role: 'bibliography' });
  if (!loading) return;
  const link = existsSync(path) ? undefined : folder.uriAt(below);
  if (link !== undefined) folder.setFile(link, below, undefined);
  else if (folder.roleOf(below) !== undefined && !isFolder) await loadFile(folder, root, path, below);
  else await loadBelow(folder, root, path);
}
