import { commands, Disposable, ExtensionMode, window, type ExtensionContext } from 'vscode';
import type { Pilcrow } from '../feature.ts';
import { isPaper } from '../papers.ts';
import { hasSettings, takeFileToShow } from '../studyFolders.ts';

/**
 * What a person sees first: in a study folder that a command has just made, the file to begin with; and once on each
 * machine, Pilcrow's side bar beside their papers. From then on VS Code shows what was last open.
 */
export function firstLook({ context, log }: Pilcrow): Disposable {
  show(context).catch((error: unknown) => log.error('The first look failed:', String(error)));
  return Disposable.from();
}

async function show({ globalState: state, extensionMode }: ExtensionContext): Promise<void> {
  const file = await takeFileToShow(state);
  if (file) await window.showTextDocument(file, { preview: false });
  // Who develops or tests the extension starts it on a new machine every time.
  const isFirst = extensionMode === ExtensionMode.Production && !state.get<boolean>(seenKey);
  if (file || (isFirst && (await isInStudyFolder()))) {
    await state.update(seenKey, true);
    // The keyboard stays where the person is writing.
    await commands.executeCommand('pilcrow.sources.focus', { preserveFocus: true });
  }
}

const seenKey = 'pilcrow.sideBarSeen';

async function isInStudyFolder(): Promise<boolean> {
  return isPaper(window.activeTextEditor?.document) || hasSettings();
}
