import type { Connection } from 'vscode-languageserver';
import type { ClientSupport } from './clientSupport.ts';
import type { Studies } from './studies.ts';

/** What the server's features work with. */
export interface Server {
  readonly connection: Connection;
  readonly studies: Studies;
  /** What the client can take; known when it has said so. */
  client: ClientSupport;
}
