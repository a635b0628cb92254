import type { Uri } from 'vscode';
import { extensions, l10n, window, workspace, type Disposable, type QuickPickItem } from 'vscode';
import type { PaperTemplate } from '../../server/protocol.ts';
import { registerCommand } from '../commands.ts';
import { today } from '../dates.ts';
import type { Pilcrow } from '../feature.ts';
import { createAndOpen } from '../newFile.ts';
import { chooseStudyFolder, optionsOf } from '../studyFolders.ts';

interface Options {
  readonly folder: Uri;
  readonly template: PaperTemplate;
  readonly title: string;
}

/** “New Paper”: a template and a title become a paper, open with what is to be written first selected. */
export function newPaper({ log, server }: Pilcrow): Disposable {
  return registerCommand(log, 'pilcrow.newPaper', async (argument) => {
    const options = optionsOf<Options>(argument);
    const folder = options.folder ?? (await chooseStudyFolder());
    if (!folder) return undefined;
    const template = options.template ?? (await askTemplate());
    if (!template) return undefined;
    const title = options.title ?? (await askTitle());
    if (!title) return undefined;
    const author = await authorName();
    const uri = folder.toString();
    const by = author ? { author } : {};
    const paper = await server.request('pilcrow/newPaper', { uri, template, title, date: today(), ...by });
    return createAndOpen(folder, paper);
  });
}

async function askTemplate(): Promise<PaperTemplate | undefined> {
  const templates: (QuickPickItem & { template: PaperTemplate })[] = [
    {
      label: l10n.t('Summary'),
      detail: l10n.t('What the text says, part by part, with a citation for every claim'),
      template: 'summary',
    },
    {
      label: l10n.t('Critique'),
      detail: l10n.t('A fair restatement first, then where you agree and where you object'),
      template: 'critique',
    },
    {
      label: l10n.t('Questions for Discussion'),
      detail: l10n.t('What the group should talk about, each question tied to its passage'),
      template: 'questions',
    },
  ];
  const chosen = await window.showQuickPick(templates, {
    title: l10n.t('New Paper (1/2)'),
    placeHolder: l10n.t('What kind of paper?'),
  });
  return chosen?.template;
}

async function askTitle(): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: l10n.t('New Paper (2/2)'),
    prompt: l10n.t('Title of the paper'),
    validateInput: (value) => (value.trim() ? undefined : l10n.t('Give it a title.')),
  });
  return title?.trim();
}

/** The person's name: from the settings, else from git where its extension already runs. */
async function authorName(): Promise<string | undefined> {
  const name = workspace.getConfiguration('pilcrow').get<string>('author', '').trim();
  return name || (await gitName())?.trim();
}

interface GitExports {
  getAPI(version: 1): { repositories: readonly { getConfig(key: string): Promise<string> }[] };
}

async function gitName(): Promise<string | undefined> {
  const git = extensions.getExtension<GitExports>('vscode.git');
  if (!git?.isActive) return undefined;
  try {
    return await git.exports.getAPI(1).repositories[0]?.getConfig('user.name');
  } catch {
    // Git is switched off, or knows no name: a paper without an author is fine.
    return undefined;
  }
}
