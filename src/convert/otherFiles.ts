import { type Message, messageOf, type PlainMessageId } from '../core/messages.ts';
import type { FileSigns } from './blocks.ts';

/** The first bytes of files that hold no text, as Latin-1. */
const noTexts: readonly (readonly [start: string, what: PlainMessageId])[] = [
  ['\x89PNG', 'importing.picture'],
  ['\xff\xd8\xff', 'importing.picture'],
  ['GIF8', 'importing.picture'],
  ['\x1f\x8b', 'importing.compressed'],
  ['\x7fELF', 'importing.program'],
];

/** The first bytes of a compound file, in which Office kept its files before 2007, and keeps those with a password. */
const compoundFile = '\xd0\xcf\x11\xe0';

/** The media types of OpenDocument that are no texts, and names in archives of other programs. */
const otherArchives: readonly (readonly [sign: RegExp, what: PlainMessageId])[] = [
  [/^(?:xl\/|application\/vnd\.oasis\.opendocument\.spreadsheet)/, 'importing.spreadsheet'],
  [/^(?:ppt\/|application\/vnd\.oasis\.opendocument\.presentation)/, 'importing.presentation'],
];

/**
 * What a file is that no reader has recognised by its content, and what to do with it.
 * @returns undefined if it may be a text, or what its name says
 */
export function otherFile(bytes: Uint8Array, signs: FileSigns): Message | undefined {
  const { start, text } = signs;
  if (start.startsWith(compoundFile)) return compoundFileProblem(bytes, signs);
  if (start.startsWith('{\\rtf')) return saveAsDocx('importing.rtf');
  if (/<\?mso-application|<(?:w:wordDocument|pkg:package)\b/.test(text))
    return saveAsDocx('importing.wordXml');
  if (start.slice(60, 68) === 'BOOKMOBI')
    return saveAs('importing.kindle', messageOf('importing.calibre'), '.epub');
  if (/<FictionBook\b/.test(text))
    return saveAs('importing.fictionBook', messageOf('importing.calibre'), '.epub');
  if (/^\s*(?:%[^\n]*\n\s*)*\\documentclass\b/.test(text))
    return saveAs('importing.latex', messageOf('importing.pandoc'), '.docx');
  if (/^\s*<\?xml\b/.test(text) && !/<(?:!doctype\s+|\w+:)?html\b/i.test(text))
    return messageOf('importing.noText', { what: messageOf('importing.xml') });
  if (signs.names.size > 0) return otherArchive(signs);
  const noText = noTexts.find(([bytes]) => start.startsWith(bytes));
  return noText && messageOf('importing.noText', { what: messageOf(noText[1]) });
}

function otherArchive({ names, mediaType = '' }: FileSigns): Message {
  if (names.has('Index/Document.iwa') || names.has('Index.zip') || names.has('index.xml'))
    return saveAs('importing.pages', messageOf('importing.pagesProgram'), '.docx');
  if (mediaType.startsWith('application/vnd.sun.xml.writer')) return saveAsOdt('importing.oldWriter');
  const signs = [mediaType, ...names];
  const known = otherArchives.find(([sign]) => signs.some((one) => sign.test(one)));
  return known ? messageOf('importing.noText', { what: messageOf(known[1]) }) : messageOf('importing.zip');
}

function saveAs(what: PlainMessageId, program: Message, format: string): Message {
  return messageOf('importing.saveAs', { what: messageOf(what), program, format });
}

function saveAsDocx(what: PlainMessageId): Message {
  return saveAs(what, messageOf('importing.wordOrLibreOffice'), '.docx');
}

function saveAsOdt(what: PlainMessageId): Message {
  return saveAs(what, messageOf('importing.libreOffice'), '.odt');
}

function compoundFileProblem(bytes: Uint8Array, { extension }: FileSigns): Message {
  const names = compoundNames(bytes);
  if (names.includes('EncryptedPackage') || /^doc[xm]$/.test(extension))
    return messageOf('importing.encrypted');
  return saveAsDocx(names.includes('WordDocument') ? 'importing.oldWord' : 'importing.oldOffice');
}

/** The most bytes of a compound file's directory that are read: the first 32 names. */
const maxDirectoryBytes = 4096;

/** The names at the beginning of the directory of a compound file ([MS-CFB] 2.2 and 2.6), one after another. */
function compoundNames(bytes: Uint8Array): string {
  if (bytes.length < 512) return '';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = (view.getUint32(48, true) + 1) * 2 ** Math.min(view.getUint16(30, true), 16);
  return new TextDecoder('utf-16le').decode(bytes.subarray(start, start + maxDirectoryBytes));
}
