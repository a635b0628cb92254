import { Disposable, l10n, Uri } from 'vscode';
import type { Pilcrow } from '../feature.ts';

/**
 * Makes `pilcrow` a command of VS Code's terminals. The extension's `bin/` is last on the PATH, so that a `pilcrow`
 * that the person has installed is found first. In the web bundle `web/terminalFeature.ts` stands in its place.
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
