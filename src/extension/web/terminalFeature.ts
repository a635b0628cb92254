import { Disposable } from 'vscode';

/** A browser has no terminals, and so no command `pilcrow` in them. */
export function terminalFeature(): Disposable {
  return Disposable.from();
}
