import { keepInSteps, type Recorded } from '../index/reads.ts';
import { finish, type Steps } from '../index/steps.ts';
import type { Paper, Study } from '../index/study.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Quotation } from '../markdown/quotation.ts';
import { quotationPlaces, readQuotations } from '../markdown/quotations.ts';
import { quotationAt } from '../markdown/quotations/placed.ts';
import { touches } from '../text/range.ts';
import { SideTable } from '../text/sideTable.ts';
import { resolveQuotation, type QuotationResult } from './quotation.ts';

/** By document and not by paper: what a paper lets go of, this goes with. */
const read = new SideTable<MarkdownDocument, readonly Quotation[]>();
const resolved = new SideTable<MarkdownDocument, Recorded<readonly QuotationResult[]>>();

/** The quotations of a paper in reading order, verified. Kept until the paper or a source that they are looked up in changes. */
export function quotationsIn(paper: Paper, study: Study): readonly QuotationResult[] {
  return finish(quotationSteps(paper, study));
}

/** The quotations of a paper that an offset touches, verified: the others are not looked at. */
export function quotationsAround(paper: Paper, offset: number, study: Study): readonly QuotationResult[] {
  return quotationPlaces(paper.document)
    .filter(({ draft, start }) => touches(draft.range, offset - start))
    .flatMap((place) => resolveQuotation(quotationAt(place), study) ?? []);
}

/** As `quotationsIn`, one quotation after another. */
export function* quotationSteps(paper: Paper, study: Study): Steps<readonly QuotationResult[]> {
  const { document } = paper;
  const result = yield* keepInSteps(resolved.get(document), study, (own) => resolveAll(paper, own));
  resolved.set(document, result);
  return result.value;
}

/** No closure: V8 keeps a generator function made in another one, and all it sees, until the next full collection. */
function* resolveAll(paper: Paper, study: Study): Steps<readonly QuotationResult[]> {
  const results: QuotationResult[] = [];
  for (const quotation of quotationsOf(paper)) {
    yield;
    const found = resolveQuotation(quotation, study);
    if (found) results.push(found);
  }
  return results;
}

/** Quotations depend on nothing but the paper. */
function quotationsOf({ document }: Paper): readonly Quotation[] {
  const kept = read.get(document);
  if (kept) return kept;
  const quotations = readQuotations(document);
  read.set(document, quotations);
  return quotations;
}
