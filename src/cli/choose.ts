import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { messageOf } from '../core/messages.ts';
import { disk } from '../files/node.ts';
import {
  configurationName,
  identityOf,
  isHomeOrAbove,
  standsIn,
  studyRootOf,
  studyRootsBelow,
} from '../files/roots.ts';
import { CannotDo, tell, type Io } from './io.ts';

/** A study folder and what of it a command is about. */
export interface ChosenStudy {
  readonly root: string;
  /** Folders all of whose files are meant. */
  readonly folders: readonly string[];
  /** Files that were named one by one: papers, whatever they are called. */
  readonly files: readonly string[];
  /** Whether the files stand in no study folder, so that nothing beside them is read. */
  readonly isLone?: true;
}

/** The studies that the paths of a command line lead to, and whether every path led to one. */
export interface ChosenStudies {
  readonly studies: readonly ChosenStudy[];
  /** False where a path leads nowhere; that has been said. */
  readonly complete: boolean;
}

interface DraftChoice {
  readonly folders: Set<string>;
  readonly files: Set<string>;
  isLone: boolean;
}

/** Finds the study folders of files and folders; without any, that of the current folder. */
export async function chooseStudies(paths: readonly string[], io: Io): Promise<ChosenStudies> {
  const drafts = new Map<string, DraftChoice>();
  const draft = (root: string, isLone = false): DraftChoice => {
    const known = drafts.get(root) ?? { folders: new Set(), files: new Set(), isLone };
    known.isLone &&= isLone;
    drafts.set(root, known);
    return known;
  };
  let complete = true;
  for (const path of paths.length > 0 ? paths : [studyRootOf(identityOf(io.cwd)) ?? io.cwd]) {
    const full = resolve(io.cwd, path);
    const kind = disk.look(full)?.kind;
    if (kind === 'folder') {
      draft(chosenRoot(full) ?? full).folders.add(full);
      for (const below of (await studyRootsBelow(full)).slice(1)) draft(below).folders.add(below);
    } else if (kind) {
      const file = ownName(full);
      const root = chosenRoot(dirname(file)) ?? (standsIn(io.cwd, file) ? io.cwd : undefined);
      draft(root ?? dirname(file), root === undefined).files.add(file);
    } else {
      complete = false;
      tell(io, messageOf('cli.noPath', { path }));
    }
  }
  const studies = [...drafts].map(([root, { folders, files, isLone }]) => ({
    root,
    folders: [...folders],
    files: [...files],
    ...(isLone ? { isLone: true as const } : {}),
  }));
  return { studies: studies.sort((a, b) => (a.root < b.root ? -1 : 1)), complete };
}

/** The study folder of a folder, named as the person named that where links allow it; undefined where there is none. */
export function chosenRoot(folder: string): string | undefined {
  const root = studyRootOf(identityOf(folder));
  if (root === undefined) return undefined;
  for (let named = folder; ; named = dirname(named)) {
    if (identityOf(named) === root) return named;
    if (dirname(named) === named) return root;
  }
}

/** The name of a file itself where somebody named a link to it, which lies in the same study folder then. */
export function ownName(file: string): string {
  const real = identityOf(file);
  const folder = dirname(file);
  if (real === join(identityOf(folder), basename(file))) return file;
  const root = chosenRoot(folder) ?? folder;
  return join(root, relative(identityOf(root), real));
}

/** A path as people read it: relative to the current folder, with `/`. */
export function displayPath(path: string, io: Io): string {
  return relative(io.cwd, path).split(sep).join('/');
}

/** The study folder that a command changes: that of the current folder, or the current folder where it has sources alone. */
export function homeStudy(io: Io): string {
  const root = chosenRoot(io.cwd) ?? io.cwd;
  const isHome = isHomeOrAbove(identityOf(root));
  if (isHome) throw new CannotDo(messageOf('cli.homeFolder'));
  if (disk.look(join(root, 'sources')) || disk.look(join(root, configurationName))) return root;
  throw new CannotDo(messageOf('cli.noStudy'));
}
