import { damaged } from './directory.ts';

/** A piece of packed bytes. Inflated, it is at most about a thousand times as large. */
const fedBytes = 16 * 1024;

/**
 * Inflates bytes (RFC 1951), no faster than they are asked for. The stream is that of browsers, which Node.js has too: as
 * native code it needs no warming up.
 * @throws CannotRead while it is iterated, if they are not deflated or lack their end
 */
export async function* inflatedPieces(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const reader = readable.getReader();
  // What goes wrong in writing is told in reading, too.
  const written = writeInPieces(packed, writable.getWriter()).catch(() => undefined);
  try {
    for (;;) {
      const { done, value } = await readNextPiece(reader);
      if (done) break;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
    await written;
  }
}

async function writeInPieces(packed: Uint8Array, writer: WritableStreamDefaultWriter): Promise<void> {
  for (let from = 0; from < packed.length; from += fedBytes)
    await writer.write(packed.subarray(from, from + fedBytes));
  await writer.close();
}

async function readNextPiece(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch {
    throw damaged();
  }
}
