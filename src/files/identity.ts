import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isWithin } from './folder.ts';
import { studyRootOf } from './roots.ts';

/**
 * The one path of a file or folder, whichever of its names and links somebody used. A link that leads out of its study folder
 * is a file of its own: what a folder holds is not read elsewhere because a link says so. What is not there yet has a path
 * too.
 */
export function identityOf(path: string): string {
  const real = realPath(path);
  const own = join(realPath(dirname(path)), basename(path));
  if (real === own) return own;
  const folder = dirname(own);
  return isWithin(studyRootOf(folder) ?? folder, real) ? real : own;
}

/** A path with its links resolved, as far as it is there. Names are as the disk has them, whatever the case they were given in. */
function realPath(path: string): string {
  for (let head = path, tail = ''; ;) {
    try {
      return join(realpathSync.native(head), tail);
    } catch {
      if (dirname(head) === head) return path;
      tail = join(basename(head), tail);
      head = dirname(head);
    }
  }
}
