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
import { asBlock, spaced } from '../insertion.ts';
import { paperLanguage } from '../papers.ts';

type Copied = NonNullable<Result<'pilcrow/citationOf'>>;

/** Goes with what is copied in a source, beside the text, as far as the clipboard of this window. */
const quotationMimeType = 'application/vnd.pilcrow.quotation';

const kind = DocumentDropOrPasteEditKind.Empty.append('pilcrow', 'quotation');

/** Words copied in a source arrive in a paper as a quotation with its citation; the paste widget has the words alone. */
export function pasteQuotation(pilcrow: Pilcrow): Disposable {
  const mimeTypes = [quotationMimeType];
  const offered = { providedPasteEditKinds: [kind], pasteMimeTypes: mimeTypes };
  return Disposable.from(
    languages.registerDocumentPasteEditProvider({ language: 'markdown', scheme: 'file' }, copier(pilcrow), {
      providedPasteEditKinds: [kind],
      copyMimeTypes: mimeTypes,
    }),
    languages.registerDocumentPasteEditProvider({ language: paperLanguage }, paster(pilcrow), offered),
  );
}

/** Asks what the copied text would be as a quotation, as the source may have changed when it is pasted. */
export function copier({
  server,
  log,
}: Pick<Pilcrow, 'server' | 'log'>): Pick<Required<DocumentPasteEditProvider>, 'prepareDocumentPaste'> {
  return {
    async prepareDocumentPaste(document, ranges, carried, token) {
      const [range] = ranges;
      if (!range || ranges.length > 1) return;
      const asked = { uri: document.uri.toString(), range: fromRange(range) };
      // Copying goes on whatever happens here.
      const copied = await server.request('pilcrow/citationOf', asked, token).catch((error: unknown) => {
        log.debug(`What was copied cannot be cited: ${String(error)}`);
        return null;
      });
      if (copied?.quotation) carried.set(quotationMimeType, new DataTransferItem(JSON.stringify(copied)));
    },
  };
}

/** Offers the quotation, before the plain words unless the person wants those, or has opened the quotation already. */
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
      const edit = new DocumentPasteEdit(text, l10n.t('Paste as quotation with citation'), kind);
      if (!isWanted(document, range)) edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
      return [edit];
    },
  };
}

/** Whether the quotation is pasted and not only offered. Within quotation marks or a block quotation the marks are there. */
function isWanted(document: TextDocument, { start }: Range): boolean {
  const before = document.lineAt(start.line).text.slice(0, start.character);
  if (/["“„«‹‘]\s?$|^\s*>/u.test(before)) return false;
  return workspace.getConfiguration('pilcrow', document).get('paste.quotations', true);
}

/** @param citation the one copied, in the language of the paper */
function textFor(
  { quotation, block, citation: copied }: Copied,
  citation: string,
  document: TextDocument,
  range: Range,
): string | undefined {
  if (!quotation) return undefined;
  const cited = (text: string): string => text.slice(0, text.length - copied.length) + citation;
  return block ? asBlock(document, range, cited(block)) : spaced(document, range.start, cited(quotation));
}
