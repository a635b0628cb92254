import type { ImageFile } from '../manuscript.ts';
import { hasLetters, joined, lettersAt, dataView } from './bytes.ts';

/** The chunks that make the picture, its colours and its movement (PNG 1.3, and APNG). Texts, times and Exif are not among them. */
const pictureChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT'.split(' '),
);
const signature = '\x89PNG\r\n\x1a\n';

/** Reads a PNG; undefined for anything else. */
export function readPng(bytes: Uint8Array): ImageFile | undefined {
  if (!hasLetters(bytes, 0, signature) || !hasLetters(bytes, 12, 'IHDR') || bytes.length < 33)
    return undefined;
  const view = dataView(bytes);
  const parts = [bytes.subarray(0, signature.length)];
  for (let at = signature.length; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const name = lettersAt(bytes, at + 4, 4);
    if (pictureChunks.has(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') {
      const size = { width: view.getUint32(16), height: view.getUint32(20) };
      return { bytes: joined(parts), type: 'image/png', size };
    }
    at = end;
  }
  return undefined;
}
