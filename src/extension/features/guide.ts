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
import { CannotDo, registerCommand } from '../commands.ts';
import { today } from '../dates.ts';
import type { Pilcrow } from '../feature.ts';
import { freeName } from '../files.ts';
import { paperLanguage } from '../papers.ts';

/**
 * “Make Discussion Guide”: open questions in the order of the text, as a new document that nobody has saved yet. Saving it
 * asks nothing and puts it among the papers, under a name that no other file has.
 */
export function guide({ log, server, papers }: Pilcrow): Disposable {
  return registerCommand(log, 'pilcrow.makeGuide', async () => {
    const { text, questions, folder, path } = await server.request('pilcrow/guide', {
      ...papers.study,
      date: today(),
    });
    if (questions === 0)
      throw new CannotDo(
        l10n.t(
          'Nobody asks anything yet. Write questions as a list under a heading “Questions for discussion” in a paper, or as notes of kind question.',
        ),
      );
    const document =
      folder === null
        ? await workspace.openTextDocument({ language: paperLanguage, content: text })
        : await unsaved(await freeName(Uri.parse(folder, true), path), text);
    await window.showTextDocument(document, { preview: false });
    return document.uri;
  });
}

/** A new document that will be saved at an address, with its text. */
async function unsaved(address: Uri, text: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(address.with({ scheme: 'untitled' }));
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
  await workspace.applyEdit(edit);
  return document;
}
