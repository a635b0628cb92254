import { messageOf } from '../core/messages.ts';
import { exchangeFormats, type ExchangedNote, type ExchangeReading, formatOfNotes } from '../core/notes.ts';
import type { FileToRead, Unreadable } from './blocks.ts';
import { exchangedComments } from './commentNotes.ts';

/** What becomes of the notes that were read: here, because nothing else needs it at once. */
export { planNoteImport, sourceKeyFor } from '../core/resolve.ts';

/** A file that holds notes: one of another program’s notes, or a text with comments. */
export interface NotesToRead extends FileToRead {
  /** A name of `exchangeFormats`; by default that which the file is in. */
  readonly format?: string | undefined;
  /** The text of bytes, or why they are none. */
  readonly decode: (bytes: Uint8Array, fileName: string) => { readonly text: string } | Unreadable;
  /** The key of the source that a title or the name of a file means; undefined where there is none. */
  readonly keyOf: (name: string) => string | undefined;
}

/** Reads the notes in a file of another program, and the comments of readers in a text of a word processor. */
export async function notesOfFile(file: NotesToRead): Promise<ExchangeReading | Unreadable> {
  const { bytes, fileName, format } = file;
  if (format === undefined && isDocument(bytes)) return notesOfDocument(file);
  const content = file.decode(bytes, fileName);
  if ('problem' in content) return content;
  const { text } = content;
  return (
    exchangeFormats[format ?? formatOfNotes(fileName, text)]?.read?.(text) ?? { notes: [], problems: [] }
  );
}

/** Whether a file is an archive, as word processors write, or a PDF file. */
function isDocument(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  return start.startsWith('PK\u0003\u0004') || start.includes('%PDF-');
}

async function notesOfDocument(file: NotesToRead): Promise<ExchangeReading | Unreadable> {
  const { readPage } = await import('./formats.ts');
  const page = await readPage({ ...file, withMarks: true });
  if ('problem' in page) return page;
  const comments = page.comments ?? [];
  if (comments.length === 0) return { notes: [], problems: [messageOf('notes.noComments')] };
  const stem = file.fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const names = [page.metadata.title ?? '', stem].filter(Boolean);
  const key = names.map(file.keyOf).find((each) => each !== undefined);
  const notes = exchangedComments(comments, key ?? names[0] ?? '', ({ quote }) => ({
    quote: { ...quote, exact: quote.exact.replace(/\s+/g, ' '), unique: undefined },
    position: undefined,
  }));
  const marked = notes.map((note) => (note.text === '' ? { ...note, motivation: 'highlighting' } : note));
  return { notes: marked.map(asForeign), problems: [] };
}

/** Words of a comment are those of the text that it is kept with, so that its place is found as that of a foreign note. */
function asForeign(note: ExchangedNote): ExchangedNote {
  const foreign = { json: {}, selectors: [], details: {} };
  return note.answers === undefined ? { ...note, foreign } : note;
}
