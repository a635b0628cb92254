/**
 * The requests and notifications that Pilcrow's server understands besides the Language Server Protocol's own. Ranges and
 * positions are the protocol's: 0-based lines and characters in UTF-16 code units. Types only, but for
 * the words in which a refused file is spoken of at every door: the extension imports nothing else of the server.
 */

import type { CoverageFilter, CoverageReply } from './coverageTypes.ts';
import type { CitingMethods } from './citingTypes.ts';
import type { NoteMethods } from './notesTypes.ts';
import type { PaperOfferMethods } from './paperOfferTypes.ts';
import type { PreviewReply } from './previewTypes.ts';
import type { NewFile, View, ViewNode, WireLocation, WirePosition, WireRange } from './viewTypes.ts';

export { codeOf, refusal } from '../core/present/wording.ts';
export type { WirePassageChoice } from './choiceTypes.ts';
export type { CitableItem } from './citingTypes.ts';
export type { CoverageFilter, CoverageReply } from './coverageTypes.ts';
export type {
  DocumentNotes,
  NoteAction,
  NoteCandidate,
  NoteMarks,
  NoteOrder,
  NoteReply,
  NoteThread,
  WireNote,
  WireNoteKind,
} from './notesTypes.ts';
export type { PreviewReply } from './previewTypes.ts';
export type { NewFile, View, ViewNode, WireLocation, WirePosition, WireRange } from './viewTypes.ts';

export interface WireStudyFolder {
  readonly uri: string;
  /** Tells it from the others. */
  readonly name: string;
  /** Whether the document that was asked about lies in it. */
  readonly hasDocument: boolean;
  /** Whether views and lists show this one when they are asked for with that document, or without any. */
  readonly isShown: boolean;
}

export interface Methods extends CitingMethods, NoteMethods, PaperOfferMethods {
  /** The study folders of the window, in order of path. */
  readonly 'pilcrow/studyFolders': { params: { uri?: string }; result: readonly WireStudyFolder[] };
  /**
   * `{}` → outline of every source with passages, gists or first words, and how often each is cited; while the papers of a
   * large folder are being read without that, with a message that says so. `pilcrow/changed` follows.
   */
  readonly 'pilcrow/sources': { params: { uri?: string }; result: View };
  /** Citations and quotations of one paper with their state, in reading order unless groups by source are asked for. */
  readonly 'pilcrow/paper': { params: { uri: string; order?: PaperOrder }; result: View };
  /** Terms, and how often the papers and sources of a study folder use them; the uses themselves by `pilcrow/termUses`. */
  readonly 'pilcrow/terms': { params: { uri?: string }; result: View };
  /** What to say of the row of a passage when the pointer rests on it, as Markdown; null where it is gone. */
  readonly 'pilcrow/sourceTooltip': { params: { uri?: string; row: string }; result: string | null };
  /** The uses of a term in context, by place or by the words that follow; `row` is the id of its row. */
  readonly 'pilcrow/termUses': {
    params: { uri?: string; row: string; order?: TermOrder };
    result: readonly ViewNode[];
  };
  /** What to say of the row of a term when the pointer rests on it, as Markdown; null where the term is gone. */
  readonly 'pilcrow/termTooltip': { params: { uri?: string; row: string }; result: string | null };
  /** What the code lens at a position of a source opens. */
  readonly 'pilcrow/lensPlaces': {
    params: { uri: string; position: WirePosition; of: 'citations' | 'notes' };
    result: readonly WireLocation[];
  };
  /** The uses of terms in one document that may be underlined lightly: the first of each in a section, or all. */
  readonly 'pilcrow/termRanges': {
    params: { uri: string; look: 'first' | 'all' };
    result: readonly WireRange[];
  };
  /** Whether a file is a paper by its path and `papers` of `pilcrow.json`, whatever language its document has. */
  readonly 'pilcrow/isPaper': { params: { uri: string }; result: boolean };
  /** Counts for the status bar and “Check Study Folder”: of the study folder of `uri`, or of all where it is left out. */
  readonly 'pilcrow/check': { params: { uri?: string }; result: CheckSummary };
  /** Turns a text into a source. Nothing is written: the caller writes what it gets. */
  readonly 'pilcrow/import': { params: ImportParams; result: ImportReply };
  /** What a new study folder is to be called, and what is written into it. */
  readonly 'pilcrow/newStudyFolder': { params: { title: string }; result: NewStudyFolder };
  /** The templates for new papers: a blank one, the group's own in `templates/`, those that ship. */
  readonly 'pilcrow/paperTemplates': {
    params: { uri?: string };
    result: readonly { readonly id: string; readonly label: string; readonly detail: string }[];
  };
  /** A new paper from a template, by its id. */
  readonly 'pilcrow/newPaper': {
    params: { uri?: string; template: string; title: string; author?: string; date: string };
    result: NewFile;
  };
  /** The glossary as a handout in Markdown, where it belongs below the study folder, and how many terms it has. */
  readonly 'pilcrow/handout': {
    params: { uri?: string };
    result: { text: string; path: string; terms: number };
  };
  /**
   * Adds an entry for the words of a range, or for the word at a cursor, to the glossary, and says where its definition
   * goes; of words that have an entry, where that is. Null for files that are no papers, sources or glossaries.
   */
  readonly 'pilcrow/addTerm': {
    params: { uri: string; range: WireRange };
    result: { added: boolean; name: string; place: WireLocation } | { problem: string } | null;
  };
  /** What a preview shows above a paper and in place of its citations; offsets are UTF-16 code units into `text`. Null for other files. */
  readonly 'pilcrow/preview': { params: { uri: string }; result: PreviewReply | null };
  /**
   * What of a source has been cited, quoted and noted; the source that fits `uri` where none is named, or null where there
   * is none. `knows` is the name of the outline that the client has.
   */
  readonly 'pilcrow/coverage': {
    params: { uri?: string; key?: string; filter?: CoverageFilter; knows?: string };
    result: CoverageReply | null;
  };
  /** Where a paragraph or a note of a source can be read. */
  readonly 'pilcrow/coveragePlace': {
    params: { uri?: string; key: string; cell: { isNote: boolean; number: number } };
    result: WireLocation | null;
  };
  /**
   * The open questions of papers and notes as a document to bring to a meeting, how many there are, and where the document
   * belongs: the URI of its study folder, or null where there is none, and a path below that.
   */
  readonly 'pilcrow/guide': {
    params: { uri?: string; key?: string; date: string };
    result: { text: string; questions: number; folder: string | null; path: string };
  };
  /** The text of an address of scheme `pilcrow:` (passages of an edition without text), or null. */
  readonly 'pilcrow/content': { params: { uri: string }; result: string | null };
}

