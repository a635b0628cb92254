import type { Analysis } from '../core/study.ts';
import { firstIndex } from '../core/text.ts';

/** From this many changes on sorting everything is cheaper than putting each change in its place. */
const minSortedChanges = 256;

/** The files of a study folder by URI and in order of path; a change costs the copy of a list of addresses. */
export class FileList {
  private readonly byUri = new Map<string, Analysis>();
  private list: readonly Analysis[] = [];

  /** A new list after each change, never changed itself. */
  get inOrder(): readonly Analysis[] {
    return this.list;
  }

  get(uri: string): Analysis | undefined {
    return this.byUri.get(uri);
  }

  /** Takes over files as they are now; undefined for those that are gone. */
  replace(changes: readonly (readonly [uri: string, now: Analysis | undefined])[]): void {
    const real = changes.filter(([uri, now]) => this.byUri.get(uri) !== now);
    if (real.length === 0) return;
    const list = real.length < minSortedChanges ? [...this.list] : undefined;
    for (const [uri, now] of real) {
      const before = this.byUri.get(uri);
      if (now) this.byUri.set(uri, now);
      else this.byUri.delete(uri);
      if (list) put(list, before, now);
    }
    this.list = list ?? [...this.byUri.values()].sort(compareFiles);
  }
}

function put(list: Analysis[], before: Analysis | undefined, now: Analysis | undefined): void {
  const placeFor = (file: Analysis): number => firstIndex(list, (other) => compareFiles(other, file) >= 0);
  if (before) {
    const at = list.indexOf(before, placeFor(before));
    if (now && compareFiles(before, now) === 0) {
      list[at] = now;
      return;
    }
    list.splice(at, 1);
  }
  if (now) list.splice(placeFor(now), 0, now);
}

/** By path as `buildStudy` has it; files with the same path by URI, so that their order never depends on what came first. */
function compareFiles(a: Analysis, b: Analysis): number {
  const [one, other] = a.file.path === b.file.path ? [a.file.uri, b.file.uri] : [a.file.path, b.file.path];
  return one < other ? -1 : one > other ? 1 : 0;
}
