import { commands, Disposable, l10n, Uri } from 'vscode';
import { registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';

/**
 * “Get Started”: opens the walkthrough. VS Code hides the pictures of its steps where the editor is 950 pixels wide
 * or less, so the sidebars close first.
 */
export function getStartedFeature({ log, context }: Pilcrow): Disposable {
  const walkthrough = `${context.extension.id}#pilcrow.gettingStarted`;
  return registerCommand(log, 'pilcrow.getStarted', async () => {
    await commands.executeCommand('workbench.action.closeSidebar');
    await commands.executeCommand('workbench.action.closeAuxiliaryBar');
    await commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
  });
}

/** “Show Output” and “Restart Language Server”, for trouble with Pilcrow itself. */
export function outputFeature({ log, restart }: Pilcrow): Disposable {
  return Disposable.from(
    registerCommand(log, 'pilcrow.showOutput', () => Promise.resolve(log.show())),
    registerCommand(log, 'pilcrow.restartServer', restart),
  );
}

/**
 * Makes `pilcrow` a command of VS Code's terminals. The extension's `bin/` is last on the PATH, so that a `pilcrow`
 * that the person has installed is found first.
 */
export function terminalFeature({ context }: Pilcrow): Disposable {
  const { environmentVariableCollection: variables, extensionUri } = context;
  // A shell whose start-up files replace PATH gets the folder again after them.
  const options = { applyAtProcessCreation: true, applyAtShellIntegration: true };
  const folder = Uri.joinPath(extensionUri, 'bin').fsPath;
  variables.description = l10n.t('Makes `pilcrow` a command: try `pilcrow check`');
  variables.replace('PILCROW_NODE', process.execPath, options);
  variables.append('PATH', `${folder.includes('\\') ? ';' : ':'}${folder}`, options);
  return Disposable.from();
}
