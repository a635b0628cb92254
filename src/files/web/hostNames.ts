/** The names that stand in the folders of a host, as far as it has been asked. */
import type { Entry, EntryKind } from '../fileSystem.ts';
import { basename, dirname, sep } from '../pathNames.ts';

export class HostNames {
  private readonly folders = new Map<string, ReadonlyMap<string, EntryKind>>();

  set(folder: string, entries: readonly Entry[]): void {
    this.folders.set(folder, new Map(entries.map(({ name, kind }) => [name, kind])));
  }

  /** A folder has gone, or nothing is known of it any longer. */
  forget(folder: string): void {
    for (const known of this.folders.keys())
      if (known === folder || known.startsWith(folder + sep)) this.folders.delete(known);
  }

  isKnown(folder: string): boolean {
    return this.folders.has(folder);
  }

  entriesOf(folder: string): readonly Entry[] | undefined {
    const entries = this.folders.get(folder);
    return entries && [...entries].map(([name, kind]) => ({ name, kind }));
  }

  kindOf(path: string): EntryKind | undefined {
    const beside = this.folders.get(dirname(path));
    if (beside) return beside.get(basename(path));
    return this.isKnown(path) ? 'folder' : undefined;
  }

  /** Takes over that a file has been written or removed, before the host tells of it. */
  note(path: string, kind: EntryKind | undefined): void {
    const folder = dirname(path);
    const entries = new Map(this.folders.get(folder));
    if (kind === undefined) entries.delete(basename(path));
    else entries.set(basename(path), kind);
    this.folders.set(folder, entries);
  }
}
