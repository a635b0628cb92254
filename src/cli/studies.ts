import { relative, sep } from 'node:path';
import type { Analysis, Study } from '../core/index/study.ts';
import { isWithin, pathOf, readText, uriOf } from '../files/folder.ts';
import { loadBuiltIns } from '../files/builtIns.ts';
import { loadNamedBibliographies, loadStudyFolder } from '../files/loadStudy.ts';
import type { StudyFolder } from '../workspace/studyFolder.ts';
import { chooseStudies, nameOf, type ChosenStudy } from './choose.ts';
import { tellProblems } from './configuration.ts';
import { progress, type Io } from './io.ts';

export { homeStudy, nameOf } from './choose.ts';

/** A study folder in memory. */
export interface OpenStudy extends ChosenStudy {
  readonly folder: StudyFolder;
}

/** Reads a study folder, with the files that were named. */
export async function openStudy(chosen: ChosenStudy, io: Io): Promise<OpenStudy> {
  const done = progress(io, `Reading ${nameOf(chosen.root, io) || '.'} …`);
  const folder = await loadStudyFolder(chosen.root, loadBuiltIns(io.packageRoot));
  for (const path of chosen.files) await takeNamed(folder, chosen.root, path);
  if (chosen.files.length > 0) await loadNamedBibliographies(folder, chosen.root);
  done();
  return { ...chosen, folder };
}

/** A file that a person names is a paper, unless its path says that it is something else of use. */
export async function takeNamed(folder: StudyFolder, root: string, path: string): Promise<void> {
  const below = relative(root, path).split(sep).join('/');
  if (folder.roleOf(below) === undefined || !folder.analysis(uriOf(path)))
    folder.setFile(uriOf(path), below, await readText(path), 'paper');
}

/** Opens every chosen study; messages about a `pilcrow.json` go to standard error. */
export async function openStudies(
  paths: readonly string[],
  io: Io,
): Promise<{ readonly studies: readonly OpenStudy[]; readonly complete: boolean }> {
  const { studies, complete } = await chooseStudies(paths, io);
  const opened: OpenStudy[] = [];
  let usable = true;
  for (const chosen of studies) {
    const study = await openStudy(chosen, io);
    opened.push(study);
    usable = tellConfigurationProblems(study.folder.study, io) && usable;
  }
  return { studies: opened, complete: complete && usable };
}

/**
 * Says what in a `pilcrow.json` cannot be used.
 * @returns false where the file cannot be read at all
 */
export function tellConfigurationProblems(study: Study, io: Io): boolean {
  return study.files.every(
    (file) =>
      file.role !== 'configuration' || tellProblems(file.problems, file.lines, fileName(file, io), io),
  );
}

/** The files of a study that a command is about, in order of path. */
export function chosenFiles({ folder, folders, files }: OpenStudy): readonly Analysis[] {
  const named = new Set(files);
  return folder.study.files.filter(({ file }) => {
    const path = pathOf(file.uri);
    return path !== undefined && (named.has(path) || folders.some((each) => isWithin(each, path)));
  });
}

/** How a file is called in output. */
export function fileName(analysis: Analysis, io: Io): string {
  const path = pathOf(analysis.file.uri);
  return path === undefined ? analysis.file.path : nameOf(path, io);
}
