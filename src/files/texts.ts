import { type Message, messageOf } from '../core/messages.ts';
import { utf16Order } from '../core/text.ts';
import { basename, join } from './pathNames.ts';
import { bareRefusal, errorCode, refusal } from '../core/present/wording.ts';
import type { FileContent } from '../workspace/studyFolder.ts';
import { isRefused } from './fileSystem.ts';
import { disk } from './node.ts';
import { isWithin } from './paths.ts';
import { configurationName } from './roots.ts';

/**
 * Reads a text file as UTF-8. What cannot be read is a sentence; a file that is gone is undefined.
 * @param within a folder: what links lead to outside it is as if it were not there
 */
export async function readText(path: string, within?: string): Promise<FileContent | undefined> {
  const found = await disk.read(path, within);
  return found && 'bytes' in found ? decode(found.bytes, path) : found;
}

/** The settings of a study folder; a sentence where a link leads them out of it, because then they are not read. */
export async function readSettings(root: string): Promise<FileContent | undefined> {
  const path = join(root, configurationName);
  return settingsOutside(root) ?? (await readText(path, root));
}

/** The sentence for settings that a link leads out of their study folder. */
export function settingsOutside(root: string): { readonly problem: Message } | undefined {
  if (!disk.leadsOut(join(root, configurationName), root)) return undefined;
  return { problem: bareRefusal(configurationName, 'read', 'OUTSIDE') };
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of a file: UTF-8, a byte order mark left out. UTF-16 of Latin letters is UTF-8 with zeros, too, and meant by nobody. */
export function decode(bytes: Uint8Array, path: string): FileContent {
  try {
    if (utf16Order(bytes)) return { problem: messageOf('files.noText', { name: basename(path) }) };
    return { text: decoder.decode(bytes) };
  } catch {
    return { problem: messageOf('files.noText', { name: basename(path) }) };
  }
}

/** The byte order mark that a file begins with; empty where it has none. */
async function leadingMark(path: string): Promise<string> {
  const found = await disk.read(path);
  const [first, second, third] = found && 'bytes' in found ? found.bytes : [];
  return first === 0xef && second === 0xbb && third === 0xbf ? '\uFEFF' : '';
}

/** What a change makes of the text of a file, which is empty where there is none; or why it cannot be made. */
export type TextChange = (text: string) => { readonly text: string } | { readonly problem: Message };

/** Others that write without a lock, as git does, are given way to this often. */
const maxTries = 20;

/**
 * Changes a text file so that nothing that others write at the same time is lost: under a lock, on the text as it is now,
 * whole or not at all. Those who know no lock are noticed: where the file has changed since it was read, the change is made
 * again on what is there.
 * @param root the study folder, which the file must lie in, links resolved
 * @returns why nothing was written, or nothing
 */
export async function changeTextFile(
  root: string,
  path: string,
  change: TextChange,
): Promise<{ readonly problem: Message } | undefined> {
  // A study folder that is gone is not made again by a note.
  if (!disk.look(root)) return { problem: refusal(path, 'written', 'ENOENT') };
  if (!isWithin(disk.realPath(root), disk.realPath(path)))
    return { problem: messageOf('files.outside', { name: basename(path) }) };
  try {
    const lock = await disk.lock(path);
    if (!lock) return { problem: messageOf('files.locked', { name: basename(path) }) };
    try {
      return await changeLocked(root, path, change);
    } finally {
      await lock.release();
    }
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined && !isRefused(error)) throw error;
    return { problem: refusal(path, 'written', code) };
  }
}

async function changeLocked(
  root: string,
  path: string,
  change: TextChange,
): Promise<{ readonly problem: Message } | undefined> {
  for (let tries = 0; tries < maxTries; tries++) {
    const before = await readText(path);
    if (before && 'problem' in before) return before;
    const result = change(before?.text ?? '');
    if ('problem' in result) return result;
    if (result.text === before?.text) return undefined;
    const now = await readText(path);
    if (now && 'problem' in now) return now;
    if (now?.text !== before?.text) continue;
    await disk.write(path, (await leadingMark(path)) + result.text, { within: root });
    return undefined;
  }
  return { problem: messageOf('files.restless', { name: basename(path) }) };
}