export type Method = keyof Methods;
export type Params<M extends Method> = Methods[M]['params'];
export type Result<M extends Method> = Methods[M]['result'];

/** What a client asks for beyond the protocol, as `initializationOptions`. A client that says nothing gets nothing of it. */
export interface InitializationOptions {
  /** The client has the commands of Pilcrow's extension, shows links to them in hovers, and opens `pilcrow:` addresses. */
  readonly commandLinks?: boolean;
  /** The client wants `pilcrow/changed`. */
  readonly changedNotification?: boolean;
}

/** Sent to clients that ask for it when views and counts may have changed; at most a few times a second. */
export const changedNotification = 'pilcrow/changed';

/** Sent by the client when the person sees other documents than before: these are checked first. */
export const visibleNotification = 'pilcrow/visible';

export interface VisibleParams {
  readonly uris: readonly string[];
}

export interface CheckSummary {
  readonly papers: number;
  readonly citations: number;
  readonly errors: number;
  readonly warnings: number;
  /** Information and hints. */
  readonly others: number;
  /** One line for people: “3 papers, 41 citations: 2 errors”. */
  readonly text: string;
}

export interface ImportParams {
  /** URI of a file or folder in the study folder that the source goes to. */
  readonly folder: string;
  readonly fileName: string;
  readonly base64: string;
  readonly key?: string;
  readonly title?: string;
  /** Names with `;` between them. */
  readonly author?: string;
  readonly decisions?: readonly { readonly id: string; readonly choice: string }[];
}

export interface ImportDoubt {
  readonly id: string;
  readonly line: number;
  readonly endLine: number;
  readonly excerpt: string;
  readonly question: string;
  readonly options: readonly string[];
  readonly chosen: string;
  readonly reason: string;
}

export type ImportReply =
  | { readonly problem: string }
  | {
      readonly key: string;
      /** Title and author as they were found, where a person may say them. */
      readonly about?: { readonly title: string; readonly author: string };
      /** Where the source belongs: `sources/masswork.md` below the study folder. */
      readonly uri: string;
      readonly exists: boolean;
      /** Name of the study folder, where the window has several; `summary` begins with it. */
      readonly studyFolder?: string;
      readonly text: string;
      /**
       * The edition that is written with it, so that it is noticed when a paragraph changes or moves later; undefined where
       * the text is one whose edition ships with Pilcrow.
       */
      readonly edition?: { readonly uri: string; readonly text: string };
      /** One line for people: “Recognised: Mass Work …, 82 of 82 paragraphs”. */
      readonly summary: string;
      readonly doubts: readonly ImportDoubt[];
      readonly dropped: readonly { readonly line: number; readonly endLine: number; readonly why: string }[];
    };

export interface NewStudyFolder {
  /** The name asked for, as every file system takes it. */
  readonly name: string;
  readonly files: readonly NewFile[];
}

/** By place, or by the words that follow. */
export type TermOrder = 'position' | 'next';

export type PaperOrder = 'reading' | 'source';
