import {
  DataTransferItem,
  Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
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

/** Text copied in a source can be pasted in a paper as a quotation with its citation. */
export function pasteQuotation(pilcrow: Pilcrow): Disposable {
  const mimeTypes = [quotationMimeType];
  const offered = { providedPasteEditKinds: [kind], pasteMimeTypes: mimeTypes };
  return Disposable.from(
    languages.registerDocumentPasteEditProvider({ language: 'markdown', scheme: 'file' }, copier(pilcrow), {
      providedPasteEditKinds: [kind],
      copyMimeTypes: mimeTypes,
    }),
    languages.registerDocumentPasteEditProvider({ language: paperLanguage }, paster, offered),
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

/** Offers the quotation; plain text stays what is pasted unless the person chooses otherwise. */
export const paster: Pick<Required<DocumentPasteEditProvider>, 'provideDocumentPasteEdits'> = {
  async provideDocumentPasteEdits(document, ranges, carried) {
    const copied = await carried.get(quotationMimeType)?.asString();
    const text = copied && textFor(JSON.parse(copied) as Copied, document, ranges);
    if (!text) return undefined;
    const edit = new DocumentPasteEdit(text, l10n.t('Paste as quotation with citation'), kind);
    edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
    return [edit];
  },
};

function textFor(
  { quotation, block }: Copied,
  document: TextDocument,
  [range]: readonly Range[],
): string | undefined {
  if (!range || !quotation) return undefined;
  return block ? asBlock(document, range, block) : spaced(document, range.start, quotation);
}
