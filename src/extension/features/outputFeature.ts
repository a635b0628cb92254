import { Disposable } from 'vscode';
import { registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';

/** “Show Output” and “Restart Language Server”, for trouble with Pilcrow itself. */
export function outputFeature({ log, restart }: Pilcrow): Disposable {
  return Disposable.from(
    registerCommand(log, 'pilcrow.showOutput', () => Promise.resolve(log.show())),
    registerCommand(log, 'pilcrow.restartServer', restart),
  );
}
