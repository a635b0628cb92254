import { ExtensionMode, l10n, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { coverageFeature } from './coverage/panels.ts';
import type { Feature, Pilcrow } from './feature.ts';
import { checkFeature } from './features/checkFeature.ts';
import { choosePassageFeature } from './features/choosePassageFeature.ts';
import { citeFeature } from './features/citeFeature.ts';
import { dropCitationFeature } from './features/dropCitationFeature.ts';
import { editionDocumentsFeature } from './features/editionDocumentsFeature.ts';
import { firstLookFeature } from './features/firstLookFeature.ts';
import { findingsFeature } from './features/findingsFeature.ts';
import { getStartedFeature } from './features/getStartedFeature.ts';
import { glossaryFeature } from './features/glossaryFeature.ts';
import { guideFeature } from './features/guideFeature.ts';
import { importSourceFeature } from './features/importSourceFeature.ts';
import { newPaperFeature } from './features/newPaperFeature.ts';
import { newStudyFolderFeature } from './features/newStudyFolderFeature.ts';
import { offerPaperFeature } from './features/offerPaperFeature.ts';
import { openSampleFeature } from './features/openSampleFeature.ts';
import { notesFeature } from './features/notesFeature.ts';
import { notesViewFeature } from './features/notesViewFeature.ts';
import { outputFeature } from './features/outputFeature.ts';
import { papersByPatternFeature } from './features/papersByPatternFeature.ts';
import { paperViewFeature } from './features/paperViewFeature.ts';
import { pasteQuotationFeature } from './features/pasteQuotationFeature.ts';
import { referencesFeature } from './features/referencesFeature.ts';
import { sidebarFeature } from './features/sidebarFeature.ts';
import { statusBarFeature } from './features/statusBarFeature.ts';
import { studyFolderContextFeature } from './features/studyFolderContextFeature.ts';
import { terminalFeature } from './features/terminalFeature.ts';
import { termLookFeature } from './features/termLookFeature.ts';
import { NoteLooks } from './notes/noteLooks.ts';
import { NotesFilter } from './notes/notesFilter.ts';
import { NoteThreads } from './notes/noteThreads.ts';
import { PaperOrderSetting } from './paperOrder.ts';
import { PaperTracker } from './paperTracker.ts';
import type { Wording } from './preview/previewHtml.ts';
import type { MarkdownIt } from './preview/markdownIt.ts';
import { previewPlugin } from './preview/plugin.ts';
import { isFrontMatterWanted, Previews } from './preview/previews.ts';
import { Server } from './server.ts';
import { TermLooks } from './termLooks.ts';
import { TermsOrder } from './termsOrder.ts';
import { createViewModels } from './viewModel.ts';

const features: readonly Feature[] = [
  sidebarFeature,
  studyFolderContextFeature,
  paperViewFeature,
  papersByPatternFeature,
  statusBarFeature,
  editionDocumentsFeature,
  dropCitationFeature,
  pasteQuotationFeature,
  newStudyFolderFeature,
  newPaperFeature,
  importSourceFeature,
  citeFeature,
  choosePassageFeature,
  findingsFeature,
  checkFeature,
  referencesFeature,
  glossaryFeature,
  termLookFeature,
  notesFeature,
  notesViewFeature,
  coverageFeature,
  guideFeature,
  offerPaperFeature,
  openSampleFeature,
  firstLookFeature,
  getStartedFeature,
  terminalFeature,
  outputFeature,
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
  const paperOrder = new PaperOrderSetting(context.workspaceState);
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
