import { commands, l10n, Uri, window, workspace, type Memento } from 'vscode';
import { CannotDo } from './commands.ts';
import type { Pilcrow } from './feature.ts';
import { exists } from './files.ts';

type Asking = Pick<Pilcrow, 'server'>;

/**
 * The study folder a command is about: the one that the active document lies in; asks where that does not say which of
 * several. Undefined: the person gave up.
 */
export async function chooseStudyFolder({ server }: Asking): Promise<Uri | undefined> {
  const opened = workspace.workspaceFolders?.[0];
  if (!opened)
    throw new CannotDo(
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

/** The study folder from which a question is answered that is about `uri`, or about no document. */
export async function shownStudyFolder(
  { server }: Asking,
  about: { readonly uri?: string },
): Promise<Uri | undefined> {
  const folders = await server.request('pilcrow/studyFolders', about);
  const shown = folders.find(({ isShown }) => isShown);
  return shown && Uri.parse(shown.uri, true);
}

/**
 * The title of a question, which says of which study folder of several it is.
 * @param step `1/2` where it is one of two questions
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
