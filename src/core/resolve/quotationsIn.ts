import type { Paper, Study } from '../index/study.ts';
import type { Quotation } from '../markdown/quotation.ts';
import { readQuotations } from '../markdown/quotations.ts';
import { resolveQuotation, type QuotationResult } from './quotation.ts';

const read = new WeakMap<Paper, readonly Quotation[]>();
const resolved = new WeakMap<Study, Map<Paper, readonly QuotationResult[]>>();

/** The quotations of a paper in reading order, verified. Kept as long as the study is. */
export function quotationsIn(paper: Paper, study: Study): readonly QuotationResult[] {
  const byPaper = resolved.get(study) ?? new Map<Paper, readonly QuotationResult[]>();
  resolved.set(study, byPaper);
  const kept = byPaper.get(paper);
  if (kept) return kept;
  const results = quotationsOf(paper).flatMap((quotation) => resolveQuotation(quotation, study) ?? []);
  byPaper.set(paper, results);
  return results;
}

/** Quotations depend on nothing but the paper. */
function quotationsOf(paper: Paper): readonly Quotation[] {
  const kept = read.get(paper);
  if (kept) return kept;
  const quotations = readQuotations(paper.document, paper.citations);
  read.set(paper, quotations);
  return quotations;
}
