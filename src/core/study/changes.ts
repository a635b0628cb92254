import type { Role } from './roles.ts';
import type { Analysis } from './studyTypes.ts';

/** A file before and after a change; one of them is undefined if it was added or removed. */
export interface Change {
  readonly before: Analysis | undefined;
  readonly after: Analysis | undefined;
}

/** Compares paths by code unit, so that the order is the same on every machine. */
export function comparePaths(a: Analysis, b: Analysis): number {
  return a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : 0;
}

/** Whether files are in order of path. */
export function isInOrder(files: readonly Analysis[]): boolean {
  return files.every((file, at) => at === 0 || comparePaths(files[at - 1] ?? file, file) <= 0);
}

/**
 * Returns the differences between two lists of files, both in order of path. An unchanged file costs one comparison of
 * references.
 */
export function changesBetween(before: readonly Analysis[], after: readonly Analysis[]): readonly Change[] {
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const old = before[i];
    const now = after[j];
    if (old === now) {
      i++;
      j++;
      continue;
    }
    const order = !old ? 1 : !now ? -1 : comparePaths(old, now);
    changes.push({ before: order <= 0 ? old : undefined, after: order >= 0 ? now : undefined });
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return changes;
}

/** Whether a file with one of the roles was added, removed or changed. */
export function touches(changes: readonly Change[], ...roles: readonly Role[]): boolean {
  const isOne = (file: Analysis | undefined): boolean => roles.some((role) => file?.role === role);
  return changes.some(({ before, after }) => isOne(before) || isOne(after));
}

/** Whether two lists have the same objects in the same order. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Returns the old list if the new one holds the same items. */
export function keepList<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before && sameItems(before, after) ? before : after;
}

/**
 * Returns the old map if the new one is equal. Otherwise returns the new one, with equal lists replaced by the old ones.
 */
export function keepMap<V>(
  before: ReadonlyMap<string, V> | undefined,
  after: Map<string, V>,
  same: (a: V, b: V) => boolean,
): ReadonlyMap<string, V> {
  if (!before) return after;
  let isSame = before.size === after.size;
  const keys = before.keys();
  for (const [key, value] of after) {
    isSame &&= keys.next().value === key;
    const kept = before.get(key);
    if (kept !== undefined && same(kept, value)) after.set(key, kept);
    else isSame = false;
  }
  return isSame ? before : after;
}
