import { l10n, ProgressLocation, Uri, window, workspace, type Disposable } from 'vscode';
import { registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';
import { exists, writeWhole } from '../files.ts';
import { openStudyFolder, optionsOf, pickFolder } from '../studyFolders.ts';

interface Options {
  readonly folder: Uri;
  readonly title: string;
  /** False: only write it. */
  readonly open: boolean;
}

/** “New Study Folder”: asks for a title and a place, and fills it with what a study folder needs. */
export function newStudyFolder(pilcrow: Pilcrow): Disposable {
  return registerCommand(pilcrow.log, 'pilcrow.newStudyFolder', async (argument) => {
    const options = optionsOf<Options>(argument);
    const title = options.title ?? (await askTitle());
    if (!title) return undefined;
    const folder = options.folder ?? (await askPlace());
    if (!folder) return undefined;
    const kept = await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('Making the study folder…') },
      () => writeMissing(pilcrow, folder, title),
    );
    if (options.open !== false) await openOrTell(folder, kept);
    return folder;
  });
}

async function askTitle(): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: l10n.t('New Study Folder (1/2)'),
    prompt: l10n.t('What does your group call itself, or what is it reading?'),
    placeHolder: l10n.t('Tuesday reading group'),
    validateInput: (value) => (value.trim() ? undefined : l10n.t('Give it a title.')),
  });
  return title?.trim();
}

async function askPlace(): Promise<Uri | undefined> {
  const open = workspace.workspaceFolders?.[0];
  const title = l10n.t('New Study Folder (2/2)');
  const pick = (): Promise<Uri | undefined> => pickFolder(title, l10n.t('Make It Here'));
  if (!open) return pick();
  const here = { label: l10n.t('In the Open Folder'), description: open.name };
  const elsewhere = { label: l10n.t('In Another Folder…') };
  const chosen = await window.showQuickPick([here, elsewhere], { title });
  if (!chosen) return undefined;
  return chosen.label === here.label ? open.uri : pick();
}

/** Writes what is not there yet and returns the names of what was there already: nothing is overwritten. */
async function writeMissing({ server }: Pilcrow, folder: Uri, title: string): Promise<string[]> {
  const kept: string[] = [];
  for (const { path, text } of await server.request('pilcrow/newStudyFolder', { title })) {
    const uri = Uri.joinPath(folder, path);
    if (await exists(uri)) kept.push(path);
    else await writeWhole(uri, text);
  }
  return kept;
}

async function openOrTell(folder: Uri, kept: readonly string[]): Promise<void> {
  const isOpen = workspace.getWorkspaceFolder(folder) !== undefined;
  if (!isOpen) {
    await openStudyFolder(folder);
    return;
  }
  const message =
    kept.length > 0
      ? l10n.t(
          'The study folder is ready. These files were there already and stay as they are: {0}',
          kept.join(', '),
        )
      : l10n.t('The study folder is ready. Import a text, or start with a paper.');
  void window.showInformationMessage(message);
}
