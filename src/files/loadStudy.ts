import { join } from './pathNames.ts';
import type { BuiltIns, Role } from '../core/study.ts';
import { type FileContent, StudyFolder } from '../workspace/studyFolder.ts';
import { listFolder, listNames, NameCollector, problemOf, type ListedFile } from './folder.ts';
import { disk } from './node.ts';
import { pathOf, relativeTo, uriOf } from './paths.ts';
import { configurationName } from './roots.ts';
import { readSettings, readText } from './texts.ts';

/** How many files are read at once. */
const maxReadsAtOnce = 32;

/** Reads a study folder from disk. One unreadable file never stops the rest: it becomes a finding. */
export async function loadStudyFolder(root: string, builtIns: BuiltIns): Promise<StudyFolder> {
  const folder = new StudyFolder(uriOf(root), builtIns);
  await loadInto(folder, root);
  return folder;
}

/** Reads everything of a folder anew. */
export async function loadInto(folder: StudyFolder, root: string): Promise<void> {
  const configurationPath = join(root, configurationName);
  const configuration = await readSettings(root);
  if (configuration) folder.setFile(uriOf(configurationPath), configurationName, configuration);
  const names = new NameCollector();
  const files = await listFolder(root, (path) => folder.roleOf(path) !== undefined, names);
  folder.names = names.all;
  for (let i = 0; i < files.length; i += maxReadsAtOnce)
    await Promise.all(
      files
        .slice(i, i + maxReadsAtOnce)
        .map(async (file) => folder.setFile(file.uri, file.path, await readListed(root, file))),
    );
  await loadNamedBibliographies(folder, root);
}

/** Reads a file that was listed. */
export async function readListed(
  root: string,
  { path, problem }: ListedFile,
): Promise<FileContent | undefined> {
  return problem ? { problem } : readText(join(root, path));
}

/** Takes over which files and folders there are, whether they are of use or not. */
export async function loadNames(folder: StudyFolder, root: string): Promise<void> {
  folder.names = await listNames(root);
}

/** Reads the bibliographies that papers name in their front matter. */
export async function loadNamedBibliographies(folder: StudyFolder, root: string): Promise<void> {
  for (const path of folder.missingBibliographies)
    await loadFile(folder, root, join(root, path), path, { role: 'bibliography' });
}

/**
 * Takes over one file from disk, or that it is gone. Files that links lead to outside the folder are not read.
 * @param known what is known of the file beside its path
 */
export async function loadFile(
  folder: StudyFolder,
  root: string,
  path: string,
  relativePath: string,
  { uri = uriOf(path), role }: { readonly uri?: string; readonly role?: Role } = {},
): Promise<void> {
  const content = await readText(path, root);
  // A bibliography that a paper names elsewhere is as if it were not there.
  const problem = content || role ? undefined : problemOf(path, disk.realPath(root));
  folder.setFile(uri, relativePath, problem ? { problem } : content, role);
}

/** Takes over a folder within a study folder that came or went as a whole: what is in it now, and what was and is gone. */
export async function loadBelow(folder: StudyFolder, root: string, path: string): Promise<void> {
  const pathIn = (full: string): string => relativeTo(root, full) ?? '';
  const known = folder.urisBelow(`${uriOf(path)}/`).flatMap((uri) => pathOf(uri) ?? []);
  const listed = await listFolder(path, (each) => folder.roleOf(`${pathIn(path)}/${each}`) !== undefined);
  const there = listed.flatMap(({ uri }) => pathOf(uri) ?? []);
  for (const each of new Set([...known, ...there])) await loadFile(folder, root, each, pathIn(each));
}

/**
 * Whether something is at a path that was not, or no longer: links may lead to files that are of no other use.
 * @param below the path relative to the study folder
 */
export function isNews(folder: StudyFolder, path: string, below: string): boolean {
  if (!folder.names || below === '') return false;
  return folder.names.has(below) !== (disk.look(path, 'itself') !== undefined);
}
