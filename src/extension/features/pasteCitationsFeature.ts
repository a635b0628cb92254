import {
  DataTransferItem,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  type Disposable,
  type DocumentPasteEditProvider,
} from 'vscode';
import type { Pilcrow } from '../feature.ts';
import { paperLanguage } from '../paperTracker.ts';

/** The MIME type of the address of the paper that text was copied in, beside the text. It reaches only this window. */
const paperMimeType = 'application/vnd.pilcrow.paper';

const pastedCitationsKind = DocumentDropOrPasteEditKind.Empty.append('pilcrow', 'citations');

/** Citations that go from one paper into another get the locators of the other’s language: `§ 12` of a French paper is `¶ 12` in an English one. */
export function pasteCitationsFeature(pilcrow: Pilcrow): Disposable {
  const mimeTypes = [paperMimeType];
  return languages.registerDocumentPasteEditProvider(paperLanguage, citationsPaster(pilcrow), {
    providedPasteEditKinds: [pastedCitationsKind],
    copyMimeTypes: mimeTypes,
    pasteMimeTypes: mimeTypes,
  });
}

/** Carries where text comes from, and offers it with other locators, before the plain text; nothing where it stays the same. */
export function citationsPaster({
  server,
}: Pick<Pilcrow, 'server'>): Required<Omit<DocumentPasteEditProvider, 'resolveDocumentPasteEdit'>> {
  return {
    prepareDocumentPaste({ uri }, _ranges, carried) {
      carried.set(paperMimeType, new DataTransferItem(uri.toString()));
    },
    async provideDocumentPasteEdits({ uri }, _ranges, carried, _context, token) {
      const file = await carried.get(paperMimeType)?.asString();
      const text = await carried.get('text/plain')?.asString();
      if (!file || !text) return undefined;
      const pasted = await server
        .request('pilcrow/pastedText', { uri: uri.toString(), file, text }, token)
        .catch(() => text);
      const title = l10n.t('Paste with the locators of this paper’s language');
      return pasted === text ? undefined : [new DocumentPasteEdit(pasted, title, pastedCitationsKind)];
    },
  };
}
