import { keepInSteps, type Recorded } from '../index/reads.ts';
import { finish, type Steps } from '../index/steps.ts';
import type { Paper, Study } from '../index/study.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Quotation } from '../markdown/quotation.ts';
import { readQuotations } from '../markdown/quotations.ts';
import { resolveQuotation, type QuotationResult } from './quotation.ts';
import { SideTable } from '../text/sideTable.ts';

/** By document and not by paper: what a paper lets go of, this goes with. */
const read = new SideTable<MarkdownDocument, readonly Quotation[]>();
const resolved = new SideTable<MarkdownDocument, Recorded<readonly QuotationResult[]>>();

/** The quotations of a paper in reading order, verified. Kept until the paper or a source that they are looked up in changes. */
export function quotationsIn(paper: Paper, study: Study): readonly QuotationResult[] {
  return finish(quotationSteps(paper, study));
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
