import {
  commands,
  type Disposable,
  FileSystemError,
  l10n,
  ProgressLocation,
  ThemeIcon,
  Uri,
  window,
  workspace,
} from 'vscode';
import { basename } from '../basename.ts';
import { CannotDoError, registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';
import { uriExists, writeWhole } from '../writeWhole.ts';
import { openStudyFolder, optionsOf, pickFolder } from '../studyFolders.ts';
import type { NewStudyFolder } from '../../server/protocol.ts';
import { withoutLinks } from '../withoutLinks.ts';

interface NewFolderOptions {
  /** The study folder itself. It need not be empty. */
  readonly folder: Uri;
  /** The folder in which the study folder is made. */
  readonly place: Uri;
  readonly title: string;
  /** False: write the folder without opening it. */
  readonly open: boolean;
}

/** “New Study Folder”: asks for a name and a place, makes the folder and opens the file to begin with. */
export function newStudyFolderFeature(pilcrow: Pilcrow): Disposable {
  const { log, server } = pilcrow;
  return registerCommand(log, 'pilcrow.newStudyFolder', async (argument) => {
    const options = optionsOf<NewFolderOptions>(argument);
    const title = options.title ?? (await askFolderTitle());
    if (!title) return undefined;
    const wanted = await server.request('pilcrow/newStudyFolder', { title });
    const folder = options.folder ?? (await chooseFolder(wanted.name, options.place));
    if (!folder) return undefined;
    const present = await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('Making the study folder…') },
      () => writeMissing(folder, wanted),
    );
    if (options.open !== false) await openNewFolder(pilcrow, folder, present);
    return folder;
  });
}

async function askFolderTitle(): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: l10n.t('New Study Folder (1/2)'),
    prompt: l10n.t('What does your group call itself, or what is it reading? The folder gets this name.'),
    placeHolder: l10n.t('Tuesday reading group'),
    validateInput: (value) => (value.trim() ? undefined : l10n.t('Give it a name.')),
  });
  return title?.trim();
}

/** Returns a folder that is new or empty, or one that the person agreed to fill. Undefined when they gave up. */
async function chooseFolder(name: string, given: Uri | undefined): Promise<Uri | undefined> {
  for (let place = given; ; place = undefined) {
    const folder = place ? Uri.joinPath(place, name) : await askFolder(name);
    if (!folder || (await isEmptyFolder(folder))) return folder;
    const fill = {
      label: l10n.t('Add What Is Missing'),
      iconPath: new ThemeIcon('add'),
      detail: l10n.t('What is there already stays as it is.'),
    };
    const other = { label: l10n.t('Choose Another Place…'), iconPath: new ThemeIcon('folder') };
    const chosen = await window.showQuickPick([other, fill], {
      title: l10n.t('“{0}” is there already and not empty', basename(folder.path)),
      placeHolder: folder.fsPath,
      ignoreFocusOut: true,
    });
    if (!chosen) return undefined;
    if (chosen === fill) return folder;
  }
}

async function askFolder(name: string): Promise<Uri | undefined> {
  const title = l10n.t('New Study Folder (2/2): Where Shall “{0}” Go?', name);
  const pick = async (): Promise<Uri | undefined> => {
    const place = await pickFolder(title, l10n.t('Make It in Here'));
    return place && Uri.joinPath(place, name);
  };
  const opened = workspace.workspaceFolders?.[0];
  if (!opened) return pick();
  const elsewhere = {
    label: l10n.t('A New Folder…'),
    iconPath: new ThemeIcon('new-folder'),
    description: name,
    detail: l10n.t('You choose where, and it opens in a window of its own.'),
  };
  const here = {
    label: l10n.t('The Folder That Is Open'),
    iconPath: new ThemeIcon('folder-opened'),
    description: opened.name,
  };
  const chosen = await window.showQuickPick([elsewhere, here], { title });
  if (!chosen) return undefined;
  return chosen === here ? opened.uri : pick();
}

/** Whether a folder is empty or does not exist. */
async function isEmptyFolder(folder: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.readDirectory(folder)).length === 0;
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    if (error.code === 'FileNotFound') return true;
    throw new CannotDoError(
      l10n.t('{0} is not a folder that can be read. Choose another name.', folder.fsPath),
    );
  }
}

/** Writes the files that do not exist yet. Never overwrites; returns the paths that existed already. */
async function writeMissing(folder: Uri, { files }: NewStudyFolder): Promise<string[]> {
  const present: string[] = [];
  for (const { path, text } of files) {
    const uri = Uri.joinPath(folder, path);
    if (await uriExists(uri)) present.push(path);
    else await writeWhole(uri, text);
  }
  return present;
}

async function openNewFolder({ context }: Pilcrow, folder: Uri, present: readonly string[]): Promise<void> {
  const file = await fileToBeginWith(folder);
  if (!workspace.getWorkspaceFolder(folder)) {
    await openStudyFolder(folder, file, context.globalState);
    return;
  }
  if (file) await commands.executeCommand('vscode.open', file, { preview: false });
  const message =
    present.length > 0
      ? l10n.t(
          'The study folder is ready. These files were there already and stay as they are: {0}',
          present.join(', '),
        )
      : l10n.t('The study folder is ready. Import a text, or start with a paper.');
  void window.showInformationMessage(withoutLinks(message));
}

/** The README, which explains the folder. Without one, the first paper; undefined if there is none. */
async function fileToBeginWith(folder: Uri): Promise<Uri | undefined> {
  const readme = Uri.joinPath(folder, 'README.md');
  if (await uriExists(readme)) return readme;
  const papers = Uri.joinPath(folder, 'papers');
  const entries = (await uriExists(papers)) ? await workspace.fs.readDirectory(papers) : [];
  const names = entries.map(([name]) => name).filter((name) => name.endsWith('.analysis.md'));
  const [first] = names.sort();
  return first === undefined ? undefined : Uri.joinPath(papers, first);
}
