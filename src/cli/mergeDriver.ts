import { isUtf8 } from 'node:buffer';
import { dirname, resolve } from 'node:path';
import { type Message, messageOf } from '../core/messages.ts';
import { refusal } from '../core/present/wording.ts';
import { disk } from '../files/node.ts';
import { CannotDo, type Io } from './io.ts';
import { chosenRoot, displayPath } from './openStudies.ts';

/** Merges two texts that come from a third, which is undefined where there is none. */
type VersionMerge = (
  base: string | undefined,
  ours: string,
  theirs: string,
) => { readonly text: string; readonly conflicts: number } | { readonly problem: Message };

/**
 * Merges two versions of a file, as git asks a merge driver to, and writes the second.
 * @param paths of the version that both come from, of ours and of theirs
 * @returns the number of conflicts that stay for a person
 */
export async function mergeVersions(
  paths: readonly [string, string, string],
  merge: VersionMerge,
  io: Io,
): Promise<number> {
  const [old, own, other] = await Promise.all(paths.map((path) => versionAt(path, io)));
  const [mark = ''] = /^\uFEFF/.exec(own ?? '') ?? [];
  const [before, mine = '', theirsText = ''] = [old, own, other].map((text) => text?.replace(/^\uFEFF/, ''));
  const result = merge(before || undefined, mine, theirsText);
  if ('problem' in result) throw new CannotDo(result.problem);
  const target = resolve(io.cwd, paths[1]);
  await disk.write(target, mark + result.text, { within: boundaryOf(target) });
  return result.conflicts;
}

/** The folder that links must not lead out of: the study folder of a file, else the folder that it lies in. */
function boundaryOf(path: string): string {
  return chosenRoot(dirname(path)) ?? dirname(path);
}

async function versionAt(path: string, io: Io): Promise<string> {
  const full = resolve(io.cwd, path);
  const found = await disk.read(full, boundaryOf(full));
  if (!found)
    throw new CannotDo(refusal(displayPath(full, io), 'read', disk.look(full) ? 'OUTSIDE' : 'ENOENT'));
  if ('problem' in found) throw new CannotDo(found.problem);
  // With replacement characters in place of what is no UTF-8, notes would be lost and the merge called a success.
  if (!isUtf8(found.bytes)) throw new CannotDo(messageOf('files.noText', { name: displayPath(full, io) }));
  return found.bytes.toString();
}
