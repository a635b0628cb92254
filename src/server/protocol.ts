/**
 * The requests and notifications that Pilcrow's server understands besides the Language Server Protocol's own. Ranges and
 * positions are the protocol's: 0-based lines and characters in UTF-16 code units. Types only, but for
 * the words in which a refused file is spoken of at every door and Base64: the extension imports nothing else of the server.
 * A type that only leaves out or adds a field of an engine's type is made from it, so that no field is described twice.
 */

import type { Location, Position, Range } from 'vscode-languageserver';
import type { Doubt, Dropped, ImportRequest, ImportResult } from '../convert/import.ts';
import type { CitableItem as EngineItem, SelectionCitation } from '../core/present/citing.ts';
import type { CoverageFigure, CoverageFilter, CoverageOutline } from '../core/present/coverage.ts';
import type { CheckSummary } from '../core/present/listings.ts';
import type { NoteOrder } from '../core/present/notes.ts';
import type { NewFile, PaperOrder, TemplateRow } from '../core/present/papers.ts';
import type { PaperPreview } from '../files/previewPaper.ts';
import type { PassageChoice, Row } from '../core/present/passages.ts';
import type { ConcordanceOrder } from '../core/present/terms.ts';
import type { AlignmentMethods } from './alignmentTypes.ts';
import type { NoteMethods } from './notesTypes.ts';
import type { PaperFileMethods } from './paperFileTypes.ts';

export { errorCode, refusal, sayRefusal } from '../core/present/wording.ts';
export { base64Of, bytesOfBase64 } from '../core/text.ts';
export { speakFirstOf } from '../files/spokenLanguages.ts';
export type { CheckSummary, ConcordanceOrder, CoverageFilter, NewFile, NoteOrder, PaperOrder };

/** A question of an import, in words. */
export type ImportDoubt = Omit<Doubt, 'question' | 'reason'> &
  Readonly<Record<'question' | 'reason', string>>;
export type {
  AlignmentReview,
  AlignmentWriting,
  CitationMoves,
  CounterpartPlace,
  TextPair,
} from './alignmentTypes.ts';
export type {
  ClearPlaceOfNote,
  DocumentNotes,
  NoteAction,
  NoteCandidate,
  NoteImportParams,
  NoteImportReply,
  NoteMarks,
  NoteReply,
  PlacedNotes,
  WireNote,
  WireNoteKind,
  WireNoteThread,
} from './notesTypes.ts';
export type { Location as WireLocation, Position as WirePosition, Range as WireRange };

import type { HostAnswer, HostQuestion } from '../files/web/fileHost.ts';

export type { HostAnswer, HostEntry, HostQuestion, PortAnswer, PortQuestion } from '../files/web/fileHost.ts';

/** The first message to the server in a worker. */
export interface WorkerStart<Port> {
  /** The folder of the package, as the host of the worker addresses it. */
  readonly extensionUri: string;
  /** The paths of all files in it that the server may look for. */
  readonly names: readonly string[];
  /** The content of those that it needs at once. */
  readonly contents: readonly (readonly [path: string, bytes: Uint8Array])[];
  /** Where it asks for files (`files/web/fileHost.ts`). */
  readonly files: Port;
}

type FilledField = 'id' | 'label' | 'accessibleLabel' | 'kind';

/**
 * A row of a sidebar view, without its empty fields. Wording comes from the server, so that every editor says the same.
 * Ids are stable across refreshes and unique within the view.
 */
export interface ViewNode
  extends Pick<Row, FilledField>, Partial<Omit<Row, FilledField | 'place' | 'children'>> {
  /** Where a click leads; undefined where there is nothing to open. */
  readonly target?: Location;
  readonly children?: readonly ViewNode[];
}

/** One of the sidebar's views. `message` stands above the rows; an empty view has no rows. */
export interface View {
  readonly message?: string;
  /** Name of the study folder that the view is about, where the window has several; `message` begins with it. */
  readonly studyFolder?: string;
  readonly nodes: readonly ViewNode[];
  /** Of a paper: how many citations it has; of very many only those with problems have a row. */
  readonly citations?: number;
  /** Number for the view's badge (problems of the paper); 0 for none. */
  readonly badge: number;
}

export interface WireStudyFolder {
  readonly uri: string;
  /** Tells it from the others. */
  readonly name: string;
  /** Whether the document that was asked about lies in it. */
  readonly hasDocument: boolean;
  /** Whether views and lists show this one when they are asked for with that document, or without any. */
  readonly isShown: boolean;
}

