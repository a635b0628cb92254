import { isNews, loadBelow, loadFile } from '../files/loadStudy.ts';
import { disk } from '../files/node.ts';
import { relativeTo } from '../files/paths.ts';
import type { StudyFolder } from '../workspace/studyFolder.ts';
import type { Loading } from './loading.ts';

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
  const below = relativeTo(home.root, changed.path) ?? '';
  await takeContent(home, changed, below);
  if (home.loading && isNews(home.folder, changed.path, below)) await home.loading.readNames();
}

async function takeContent(
  { folder, root, loading }: Home,
  { uri, path, isFolder }: Changed,
  below: string,
): Promise<void> {
  const known = folder.pathOf(uri);
  if (known !== undefined) return loadFile(folder, root, path, known, { uri });
  if (folder.missingBibliographies.includes(below))
    return loadFile(folder, root, path, below, { role: 'bibliography' });
  if (!loading) return;
  const link = disk.look(path) ? undefined : folder.uriAt(below);
  if (link !== undefined) folder.setFile(link, below, undefined);
  else if (folder.roleOf(below) !== undefined && !isFolder) await loadFile(folder, root, path, below);
  else await loadBelow(folder, root, path);
}
