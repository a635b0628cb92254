import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Analysis, Study } from '../core/index/study.ts';
import { isWithin, pathOf, readText, uriOf } from '../files/folder.ts';
import { loadStudyFolder, studyRootOf, studyRootsBelow } from '../files/loadStudy.ts';
import type { StudyFolder } from '../workspace/studyFolder.ts';
import { CannotDo, progress, tell, type Io } from './io.ts';

/** A study folder and what of it a command is about. */
export interface ChosenStudy {
  readonly root: string;
  /** Folders all of whose files are meant. */
  readonly folders: readonly string[];
  /** Files that were named one by one: papers, whatever they are called. */
  readonly files: readonly string[];
}

/** A study folder in memory. */
export interface OpenStudy extends ChosenStudy {
  readonly folder: StudyFolder;
}

/** The studies that the paths of a command line lead to, and whether every path led to one. */
export interface Choice {
  readonly studies: readonly ChosenStudy[];
  /** False where a path leads nowhere; that has been said. */
  readonly complete: boolean;
}

interface Draft {
  readonly folders: Set<string>;
  readonly files: Set<string>;
}

/** Finds the study folders of files and folders; without any, that of the current folder. */
export async function chooseStudies(paths: readonly string[], io: Io): Promise<Choice> {
  const drafts = new Map<string, Draft>();
  const draft = (root: string): Draft => {
    const known = drafts.get(root) ?? { folders: new Set(), files: new Set() };
    drafts.set(root, known);
    return known;
  };
  let complete = true;
  for (const path of paths.length > 0 ? paths : [studyRootOf(io.cwd) ?? io.cwd]) {
    const full = resolve(io.cwd, path);
    const status = await stat(full).catch(() => undefined);
    if (status?.isDirectory()) {
      draft(studyRootOf(full) ?? full).folders.add(full);
      for (const below of (await studyRootsBelow(full)).slice(1)) draft(below).folders.add(below);
    } else if (status) draft(studyRootOf(dirname(full)) ?? dirname(full)).files.add(full);
    else {
      complete = false;
      tell(io, `There is no file or folder “${path}”.`);
    }
  }
  const studies = [...drafts].map(([root, { folders, files }]) => ({
    root,
    folders: [...folders],
    files: [...files],
  }));
  return { studies: studies.sort((a, b) => (a.root < b.root ? -1 : 1)), complete };
}

/** Reads a study folder, with the files that were named. */
export async function openStudy(chosen: ChosenStudy, io: Io): Promise<OpenStudy> {
  const done = progress(io, `Reading ${nameOf(chosen.root, io) || '.'} …`);
  const folder = await loadStudyFolder(chosen.root, io.builtIns());
  for (const path of chosen.files) await takeNamed(folder, chosen.root, path);
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
 * @returns false where the file cannot be read at all: the defaults stand in, and nobody knows what was asked
 */
export function tellConfigurationProblems(study: Study, io: Io): boolean {
  let usable = true;
  for (const file of study.files) {
    if (file.role !== 'configuration') continue;
    for (const { range, message, broken } of file.problems) {
      const { line, column } = file.lines.positionAt(range.start);
      tell(io, `${fileName(file, io)}:${String(line + 1)}:${String(column + 1)}: ${message}`);
      if (broken) usable = false;
    }
  }
  return usable;
}

/** The files of a study that a command is about, in order of path. */
export function chosenFiles({ folder, folders, files }: OpenStudy): readonly Analysis[] {
  const named = new Set(files);
  return folder.study.files.filter(({ file }) => {
    const path = pathOf(file.uri);
    return path !== undefined && (named.has(path) || folders.some((each) => isWithin(each, path)));
  });
}

/** A path as people read it: relative to the current folder, with `/`. */
export function nameOf(path: string, io: Io): string {
  return relative(io.cwd, path).split(sep).join('/');
}

/** How a file is called in output. */
export function fileName(analysis: Analysis, io: Io): string {
  const path = pathOf(analysis.file.uri);
  return path === undefined ? analysis.file.path : nameOf(path, io);
}

/** The study folder that a command changes: that of the current folder. */
export function homeStudy(io: Io): string {
  const root = studyRootOf(io.cwd);
  if (root !== undefined) return root;
  throw new CannotDo(`There is no study folder here. “pilcrow init” makes one.`);
}
