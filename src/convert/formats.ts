import { messageOf } from '../core/messages.ts';
import { openArchive, unreadableOf } from './archive.ts';
import type { FileSigns, FileToRead, ImportFormat, Page, Unreadable } from './blocks.ts';
import { startOfText } from './decode.ts';
import { docxFormat } from './docx.ts';
import { epubFormat } from './epub.ts';
import { htmlFormat } from './html.ts';
import { markdownFormat } from './markdown.ts';
import { odtFormat } from './odt.ts';
import { otherFile } from './otherFiles.ts';
import { pdfFormat } from './pdf.ts';
import { plainTextFormat } from './plainText.ts';

/**
 * What can be imported. The first that recognises a file by its content reads it, else the first that has its ending,
 * else the last: plain text.
 */
export const importFormats: readonly ImportFormat[] = [
  pdfFormat,
  epubFormat,
  markdownFormat,
  htmlFormat,
  docxFormat,
  odtFormat,
  plainTextFormat,
];

/** The size of the largest file that is read, in bytes. */
const maxImportedBytes = 100 * 1024 * 1024;
const maxStartBytes = 1024;

/**
 * Reads a file into blocks, as what its content or its name says it is.
 * @returns `problem`, a sentence, if it is nothing that can be read, and what to do about it
 */
export async function readPage(file: FileToRead): Promise<Page | Unreadable> {
  const { bytes } = file;
  if (bytes.length === 0) return { problem: messageOf('importing.empty') };
  if (bytes.length > maxImportedBytes) return { problem: messageOf('importing.large') };
  const signs = await fileSignsOf(file);
  if ('problem' in signs) return signs;
  const recognised = importFormats.find(({ isRecognised }) => isRecognised?.(signs));
  if (recognised) return recognised.read(file);
  const problem = otherFile(bytes, signs);
  if (problem) return { problem };
  const named = importFormats.find(({ extensions }) => extensions.includes(signs.extension));
  return (named ?? plainTextFormat).read(file);
}

/** The endings of what can be imported, without the dot: of all files, and of those that an editor shows as lines. */
export function importEndings(): { readonly all: readonly string[]; readonly texts: readonly string[] } {
  const endingsOf = (formats: readonly ImportFormat[]): string[] =>
    formats.flatMap(({ extensions }) => extensions);
  return { all: endingsOf(importFormats), texts: endingsOf(importFormats.filter(({ isText }) => isText)) };
}

async function fileSignsOf({ bytes, fileName }: FileToRead): Promise<FileSigns | Unreadable> {
  const [, extension = ''] = /\.([^.]*)$/.exec(fileName.toLowerCase()) ?? [];
  const start = String.fromCharCode(...bytes.subarray(0, maxStartBytes));
  try {
    const archive = openArchive(bytes);
    if (!archive) return { extension, start, text: startOfText(bytes), names: new Set() };
    const mediaType = await archive.bytes('mimetype');
    const told = mediaType && mediaType.length < 200 ? String.fromCharCode(...mediaType).trim() : undefined;
    const names = archive.names;
    return { extension, start, text: '', names, ...(told === undefined ? {} : { mediaType: told }) };
  } catch (error) {
    return unreadableOf(error);
  }
}
