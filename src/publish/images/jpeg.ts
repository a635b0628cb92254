import type { ImageFile } from '../manuscript.ts';
import { hasLetters, joined, dataView } from './bytes.ts';

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/**
 * Reads a JPEG; undefined for anything else. Of its application segments those stay that colours rest on: JFIF, the profile and
 * Adobe's. Which side is up is said by a segment that says nothing else.
 */
export function readJpeg(bytes: Uint8Array): ImageFile | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return undefined;
  const view = dataView(bytes);
  const parts = [bytes.subarray(0, 2)];
  let size: ImageFile['size'];
  let orientation = 1;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return undefined;
    const segment = bytes.subarray(at, end);
    if (isFrame(marker) && segment.length >= 9)
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xe1) orientation = orientationIn(segment) ?? orientation;
    if (isPartOfPicture(marker, segment)) parts.push(segment);
    if (marker === startOfScan) {
      const picture = bytes.subarray(end, endOfPicture(bytes, end));
      const turned = orientation === 1 ? [] : [orientationSegment(orientation)];
      const [start, ...others] = parts;
      const whole = joined([start ?? bytes.subarray(0, 2), ...turned, ...others, picture]);
      return { bytes: whole, type: 'image/jpeg', size: orientation > 4 ? turnedSize(size) : size };
    }
    at = end;
  }
  return undefined;
}

function turnedSize(size: ImageFile['size']): ImageFile['size'] {
  return size && { width: size.height, height: size.width };
}

/** Whether a segment begins a frame, which says the size. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function isPartOfPicture(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return hasLetters(segment, 4, 'JFIF\0');
  if (marker === 0xe2) return hasLetters(segment, 4, 'ICC_PROFILE\0');
  return marker === 0xee && hasLetters(segment, 4, 'Adobe');
}

/** Returns the offset after the mark that ends the picture. What follows it, as a second picture, is not of it. */
function endOfPicture(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === endOfImage) return at + 2;
  return bytes.length;
}

const orientationTag = 0x0112;

/** Returns which side is up by the Exif data in a segment, 1 to 8; undefined where it does not say. */
function orientationIn(segment: Uint8Array): number | undefined {
  if (!hasLetters(segment, 4, 'Exif\0\0') || segment.length < 18) return undefined;
  const view = dataView(segment.subarray(10));
  const isLittle = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > view.byteLength) return undefined;
  const count = view.getUint16(directory, isLittle);
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > view.byteLength) return undefined;
    if (view.getUint16(at, isLittle) !== orientationTag) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** An Exif segment with one entry. */
function orientationSegment(orientation: number): Uint8Array {
  const head = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8];
  const entry = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  return Uint8Array.from([...head, ...entry, 0, 0, 0, 0]);
}
