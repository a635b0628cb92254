import { type Message, messageOf } from '../core/messages.ts';
/** The text of a file and its encoding. */

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** The characters 0x80 to 0x9F of Windows-1252 by the WHATWG Encoding Standard. The rest is Latin-1. */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** The first bytes of formats that are not text. */
const signatures: readonly (readonly [bytes: readonly number[], format: Message])[] = [
  [[0x50, 0x4b, 0x03, 0x04], messageOf('importing.zip')],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], messageOf('importing.pdf')],
  [[0xd0, 0xcf, 0x11, 0xe0], messageOf('importing.oldOffice')],
  [[0x89, 0x50, 0x4e, 0x47], messageOf('importing.picture')],
  [[0xff, 0xd8, 0xff], messageOf('importing.picture')],
  [[0x47, 0x49, 0x46, 0x38], messageOf('importing.picture')],
  [[0x1f, 0x8b], messageOf('importing.compressed')],
  [[0x7f, 0x45, 0x4c, 0x46], messageOf('importing.program')],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], messageOf('importing.rtf')],
];

/** A text file has at most this share of control characters. */
const maxControlShare = 0.05;
/** The size of the largest file that is read, in bytes. */
const maxBytes = 64 * 1024 * 1024;

/**
 * Decodes the bytes of a text file. A byte order mark decides; else it is UTF-16 if every other byte is zero, else
 * UTF-8 if the bytes are valid UTF-8, else Windows-1252. Control characters are left out.
 * @returns `problem`, a sentence, if the bytes are not text
 */
export function decodeBytes(bytes: Uint8Array): Decoded | { readonly problem: Message } {
  if (bytes.length === 0) return { problem: messageOf('importing.empty') };
  if (bytes.length > maxBytes) return { problem: messageOf('importing.large') };
  for (const [start, format] of signatures)
    if (start.every((byte, index) => bytes[index] === byte))
      return { problem: messageOf('importing.noText', { format }) };
  const decoded = decodeText(bytes);
  const controls = (decoded.text.match(/[\0-\x08\x0E-\x1F\x7F\uFFFD]/g) ?? []).length;
  if (controls > 8 && controls > decoded.text.length * maxControlShare)
    return { problem: messageOf('importing.binary') };
  const text = decoded.text.replace(/[\0-\x08\x0E-\x1F\x7F]/g, '');
  return text.trim() === ''
    ? { problem: messageOf('importing.noWords') }
    : { text, encoding: decoded.encoding };
}

function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = utf16Order(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  }
}

/**
 * Tells UTF-16 by its byte order mark, or by zeros in every other byte of the first thousand, as Latin letters have.
 */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, 1000) & ~1;
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > length * 0.35 && even < length * 0.05) return 'utf-16le';
  return even > length * 0.35 && odd < length * 0.05 ? 'utf-16be' : undefined;
}

function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 8192) {
    const codes = Array.from(bytes.subarray(from, from + 8192), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? windows1252.charCodeAt(byte - 0x80) : byte,
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}
