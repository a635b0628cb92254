import type { Manuscript } from './manuscriptTypes.ts';

/** An image as it goes into a file: without anything that a camera or program wrote beside the picture. */
export interface ImageFile {
  readonly bytes: Uint8Array;
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';
  /** In pixels; undefined where the file does not say it. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

/** What a writer is given besides the manuscript. */
export interface ExportSurroundings {
  /** The images of the manuscript that could be read, by `ManuscriptImage.path`. */
  readonly images: ReadonlyMap<string, ImageFile>;
  /** Says where a file that does not hold its images finds one of the study folder. */
  readonly addressOf: (path: string) => string;
  /** Whether citations become live fields of Zotero rather than links to passages. Only formats of word processors have them. */
  readonly areFieldsLive: boolean;
  /** The style in which Zotero goes on with live fields: its name, and whether its citations are footnotes. */
  readonly liveStyle?: { readonly name: string; readonly isNote: boolean };
}

/** A format that papers go out in. */
export interface ExportFormat {
  /** Without a dot. */
  readonly extension: string;
  /** What people call files of this format. */
  readonly label: string;
  /** Whether it can hold live fields for citations. */
  readonly hasFields: boolean;
  /** Writes the whole file. Total: whatever the manuscript holds, it writes what the format can hold. Text is written in UTF-8. */
  readonly write: (
    manuscript: Manuscript,
    surroundings: ExportSurroundings,
  ) => string | Uint8Array | Promise<string | Uint8Array>;
}
