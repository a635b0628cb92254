import { commands, Disposable } from 'vscode';
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
