import { commands, l10n, ProgressLocation, window, type Disposable } from 'vscode';
import { registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';

/** “Check Study Folder”: one line that sums up every study folder of the window, and the Problems view where there are any. */
export function check({ log, server }: Pilcrow): Disposable {
  return registerCommand(log, 'pilcrow.checkStudyFolder', async () => {
    const summary = await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('Checking the study folder…') },
      () => server.request('pilcrow/check', {}),
    );
    const { errors, warnings, others, text } = summary;
    // The command that the keys run would close a Problems view that has the keyboard.
    if (errors + warnings + others > 0) await commands.executeCommand('workbench.panel.markers.view.focus');
    if (errors > 0) void window.showErrorMessage(text);
    else if (warnings > 0) void window.showWarningMessage(text);
    else void window.showInformationMessage(text);
    return summary;
  });
}
