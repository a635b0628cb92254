import { commands, l10n, Uri, window, workspace, type Memento } from 'vscode';
import { CannotDo } from './commands.ts';
import { exists } from './files.ts';

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

/** Whether one of the window's folders has a `pilcrow.json`. */
export async function hasSettings(): Promise<boolean> {
  const folders = workspace.workspaceFolders ?? [];
  const present = await Promise.all(folders.map(({ uri }) => exists(Uri.joinPath(uri, 'pilcrow.json'))));
  return present.includes(true);
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

const toShowKey = 'pilcrow.toShow';

interface FileToShow {
  readonly folder: string;
  readonly file: string;
}

/**
 * Opens a folder, in this window where it is empty, else in a new one, so that nothing open is lost. The extension that
 * runs in the folder's window shows `file`: this one ends when its window is given another folder.
 */
export async function openStudyFolder(folder: Uri, file: Uri | undefined, state: Memento): Promise<void> {
  const toShow: FileToShow | undefined = file && { folder: folder.toString(), file: file.toString() };
  await state.update(toShowKey, toShow);
  const forceNewWindow = (workspace.workspaceFolders ?? []).length > 0;
  await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
}

/** The file that this window was opened to show. It is returned once. */
export async function takeFileToShow(state: Memento): Promise<Uri | undefined> {
  const toShow = state.get<FileToShow>(toShowKey);
  const isOurs = workspace.workspaceFolders?.some(({ uri }) => uri.toString() === toShow?.folder);
  if (!toShow || !isOurs) return undefined;
  await state.update(toShowKey, undefined);
  return Uri.parse(toShow.file, true);
}

/** Takes what a command was called with for an object of options; anything else is none. */
export function optionsOf<T extends object>(argument: unknown): Partial<T> {
  return typeof argument === 'object' && argument !== null && !(argument instanceof Uri) ? argument : {};
}
