import { findTerms, type DocumentTerms, type DocumentTermUse } from '../glossary/uses.ts';
import type { TermMatcher } from '../glossary/matcher.ts';
import type { Term } from '../glossary/term.ts';
import { ask } from '../index/reads.ts';
import type { Analysis, Paper, SourceFile, Study } from '../index/study.ts';
import { touches } from '../text/range.ts';

/** A file in whose prose terms are found. */
export type Prose = Paper | SourceFile;

const found = new WeakMap<Prose, { matcher: TermMatcher; terms: DocumentTerms }>();

/** The terms in a file. Kept as long as the file and the glossary stay the same. */
export function termsIn(analysis: Prose, study: Study): DocumentTerms {
  return findOrKeep(analysis, study.matcher);
}

function findOrKeep(analysis: Prose, matcher: TermMatcher): DocumentTerms {
  const kept = found.get(analysis);
  if (kept?.matcher === matcher) return kept.terms;
  const terms = findTerms(analysis.document, matcher);
  found.set(analysis, { matcher, terms });
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

/**
 * The terms that papers and sources use, be it within a longer term. The same set as long as it holds the same terms of
 * the same glossary.
 */
export function usedTerms(study: Study): ReadonlySet<Term> {
  return ask(study, tally);
}

/** How many files use each term; brought up to date by what changed since it was last asked for. */
interface Tally {
  readonly files: readonly Prose[];
  readonly counts: Map<Term, number>;
  used: ReadonlySet<Term>;
}

const tallies = new WeakMap<TermMatcher, Tally>();

function tally(study: Study): ReadonlySet<Term> {
  const files = study.files.filter(isProse);
  const kept = tallies.get(study.matcher);
  const comparable = kept?.files.length === files.length ? kept : undefined;
  const counts = comparable?.counts ?? new Map<Term, number>();
  const add = (file: Prose | undefined, by: number): void => {
    for (const term of file ? usedIn(file, study.matcher) : [])
      counts.set(term, (counts.get(term) ?? 0) + by);
  };
  files.forEach((file, at) => {
    if (comparable?.files[at] === file) return;
    add(comparable?.files[at], -1);
    add(file, 1);
  });
  const used = new Set([...counts].flatMap(([term, count]) => (count > 0 ? [term] : [])));
  const same = kept?.used.size === used.size && [...used].every((term) => kept.used.has(term));
  const now = { files, counts, used: same ? kept.used : used };
  tallies.set(study.matcher, now);
  return now.used;
}

const termsUsed = new WeakMap<Prose, { matcher: TermMatcher; terms: ReadonlySet<Term> }>();

/** Kept apart from the uses: they go when the file is let go of. */
function usedIn(file: Prose, matcher: TermMatcher): ReadonlySet<Term> {
  const kept = termsUsed.get(file);
  if (kept?.matcher === matcher) return kept.terms;
  const terms = new Set<Term>();
  for (const use of findOrKeep(file, matcher).uses) {
    terms.add(use.term);
    for (const nested of use.nested) terms.add(nested.term);
  }
  termsUsed.set(file, { matcher, terms });
  return terms;
}
