import { type Message, messageOf } from '../../core/messages.ts';
import { utf16Order } from '../../core/text.ts';
import type { FileToRead, Page, Unreadable } from '../blocks.ts';

/** The text of a file and its encoding. */
interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** The characters 0x80 to 0x9F of Windows-1252 by the WHATWG Encoding Standard. The rest is Latin-1. */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** A text file has at most this share of control characters. */
const maxControlShare = 0.05;
/** The most bytes from the beginning of a file that are decoded to recognise what it is. */
const maxStartBytes = 4000;
/** The most code units of them. */
const maxStartUnits = 1000;

/**
 * Decodes the bytes of a text file. A byte order mark decides; else it is UTF-16 if every other byte is zero, else
 * UTF-8 if the bytes are valid UTF-8, else Windows-1252. Control characters are left out.
 * @returns `problem`, a sentence, if the bytes are not text
 */
export function decodeBytes(bytes: Uint8Array): Decoded | { readonly problem: Message } {
  if (bytes.length === 0) return { problem: messageOf('importing.empty') };
  const decoded = decodeText(bytes);
  const controls = (decoded.text.match(/[\0-\x08\x0E-\x1F\x7F\uFFFD]/g) ?? []).length;
  if (controls > 8 && controls > decoded.text.length * maxControlShare)
    return { problem: messageOf('importing.binary') };
  const text = decoded.text.replace(/[\0-\x08\x0E-\x1F\x7F]/g, '');
  return text.trim() === ''
    ? { problem: messageOf('importing.noWords') }
    : { text, encoding: decoded.encoding };
}

/** Reads a file as text. What it is not decoded from is a problem. */
export function decodedPage({ bytes }: FileToRead, read: (text: string) => Page): Page | Unreadable {
  const decoded = decodeBytes(bytes);
  return 'problem' in decoded ? decoded : read(decoded.text);
}

/** The beginning of a file as text, at most 1,000 code units, to recognise what it is. */
export function startOfText(bytes: Uint8Array): string {
  return decodeText(bytes.subarray(0, maxStartBytes)).text.slice(0, maxStartUnits);
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
