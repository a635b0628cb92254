import { Disposable } from 'vscode';
import { registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';

/** “Show Output” and “Restart Language Server”, for when something is wrong with Pilcrow itself. */
export function output({ log, restart }: Pilcrow): Disposable {
  return Disposable.from(
    registerCommand(log, 'pilcrow.showOutput', () => Promise.resolve(log.show())),
    registerCommand(log, 'pilcrow.restartServer', restart),
  );
}
