import { inWords, type Message } from '../core/messages.ts';
import type { Role } from '../core/study.ts';
import { refusal } from '../core/present/wording.ts';

/** What stands under a name: a link is told from what it leads to, `other` is a pipe, a device or a socket. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/** A name in a folder. */
export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** What is known of a file or folder without opening it. */
export interface Status {
  readonly kind: EntryKind;
  /** When it was last changed, in milliseconds since 1970. */
  readonly modifiedMs: number;
}

/** Bytes of a file, or a sentence that says why they cannot be had. */
export type FileBytes = { readonly bytes: Uint8Array } | { readonly problem: Message };

/** Files larger than this are not read: no text that people cite comes near it. Bytes. */
export const maxFileBytes = 100 * 1024 * 1024;

/** Reads files one after another into one buffer, so that a thousand of them leave nothing behind. */
export interface FileReader {
  /** As `FileSystem.read`, at once. The bytes hold until the next call. */
  read(path: string, within?: string): FileBytes | undefined;
}

/** A file that is to be written. */
export interface WrittenFile {
  readonly path: string;
  /** Text is written in UTF-8. */
  readonly content: string | Uint8Array;
}

/** A file of a folder that is written as a whole. */
export interface FolderFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** How a file is written. */
export interface WriteOptions {
  /** The folder that links must not lead out of; without it they may lead anywhere. */
  readonly within?: string | undefined;
  /** Whether nobody else may read it, nor the folders that are made for it. */
  readonly isPrivate?: boolean;
}

/** A file that the system refuses to be written, in words for people; `path` is the file that was meant. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly path: string,
    readonly code: string | undefined,
  ) {
    super(inWords(refusal(path, 'written', code)));
  }
}

/** Whether something that was thrown is a `Refused`, in whichever bundle: each has a class of its own. */
export function isRefused(error: unknown): error is Refused {
  return error instanceof Error && error.name === 'Refused';
}

/** A file that nobody else writes who asks for it in the same way. */
export interface Lock {
  release(): Promise<void>;
}

/** A folder or file to look at; a shallow one without what is in the folders in it. */
export interface WatchedFolder {
  readonly path: string;
  readonly isShallow: boolean;
}

/** Who is told of changes on disk. */
export interface WatchListener {
  /** @param paths of files and folders that came, changed or went; a path may come again */
  readonly changed: (paths: readonly string[]) => void;
  /** A folder cannot be looked at. */
  readonly failed: (message: string) => void;
  /** When what is there began to be read, in milliseconds since 1970: a file that changed later has changed. */
  readonly since: number;
  /** Whether the process lives as long as somebody looks. */
  readonly keepsAlive: boolean;
}

/** Somebody who looks at folders until told to end. */
export interface Watching {
  /** Takes over which folders are to be looked at. Settles when changes in all of them are noticed. */
  follow(folders: readonly WatchedFolder[]): Promise<void>;
  close(): Promise<void>;
}

/** A file of an edition or glossary that Pilcrow brings along. */
export interface BuiltInFile {
  /** Absolute. */
  readonly full: string;
  /** Relative to the package, with `/`. */
  readonly path: string;
  readonly role: Role;
}

/**
 * Every way from Pilcrow to files: whatever else there is in src/ asks this. Paths are absolute. No function waits for a
 * pipe or a device, and only `write` and `lock` throw.
 */
export interface FileSystem {
  /** The names in a folder, in no order; undefined where it cannot be listed. */
  list(folder: string): Promise<readonly Entry[] | undefined>;
  /** As `list`, at once: for what must be known before the next message of a client. */
  listNow(folder: string): readonly Entry[] | undefined;
  /**
   * What is at a path; undefined where nothing is.
   * @param link whether a link is meant itself, or what it leads to, which is the usual
   */
  look(path: string, link?: 'itself' | 'target'): Status | undefined;
  /** The folder of the person, which is never a study folder. */
  home(): string;
  /** A path with its links resolved, as far as it is there, with the names as the disk has them. */
  realPath(path: string): string;
  /**
   * What is in a file: opened without blocking and looked at first, so that what is no file or larger than `maxFileBytes`
   * is a sentence. Undefined for what is not there.
   * @param within a folder: what links lead to outside it is as if it were not there
   */
  read(path: string, within?: string): Promise<FileBytes | undefined>;
  reader(): FileReader;
  /** Whether a path leads out of a folder, its links and those of the folder resolved. */
  leadsOut(path: string, within: string): boolean;
  /** Writes a file whole or not at all: beside it first, then renamed over it. Makes the folders it needs. Throws `Refused`. */
  write(path: string, content: string | Uint8Array, options?: WriteOptions): Promise<void>;
  /** Writes several files, or none of them: where there is no room for one, all stay as they are. Throws `Refused`. */
  writeTogether(files: readonly WrittenFile[], options?: WriteOptions): Promise<void>;
  /**
   * Writes a folder whole or not at all: beside it first, then both change names. Of what is in it only the paths of `owned` are
   * deleted, and those of `files` replaced; all else stays. Throws `Refused`.
   */
  writeFolder(
    path: string,
    files: readonly FolderFile[],
    options: WriteOptions & { readonly owned: ReadonlySet<string> },
  ): Promise<void>;
  /** Takes a file away, as far as that is allowed. */
  remove(path: string): Promise<void>;
  /** Takes a folder away with everything in it, as far as that is allowed. */
  removeFolder(path: string): Promise<void>;
  /** Waits until nobody else writes a file, whose folder is made; undefined where that takes too long. Throws what the system says. */
  lock(path: string): Promise<Lock | undefined>;
  watch(listener: WatchListener): Promise<Watching>;
  /** The editions and glossaries of a package, in their order. */
  builtIns(packageRoot: string): readonly BuiltInFile[];
}
