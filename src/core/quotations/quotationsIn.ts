import { keep, type Paper, type Recorded, type Study } from '../study.ts';
import type { MarkdownDocument } from '../blocks.ts';
import { quotationPlaces, readQuotations } from './reading/readQuotations.ts';
import { quotationAt } from './reading/placed.ts';
import { SideTable, touches } from '../text.ts';
import { resolveQuotation, type QuotationResult } from './resolveQuotation.ts';

/** By document and not by paper: what a paper lets go of, this goes with. */
const resolved = new SideTable<MarkdownDocument, Recorded<readonly QuotationResult[]>>();

/** The quotations of a paper in reading order, verified. Kept until the paper or a source that they are looked up in changes. */
export function quotationsIn(paper: Paper, study: Study): readonly QuotationResult[] {
  const { document } = paper;
  const result = keep(resolved.get(document), study, (own) =>
    readQuotations(document).flatMap((quotation) => resolveQuotation(quotation, own) ?? []),
  );
  resolved.set(document, result);
  return result.value;
}

/** The quotations of a paper that an offset touches, verified: the others are not looked at. */
export function quotationsAround(paper: Paper, offset: number, study: Study): readonly QuotationResult[] {
  return quotationPlaces(paper.document)
    .filter(({ draft, start }) => touches(draft.range, offset - start))
    .flatMap((place) => resolveQuotation(quotationAt(place), study) ?? []);
}
