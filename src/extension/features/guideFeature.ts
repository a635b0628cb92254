import { type Disposable, l10n, Uri, window, workspace } from 'vscode';
import { CannotDoError, registerCommand } from '../commands.ts';
import { today } from '../today.ts';
import type { Pilcrow } from '../feature.ts';
import { freeName } from '../writeWhole.ts';
import { openUnsaved } from '../openUnsaved.ts';
import { paperLanguage } from '../paperTracker.ts';

/**
 * “Make Discussion Guide”: opens a new, unsaved document with the open questions in the order of the text. It has a
 * path among the papers that no other file has, so that saving it asks nothing.
 */
export function guideFeature({ log, server, papers }: Pilcrow): Disposable {
  return registerCommand(log, 'pilcrow.makeGuide', async () => {
    const { text, questions, folder, path } = await server.request('pilcrow/guide', {
      ...papers.study,
      date: today(),
    });
    if (questions === 0)
      throw new CannotDoError(
        l10n.t(
          'Nobody asks anything yet. Write questions as a list under a heading “Questions for discussion” in a paper, or as notes of kind question.',
        ),
      );
    const document =
      folder === null
        ? await workspace.openTextDocument({ language: paperLanguage, content: text })
        : await openUnsaved(await freeName(Uri.parse(folder, true), path), text);
    await window.showTextDocument(document, { preview: false });
    return document.uri;
  });
}
