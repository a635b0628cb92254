import { analyse } from '../../../src/core/study/analyse.ts';
import { buildStudy } from '../../../src/core/study/buildStudy.ts';
import type { Analysis, Paper, Study } from '../../../src/core/study/studyTypes.ts';
import { readQuotations } from '../../../src/core/quotations/quotationsIn.ts';
import type { Quotation } from '../../../src/core/quotations/reading/quotationTypes.ts';
import { resolveQuotation, type QuotationResult } from '../../../src/core/quotations/resolveQuotation.ts';

/** A study folder made of texts. Paths tell the roles: `sources/…`, `editions/…`, and papers for all others. */
export function studyOf(files: Readonly<Record<string, string>>, builtIns: readonly Analysis[] = []): Study {
  return buildStudy(
    Object.entries(files).map(([path, text]) => analysed(path, text)),
    builtIns,
  );
}

export function analysed(path: string, text: string): Analysis {
  const role = path.startsWith('sources/') ? 'source' : path.endsWith('edition.json') ? 'edition' : 'paper';
  return analyse({ uri: `file:///${path}`, path, role, content: { text } });
}

export interface Verified {
  readonly paper: Paper;
  readonly quotations: readonly Quotation[];
  readonly results: readonly QuotationResult[];
}

/** Reads and verifies the quotations of one paper. */
export function verify(
  paper: string,
  sources: Readonly<Record<string, string>>,
  builtIns: readonly Analysis[] = [],
): Verified {
  const study = studyOf({ ...sources, 'paper.analysis.md': paper }, builtIns);
  return verifyIn(study);
}

export function verifyIn(study: Study): Verified {
  const paper = study.papers[0];
  if (!paper) throw new Error('no paper');
  const quotations = readQuotations(paper.document);
  return {
    paper,
    quotations,
    results: quotations.flatMap((quotation) => resolveQuotation(quotation, study) ?? []),
  };
}
