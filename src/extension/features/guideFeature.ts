import {
  l10n,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { CannotDoError, registerCommand } from '../commands.ts';
import { today } from '../today.ts';
import type { Pilcrow } from '../feature.ts';
import { freeName } from '../writeWhole.ts';
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

/** Opens an unsaved document with the given text. Saving it writes to `address`. */
async function openUnsaved(address: Uri, text: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(address.with({ scheme: 'untitled' }));
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
  await workspace.applyEdit(edit);
  return document;
}
