import type { Message } from '../../core/messages.ts';
import type { Page } from './block.ts';
import type { DraftWishes } from './draftMarks.ts';

/** The bytes that a reader turns into a page, and what is known about them. */
export interface FileToRead {
  readonly bytes: Uint8Array;
  /** The name of the file without its folder. */
  readonly fileName: string;
  /** The password that a person gave for a file that is encrypted. */
  readonly password?: string;
  /** Set where what readers have marked and written is wanted, of files in which that takes a reading of its own. */
  readonly withMarks?: true;
  /** Set where the file is read as a draft of a paper. */
  readonly draft?: DraftWishes;
}

/** Why nothing can be imported, and what to do about it. */
export interface Unreadable {
  readonly problem: Message;
  /** Set where the file could be read with a password: none was given, or it is wrong. */
  readonly needs?: 'password';
}

/** What a file shows of itself before a reader is chosen. */
export interface FileSigns {
  /** What the name ends in, in lower case and without the dot; empty if it has no ending. */
  readonly extension: string;
  /** The first 1,024 bytes, each as the character of its number (Latin-1). */
  readonly start: string;
  /** The beginning of the text, at most 1,000 UTF-16 code units; empty if the bytes are a ZIP archive. */
  readonly text: string;
  /** The names in the ZIP archive that the file is; empty if it is none. */
  readonly names: ReadonlySet<string>;
  /** The media type that a ZIP archive states in its part `mimetype`. */
  readonly mediaType?: string;
}

/**
 * A format that can be imported. The object itself is loaded with the list of formats, so that its file imports no
 * reader: `read` loads that, with `import()`, in a bundle of its own. No reader imports Node.js.
 */
export interface ImportFormat {
  /** What the names of its files end in, in lower case and without the dot. */
  readonly extensions: readonly string[];
  /** Whether an editor shows such files as the lines that doubts name. */
  readonly isText?: true;
  /** Whether a file is in this format, whatever it is called. Without it, the name alone decides. */
  readonly isRecognised?: (signs: FileSigns) => boolean;
  /** Never rejects because of what the bytes are: what cannot be read is `problem`. */
  readonly read: (file: FileToRead) => Promise<Page | Unreadable>;
}
