import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { studyRootOf, studyRootsBelow } from '../files/roots.ts';
import { CannotDo, tell, type Io } from './io.ts';

/** A study folder and what of it a command is about. */
export interface ChosenStudy {
  readonly root: string;
  /** Folders all of whose files are meant. */
  readonly folders: readonly string[];
  /** Files that were named one by one: papers, whatever they are called. */
  readonly files: readonly string[];
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

/** A path as people read it: relative to the current folder, with `/`. */
export function nameOf(path: string, io: Io): string {
  return relative(io.cwd, path).split(sep).join('/');
}

/** The study folder that a command changes: that of the current folder. */
export function homeStudy(io: Io): string {
  const root = studyRootOf(io.cwd);
  if (root !== undefined) return root;
  throw new CannotDo(`There is no study folder here. “pilcrow init” makes one.`);
}
