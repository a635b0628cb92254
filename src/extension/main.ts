import { ExtensionMode, l10n, window, type ExtensionContext } from 'vscode';
import type { Client, ClientPlace } from './clientOptions.ts';
import { coverageFeature } from './coverage/panels.ts';
import { createServices, type Feature, type Pilcrow } from './feature.ts';
import { alignmentFeature } from './features/alignmentFeature.ts';
import { checkFeature, findingsFeature, referencesFeature } from './features/findingsFeature.ts';
import { choosePassageFeature } from './features/choosePassageFeature.ts';
import { citeFeature } from './features/citeFeature.ts';
import { dropCitationFeature } from './features/dropCitationFeature.ts';
import { editionDocumentsFeature } from './features/editionDocumentsFeature.ts';
import { exportDocumentFeature } from './features/exportDocumentFeature.ts';
import { exportPaperFeature } from './features/exportPaperFeature.ts';
import { firstLookFeature } from './features/firstLookFeature.ts';
import { getStartedFeature, outputFeature } from './features/helpFeature.ts';
import { glossaryFeature, termLookFeature } from './features/glossaryFeature.ts';
import { guideFeature } from './features/guideFeature.ts';
import { importPaperFeature } from './features/importPaperFeature.ts';
import { importSourceFeature } from './features/importSourceFeature.ts';
import { moveCitationsFeature } from './features/moveCitationsFeature.ts';
import { newPaperFeature } from './features/newPaperFeature.ts';
import { newStudyFolderFeature } from './features/newStudyFolderFeature.ts';
import { offerImportFeature } from './features/offerImportFeature.ts';
import { offerPaperFeature } from './features/offerPaperFeature.ts';
import { openSampleFeature } from './features/openSampleFeature.ts';
import { importNotesFeature } from './features/importNotesFeature.ts';
import { notesFeature } from './features/notesFeature.ts';
import { notesViewFeature } from './features/notesViewFeature.ts';
import { placeNotesFeature } from './features/placeNotesFeature.ts';
import { paperViewFeature } from './features/paperViewFeature.ts';
import { pasteCitationsFeature } from './features/pasteCitationsFeature.ts';
import { pasteQuotationFeature } from './features/pasteQuotationFeature.ts';
import { sidebarFeature, studyFolderContextFeature } from './features/sidebarFeature.ts';
import { statusBarFeature } from './features/statusBarFeature.ts';
import type { MarkdownIt } from './preview/markdownIt.ts';
import { previewPlugin } from './preview/plugin.ts';
import { isFrontMatterWanted } from './preview/previews.ts';
import { terminalFeature } from './features/terminalFeature.ts';
import { createViewModels } from './viewModel.ts';

const features: readonly Feature[] = [
  sidebarFeature,
  studyFolderContextFeature,
  paperViewFeature,
  statusBarFeature,
  editionDocumentsFeature,
  dropCitationFeature,
  pasteCitationsFeature,
  pasteQuotationFeature,
  newStudyFolderFeature,
  newPaperFeature,
  exportDocumentFeature,
  exportPaperFeature,
  moveCitationsFeature,
  alignmentFeature,
  importPaperFeature,
  importSourceFeature,
  offerImportFeature,
  citeFeature,
  choosePassageFeature,
  findingsFeature,
  checkFeature,
  referencesFeature,
  glossaryFeature,
  termLookFeature,
  notesFeature,
  notesViewFeature,
  placeNotesFeature,
  importNotesFeature,
  coverageFeature,
  guideFeature,
  offerPaperFeature,
  openSampleFeature,
  firstLookFeature,
  getStartedFeature,
  terminalFeature,
  outputFeature,
];

let client: Promise<Client> | undefined;

/**
 * What VS Code's Markdown extension asks for. Tests also get the services, because VS Code cannot show them a tree.
 */
interface Exports extends Partial<Pilcrow> {
  readonly extendMarkdownIt: (markdownIt: MarkdownIt) => MarkdownIt;
}

/**
 * Creates all services and features and returns at once. Features wait for the server where they need it.
 * @param workers where the server runs in a browser
 */
export function activate(context: ExtensionContext, workers?: ClientPlace['workers']): Exports {
  const log = window.createOutputChannel('Pilcrow', { log: true });
  const connecting = (client = loadClient({ context, log, workers }));
  const services = createServices(context, log, connecting);
  const models = createViewModels(log, services);
  const restart = async (): Promise<void> => (await connecting).restart();
  const pilcrow: Pilcrow = { context, log, ...services, models, restart };
  context.subscriptions.push(
    log,
    ...Object.values(services),
    ...Object.values(models),
    ...features.map((start) => start(pilcrow)),
  );
  connecting
    // The window may have been closed meanwhile.
    .then((running) => (client === connecting ? running.start() : undefined))
    .catch((error: unknown) => reportNoStart(pilcrow, error));
  const wording = {
    works: l10n.t('Works cited'),
    notes: l10n.t('Notes'),
    unresolved: l10n.t('This citation leads nowhere'),
  };
  const extendMarkdownIt = previewPlugin(services.previews, wording, isFrontMatterWanted);
  return context.extensionMode === ExtensionMode.Test
    ? { ...pilcrow, extendMarkdownIt }
    : { extendMarkdownIt };
}

/** Loads the client after `activate` has returned, because it is nine tenths of the extension's code. */
async function loadClient(place: ClientPlace): Promise<Client> {
  await new Promise((resolve) => setTimeout(resolve));
  const { createClient, speakAsEditor } = await import('./client.ts');
  await speakAsEditor();
  return createClient(place);
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
