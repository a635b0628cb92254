import { commands, l10n, type Uri, window, workspace, type Disposable } from 'vscode';
import { basename } from '../basename.ts';
import type { Pilcrow } from '../feature.ts';
import { isBook } from '../importText.ts';
import { withoutLinks } from '../withoutLinks.ts';

/**
 * Offers to import books and documents that a person puts into a study folder: drops on the explorer, pastes or makes there.
 * Texts that an editor shows are left alone, because most are no sources.
 */
export function offerImportFeature(pilcrow: Pilcrow): Disposable {
  return workspace.onDidCreateFiles(({ files }) => {
    offer(pilcrow, files).catch((error: unknown) => {
      pilcrow.log.warn(`Files could not be offered for import: ${String(error)}`);
    });
  });
}

async function offer({ server }: Pilcrow, created: readonly Uri[]): Promise<void> {
  const endings = await server.request('pilcrow/importEndings', {});
  const books = created.filter(({ path }) => isBook(path, endings));
  const [first] = books;
  if (!first) return;
  const folders = await server.request('pilcrow/studyFolders', { uri: first.toString() });
  if (!folders.some(({ hasDocument }) => hasDocument)) return;
  const message =
    books.length === 1
      ? l10n.t('Make {0} a source, so that papers can cite it paragraph by paragraph?', basename(first.path))
      : l10n.t('Make {0} files sources, so that papers can cite them paragraph by paragraph?', books.length);
  const importIt = l10n.t('Import');
  const chosen = await window.showInformationMessage(withoutLinks(message), importIt);
  if (chosen === importIt) await commands.executeCommand('pilcrow.importSource', first, books);
}
