import { Disposable, window, workspace } from 'vscode';
import type { Pilcrow } from '../feature.ts';

/** Updates the underline of terms when an editor, a text or the setting changes. */
export function termLookFeature({ server, termLooks }: Pilcrow): Disposable {
  const draw = (): void => void termLooks.draw();
  draw();
  return Disposable.from(
    server.onDidChange(draw),
    window.onDidChangeVisibleTextEditors(draw),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('pilcrow.terms.highlight')) draw();
    }),
  );
}
