import type { Disposable, ExtensionContext, LogOutputChannel } from 'vscode';
import type { NoteLooks } from './notes/noteLooks.ts';
import type { NotesFilter } from './notes/notesFilter.ts';
import type { NoteThreads } from './notes/noteThreads.ts';
import type { PaperOrderSetting } from './paperOrder.ts';
import type { PaperTracker } from './paperTracker.ts';
import type { Previews } from './preview/previews.ts';
import type { Server } from './server.ts';
import type { TermLooks } from './termLooks.ts';
import type { TermsOrder } from './termsOrder.ts';
import type { ViewModels } from './viewModel.ts';

/** The services that every feature may use. */
export interface Pilcrow {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly server: Server;
  readonly papers: PaperTracker;
  readonly paperOrder: PaperOrderSetting;
  readonly models: ViewModels;
  readonly termsOrder: TermsOrder;
  readonly termLooks: TermLooks;
  readonly notesFilter: NotesFilter;
  readonly noteThreads: NoteThreads;
  readonly noteLooks: NoteLooks;
  readonly previews: Previews;
  /** Ends the language server and starts it again. */
  readonly restart: () => Promise<void>;
}

/** Starts a feature. Disposing what it returns ends the feature. Features do not know each other. */
export type Feature = (pilcrow: Pilcrow) => Disposable;
