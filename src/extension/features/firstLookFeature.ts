import { commands, Disposable, ExtensionMode, window, type ExtensionContext } from 'vscode';
import type { Pilcrow } from '../feature.ts';
import { isPaper } from '../paperTracker.ts';
import { hasSettings, takeFileToShow } from '../studyFolders.ts';

/**
 * Opens what a person should see first. In a study folder that a command has just made, that is the file to begin
 * with. Once on each machine it is Pilcrow's sidebar. After that VS Code restores what was open.
 */
export function firstLookFeature({ context, log }: Pilcrow): Disposable {
  showFirstLook(context).catch((error: unknown) => log.error('The first look failed:', String(error)));
  return Disposable.from();
}

async function showFirstLook({ globalState: state, extensionMode }: ExtensionContext): Promise<void> {
  const file = await takeFileToShow(state);
  if (file) await window.showTextDocument(file, { preview: false });
  // Development and tests always start with an empty profile, which would count as the first time.
  const isFirst = extensionMode === ExtensionMode.Production && !state.get<boolean>(seenKey);
  if (file || (isFirst && (isPaper(window.activeTextEditor?.document) || (await hasSettings())))) {
    await state.update(seenKey, true);
    // The focus stays in the editor.
    await commands.executeCommand('pilcrow.sources.focus', { preserveFocus: true });
  }
}

const seenKey = 'pilcrow.sideBarSeen';
