import type { ImageFile } from '../manuscript.ts';
import { hasLetters, joined, dataView } from './bytes.ts';

/** Reads a GIF; undefined for anything else. Comments and data of programs are left out, but for how often it repeats. */
export function readGif(bytes: Uint8Array): ImageFile | undefined {
  if (!hasLetters(bytes, 0, 'GIF87a') && !hasLetters(bytes, 0, 'GIF89a')) return undefined;
  if (bytes.length < 14) return undefined;
  const view = dataView(bytes);
  const start = 13 + tableBytes(bytes[10] ?? 0);
  const parts = [bytes.subarray(0, start)];
  for (let at = start; at < bytes.length;) {
    const kind = bytes[at];
    if (kind === 0x3b) {
      const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
      return { bytes: joined([...parts, bytes.subarray(at, at + 1)]), type: 'image/gif', size };
    }
    const isImage = kind === 0x2c;
    if (!isImage && kind !== 0x21) return undefined;
    const data = isImage ? at + 11 + tableBytes(bytes[at + 9] ?? 0) : at + 2;
    const end = endOfBlocks(bytes, data);
    if (end === undefined) return undefined;
    if (isImage || isPartOfPicture(bytes, at)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function tableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** Returns the offset after the blocks of data at an offset; undefined where they do not end. */
function endOfBlocks(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; at < bytes.length;) {
    const length = bytes[at] ?? 0;
    at += length + 1;
    if (length === 0) return at;
  }
  return undefined;
}

/** Whether an extension says how the picture is shown. */
function isPartOfPicture(bytes: Uint8Array, at: number): boolean {
  const label = bytes[at + 1];
  return label === 0xf9 || label === 0x01 || (label === 0xff && hasLetters(bytes, at + 3, 'NETSCAPE2.0'));
}
