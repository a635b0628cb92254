import { commands, l10n, ProgressLocation, window, type Disposable } from 'vscode';
import { registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';

/**
 * “Check Study Folder”: one notification sums up all study folders of the window. With findings, the Problems view
 * opens.
 */
export function checkFeature({ log, server }: Pilcrow): Disposable {
  return registerCommand(log, 'pilcrow.checkStudyFolder', async () => {
    const summary = await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('Checking the study folder…') },
      () => server.request('pilcrow/check', {}),
    );
    const { errors, warnings, others, text } = summary;
    // The command bound to the keys toggles: it would close a Problems view that has the focus.
    if (errors + warnings + others > 0) await commands.executeCommand('workbench.panel.markers.view.focus');
    if (errors > 0) void window.showErrorMessage(text);
    else if (warnings > 0) void window.showWarningMessage(text);
    else void window.showInformationMessage(text);
    return summary;
  });
}
