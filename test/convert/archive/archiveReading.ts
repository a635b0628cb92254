import assert from 'node:assert/strict';
import { type Archive, CannotRead, openArchive } from '../../../src/convert/archive.ts';
import { inWords } from '../../../src/core/messages.ts';

export const words = 'The lamp burned until the mill stood still. '.repeat(2000);

export function opened(bytes: Uint8Array): Archive {
  return openArchive(bytes) ?? assert.fail('it is an archive');
}

export const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

/** What reading all parts of an archive says. */
export async function problemWith(bytes: Uint8Array): Promise<string> {
  try {
    const archive = opened(bytes);
    for (const name of archive.names) await archive.bytes(name);
  } catch (error) {
    return error instanceof CannotRead ? inWords(error.problem) : assert.fail(error as Error);
  }
  return 'none';
}
