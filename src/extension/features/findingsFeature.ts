import { commands, Disposable, l10n, ProgressLocation, Uri, window } from 'vscode';
import type { WirePosition, WireRange } from '../../server/protocol.ts';
import { registerCommand } from '../commands.ts';
import { toLocation, toPosition, toRange } from '../convert.ts';
import type { Feature, Pilcrow } from '../feature.ts';
import { withoutLinks } from '../withoutLinks.ts';

/** The commands that quick fixes run after their edit, and the pages that explain checks. */
export const findingsFeature: Feature = ({ log }) =>
  Disposable.from(
    registerCommand(log, 'pilcrow.writeReason', async (uri, reason) => {
      await commands.executeCommand('vscode.open', Uri.parse(uri as string, true), {
        selection: toRange(reason as WireRange),
        preview: false,
      });
    }),
    registerCommand(log, 'pilcrow.explainCheck', async (page) => {
      await commands.executeCommand('markdown.showPreview', Uri.parse(page as string, true));
    }),
  );

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
    const { errors, warnings, others } = summary;
    const text = withoutLinks(summary.text);
    // The command bound to the keys toggles: it would close a Problems view that has the focus.
    if (errors + warnings + others > 0) await commands.executeCommand('workbench.panel.markers.view.focus');
    if (errors > 0) void window.showErrorMessage(text);
    else if (warnings > 0) void window.showWarningMessage(text);
    else void window.showInformationMessage(text);
    return summary;
  });
}

/** The command of code lenses such as “cited 3 times in 2 papers”: shows the places in VS Code's peek view. */
export function referencesFeature({ log, server }: Pilcrow): Disposable {
  return registerCommand(log, 'pilcrow.showReferences', async (...args) => {
    const [uri, position, of] = args as [string, WirePosition, 'citations' | 'notes'];
    const places = await server.request('pilcrow/lensPlaces', { uri, position, of });
    const shown = [Uri.parse(uri, true), toPosition(position), places.map(toLocation)] as const;
    await commands.executeCommand('editor.action.showReferences', ...shown);
  });
}
