import {
  DataTransferItem,
  Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  workspace,
  type DocumentPasteEditProvider,
  type Range,
  type TextDocument,
} from 'vscode';
import type { Result } from '../../server/protocol.ts';
import { fromRange } from '../convert.ts';
import type { Pilcrow } from '../feature.ts';
import { fileSchemes } from '../fileSchemes.ts';
import { asBlock, spacedText } from '../insertion.ts';
import { paperLanguage } from '../paperTracker.ts';

type Copied = NonNullable<Result<'pilcrow/citationOf'>>;

/** The MIME type of the quotation on the clipboard, beside the plain text. It reaches only this window. */
const quotationMimeType = 'application/vnd.pilcrow.quotation';

const pasteKind = DocumentDropOrPasteEditKind.Empty.append('pilcrow', 'quotation');

/** Pastes words copied in a source as a quotation with its citation. The paste widget also offers the words alone. */
export function pasteQuotationFeature(pilcrow: Pilcrow): Disposable {
  const mimeTypes = [quotationMimeType];
  const offered = { providedPasteEditKinds: [pasteKind], pasteMimeTypes: mimeTypes };
  return Disposable.from(
    languages.registerDocumentPasteEditProvider(
      fileSchemes().map((scheme) => ({ scheme, language: 'markdown' })),
      copier(pilcrow),
      { providedPasteEditKinds: [pasteKind], copyMimeTypes: mimeTypes },
    ),
    languages.registerDocumentPasteEditProvider({ language: paperLanguage }, paster(pilcrow), offered),
  );
}

/** Asks for the quotation when the text is copied, because the source may have changed when it is pasted. */
export function copier({
  server,
  log,
}: Pick<Pilcrow, 'server' | 'log'>): Pick<Required<DocumentPasteEditProvider>, 'prepareDocumentPaste'> {
  return {
    async prepareDocumentPaste(document, ranges, carried, token) {
      const [range] = ranges;
      if (!range || ranges.length > 1) return;
      const asked = { uri: document.uri.toString(), range: fromRange(range) };
      // An error must not prevent copying.
      const copied = await server.request('pilcrow/citationOf', asked, token).catch((error: unknown) => {
        log.debug(`What was copied cannot be cited: ${String(error)}`);
        return null;
      });
      if (copied?.quotation) carried.set(quotationMimeType, new DataTransferItem(JSON.stringify(copied)));
    },
  };
}

/**
 * Offers the quotation. It comes before the plain text unless the setting, or an opened quotation mark, says
 * otherwise.
 */
export function paster({
  server,
}: Pick<Pilcrow, 'server'>): Pick<Required<DocumentPasteEditProvider>, 'provideDocumentPasteEdits'> {
  return {
    async provideDocumentPasteEdits(document, ranges, carried, _context, token) {
      const written = await carried.get(quotationMimeType)?.asString();
      const [range] = ranges;
      if (!written || !range) return undefined;
      const copied = JSON.parse(written) as Copied;
      const asked = { uri: document.uri.toString(), citation: copied.citation };
      const citation = await server.request('pilcrow/citationFor', asked, token).catch(() => copied.citation);
      const text = textFor(copied, citation, document, range);
      if (!text) return undefined;
      const edit = new DocumentPasteEdit(text, l10n.t('Paste as quotation with citation'), pasteKind);
      if (!isPasted(document, range)) edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
      return [edit];
    },
  };
}

/**
 * Whether the quotation is pasted by default. It is not where the person has written a quotation mark or `>` already.
 */
function isPasted(document: TextDocument, { start }: Range): boolean {
  const before = document.lineAt(start.line).text.slice(0, start.character);
  if (/["“„«‹‘]\s?$|^\s*>/u.test(before)) return false;
  return workspace.getConfiguration('pilcrow', document).get('paste.quotations', true);
}

/** @param citation the copied citation in the language of the paper */
function textFor(
  { quotation, block, citation: copied }: Copied,
  citation: string,
  document: TextDocument,
  range: Range,
): string | undefined {
  if (!quotation) return undefined;
  const cited = (text: string): string => text.slice(0, text.length - copied.length) + citation;
  return block ? asBlock(document, range, cited(block)) : spacedText(document, range.start, cited(quotation));
}
