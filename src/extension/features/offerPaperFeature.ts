import {
  CodeLens,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type CodeLensProvider,
  type TextDocument,
} from 'vscode';
import { CannotDoError, registerCommand } from '../commands.ts';
import { toRange } from '../convert.ts';
import type { Pilcrow } from '../feature.ts';
import { fileSchemes, isFile } from '../fileSchemes.ts';
import { freeName } from '../writeWhole.ts';
import { paperLanguage } from '../paperTracker.ts';

const dismissedKey = 'pilcrow.notPapers';

/**
 * Shows a code lens above Markdown files that cite like papers but are none, with an offer to make them papers. Files
 * that `pilcrow.json` calls papers get the language of papers, whatever their extension is.
 */
export function offerPaperFeature(pilcrow: Pilcrow): Disposable {
  const { context, log, server } = pilcrow;
  const changed = new EventEmitter<void>();
  const dismissed = (): readonly string[] => context.workspaceState.get<readonly string[]>(dismissedKey, []);
  const lenses: CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: ({ uri }) => (dismissed().includes(uri.toString()) ? [] : offerLenses(pilcrow, uri)),
  };
  return Disposable.from(
    changed,
    server.onDidChange(() => changed.fire()),
    languages.registerCodeLensProvider(
      fileSchemes().map((scheme) => ({ scheme, language: 'markdown' })),
      lenses,
    ),
    followLanguages(pilcrow),
    registerCommand(log, 'pilcrow.makePaper', (argument) => makePaper(pilcrow, argument)),
    registerCommand(log, 'pilcrow.keepMarkdown', async (argument) => {
      const uri = argumentUri(argument);
      await context.workspaceState.update(dismissedKey, [...new Set([...dismissed(), uri.toString()])]);
      changed.fire();
    }),
  );
}

async function offerLenses({ server }: Pilcrow, uri: Uri): Promise<CodeLens[]> {
  if (!workspace.getConfiguration('pilcrow', uri).get<boolean>('offerPapers', true)) return [];
  const offer = await server.request('pilcrow/paperOffer', { uri: uri.toString() });
  if (!offer || offer.isPaper) return [];
  const { citations } = offer;
  const top = new Range(0, 0, 0, 0);
  const title =
    citations === 1
      ? l10n.t('¶ 1 citation is not checked here: make this a paper')
      : l10n.t('¶ {0} citations are not checked here: make this a paper', citations);
  return [
    new CodeLens(top, { title, command: 'pilcrow.makePaper', arguments: [uri] }),
    new CodeLens(top, {
      title: l10n.t('Don’t ask again'),
      command: 'pilcrow.keepMarkdown',
      arguments: [uri],
    }),
  ];
}

function argumentUri(argument: unknown): Uri {
  const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
  if (!uri) throw new CannotDoError(l10n.t('Open a Markdown file that is to be a paper.'));
  return uri;
}

/** Renames a file to `*.analysis.md` and updates the links to it in the same edit. */
async function makePaper({ server }: Pilcrow, argument: unknown): Promise<Uri> {
  const uri = argumentUri(argument);
  const offer = await server.request('pilcrow/paperOffer', { uri: uri.toString() });
  if (offer?.isPaper) throw new CannotDoError(l10n.t('This is a paper already.'));
  if (!offer)
    throw new CannotDoError(
      l10n.t(
        'Only a Markdown file that cites a source, and is neither source, glossary, template nor README, can become a paper.',
      ),
    );
  const target = await freeName(Uri.parse(offer.folder, true), offer.path);
  const stem = fileNameOf(uri).replace(/\.[^.]*$/, '');
  const edit = new WorkspaceEdit();
  for (const ending of await server.request('pilcrow/linkEndings', { uri: uri.toString() }))
    edit.replace(Uri.parse(ending.uri, true), toRange(ending.range), fileNameOf(target).slice(stem.length));
  edit.renameFile(uri, target);
  if (!(await workspace.applyEdit(edit)))
    throw new CannotDoError(l10n.t('The file cannot be renamed: it, or its folder, may be read-only.'));
  return target;
}

function fileNameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Sets the language of files that `pilcrow.json` calls papers, once each, so that another choice by the person stays.
 */
function followLanguages({ log, server }: Pilcrow): Disposable {
  const asked = new Set<string>();
  const ask = async (document: TextDocument): Promise<void> => {
    const { uri, languageId } = document;
    if (languageId !== 'markdown' || !isFile(uri) || asked.has(uri.toString())) return;
    const known = await server.request('pilcrow/paperOffer', { uri: uri.toString() });
    if (!known?.isPaper || document.isClosed) return;
    asked.add(uri.toString());
    await languages.setTextDocumentLanguage(document, paperLanguage);
  };
  const askAbout = (documents: readonly TextDocument[]): void => {
    for (const document of documents)
      ask(document).catch((error: unknown) => log.warn(`A file could not become a paper: ${String(error)}`));
  };
  askAbout(workspace.textDocuments);
  return Disposable.from(
    workspace.onDidOpenTextDocument((document) => askAbout([document])),
    server.onDidChange(() => askAbout(workspace.textDocuments)),
  );
}
