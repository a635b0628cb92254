import { Disposable, l10n, Uri } from 'vscode';
import type { Pilcrow } from '../feature.ts';

/**
 * Makes `pilcrow` a command of VS Code's terminals: `bin/` of the extension stands last on their PATH, so that one which a
 * person has installed comes first.
 */
export function terminal({ context }: Pilcrow): Disposable {
  const { environmentVariableCollection: variables, extensionUri } = context;
  // A shell whose own start-up files set PATH gets it a second time, when they are done.
  const options = { applyAtProcessCreation: true, applyAtShellIntegration: true };
  const folder = Uri.joinPath(extensionUri, 'bin').fsPath;
  variables.description = l10n.t('Makes `pilcrow` a command: try `pilcrow check`');
  variables.replace('PILCROW_NODE', process.execPath, options);
  variables.append('PATH', `${folder.includes('\\') ? ';' : ':'}${folder}`, options);
  return Disposable.from();
}
