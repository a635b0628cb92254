import type { ImageFile } from '../manuscript.ts';
import { hasLetters, joined, lettersAt, dataView } from './bytes.ts';

const dataChunks = new Set(['EXIF', 'XMP ']);
/** The bits of the head that say that there are Exif and XMP data. */
const dataFlags = 0x0c;
const knownChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** Reads a WebP; undefined for anything else. */
export function readWebp(bytes: Uint8Array): ImageFile | undefined {
  if (!hasLetters(bytes, 0, 'RIFF') || !hasLetters(bytes, 8, 'WEBP')) return undefined;
  const view = dataView(bytes);
  const limit = Math.min(bytes.length, view.getUint32(4, true) + 8);
  const parts: Uint8Array[] = [];
  for (let at = 12; at + 8 <= limit;) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    const name = lettersAt(bytes, at, 4);
    if (at + 8 + length > limit) return undefined;
    if (!dataChunks.has(name) && knownChunks.has(name)) parts.push(withoutFlags(name, bytes.slice(at, end)));
    at = end;
  }
  if (parts.length === 0) return undefined;
  const content = joined(parts);
  const head = Uint8Array.from(bytes.subarray(0, 12));
  dataView(head).setUint32(4, content.length + 4, true);
  return { bytes: joined([head, content]), type: 'image/webp', size: sizeIn(parts) };
}

function withoutFlags(name: string, chunk: Uint8Array): Uint8Array {
  if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~dataFlags;
  return chunk;
}

function sizeIn([first]: readonly Uint8Array[]): ImageFile['size'] {
  if (!first || first.length < 18) return undefined;
  const view = dataView(first);
  if (hasLetters(first, 0, 'VP8X'))
    return { width: (view.getUint32(12, true) & 0xffffff) + 1, height: (view.getUint32(14, true) >>> 8) + 1 };
  if (hasLetters(first, 0, 'VP8L')) {
    const bits = view.getUint32(9, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return hasLetters(first, 0, 'VP8 ')
    ? { width: view.getUint16(14, true) & 0x3fff, height: view.getUint16(16, true) & 0x3fff }
    : undefined;
}