export interface Methods extends NoteMethods, AlignmentMethods, PaperFileMethods {
  /** The study folders of the window, in order of path. */
  readonly 'pilcrow/studyFolders': { params: { uri?: string }; result: readonly WireStudyFolder[] };
  /**
   * `{}` → outline of every source with passages, gists or first words, and how often each is cited; while the papers of a
   * large folder are being read without that, with a message that says so. `pilcrow/changed` follows.
   */
  readonly 'pilcrow/sources': { params: { uri?: string }; result: View };
  /** Citations and quotations of one paper with their state, in reading order unless groups by source are asked for. */
  readonly 'pilcrow/paper': { params: { uri: string; order?: PaperOrder }; result: View };
  /**
   * The Notes view: orphans first, then groups. Rows of notes have kind `annotation`, or `orphan` where they have lost their
   * place, and `noteId`. `query` leaves notes whose words, text, tags, kind or author have all of its words; `open` leaves
   * out resolved ones. `badge` counts orphans.
   */
  readonly 'pilcrow/notes': {
    params: { uri?: string; order?: NoteOrder; query?: string; open?: boolean };
    result: View;
  };
  /** Terms, and how often the papers and sources of a study folder use them; the uses themselves by `pilcrow/termUses`. */
  readonly 'pilcrow/terms': { params: { uri?: string }; result: View };
  /** What to say of the row of a passage when the pointer rests on it, as Markdown; null where it is gone. */
  readonly 'pilcrow/sourceTooltip': { params: { uri?: string; row: string }; result: string | null };
  /** The uses of a term in context, by place or by the words that follow; `row` is the id of its row. */
  readonly 'pilcrow/termUses': {
    params: { uri?: string; row: string; order?: ConcordanceOrder };
    result: readonly ViewNode[];
  };
  /** What to say of the row of a term when the pointer rests on it, as Markdown; null where the term is gone. */
  readonly 'pilcrow/termTooltip': { params: { uri?: string; row: string }; result: string | null };
  /** What the code lens at a position of a source opens. */
  readonly 'pilcrow/lensPlaces': {
    params: { uri: string; position: Position; of: 'citations' | 'notes' };
    result: readonly Location[];
  };
  /** The uses of terms in one document that may be underlined lightly: the first of each in a section, or all. */
  readonly 'pilcrow/termRanges': {
    params: { uri: string; look: 'first' | 'all' };
    result: readonly Range[];
  };
  /** Counts for the status bar and “Check Study Folder”: of the study folder of `uri`, or of all where it is left out. */
  readonly 'pilcrow/check': { params: { uri?: string }; result: CheckSummary };
  /** Turns a text into a source. Nothing is written: the caller writes what it gets. */
  readonly 'pilcrow/import': { params: ImportParams; result: ImportReply };
  /** What the names of files that can be imported end in, for a client's dialog, without the dot. */
  readonly 'pilcrow/importEndings': { params: Record<string, never>; result: ImportEndings };
  /** What a new study folder is to be called, and what is written into it. */
  readonly 'pilcrow/newStudyFolder': { params: { title: string }; result: NewStudyFolder };
  /** The templates for new papers: a blank one, the group's own in `templates/`, those that ship. */
  readonly 'pilcrow/paperTemplates': {
    params: { uri?: string };
    result: readonly TemplateRow[];
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
    params: { uri: string; range: Range };
    result: { added: boolean; name: string; place: Location } | { problem: string } | null;
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
    result: Location | null;
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
  /**
   * The citation of what is selected in a source: `[@masswork, ¶ 12]`, or null where nothing can be cited. `quotation` is
   * the selected words in marks, with the citation; `block` the same as a block quotation, where it is long or of several
   * `paragraphs`. Words are taken whole. It is written in the language of `paper`, in English where none is named.
   */
  readonly 'pilcrow/citationOf': {
    params: { uri: string; range: Range; paper?: string };
    result: SelectionCitation | null;
  };
  /** Citations, as rows and the pick have them, in the language of a paper: `[@masswork, § 12]`. */
  readonly 'pilcrow/citationFor': { params: { uri?: string; citation: string }; result: string };
  /** Text copied in the paper `file`, with the locators of its citations as the language of the paper `uri` has them. */
  readonly 'pilcrow/pastedText': { params: { uri: string; file: string; text: string }; result: string };
  /**
   * What citing something at a place of a paper makes of it: inside a citation that goes on, elsewhere one more is written.
   * `caret` is where the cursor goes, in the text as it is after the edit. Null where nothing can be cited there.
   */
  readonly 'pilcrow/cite': {
    params: { uri: string; position: Position; citation: string };
    result: { range: Range; newText: string; caret: Position } | null;
  };
  /**
   * What can be cited: all of it, or what answers to what is `typed`, the best first, with numbers, ranges and lists of them as
   * one. `key` asks for one source; what `position` of the paper `uri` cites comes first.
   */
  readonly 'pilcrow/citable': {
    params: { uri?: string; typed?: string; key?: string; position?: Position };
    result: readonly WireCitableItem[];
  };
  /**
   * What a Markdown document is to its study folder: a paper, also by a glob of `pilcrow.json`; a file whose `citations`
   * nobody checks, with its path as a paper; or null.
   */
  readonly 'pilcrow/paperOffer': {
    params: { uri: string };
    result: { isPaper: true } | { isPaper: false; citations: number; folder: string; path: string } | null;
  };
  /** Where links name a document by its ending, `.md`: what has to be another when it becomes a paper. */
  readonly 'pilcrow/linkEndings': { params: { uri: string }; result: readonly Location[] };
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
  /** The client answers `pilcrow/hostFiles`, so that folders may be open that this machine’s disk does not have. */
  readonly hostFiles?: boolean;
}

/** Sent by a server of Node.js to ask for files of folders that are not on its disk: a `WireQuestion`, answered by a `WireAnswer`. */
export const hostFilesRequest = 'pilcrow/hostFiles';

/** `HostQuestion` and `HostAnswer` as they go over a connection: bytes are in Base64. */
export type WireQuestion = InBase64<HostQuestion>;
export type WireAnswer = InBase64<HostAnswer>;
type InBase64<T> = T extends { readonly bytes: Uint8Array }
  ? Omit<T, 'bytes'> & { readonly bytes: string }
  : T;

/** Sent to clients that ask for it when views and counts may have changed; at most a few times a second. */
export const changedNotification = 'pilcrow/changed';

/** Sent by the client when the person sees other documents than before: these are checked first. */
export const visibleNotification = 'pilcrow/visible';

export interface VisibleParams {
  readonly uris: readonly string[];
}

export interface ImportEndings {
  readonly all: readonly string[];
  /** Those of files that an editor can show as the lines that doubts name. */
  readonly texts: readonly string[];
}

/** The text to import, and where it goes. */
export interface ImportParams extends Pick<
  ImportRequest,
  'fileName' | 'password' | 'key' | 'title' | 'author'
> {
  /** URI of a file or folder in the study folder that the source goes to. */
  readonly folder: string;
  readonly base64: string;
  readonly decisions?: readonly { readonly id: string; readonly choice: string }[];
}

export type ImportReply =
  | {
      readonly problem: string;
      /** Set where the file could be read with a password: none was given, or it is wrong. */
      readonly needs?: 'password';
    }
  | (Pick<ImportResult, 'key' | 'about'> & {
      readonly doubts: readonly ImportDoubt[];
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
      /**
       * The comments that the file holds and that are no notes yet, and the files of notes as they are with them. They are
       * written if the person wants them; undefined where there are none.
       */
      readonly comments?: {
        readonly count: number;
        readonly files: readonly { readonly uri: string; readonly text: string }[];
      };
      /** One line for people: “Recognised: Mass Work …, 82 of 82 paragraphs”. */
      readonly summary: string;
      readonly dropped: readonly (Omit<Dropped, 'text' | 'why'> & { readonly why: string })[];
    });

export interface NewStudyFolder {
  /** The name asked for, as every file system takes it. */
  readonly name: string;
  readonly files: readonly NewFile[];
}

export interface WireCitableItem extends Pick<EngineItem, 'citation' | 'label' | 'description' | 'detail'> {
  /** Its locator in the language of the paper, `§ 12`. */
  readonly locator: string;
  /** Where the passage stands, for “Go to Passage”. */
  readonly target?: Location;
}

/** The argument of VS Code's command `pilcrow.choosePassage`: what is asked, and what the answer takes the place of. */
export interface WirePassageChoice extends Pick<PassageChoice, 'key' | 'onlyNumbers'> {
  readonly uri: string;
  /** Where the label of the passage chosen (`¶ 12`) goes, and what is written around it. */
  readonly locator: { readonly range: Range; readonly before: string; readonly after: string };
  /** Where the number alone goes, for a passage whose label begins with `sign`. */
  readonly number?: { readonly range: Range; readonly sign: string };
}

export interface CoverageReply {
  readonly key: string;
  readonly title: string;
  /** “Title”, by Author (year). */
  readonly line: string;
  readonly outlineName: string;
  /** Null where the client has it. */
  readonly outline: CoverageOutline | null;
  /** Of the cells that anything was said of, in order; `cell` counts from 0 over all groups. */
  readonly figures: readonly CoverageFigure[];
  /** What is said of the other cells. */
  readonly noFigures: string;
  /** A line on each group. */
  readonly groups: readonly string[];
  /** A line on the whole. */
  readonly totals: string;
  /** What to say where there is nothing to see. */
  readonly empty: string | null;
  /** What can be filtered by, whatever is filtered by now. */
  readonly papers: readonly {
    readonly uri: string;
    readonly title: string;
    readonly by: string;
    readonly date: string | null;
  }[];
  readonly authors: readonly string[];
  readonly sources: readonly { readonly key: string; readonly title: string }[];
}

/** What a preview shows. `text` is the paper as it was read: a preview of another text must ask again. */
export type PreviewReply = PaperPreview & { readonly text: string };
