import { messageOf } from '../../core/messages.ts';
import { CannotRead } from './cannotRead.ts';

/** A part of an archive, as its central directory describes it (APPNOTE.TXT 6.3.10, 4.3.12). Sizes in bytes. */
export interface ArchiveEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** How it is packed: 0 not at all, 8 deflated. */
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins, in bytes from the beginning of the file. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locatorSignature = 0x07064b50;
const entrySignature = 0x02014b50;
/** A length or offset that stands in the 64-bit field instead. */
const inField64 = 0xffffffff;
/** The most parts of an archive. A book of pictures has some thousands. */
const maxEntries = 100_000;

/** What leads out of the archive: an absolute path, a drive, or `..`. */
const outsidePath = /^(?:\/|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)|\0/;
/** What was read as a name by mistake, as the bytes around it are damaged. A message could not say it. */
const isNoName = /[\0-\x1f\x7f]|^.{1000}/s;

/** Whether bytes begin as a ZIP archive does. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Reads the central directory of a ZIP archive.
 * @throws CannotRead if there is none, it is not whole, has too many parts, or names that lead out of the archive
 */
export function readDirectory(bytes: Uint8Array): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return entriesIn(view, bytes);
  } catch (error) {
    // What reads past the end of the file was not copied whole.
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}

/** The problem of an archive that is not whole. */
export function damaged(): CannotRead {
  return new CannotRead(messageOf('importing.damaged'));
}

function entriesIn(view: DataView, bytes: Uint8Array): ArchiveEntry[] {
  const { count, start } = directoryPlace(view);
  if (count > maxEntries) throw new CannotRead(messageOf('importing.inflates'));
  const entries: ArchiveEntry[] = [];
  let at = start.directory;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== entrySignature) throw damaged();
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    entries.push(directoryEntry(view, bytes, at, nameLength, extraLength, start.archive));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function directoryEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  nameLength: number,
  extraLength: number,
  archiveStart: number,
): ArchiveEntry {
  const nameEnd = at + 46 + nameLength;
  const name = nameOfPart(bytes.subarray(at + 46, nameEnd));
  const [size = 0, packedSize = 0, offset = 0] = wide(view, at, nameEnd, nameEnd + extraLength);
  return {
    name,
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset: offset + archiveStart,
  };
}

/** The size, packed size and offset of a part, each from the 64-bit field (4.5.3) if it is too large for its own. */
function wide(view: DataView, at: number, extra: number, extraEnd: number): number[] {
  const short = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  if (!short.includes(inField64)) return short;
  for (let field = extra; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4;
    return short.map((value) => {
      if (value !== inField64) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return short;
}

/** The name of a part with `/` between its folders. Names that are not UTF-8 are read as Latin-1. */
function nameOfPart(bytes: Uint8Array): string {
  const name = decodeName(bytes).replaceAll('\\', '/');
  if (!outsidePath.test(name)) return name;
  throw isNoName.test(name) ? damaged() : new CannotRead(messageOf('importing.leadsOut', { name }));
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return String.fromCharCode(...bytes);
  }
}

/** Where the directory begins, and the archive: other data may stand before it, which its offsets do not count. */
function directoryPlace(view: DataView): { count: number; start: { directory: number; archive: number } } {
  const end = endOfDirectory(view);
  const isWide = end >= 20 && view.getUint32(end - 20, true) === locatorSignature;
  const end64 = isWide ? Number(view.getBigUint64(end - 12, true)) : -1;
  if (end64 >= 0 && view.getUint32(end64, true) === end64Signature) {
    const [count, size, offset] = [32, 40, 48].map((field) => Number(view.getBigUint64(end64 + field, true)));
    return placed(count, size, offset, end64);
  }
  return placed(
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
    end,
  );
}

function placed(count = 0, size = 0, offset = 0, end = 0) {
  const directory = end - size;
  if (directory < 0 || directory < offset) throw damaged();
  return { count, start: { directory, archive: directory - offset } };
}

/** Where the record stands that ends the directory: the last in the file, before a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--)
    if (view.getUint32(at, true) === endSignature) return at;
  throw damaged();
}
