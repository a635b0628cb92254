import type { Disposable, ExtensionContext, LogOutputChannel } from 'vscode';
import type { Client } from './clientOptions.ts';
import { NoteLooks } from './notes/noteLooks.ts';
import { NotesFilter } from './notes/notesFilter.ts';
import { NoteThreads } from './notes/noteThreads.ts';
import { PaperTracker } from './paperTracker.ts';
import { Previews } from './preview/previews.ts';
import { Server } from './server.ts';
import { TermLooks } from './termLooks.ts';
import type { createViewModels } from './viewModel.ts';
import { paperOrderIn, termsOrderIn } from './workspaceChoice.ts';

/** Creates the services that every feature may use. Whoever creates them disposes of them. */
export function createServices(
  { workspaceState }: ExtensionContext,
  log: LogOutputChannel,
  connecting: Promise<Client>,
) {
  const server = new Server(connecting);
  const noteThreads = new NoteThreads(server, log);
  return {
    server,
    papers: new PaperTracker(),
    paperOrder: paperOrderIn(workspaceState),
    termsOrder: termsOrderIn(workspaceState),
    termLooks: new TermLooks(server, log),
    notesFilter: new NotesFilter(workspaceState),
    noteThreads,
    noteLooks: new NoteLooks(noteThreads),
    previews: new Previews(log, server),
  };
}

type Services = ReturnType<typeof createServices>;

/** What every feature may use. */
export interface Pilcrow extends Services {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly models: ReturnType<typeof createViewModels>;
  /** Ends the language server and starts it again. */
  readonly restart: () => Promise<void>;
}

/** Starts a feature. Disposing what it returns ends the feature. Features do not know each other. */
export type Feature = (pilcrow: Pilcrow) => Disposable;
