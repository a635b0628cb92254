import { DocumentDropEdit, DocumentDropOrPasteEditKind, l10n, languages, type Disposable } from 'vscode';
import { citationMimeType } from '../dragRows.ts';
import { spaced } from '../insertion.ts';
import { paperLanguage } from '../papers.ts';

/** A row dropped into a paper becomes its citation, set off from the word before it. */
export function dropCitation(): Disposable {
  const kind = DocumentDropOrPasteEditKind.Empty.append('pilcrow', 'citation');
  return languages.registerDocumentDropEditProvider(
    { language: paperLanguage },
    {
      async provideDocumentDropEdits(document, position, carried) {
        const citation = await carried.get(citationMimeType)?.asString();
        if (!citation) return undefined;
        return new DocumentDropEdit(spaced(document, position, citation), l10n.t('Insert Citation'), kind);
      },
    },
    { providedDropEditKinds: [kind], dropMimeTypes: [citationMimeType] },
  );
}
