import { findTerms, type DocumentTerms, type DocumentTermUse } from '../glossary/uses.ts';
import type { TermMatcher } from '../glossary/matcher.ts';
import type { Term } from '../glossary/term.ts';
import type { Analysis, Paper, SourceFile, Study } from '../index/study.ts';
import { touches } from '../text/range.ts';

/** A file in whose prose terms are found. */
export type Prose = Paper | SourceFile;

const found = new WeakMap<Prose, { matcher: TermMatcher; terms: DocumentTerms }>();

/** The terms in a file. Kept as long as the file and the glossary stay the same. */
export function termsIn(analysis: Prose, study: Study): DocumentTerms {
  const kept = found.get(analysis);
  if (kept?.matcher === study.matcher) return kept.terms;
  const terms = findTerms(analysis.document, study.matcher);
  found.set(analysis, { matcher: study.matcher, terms });
  return terms;
}

/** Whether terms are looked for in a file. */
export function isProse(analysis: Analysis): analysis is Prose {
  return analysis.role === 'paper' || analysis.role === 'source';
}

/** The use of a term at an offset. */
export function termUseAt(analysis: Analysis, offset: number, study: Study): DocumentTermUse | undefined {
  if (!isProse(analysis)) return undefined;
  return termsIn(analysis, study).uses.find((use) => touches(use.span ?? use.range, offset));
}

/** A use of a term and the file it stands in. */
export interface PlacedUse {
  readonly analysis: Prose;
  readonly use: DocumentTermUse;
}

/** The uses of one term in all papers and sources, by file and place. */
export function usesOfTerm(term: Term, study: Study): readonly PlacedUse[] {
  return termIndex(study).get(term) ?? [];
}

const indices = new WeakMap<Study, ReadonlyMap<Term, readonly PlacedUse[]>>();

/** All uses of all terms of a study. */
export function termIndex(study: Study): ReadonlyMap<Term, readonly PlacedUse[]> {
  const kept = indices.get(study);
  if (kept) return kept;
  const index = new Map<Term, PlacedUse[]>();
  for (const analysis of study.files) {
    if (!isProse(analysis)) continue;
    for (const use of termsIn(analysis, study).uses) {
      const list = index.get(use.term);
      if (list) list.push({ analysis, use });
      else index.set(use.term, [{ analysis, use }]);
    }
  }
  indices.set(study, index);
  return index;
}

/** The terms that papers and sources use, be it within a longer term. */
export function usedTerms(study: Study): ReadonlySet<Term> {
  const used = new Set<Term>();
  for (const [term, uses] of termIndex(study)) {
    used.add(term);
    for (const { use } of uses) for (const nested of use.nested) used.add(nested.term);
  }
  return used;
}
