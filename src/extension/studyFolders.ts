import { commands, l10n, Uri, window, workspace } from 'vscode';
import { CannotDo } from './commands.ts';

/** The study folder a command is about; asks where there are several. Undefined: the person gave up. */
export async function chooseStudyFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0)
    throw new CannotDo(
      l10n.t('No folder is open. Open a study folder, or make one with “New Study Folder”.'),
    );
  if (folders.length === 1) return folders[0]?.uri;
  const active = window.activeTextEditor?.document.uri;
  const ofActive = active && workspace.getWorkspaceFolder(active);
  if (ofActive) return ofActive.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: l10n.t('Which study folder?') }))?.uri;
}

/** The person picks a folder on the disk. */
export async function pickFolder(title: string, openLabel: string): Promise<Uri | undefined> {
  const picked = await window.showOpenDialog({
    title,
    openLabel,
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
  });
  return picked?.[0];
}

/** Opens a folder: in this window where it is empty, else in a new one, so that nothing open is lost. */
export async function openStudyFolder(folder: Uri): Promise<void> {
  const forceNewWindow = (workspace.workspaceFolders ?? []).length > 0;
  await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
}

/** Takes what a command was called with for an object of options; anything else is none. */
export function optionsOf<T extends object>(argument: unknown): Partial<T> {
  return typeof argument === 'object' && argument !== null && !(argument instanceof Uri) ? argument : {};
}
