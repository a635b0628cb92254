import type { CancellationToken, Connection, ResponseError } from 'vscode-languageserver';
import type { Study } from '../core/study.ts';
import type { PageOfCheck } from './checkPages.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { Method, Params, Result } from './protocol.ts';
import type { Studies } from './studies.ts';

/** What the server's features work with. */
export interface ServerContext {
  readonly connection: Connection;
  readonly studies: Studies;
  /** The folder of Pilcrow's own package; undefined where it has none of what ships. */
  readonly packageRoot: string | undefined;
  readonly pageOfCheck: PageOfCheck;
  /** What the client can take; known when it has said so. */
  client: ClientSupport;
}

type Answer = <M extends Method>(
  method: M,
  handle: (params: Params<M>, token: CancellationToken) => Promise<Result<M> | ResponseError>,
) => void;

/** Returns the function that registers the answer to a request of Pilcrow's own. */
export function answering({ connection }: Pick<ServerContext, 'connection'>): Answer {
  return (method, handle) => {
    connection.onRequest(method, handle);
  };
}

/** The study that a document belongs to; the first of the workspace where no document is named. */
export async function studyFor(
  { studies }: Pick<ServerContext, 'studies'>,
  uri: string | undefined,
): Promise<Study> {
  await studies.ready;
  return studies.folderFor(uri).study;
}
