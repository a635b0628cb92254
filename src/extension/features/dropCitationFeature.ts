import {
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  l10n,
  languages,
  WorkspaceEdit,
  type Disposable,
} from 'vscode';
import { fromPosition, toRange } from '../convert.ts';
import { citationMimeType } from '../openView.ts';
import type { Pilcrow } from '../feature.ts';
import { afterWord, spacedText } from '../insertion.ts';
import { paperLanguage } from '../paperTracker.ts';

/** Cites a row dropped into a paper as *Cite* does: never within a word, and appended to a citation at that place. */
export function dropCitationFeature({ server }: Pilcrow): Disposable {
  const kind = DocumentDropOrPasteEditKind.Empty.append('pilcrow', 'citation');
  return languages.registerDocumentDropEditProvider(
    { language: paperLanguage },
    {
      async provideDocumentDropEdits(document, position, carried, token) {
        const citation = await carried.get(citationMimeType)?.asString();
        if (!citation) return undefined;
        const uri = document.uri.toString();
        const asked = { uri, position: fromPosition(position), citation };
        const edit = await server.request('pilcrow/cite', asked, token).catch(() => null);
        const title = l10n.t('Insert Citation');
        if (!edit)
          return new DocumentDropEdit(
            spacedText(document, afterWord(document, position), citation),
            title,
            kind,
          );
        const range = toRange(edit.range);
        if (range.isEmpty && range.start.isEqual(position))
          return new DocumentDropEdit(edit.newText, title, kind);
        // VS Code inserts at the pointer, but this citation belongs elsewhere, so a separate edit inserts it.
        const drop = new DocumentDropEdit('', title, kind);
        drop.additionalEdit = new WorkspaceEdit();
        drop.additionalEdit.replace(document.uri, range, edit.newText);
        return drop;
      },
    },
    { providedDropEditKinds: [kind], dropMimeTypes: [citationMimeType] },
  );
}
