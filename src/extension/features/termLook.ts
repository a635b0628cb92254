import { Disposable, window, workspace } from 'vscode';
import type { Pilcrow } from '../feature.ts';

/** Keeps the light underline of terms up to date: another editor, another text, another setting. */
export function termLook({ server, termLooks }: Pilcrow): Disposable {
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
