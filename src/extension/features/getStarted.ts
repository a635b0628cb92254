import { commands, type Disposable } from 'vscode';
import { registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';

/**
 * “Get Started”: the walkthrough. VS Code leaves out the pictures of its steps where the editor has no more than 950 pixels, so
 * the side bars make room.
 */
export function getStarted({ log, context }: Pilcrow): Disposable {
  const walkthrough = `${context.extension.id}#pilcrow.gettingStarted`;
  return registerCommand(log, 'pilcrow.getStarted', async () => {
    await commands.executeCommand('workbench.action.closeSidebar');
    await commands.executeCommand('workbench.action.closeAuxiliaryBar');
    await commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
  });
}
