import { commands, l10n, Uri, window, workspace, type Memento } from 'vscode';
import { CannotDoError } from './commands.ts';
import type { Pilcrow } from './feature.ts';
import { uriExists } from './writeWhole.ts';

type Asking = Pick<Pilcrow, 'server'>;

/**
 * The study folder a command is about: that of the active document. The person is asked if several are open and the
 * active document is in none. Undefined: the person gave up.
 */
export async function chooseStudyFolder({ server }: Asking): Promise<Uri | undefined> {
  const opened = workspace.workspaceFolders?.[0];
  if (!opened)
    throw new CannotDoError(
      l10n.t('No folder is open. Open a study folder, or make one with “New Study Folder”.'),
    );
  const active = window.activeTextEditor?.document.uri;
  const folders = await server.request('pilcrow/studyFolders', active ? { uri: active.toString() } : {});
  const items = folders.map(({ uri, name }) => {
    const folder = Uri.parse(uri, true);
    return { label: name, description: folder.fsPath, folder };
  });
  const home = folders.findIndex(({ hasDocument }) => hasDocument);
  const only = items[items.length === 1 ? 0 : home];
  if (only || items.length === 0) return only?.folder ?? opened.uri;
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which study folder?') }))?.folder;
}

/** The study folder that the server's replies about `uri`, or about no document, come from. */
export async function shownStudyFolder(
  { server }: Asking,
  about: { readonly uri?: string },
): Promise<Uri | undefined> {
  const folders = await server.request('pilcrow/studyFolders', about);
  const shown = folders.find(({ isShown }) => isShown);
  return shown && Uri.parse(shown.uri, true);
}

/**
 * The title of a dialog. It names the study folder if several are open.
 * @param step `1/2` for the first of two dialogs
 */
export async function titleIn(
  { server }: Asking,
  about: { readonly uri?: string },
  title: string,
  step = '',
): Promise<string> {
  const folders = await server.request('pilcrow/studyFolders', about);
  const shown = folders.find(({ isShown }) => isShown);
  const named = folders.length > 1 && shown ? l10n.t('{0} in {1}', title, shown.name) : title;
  return step === '' ? named : `${named} (${step})`;
}

/** Whether one of the window's folders has a `pilcrow.json`. */
export async function hasSettings(): Promise<boolean> {
  const folders = workspace.workspaceFolders ?? [];
  const present = await Promise.all(folders.map(({ uri }) => uriExists(Uri.joinPath(uri, 'pilcrow.json'))));
  return present.includes(true);
}

/** Asks for a folder on the disk. Returns undefined when the person gave up. */
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
 * Opens a folder: in this window if it is empty, else in a new one, so that nothing open is lost. The extension in
 * the folder's window then shows `file`, because this one ends when its window opens another folder.
 */
export async function openStudyFolder(folder: Uri, file: Uri | undefined, state: Memento): Promise<void> {
  const toShow: FileToShow | undefined = file && { folder: folder.toString(), file: file.toString() };
  await state.update(toShowKey, toShow);
  const forceNewWindow = (workspace.workspaceFolders ?? []).length > 0;
  await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
}

/** Returns the file that this window was opened to show, once. Undefined after that, and in other windows. */
export async function takeFileToShow(state: Memento): Promise<Uri | undefined> {
  const toShow = state.get<FileToShow>(toShowKey);
  const isOurs = workspace.workspaceFolders?.some(({ uri }) => uri.toString() === toShow?.folder);
  if (!toShow || !isOurs) return undefined;
  await state.update(toShowKey, undefined);
  return Uri.parse(toShow.file, true);
}

/** Returns a command's argument as an object of options; an empty object if it is not an object. */
export function optionsOf<T extends object>(argument: unknown): Partial<T> {
  return typeof argument === 'object' && argument !== null && !(argument instanceof Uri) ? argument : {};
}
