/** Files of a host beside those of this machine. */
import { type FileSystem, Refused } from './fileSystem.ts';
import { disk } from './node.ts';
import { sep } from './pathNames.ts';

/**
 * Makes the files of a host some of those that `disk` has: all whose paths lie in a folder that is not on the disk. Nothing of the one
 * leads to anything of the other.
 * @param top that folder, without a separator at its end
 */
export function addHost(host: FileSystem, top: string): void {
  const own = { ...disk };
  const at = (path: string): FileSystem => (path.startsWith(top + sep) ? host : own);
  const isApart = (path: string, within: string | undefined): boolean =>
    within !== undefined && at(path) !== at(within);
  Object.assign(disk, {
    list: (folder) => at(folder).list(folder),
    listNow: (folder) => at(folder).listNow(folder),
    look: (path, link) => at(path).look(path, link),
    realPath: (path) => at(path).realPath(path),
    leadsOut: (path, within) => isApart(path, within) || at(path).leadsOut(path, within),
    read: async (path, within) => (isApart(path, within) ? undefined : at(path).read(path, within)),
    write: (path, content, options) => disk.writeTogether([{ path, content }], options),
    writeTogether: async (files, options = {}) => {
      const [first] = files;
      if (!first) return;
      const around = options.within ?? first.path;
      for (const { path } of files) if (isApart(path, around)) throw new Refused(path, 'OUTSIDE');
      await at(first.path).writeTogether(files, options);
    },
    writeFolder: (path, files, options) => at(path).writeFolder(path, files, options),
    remove: (path) => at(path).remove(path),
    removeFolder: (path) => at(path).removeFolder(path),
    lock: (path) => at(path).lock(path),
  } satisfies Partial<FileSystem>);
}
