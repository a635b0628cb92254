import { messageOf } from '../../core/messages.ts';
import { CannotRead } from './cannotRead.ts';
import { checksumWith } from './checksum.ts';
import { type ArchiveEntry, damaged, isArchive, readDirectory } from './directory.ts';
import { inflatedPieces } from './inflate.ts';

/** What is read of an archive at most, in bytes. */
export const archiveLimits = {
  /** The archive, and each part of it that is read. */
  file: 100 * 1024 * 1024,
  /** All parts that are read of one archive. */
  inflated: 400 * 1024 * 1024,
} as const;

/** The parts of a ZIP archive. A part is inflated when it is asked for; nothing is kept of it. */
export interface Archive {
  /** The names of all parts, with `/` between folders; none of them leads out of the archive. */
  readonly names: ReadonlySet<string>;
  /**
   * The bytes of a part in pieces, so that no large part is in memory as a whole.
   * @returns undefined if there is no such part
   * @throws CannotRead while it is iterated: the part is damaged, encrypted or too large, or the parts together are
   */
  readonly pieces: (name: string) => AsyncIterable<Uint8Array> | undefined;
  /** All bytes of a part, as `pieces` gives them. */
  readonly bytes: (name: string) => Promise<Uint8Array | undefined>;
}

/**
 * Opens a ZIP archive. Reads its list of parts and inflates none.
 * @returns undefined if the bytes do not begin as an archive does
 * @throws CannotRead if the list is damaged or has names that lead out of the archive
 */
export function openArchive(bytes: Uint8Array): Archive | undefined {
  if (!isArchive(bytes)) return undefined;
  const entries = new Map<string, ArchiveEntry>();
  for (const entry of readDirectory(bytes)) if (!entries.has(entry.name)) entries.set(entry.name, entry);
  const budget = { left: archiveLimits.inflated };
  const pieces = (name: string): AsyncIterable<Uint8Array> | undefined => {
    const entry = entries.get(name);
    return entry && unpackedPieces(entry, bytes, budget);
  };
  return {
    names: new Set(entries.keys()),
    pieces,
    bytes: async (name) => {
      const found = pieces(name);
      return found && concatenate(await allOf(found));
    },
  };
}

/** How many bytes may still be inflated. */
interface Budget {
  left: number;
}

/**
 * The sizes that an archive states may lie. A part is refused before it is inflated where they say that it is too large,
 * and as soon as it is larger than they say.
 */
async function* unpackedPieces(
  entry: ArchiveEntry,
  bytes: Uint8Array,
  budget: Budget,
): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted) throw new CannotRead(messageOf('importing.encrypted'));
  if (entry.size > archiveLimits.file || entry.size > budget.left)
    throw new CannotRead(messageOf('importing.inflates'));
  budget.left -= entry.size;
  let left = entry.size;
  let checksum = 0;
  for await (const piece of unpacked(entry, packedBytes(entry, bytes))) {
    left -= piece.length;
    if (left < 0) throw damaged();
    checksum = checksumWith(checksum, piece);
    yield piece;
  }
  if (left !== 0 || checksum !== entry.checksum) throw damaged();
}

function packedBytes({ offset, packedSize }: ArchiveEntry, bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw damaged();
  return bytes.subarray(start, start + packedSize);
}

function unpacked(
  { method }: ArchiveEntry,
  packed: Uint8Array,
): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  if (method === 0) return [packed];
  if (method === 8) return inflatedPieces(packed);
  throw new CannotRead(messageOf('importing.packing'));
}

async function allOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (first && pieces.length === 1) return first;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
