import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { WirePosition } from '../../server/protocol.ts';
import { CannotDoError, registerCommand } from '../commands.ts';
import { fromRange, toPosition } from '../convert.ts';
import {
  askFormat,
  type ExportChoices,
  exportFormatItems,
  type ExportKind,
  type FormatItem,
} from '../exportDialogs.ts';
import type { Pilcrow } from '../feature.ts';
import { writeWhole } from '../writeWhole.ts';
import { chooseStudyFolder, optionsOf, shownStudyFolder, titleIn } from '../studyFolders.ts';
import { withoutLinks } from '../withoutLinks.ts';
import { exportDocument } from './exportDocumentFeature.ts';

/** The commands of the glossary: the order of the Terms view, “Export Glossary as Handout…” and “Add to Glossary”. */
export function glossaryFeature(pilcrow: Pilcrow): Disposable {
  const { log, termsOrder } = pilcrow;
  return Disposable.from(
    registerCommand(log, 'pilcrow.sortTermsByNextWord', () => termsOrder.set('next')),
    registerCommand(log, 'pilcrow.sortTermsByPlace', () => termsOrder.set('position')),
    registerCommand(log, 'pilcrow.exportGlossary', (argument) => exportGlossary(pilcrow, argument)),
    registerCommand(log, 'pilcrow.addToGlossary', () => addToGlossary(pilcrow)),
    registerCommand(log, 'pilcrow.writeEntry', async (...args) => {
      const [uri, position] = args as [string, WirePosition];
      await writeEntry(Uri.parse(uri, true), position);
    }),
  );
}

/** As a paper goes out, or as Markdown whose citations lead to their passages, as the study folder has it. */
async function exportGlossary(pilcrow: Pilcrow, argument: unknown): Promise<Uri | undefined> {
  const { format, target } = optionsOf<ExportChoices>(argument);
  if (format) return exportDocument(pilcrow, 'glossary', argument);
  if (target) return writeHandout(pilcrow, target);
  const own: FormatItem<ExportKind | 'handout'> = {
    format: 'handout',
    label: l10n.t('Markdown of the Study Folder'),
    description: l10n.t('.md, with citations to follow'),
  };
  const chosen = await askFormat([...exportFormatItems(), own], l10n.t('Export Glossary'));
  if (chosen === 'handout') return writeHandout(pilcrow, undefined);
  return chosen && exportDocument(pilcrow, 'glossary', { format: chosen });
}

async function writeHandout(pilcrow: Pilcrow, target: Uri | undefined): Promise<Uri | undefined> {
  const { server, papers } = pilcrow;
  const uri = papers.study.uri ?? (target ? undefined : (await chooseStudyFolder(pilcrow))?.toString());
  const about = uri === undefined ? {} : { uri };
  const { text, path, terms } = await server.request('pilcrow/handout', about);
  if (terms === 0) throw new CannotDoError(l10n.t('The glossary has no terms yet.'));
  const file = target ?? (await askTarget(pilcrow, about, path));
  if (!file) return undefined;
  await writeWhole(file, text);
  await window.showTextDocument(await workspace.openTextDocument(file), { preview: false });
  return file;
}

/** @param path default path of the handout, relative to its study folder */
async function askTarget(
  pilcrow: Pilcrow,
  about: Pilcrow['papers']['study'],
  path: string,
): Promise<Uri | undefined> {
  const folder = await shownStudyFolder(pilcrow, about);
  return window.showSaveDialog({
    title: await titleIn(pilcrow, about, l10n.t('Export Glossary')),
    filters: { Markdown: ['md'] },
    ...(folder ? { defaultUri: Uri.joinPath(folder, path) } : {}),
  });
}

/** Adds the selected words, or the word at the cursor, to the glossary. Opens the entry if there is one already. */
async function addToGlossary({ server }: Pilcrow): Promise<Uri> {
  const noText = l10n.t('Open a paper or source and select the words of a term, or put the cursor into one.');
  const editor = window.activeTextEditor;
  if (!editor) throw new CannotDoError(noText);
  const reply = await server.request('pilcrow/addTerm', {
    uri: editor.document.uri.toString(),
    range: fromRange(editor.selection),
  });
  if (!reply) throw new CannotDoError(noText);
  if ('problem' in reply) throw new CannotDoError(reply.problem);
  const uri = Uri.parse(reply.place.uri, true);
  await writeEntry(uri, reply.place.range.start);
  if (!reply.added)
    void window.showInformationMessage(withoutLinks(l10n.t('“{0}” is in the glossary already.', reply.name)));
  return uri;
}

/** Opens the glossary with the cursor where the definition of a new entry goes. */
async function writeEntry(uri: Uri, position: WirePosition): Promise<void> {
  const at = toPosition(position);
  await commands.executeCommand('vscode.open', uri, { selection: { start: at, end: at }, preview: false });
}

/** Updates the underline of terms when an editor, a text or the setting changes. */
export function termLookFeature({ server, termLooks }: Pilcrow): Disposable {
  const draw = (): void => void termLooks.draw();
  draw();
  return Disposable.from(
    server.onDidChange(draw),
    window.onDidChangeVisibleTextEditors(draw),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('pilcrow.terms.highlight')) draw();
    }),
  );
}
