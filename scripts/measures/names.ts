import { basename } from 'node:path';
import { declaredIn, type Sources } from './program.ts';

/** A name, and the paths of the files that have it, relative to `src/`. */
export interface SharedName {
  readonly name: string;
  readonly paths: readonly string[];
}

export interface NameShare {
  /** The names that several files have, those with the most files first. */
  readonly shared: readonly SharedName[];
  /** In percent. */
  readonly percent: number;
}

/** The base names of files without folder and extension. The share is that of files whose name is shared. */
export function sharedBaseNames(files: Sources): NameShare {
  const shared = sharedAmong([...files.keys()].map((path) => [basename(path, '.ts'), path]));
  const count = shared.reduce((sum, { paths }) => sum + paths.length, 0);
  return { shared, percent: (100 * count) / files.size };
}

/** The names declared at the top level of files, exported or not. The share is that of the distinct names. */
export function sharedTopLevelNames(files: Sources): NameShare {
  const all = [...files].flatMap(([path, file]) => declaredIn(path, file));
  const shared = sharedAmong(all.map(({ name, path }) => [name, path]));
  return { shared, percent: (100 * shared.length) / new Set(all.map(({ name }) => name)).size };
}

function sharedAmong(all: readonly (readonly [name: string, path: string])[]): SharedName[] {
  const byName = new Map<string, string[]>();
  for (const [name, path] of all) byName.set(name, [...(byName.get(name) ?? []), path]);
  return [...byName]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => ({ name, paths }))
    .sort((a, b) => b.paths.length - a.paths.length || (a.name < b.name ? -1 : 1));
}
