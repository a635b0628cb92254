import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { refusalReason } from '../core/present/wording.ts';
import type { FileContent } from '../workspace/studyFolder.ts';

/** Bytes of a file, or a sentence that says why they cannot be had. */
export type FileBytes = { readonly bytes: Buffer } | { readonly problem: string };

/** Windows has no such thing. */
const { O_NONBLOCK: nonBlocking } = constants as Partial<typeof constants>;

/** Files larger than this are not read: no text that people cite comes near it. Bytes. */
const largestFile = 64 * 1024 * 1024;

/**
 * Reads files one after another into one buffer, so that a thousand of them leave nothing behind: what `read` returns
 * holds until the next call.
 */
export class FileReader {
  private buffer = Buffer.allocUnsafeSlow(1024 * 1024);

  /** What cannot be read is a sentence; a file that is gone is undefined. A pipe is not waited for. */
  read(path: string): FileBytes | undefined {
    try {
      const file = openSync(path, constants.O_RDONLY | (nonBlocking ?? 0));
      try {
        return this.readOpen(file, path);
      } finally {
        closeSync(file);
      }
    } catch (error) {
      return refused(path, error);
    }
  }

  private readOpen(file: number, path: string): FileBytes {
    const status = fstatSync(file);
    const problem = whyNot(path, status.isFile(), status.size);
    if (problem !== undefined) return { problem };
    // One more than there is, so that a file that grows meanwhile is read to its end.
    if (status.size >= this.buffer.length) this.buffer = Buffer.allocUnsafeSlow(2 * status.size);
    let length = 0;
    for (;;) {
      const read = readSync(file, this.buffer, length, this.buffer.length - length, null);
      length += read;
      if (read === 0 || (length === status.size && length < this.buffer.length)) break;
      if (length < this.buffer.length) continue;
      this.buffer = Buffer.concat([this.buffer], 2 * this.buffer.length);
    }
    return { bytes: this.buffer.subarray(0, length) };
  }
}

/** Reads a text file as UTF-8. What cannot be read is a sentence; a file that is gone is undefined. */
export async function readText(path: string): Promise<FileContent | undefined> {
  try {
    const handle = await open(path, 'r');
    try {
      const status = await handle.stat();
      const problem = whyNot(path, status.isFile(), status.size);
      return problem === undefined ? decode(await handle.readFile(), path) : { problem };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return refused(path, error);
  }
}

function whyNot(path: string, isFile: boolean, size: number): string | undefined {
  if (!isFile) return `${basename(path)} is not a file.`;
  if (size <= largestFile) return undefined;
  return `${basename(path)} is too large to be read: ${String(Math.round(size / 1048576))} MB.`;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of a file: UTF-8, a byte order mark left out. */
export function decode(bytes: Uint8Array, path: string): FileContent {
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    return { problem: `${basename(path)} is not UTF-8 text. Save it as UTF-8, or import it.` };
  }
}

function refused(path: string, error: unknown): { problem: string } | undefined {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  return { problem: `${basename(path)} cannot be read: ${refusalReason('read', code)}.` };
}
