import { l10n, window, workspace, type Uri } from 'vscode';
import type { NewFile } from '../server/protocol.ts';
import { toRange } from './convert.ts';
import type { Pilcrow } from './feature.ts';
import { titleIn } from './studyFolders.ts';
import { freeName, writeWhole } from './writeWhole.ts';

/** Writes a new file of a study folder and opens it with its first gap to fill in selected. */
export async function createAndOpen(folder: Uri, { path, text, gap }: NewFile): Promise<Uri> {
  const uri = await freeName(folder, path);
  await writeWhole(uri, text);
  const document = await workspace.openTextDocument(uri);
  const selection = gap ? toRange(gap) : document.lineAt(document.lineCount - 1).range;
  await window.showTextDocument(document, { preview: false, selection });
  return uri;
}

/**
 * Asks for the title of a new paper. Undefined: the person gave up.
 * @param folder URI of the study folder that the paper goes to
 */
export async function askPaperTitle(
  pilcrow: Pilcrow,
  folder: string,
  command: string,
  step?: string,
): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: await titleIn(pilcrow, { uri: folder }, command, step),
    prompt: l10n.t('Title of the paper'),
    validateInput: (value) => (value.trim() ? undefined : l10n.t('Give it a title.')),
  });
  return title?.trim();
}
