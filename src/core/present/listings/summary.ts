import { inWords } from '../../messages.ts';
import { findingsOf } from '../../check.ts';
import type { Study } from '../../study.ts';

/** The result of checking a study folder: counts and a sentence. */
export interface CheckSummary {
  readonly papers: number;
  readonly citations: number;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
  readonly text: string;
}

/** Checks every file of a study folder and counts the findings. */
export function checkSummary(study: Study): CheckSummary {
  const levels = study.files.flatMap((analysis) =>
    findingsOf(analysis, study).map((finding) => finding.level),
  );
  const errors = levels.filter((level) => level === 'error').length;
  const warnings = levels.filter((level) => level === 'warning').length;
  const papers = study.papers.length;
  const citations = study.papers.reduce((sum, paper) => sum + paper.citationCount, 0);
  const text = inWords('summary.counts', { papers, citations, errors, warnings, information: 0, hints: 0 });
  return { papers, citations, errors, warnings, others: levels.length - errors - warnings, text };
}

/** Adds up the summaries of several study folders. The sentence names the folder of each count. */
export function checkSummaries(
  folders: readonly { readonly name: string; readonly study: Study }[],
): CheckSummary {
  const summaries = folders.map(({ name, study }) => ({ name, ...checkSummary(study) }));
  const sum = (count: (summary: CheckSummary) => number): number =>
    summaries.reduce((all, each) => all + count(each), 0);
  return {
    papers: sum(({ papers }) => papers),
    citations: sum(({ citations }) => citations),
    errors: sum(({ errors }) => errors),
    warnings: sum(({ warnings }) => warnings),
    others: sum(({ others }) => others),
    text: summaries.map(({ name, text }) => (summaries.length > 1 ? `${name}: ${text}` : text)).join(' · '),
  };
}
