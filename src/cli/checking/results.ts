import type { FolderNames, NumberMove, Role } from '../../core/study.ts';
import type { Message } from '../../core/messages.ts';
import type { FindingRow } from '../../core/present/listings.ts';
import type { FileContent } from '../../workspace/studyFolder.ts';

/**
 * Plain data that the parts of a check exchange: between bundles, between threads, with the cache. Files are called by
 * their paths relative to the study folder.
 */

/** What checking one paper gave: all that is left of it. */
export interface PaperResult {
  readonly rows: readonly FindingRow<Message>[];
  /** How many citations it has; undefined where it cannot be read as a paper. */
  readonly citations: number | undefined;
  /** The keys it cites, `*` for “everything” among them. */
  readonly cited: readonly string[];
  /** Keys of the terms it uses; empty where no check asks for them. */
  readonly terms: readonly string[];
  /** What it cites by numbers that are others now; undefined for nothing. */
  readonly moves?: readonly NumberMove[];
}

/** A file with its text, or why it cannot be had. */
export interface GivenFile {
  readonly path: string;
  readonly role: Role;
  readonly content: FileContent;
}

/** All that the findings of a paper can rest on besides the paper. */
export interface CheckContext {
  readonly packageRoot: string | undefined;
  /** Every file that is no paper. */
  readonly files: readonly GivenFile[];
  /** Front matter of the papers that list works there: others may cite them. */
  readonly heads: readonly GivenFile[];
  /** Papers at whose headings others may link. */
  readonly linked?: readonly GivenFile[];
  /** Of all that is in the folder; undefined where nobody has looked. */
  readonly names?: FolderNames | undefined;
  /** Of every file. */
  readonly paths: readonly string[];
}

/** What papers do to the findings of other files. */
export interface Sums {
  readonly cited: readonly string[];
  readonly terms: readonly string[];
  readonly moves: readonly NumberMove[];
}
