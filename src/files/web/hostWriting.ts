/** Writes files of a host, which has no way of writing one whole or not at all. */
import { Refused, type WriteOptions, type WrittenFile } from '../fileSystem.ts';
import type { AskHost, HostAnswer } from './fileHost.ts';
import { basename, dirname, join } from '../pathNames.ts';

/** What is asked when files are written. */
export interface HostWriter {
  readonly ask: AskHost;
  readonly uriOf: (path: string) => string;
  readonly leadsOut: (path: string, within: string | undefined) => boolean;
  readonly isFolder: (path: string) => boolean;
  readonly wrote: (path: string) => void;
}

/** A file that is written: its content before, undefined where it was not there, and what it is to be. */
interface Replacement {
  readonly path: string;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
}

/** How often a file that was left half written is written back, and how long to wait in between, in milliseconds. */
const restoringPausesMs = [0, 0, 200, 1000];

/**
 * Writes files, or none of them: the content that each had is read and copied beside it first, and written back where one of them
 * cannot be written. Where that fails, too, the copy stays, and the code is `HALFWAY`. Throws `Refused`.
 */
export async function writeHostFiles(
  files: readonly WrittenFile[],
  writer: HostWriter,
  { within }: WriteOptions = {},
): Promise<void> {
  for (const { path } of files) {
    if (writer.leadsOut(path, within)) throw new Refused(path, 'OUTSIDE');
    if (writer.isFolder(path)) throw new Refused(path, 'EISDIR');
  }
  const all: Replacement[] = [];
  for (const { path, content } of files) {
    const after = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    // The copy of an earlier time may be all that is left of the file.
    if (await readBefore(path, copyOf(path, writer), writer)) throw new Refused(path, 'HALFWAY');
    all.push({ path, before: await readBefore(path, writer.uriOf(path), writer), after });
  }
  for (const [at, each] of all.entries()) {
    const code = await replace(each, writer);
    if (code === 'done') continue;
    // The last first. Of the one that failed nobody knows how much was written.
    const isBack = await Promise.all(all.slice(0, at + 1).map((one) => putBack(one, writer)));
    throw new Refused(each.path, isBack.every(Boolean) ? code : 'HALFWAY');
  }
  for (const { path, before } of all)
    if (before) await writer.ask({ do: 'remove', uri: copyOf(path, writer) });
}

/** The address of the copy of what a file held. */
function copyOf(path: string, { uriOf }: HostWriter): string {
  return uriOf(join(dirname(path), `.pilcrow-before-${basename(path)}.tmp`));
}

/** Writes a file after the copy of what it held. Returns the code of what was refused. */
async function replace(
  { path, before, after }: Replacement,
  writer: HostWriter,
): Promise<string | undefined> {
  const { ask, uriOf, wrote } = writer;
  if (before) {
    const copied = await ask({ do: 'write', uri: copyOf(path, writer), bytes: before });
    if ('code' in copied) return copied.code;
  }
  const answer = await ask({ do: 'write', uri: uriOf(path), bytes: after });
  if ('code' in answer) return answer.code;
  wrote(path);
  return 'done';
}

/** What cannot be read could not be put back, and is not written. */
async function readBefore(path: string, uri: string, { ask }: HostWriter): Promise<Uint8Array | undefined> {
  const answer = await ask({ do: 'read', uri });
  if ('bytes' in answer) return answer.bytes;
  const code = answerCode(answer);
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  throw new Refused(path, code);
}

function answerCode(answer: HostAnswer): string | undefined {
  return 'code' in answer ? answer.code : undefined;
}

/** Writes back what was there, but never over what somebody else has written meanwhile. Returns whether it is there. */
async function putBack({ path, before, after }: Replacement, writer: HostWriter): Promise<boolean> {
  const { ask, uriOf } = writer;
  const uri = uriOf(path);
  for (const pauseMs of restoringPausesMs) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const now = await ask({ do: 'read', uri });
    const isWhole =
      'bytes' in now
        ? isSame(now.bytes, before) || !isBeginning(now.bytes, after)
        : before === undefined && answerCode(now) === 'ENOENT';
    if (isWhole) {
      if (before) await ask({ do: 'remove', uri: copyOf(path, writer) });
      return true;
    }
    await ask(before === undefined ? { do: 'remove', uri } : { do: 'write', uri, bytes: before });
  }
  return false;
}

/** Whether bytes are what is there when only a part of others, or all of them, has been written. */
function isBeginning(bytes: Uint8Array, whole: Uint8Array): boolean {
  return bytes.length <= whole.length && bytes.every((byte, at) => byte === whole[at]);
}

function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return one.length === other?.length && isBeginning(one, other);
}
