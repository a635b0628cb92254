import type {
  Connection,
  FileSystemWatcher,
  InitializeParams,
  InitializeResult,
  MessageReader,
  MessageWriter,
  WorkspaceFolder,
  WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadBuiltIns } from '../files/builtIns.ts';
import { uriOf } from '../files/paths.ts';
import { identityOf } from '../files/roots.ts';
import { speakFirstOf } from '../files/spokenLanguages.ts';
import { checkPages } from './checkPages.ts';
import { capabilitiesFor } from './capabilities.ts';
import { clientSupport, noSupport } from './clientSupport.ts';
import { OwnWatching } from './ownWatching.ts';
import { Publisher } from './publisher.ts';
import { registerCompletion } from './features/registerCompletion.ts';
import { registerCodeActions } from './features/registerCodeActions.ts';
import { registerCoverage } from './features/registerCoverage.ts';
import { registerHover, registerNavigation } from './features/registerNavigation.ts';
import { registerLenses } from './features/registerLenses.ts';
import { registerFolders } from './features/registerFolders.ts';
import { registerNoteImport } from './features/registerNoteImport.ts';
import { registerNotes } from './features/registerNotes.ts';
import { registerPlacing } from './features/registerPlacing.ts';
import { registerMarks, registerStructure, registerSymbols } from './features/registerStructure.ts';
import { registerRename } from './features/registerRename.ts';
import { registerCiting } from './features/registerCiting.ts';
import { registerPapers } from './features/registerPapers.ts';
import { registerRequests } from './features/registerRequests.ts';
import type { ServerContext } from './context.ts';
import { Door, type Transport } from './door.ts';
import { visibleNotification, type VisibleParams } from './protocol.ts';
import { Studies } from './studies.ts';

/** A server that listens. */
export interface RunningServer {
  readonly connection: Connection;
  /** Whether the client has said that it is going away. */
  readonly isShutDown: boolean;
}

/** What a server stands on, which is another in a process than in a worker of a browser. */
export interface ServerPlace {
  readonly transport: Transport;
  /** Makes the connection, as the protocol's package does it here. */
  readonly connect: (reader: MessageReader, writer: MessageWriter) => Connection;
  /** The folder of Pilcrow's own package, with editions, styles and pages of checks. */
  readonly packageRoot: string | undefined;
  /** Called when a whole folder has been read and checked. */
  readonly whenRead?: () => void;
}

/** Wires a client to study folders and starts to listen. */
export function startServer({ transport, connect, packageRoot, whenRead }: ServerPlace): RunningServer {
  const door = new Door(transport);
  const connection = connect(door.transport.reader, door.transport.writer);
  const studies = new Studies(loadBuiltIns(packageRoot));
  const pageOfCheck = checkPages(packageRoot);
  const server: ServerContext = { connection, studies, packageRoot, pageOfCheck, client: noSupport };
  const publisher = new Publisher(connection, studies, pageOfCheck, whenRead);
  const watching = new OwnWatching(
    studies,
    () => publisher.schedule(),
    (message) => connection.console.warn(message),
  );
  studies.onDidRead = () => {
    watching.follow();
    publisher.schedule(0);
  };
  studies.calm = () => publisher.nearIsDone;
  connection.onInitialize(async (params): Promise<InitializeResult> => {
    await speakFirstOf(params.locale === undefined ? [] : [params.locale]);
    studies.changeWorkspace(foldersOf(params));
    server.client = publisher.client = clientSupport(params);
    return { capabilities: capabilitiesFor(server.client), serverInfo: { name: 'pilcrow' } };
  });
  connection.onInitialized(() => {
    followFolders(connection, studies, server.client.workspaceFolders);
    if (server.client.watchesFiles)
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [...watchers] })
        // A client may refuse what it has announced.
        .catch(() => watching.start());
    else watching.start();
  });
  const running = { connection, isShutDown: false };
  connection.onShutdown(async () => {
    running.isShutDown = true;
    await watching.close();
  });
  followFiles(connection, studies, publisher);
  syncDocuments(connection, studies, publisher, door);
  registerFeatures(server);
  registerNotes(server, () => publisher.schedule());
  registerNoteImport(server, () => publisher.schedule());
  registerPlacing(server, () => publisher.schedule());
  connection.listen();
  return running;
}

function registerFeatures(server: ServerContext): void {
  registerHover(server);
  registerCompletion(server);
  registerNavigation(server);
  registerStructure(server);
  registerCodeActions(server);
  registerMarks(server);
  registerLenses(server);
  registerRename(server);
  registerSymbols(server);
  registerRequests(server);
  registerFolders(server);
  registerCiting(server);
  registerPapers(server);
  registerCoverage(server);
}

/** @param isPromised whether the client has said that it tells; others may all the same */
function followFolders(connection: Connection, studies: Studies, isPromised: boolean): void {
  const follow = ({ added, removed }: WorkspaceFoldersChangeEvent): void =>
    studies.changeWorkspace(folderUris(added), folderUris(removed));
  if (isPromised) connection.workspace.onDidChangeWorkspaceFolders(follow);
  else connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => follow(event));
}

function folderUris(folders: readonly WorkspaceFolder[]): string[] {
  return folders.map(({ uri }) => uri);
}

function followFiles(connection: Connection, studies: Studies, publisher: Publisher): void {
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    // What several watchers saw comes several times.
    const uris = new Set(changes.map(({ uri }) => uri));
    await Promise.all([...uris].map((uri) => studies.fileChanged(uri)));
    publisher.schedule();
  });
}

const watchers: readonly FileSystemWatcher[] = [
  { globPattern: '**/*.{md,bib,json,jsonld,yaml,yml}' },
  // A folder that goes or comes as a whole is one event, of the folder.
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders?.length) return folderUris(params.workspaceFolders);
  // Clients older than workspace folders give one root, still older ones its path.
  const { rootUri, rootPath } = params as { rootUri?: string | null; rootPath?: string | null };
  if (rootUri) return [rootUri];
  return rootPath ? [uriOf(identityOf(rootPath))] : [];
}

/** The client's documents, by its own spelling; what is in a file is what was last written in any of those open on it. */
function syncDocuments(connection: Connection, studies: Studies, publisher: Publisher, door: Door): void {
  const documents = new TextDocuments(TextDocument);
  const { uris } = door;
  documents.onDidOpen(async ({ document }) => {
    await studies.open(uris.idOf(document.uri), document.languageId, document.getText());
    publisher.schedule(0);
  });
  documents.onDidChangeContent(({ document }) => {
    studies.change(uris.idOf(document.uri), document.getText());
    publisher.schedule();
  });
  documents.onDidClose(({ document }) => {
    const id = uris.idOf(document.uri);
    const other = documents.get(uris.spellingsOf(id).at(-1) ?? '');
    if (other) studies.change(id, other.getText());
    else studies.close(id);
    publisher.schedule();
  });
  door.onDidAskIn = (uri, id) => {
    const text = documents.get(uri)?.getText();
    if (text !== undefined && text !== studies.textOf(id)) studies.change(id, text);
  };
  door.onDidRespell = (id) => {
    publisher.sayAgain(id);
  };
  connection.onNotification(visibleNotification, ({ uris: seen }: VisibleParams) => {
    studies.visible = new Set(seen);
    publisher.schedule();
  });
  documents.listen(connection);
}
