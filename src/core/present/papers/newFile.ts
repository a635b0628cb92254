/** A file to write. Its path is relative to the study folder. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  /** The gap that the person fills in first. */
  readonly gap?: { readonly start: FilePosition; readonly end: FilePosition };
}

/** A position in a file. Lines and characters count from 0. */
export interface FilePosition {
  readonly line: number;
  readonly character: number;
}
