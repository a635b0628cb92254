import { Inflate } from 'fflate';
import { type Message, messageOf } from '../../core/messages.ts';

/** What one part of a file may hold when it is inflated, and all that are looked at, in bytes. */
const maxPartBytes = 32 * 1024 * 1024;
const maxAllBytes = 400 * 1024 * 1024;
/** A file ends with where its list of parts begins; some programs write more after that. */
const maxAfterEnd = 2048;
const maxDictionaryUnits = 1500;
/** Bytes inflate to at most a thousand times as many: 8 MB of a piece. The content of most pages is one or two of them. */
const packedPieceBytes = 8 * 1024;

/**
 * Looks for damage that pdf.js passes over in silence, with the loss of words: a file without its end, and compressed
 * parts that cannot be inflated or do not have the sum that stands after them. Pictures and fonts are not looked at,
 * nor is an encrypted file.
 * @returns what is wrong; also where a part inflates beyond all measure
 */
export function checkStreams(bytes: Uint8Array): Message | undefined {
  if (!hasEnd(bytes)) return messageOf('importing.pdfDamaged');
  if (indexOfAscii(bytes, '/Encrypt', 0) >= 0) return undefined;
  let all = 0;
  for (let at = indexOfAscii(bytes, 'stream', 0); at >= 0; at = indexOfAscii(bytes, 'stream', at + 6)) {
    const packed = deflatedAt(bytes, at);
    if (!packed) continue;
    const inflated = inflatedBytes(packed, Math.min(maxPartBytes, maxAllBytes - all));
    if (inflated === 'damaged') return messageOf('importing.pdfDamaged');
    if (inflated === 'large') return messageOf('importing.deep');
    all += inflated;
  }
  return undefined;
}

function hasEnd(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end--;
  const tail = latin1(bytes.subarray(Math.max(0, end - maxAfterEnd), end));
  return /startxref\s+\d+\s+%%EOF/.test(tail);
}

/** The deflated bytes, without their two bytes of header, of a part whose keyword `stream` stands at an offset. */
function deflatedAt(bytes: Uint8Array, at: number): Uint8Array | undefined {
  const before = latin1(bytes.subarray(Math.max(0, at - maxDictionaryUnits), at));
  if (!/>>\s*$/.test(before)) return undefined;
  const dictionary = before.slice(before.lastIndexOf('obj') + 3);
  const isFlate = /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/.test(dictionary);
  if (
    !isFlate ||
    /\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType)\b|\/Length1\b|\/EmbeddedFile\b/.test(dictionary)
  )
    return undefined;
  const start = at + (bytes[at + 6] === 0x0d && bytes[at + 7] === 0x0a ? 8 : 7);
  const told = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)\b/.exec(dictionary)?.[1]);
  const end = isEndOfStream(bytes, start + told) ? start + told : indexOfAscii(bytes, 'endstream', start);
  return end < start + 6 ? undefined : bytes.subarray(start + 2, end);
}

function isEndOfStream(bytes: Uint8Array, at: number): boolean {
  return /^\s*endstream/.test(latin1(bytes.subarray(at, at + 12)));
}

/** How many bytes a part inflates to. */
function inflatedBytes(packed: Uint8Array, most: number): number | 'damaged' | 'large' {
  const made = { size: 0, sum: 1, isWhole: false };
  const inflate = new Inflate((piece, isLast) => {
    made.size += piece.length;
    made.isWhole ||= isLast;
    made.sum = adlerWith(made.sum, piece);
  });
  try {
    for (let from = 0; from < packed.length && made.size <= most; from += packedPieceBytes) {
      const to = from + packedPieceBytes;
      inflate.push(packed.subarray(from, to), to >= packed.length);
    }
  } catch {
    return 'damaged';
  }
  if (made.size > most) return 'large';
  return made.isWhole && hasSum(packed, made.sum) ? made.size : 'damaged';
}

/** Whether the checksum stands at the end of a part, before the end of its last line. */
function hasSum(packed: Uint8Array, sum: number): boolean {
  return [0, 1, 2].some((rest) => {
    const at = packed.length - 4 - rest;
    const told =
      ((packed[at] ?? 0) * 0x1000000 +
        ((packed[at + 1] ?? 0) << 16) +
        ((packed[at + 2] ?? 0) << 8) +
        (packed[at + 3] ?? 0)) >>>
      0;
    return told === sum;
  });
}

const adlerModulus = 65521;
/** As many bytes can be summed before the sums leave 32 bits (RFC 1950, section 9). */
const adlerRun = 3800;

/** The Adler-32 checksum of all bytes so far, with more of them. Begins with 1. */
function adlerWith(before: number, bytes: Uint8Array): number {
  let low = before & 0xffff;
  let high = before >>> 16;
  for (let from = 0; from < bytes.length; from += adlerRun) {
    for (const byte of bytes.subarray(from, from + adlerRun)) high += low += byte;
    low %= adlerModulus;
    high %= adlerModulus;
  }
  return (high * 0x10000 + low) >>> 0;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** The offset of an ASCII text in bytes from `from` on; -1 if it is not there. */
function indexOfAscii(bytes: Uint8Array, text: string, from: number): number {
  const codes = Array.from(text, (sign) => sign.charCodeAt(0));
  const [first = 0] = codes;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (codes.every((code, index) => bytes[at + index] === code)) return at;
  return -1;
}
