import type { Range } from 'vscode-languageserver';

/** The requests by which papers, and what a study has to tell, come from files of other programs and become such files. */
export interface PaperFileMethods {
  /** A paper as a file that others can read. Nothing is written: the caller writes what it gets. */
  readonly 'pilcrow/export': {
    params: { uri: string; to: ExportFormatName; file: string; isTrusted: boolean };
    result: ExportReply;
  };
  /** A draft from a word processor as a paper. Nothing is written: the person may have to say which of its changes hold. */
  readonly 'pilcrow/importPaper': {
    params: { folder: string; fileName: string; base64: string };
    result: PaperImportReply;
  };
  /** What a study folder has to tell, as a file that others can read: of one source where `key` names it. Nothing is written. */
  readonly 'pilcrow/exportDocument': {
    params: {
      uri?: string;
      document: StudyDocumentName;
      key?: string;
      /** Of the meeting that a guide is for. */
      date: string;
      to: ExportFormatName;
      file: string;
      isTrusted: boolean;
    };
    result: ExportReply;
  };
}

export type PaperImportReply =
  | { readonly problem: string }
  | {
      /** The study folder, and where the paper belongs below it. */
      readonly folder: string;
      readonly path: string;
      /** With its tracked changes, and without them where it has any. */
      readonly text: string;
      readonly original: string | null;
      /** How many these are. */
      readonly changes: number;
      /** What is to be said, as how many citations were found. */
      readonly notes: readonly string[];
    };

export type ExportFormatName = 'html' | 'docx' | 'odt' | 'pdf' | 'md';

/** The documents of a study folder that go out as papers do. */
export type StudyDocumentName = 'guide' | 'glossary' | 'coverage' | 'notes';

/** What `pilcrow/export` makes. `file` in the request is where it goes; no program is started unless the window is trusted. */
export type ExportReply =
  | { readonly problem: string }
  | {
      readonly base64: string;
      /** The format that it has: HTML in place of PDF where no program makes one. */
      readonly format: ExportFormatName;
      /** How many citations lead nowhere. */
      readonly unresolved: number;
      /** What was left out or could not be resolved, and where in the paper; a document that was made for this has no places. */
      readonly problems: readonly { readonly range: Range | null; readonly message: string }[];
      /** What else is to be said, as which program made it. */
      readonly notes: readonly string[];
    };
