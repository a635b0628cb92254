import { commands, Disposable, workspace } from 'vscode';
import type { Pilcrow } from '../feature.ts';
import { hasSettings } from '../studyFolders.ts';

/** Tells menus and the palette whether a study folder is open: one that has settings or sources. */
export function studyFolderContextFeature({ models, log }: Pilcrow): Disposable {
  let settings = false;
  const tell = (): void => {
    const hasSources = models.sources.view.nodes.some(({ kind, target }) => kind === 'source' && target);
    void commands.executeCommand('setContext', 'pilcrow.hasStudyFolder', settings || hasSources);
  };
  const look = async (): Promise<void> => {
    settings = await hasSettings();
    tell();
  };
  const lookAgain = (): void => {
    look().catch((error: unknown) => log.error('The folders could not be looked at:', String(error)));
  };
  lookAgain();
  return Disposable.from(
    models.sources.onDidChange(tell),
    workspace.onDidChangeWorkspaceFolders(lookAgain),
    workspace.onDidCreateFiles(lookAgain),
  );
}
