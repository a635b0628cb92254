import type { Connection } from 'vscode-languageserver';
import type { Studies } from './studies.ts';

/** What the server's features work with. */
export interface Server {
  readonly connection: Connection;
  readonly studies: Studies;
  /** Whether the client shows the links to commands that Pilcrow's own extension puts into hovers. */
  commandLinks: boolean;
  /** Whether the client can ask the person about single edits. */
  annotatesEdits: boolean;
  /** Whether an edit may create files. */
  createsFiles: boolean;
}
