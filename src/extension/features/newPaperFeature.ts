import type { Uri } from 'vscode';
import { extensions, l10n, window, workspace, type Disposable, type QuickPickItem } from 'vscode';
import { registerCommand } from '../commands.ts';
import { today } from '../today.ts';
import type { Pilcrow } from '../feature.ts';
import { askPaperTitle, createAndOpen } from '../createAndOpen.ts';
import { chooseStudyFolder, optionsOf, titleIn } from '../studyFolders.ts';

interface NewPaperOptions {
  readonly folder: Uri;
  /** A built-in template, or the path `templates/NAME.md`. */
  readonly template: string;
  readonly title: string;
}

/** “New Paper”: makes a paper from a template and a title, and opens it with the first gap to fill in selected. */
export function newPaperFeature(pilcrow: Pilcrow): Disposable {
  const { log, server } = pilcrow;
  return registerCommand(log, 'pilcrow.newPaper', async (argument) => {
    const options = optionsOf<NewPaperOptions>(argument);
    const folder = options.folder ?? (await chooseStudyFolder(pilcrow));
    if (!folder) return undefined;
    const uri = folder.toString();
    const template = options.template ?? (await askTemplate(pilcrow, folder));
    if (!template) return undefined;
    const title = options.title ?? (await askPaperTitle(pilcrow, uri, l10n.t('New Paper'), '2/2'));
    if (!title) return undefined;
    const author = await configuredAuthor();
    const by = author ? { author } : {};
    const paper = await server.request('pilcrow/newPaper', { uri, template, title, date: today(), ...by });
    return createAndOpen(folder, paper);
  });
}

async function askTemplate(pilcrow: Pilcrow, folder: Uri): Promise<string | undefined> {
  const about = { uri: folder.toString() };
  const templates = await pilcrow.server.request('pilcrow/paperTemplates', about);
  const items: (QuickPickItem & { id: string })[] = templates.map(({ id, label, detail }) => ({
    id,
    label,
    detail,
  }));
  const chosen = await window.showQuickPick(items, {
    title: await titleIn(pilcrow, about, l10n.t('New Paper'), '1/2'),
    placeHolder: l10n.t('What kind of paper?'),
  });
  return chosen?.id;
}

/** The person's name from the settings, else from git if VS Code's git extension is running. Undefined if unknown. */
async function configuredAuthor(): Promise<string | undefined> {
  const name = workspace.getConfiguration('pilcrow').get<string>('author', '').trim();
  return name || (await gitUserName())?.trim();
}

interface GitExports {
  getAPI(version: 1): { repositories: readonly { getConfig(key: string): Promise<string> }[] };
}

async function gitUserName(): Promise<string | undefined> {
  const git = extensions.getExtension<GitExports>('vscode.git');
  if (!git?.isActive) return undefined;
  try {
    return await git.exports.getAPI(1).repositories[0]?.getConfig('user.name');
  } catch {
    // Git is turned off or has no name. A paper needs no author.
    return undefined;
  }
}
