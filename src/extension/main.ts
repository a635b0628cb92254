import { ExtensionMode, l10n, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { coverage } from './coverage/panels.ts';
import type { Feature, Pilcrow } from './feature.ts';
import { check } from './features/check.ts';
import { choosePassage } from './features/choosePassage.ts';
import { cite } from './features/cite.ts';
import { dropCitation } from './features/dropCitation.ts';
import { editionDocuments } from './features/editionDocuments.ts';
import { firstLook } from './features/firstLook.ts';
import { findings } from './features/findings.ts';
import { getStarted } from './features/getStarted.ts';
import { glossary } from './features/glossary.ts';
import { guide } from './features/guide.ts';
import { importSource } from './features/importSource.ts';
import { newPaper } from './features/newPaper.ts';
import { newStudyFolder } from './features/newStudyFolder.ts';
import { offerPaper } from './features/offerPaper.ts';
import { openSample } from './features/openSample.ts';
import { notes } from './features/notes.ts';
import { notesView } from './features/notesView.ts';
import { output } from './features/output.ts';
import { papersByPattern } from './features/paperLanguage.ts';
import { paperView } from './features/paperView.ts';
import { pasteQuotation } from './features/pasteQuotation.ts';
import { references } from './features/references.ts';
import { sidebar } from './features/sidebar.ts';
import { statusBar } from './features/statusBar.ts';
import { studyFolderContext } from './features/studyFolderContext.ts';
import { terminal } from './features/terminal.ts';
import { termLook } from './features/termLook.ts';
import { NoteLooks } from './notes/noteLooks.ts';
import { NotesFilter } from './notes/notesFilter.ts';
import { NoteThreads } from './notes/noteThreads.ts';
import { PaperOrder } from './paperOrder.ts';
import { PaperTracker } from './papers.ts';
import type { Wording } from './preview/html.ts';
import type { MarkdownIt } from './preview/markdownIt.ts';
import { previewPlugin } from './preview/plugin.ts';
import { isFrontMatterWanted, Previews } from './preview/previews.ts';
import { Server } from './server.ts';
import { TermLooks } from './termLooks.ts';
import { TermsOrder } from './termsOrder.ts';
import { createViewModels } from './viewModel.ts';

const features: readonly Feature[] = [
  sidebar,
  studyFolderContext,
  paperView,
  papersByPattern,
  statusBar,
  editionDocuments,
  dropCitation,
  pasteQuotation,
  newStudyFolder,
  newPaper,
  importSource,
  cite,
  choosePassage,
  findings,
  check,
  references,
  glossary,
  termLook,
  notes,
  notesView,
  coverage,
  guide,
  offerPaper,
  openSample,
  firstLook,
  getStarted,
  terminal,
  output,
];

let client: Promise<LanguageClient> | undefined;

/**
 * What VS Code's Markdown extension asks for. Tests also get the services, because VS Code cannot show them a tree.
 */
interface Exports extends Partial<Pilcrow> {
  readonly extendMarkdownIt: (markdownIt: MarkdownIt) => MarkdownIt;
}

/** Creates all services and features and returns at once. Features wait for the server where they need it. */
export function activate(context: ExtensionContext): Exports {
  const log = window.createOutputChannel('Pilcrow', { log: true });
  const connecting = (client = loadClient(context, log));
  const server = new Server(connecting);
  const papers = new PaperTracker();
  const termsOrder = new TermsOrder(context.workspaceState);
  const termLooks = new TermLooks(server, log);
  const paperOrder = new PaperOrder(context.workspaceState);
  const reading = notesOfReaders(context, server, log);
  const models = createViewModels(log, server, papers, { paperOrder, ...reading });
  const previews = new Previews(log, server);
  const restart = async (): Promise<void> => (await connecting).restart();
  const pilcrow: Pilcrow = {
    context,
    log,
    server,
    papers,
    paperOrder,
    models,
    termsOrder,
    termLooks,
    ...reading,
    previews,
    restart,
  };
  context.subscriptions.push(
    log,
    server,
    papers,
    paperOrder,
    previews,
    termsOrder,
    termLooks,
    reading.notesFilter,
    reading.noteLooks,
    reading.noteThreads,
    ...[models.sources, models.paper, models.terms, models.notes],
    ...features.map((start) => start(pilcrow)),
  );
  connecting
    // The window may have been closed meanwhile.
    .then((running) => (client === connecting ? running.start() : undefined))
    .catch((error: unknown) => reportNoStart(pilcrow, error));
  const extendMarkdownIt = previewPlugin(previews, previewWording(), isFrontMatterWanted);
  return context.extensionMode === ExtensionMode.Test
    ? { ...pilcrow, extendMarkdownIt }
    : { extendMarkdownIt };
}

function previewWording(): Wording {
  return { works: l10n.t('Works cited'), unresolved: l10n.t('This citation leads nowhere') };
}

/** Loads the client after `activate` has returned, because it is nine tenths of the extension's code. */
async function loadClient(context: ExtensionContext, log: LogOutputChannel): Promise<LanguageClient> {
  await new Promise((resolve) => setImmediate(resolve));
  const { createClient } = await import('./client.ts');
  return createClient(context, log);
}

function notesOfReaders(
  { workspaceState }: ExtensionContext,
  server: Server,
  log: LogOutputChannel,
): Pick<Pilcrow, 'notesFilter' | 'noteThreads' | 'noteLooks'> {
  const noteThreads = new NoteThreads(server, log);
  return { notesFilter: new NotesFilter(workspaceState), noteThreads, noteLooks: new NoteLooks(noteThreads) };
}

/** Stops the server. A client that is still loading is then not started. */
export async function deactivate(): Promise<void> {
  const connecting = client;
  client = undefined;
  const running = await connecting?.catch(() => undefined);
  await running?.stop();
}

async function reportNoStart({ log, restart }: Pilcrow, error: unknown): Promise<void> {
  log.error('The language server did not start:', error instanceof Error ? error : String(error));
  const again = l10n.t('Try Again');
  const details = l10n.t('Show Output');
  const message = l10n.t('Pilcrow could not start, so citations are not checked.');
  const chosen = await window.showErrorMessage(message, again, details);
  if (chosen === again) await restart();
  if (chosen === details) log.show();
}
