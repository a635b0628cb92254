import { keep, type Paper, type Recorded, type Study } from '../study.ts';
import type { MarkdownDocument } from '../blocks.ts';
import { quotationPlaces, readQuotations } from './reading/readQuotations.ts';
import { quotationAt } from './reading/placed.ts';
import { SideTable, touches } from '../text.ts';
import { resolveQuotation, type QuotationResult } from './resolveQuotation.ts';

/** Keyed by document rather than paper, so that results are dropped together with a paper's document. */
const resolved = new SideTable<MarkdownDocument, Recorded<readonly QuotationResult[]>>();

/**
 * Returns the verified quotations of a paper in reading order. Cached until the paper or a source that they depend on
 * changes.
 */
export function quotationsIn(paper: Paper, study: Study): readonly QuotationResult[] {
  const { document } = paper;
  const result = keep(resolved.get(document), study, (own) =>
    readQuotations(document).flatMap((quotation) => resolveQuotation(quotation, own) ?? []),
  );
  resolved.set(document, result);
  return result.value;
}

/** Returns the verified quotations of a paper at an offset. Other quotations are not verified. */
export function quotationsAround(paper: Paper, offset: number, study: Study): readonly QuotationResult[] {
  return quotationPlaces(paper.document)
    .filter(({ draft, start }) => touches(draft.range, offset - start))
    .flatMap((place) => resolveQuotation(quotationAt(place), study) ?? []);
}
