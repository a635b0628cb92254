import { l10n, window, workspace, type Disposable } from 'vscode';
import { CannotDo, registerCommand } from '../commands.ts';
import { today } from '../dates.ts';
import type { Pilcrow } from '../feature.ts';
import { paperLanguage } from '../papers.ts';

/** “Make Discussion Guide”: open questions in the order of the text, as a new document that nobody has saved yet. */
export function guide({ log, server, papers }: Pilcrow): Disposable {
  return registerCommand(log, 'pilcrow.makeGuide', async () => {
    const { text, questions } = await server.request('pilcrow/guide', { ...papers.study, date: today() });
    if (questions === 0)
      throw new CannotDo(
        l10n.t(
          'Nobody asks anything yet. Write questions as a list under a heading “Questions for discussion” in a paper, or as notes of kind question.',
        ),
      );
    const document = await workspace.openTextDocument({ language: paperLanguage, content: text });
    await window.showTextDocument(document, { preview: false });
    return document.uri;
  });
}
