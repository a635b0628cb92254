import { commands, Uri, type Disposable } from 'vscode';
import type { WirePosition } from '../../server/protocol.ts';
import { registerCommand } from '../commands.ts';
import { toLocation, toPosition } from '../convert.ts';
import type { Pilcrow } from '../feature.ts';

/** The command of code lenses such as “cited 3 times in 2 papers”: shows the places in VS Code's peek view. */
export function referencesFeature({ log, server }: Pilcrow): Disposable {
  return registerCommand(log, 'pilcrow.showReferences', async (...args) => {
    const [uri, position, of] = args as [string, WirePosition, 'citations' | 'notes'];
    const places = await server.request('pilcrow/lensPlaces', { uri, position, of });
    const shown = [Uri.parse(uri, true), toPosition(position), places.map(toLocation)] as const;
    await commands.executeCommand('editor.action.showReferences', ...shown);
  });
}
