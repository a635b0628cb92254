import { basename, dirname } from '../files/pathNames.ts';
import type { WatchedFolder } from '../files/fileSystem.ts';
import { isWithin } from '../files/paths.ts';
import { configurationName, isHomeOrAbove, standsIn, studyRootOf } from '../files/roots.ts';

/** Which folder is the study folder of a file. All are paths with their links resolved. */
export class StudyRoots {
  /** The folders that a person has opened. */
  private folders: readonly string[] = [];
  /** The study folders of the workspace, as far as they have been found. */
  wanted: ReadonlySet<string> = new Set();

  changeWorkspace(added: readonly string[], removed: readonly string[]): void {
    const left = this.folders.filter((folder) => !removed.includes(folder));
    this.folders = [...left, ...added.filter((folder) => !left.includes(folder))];
  }

  /** The study folders that the opened folders are or lie in; an opened folder that lies in none stands in for one. */
  get ofWorkspace(): readonly string[] {
    const folders = this.folders.filter((folder) => !isHomeOrAbove(folder));
    return [...new Set(folders.map((folder) => studyRootOf(folder) ?? folder))];
  }

  /** The study folder of a file; its own folder where it lies in none. */
  homeOf(path: string): string {
    const own = studyRootOf(dirname(path));
    if (own !== undefined) return own;
    return (
      this.innermost(
        path,
        this.ofWorkspace.filter((folder) => standsIn(folder, path)),
      ) ?? dirname(path)
    );
  }

  /** Of several folders the innermost that a path lies in. */
  innermost(path: string, roots: Iterable<string>): string | undefined {
    return [...roots].filter((root) => isWithin(root, path)).sort((a, b) => b.length - a.length)[0];
  }
}

/** Whether what comes or goes at a path may make a study folder of the folder that it is in, or the end of one. */
export function isRootMark(path: string): boolean {
  return [configurationName, '.git', 'sources', 'papers'].includes(basename(path));
}

/**
 * The folders to look at, so that no change is noticed twice.
 * @param studies folders all of which is read
 * @param all those, and the folders of lone files, of which only what is beside these counts
 */
export function watchedFolders(studies: readonly string[], all: readonly string[]): readonly WatchedFolder[] {
  const outer = studies.filter((root) => !studies.some((other) => other !== root && isWithin(other, root)));
  const lone = all.filter((root) => !outer.some((other) => isWithin(other, root)));
  return [
    ...outer.map((path) => ({ path, isShallow: false })),
    ...lone.map((path) => ({ path, isShallow: true })),
  ];
}
