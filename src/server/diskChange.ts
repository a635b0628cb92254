import { existsSync } from 'node:fs';
import { loadBelow, loadFile } from '../files/loadStudy.ts';
import type { StudyFolder } from '../workspace/studyFolder.ts';
import { relativeTo } from './studyRoots.ts';

/** The study folder that a change is in. */
interface Home {
  readonly folder: StudyFolder;
  readonly root: string;
  /** Whether its files have been read; one for a lone document holds only what that names. */
  readonly isRead: boolean;
}

/** What has changed: a file or a folder, which may be gone. */
interface Changed {
  readonly uri: string;
  readonly path: string;
  readonly isFolder: boolean;
}

/** Takes over what changed on disk into the study folder that it is in. */
export async function takeChange(
  { folder, root, isRead }: Home,
  { uri, path, isFolder }: Changed,
): Promise<void> {
  const below = relativeTo(root, path) ?? '';
  const known = folder.pathOf(uri);
  if (known !== undefined) return loadFile(folder, root, path, known, { uri });
  if (folder.missingBibliographies.includes(below))
    return loadFile(folder, root, path, below, { role: 'bibliography' });
  if (!isRead) return;
  const link = existsSync(path) ? undefined : folder.uriAt(below);
  if (link !== undefined) folder.setFile(link, below, undefined);
  else if (folder.roleOf(below) !== undefined && !isFolder) await loadFile(folder, root, path, below);
  else await loadBelow(folder, root, path);
}
