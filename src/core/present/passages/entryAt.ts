import type { GlossaryEntry, Term } from '../../glossary.ts';
import type { Analysis, Study } from '../../study.ts';
import { type Range, touches } from '../../text.ts';
import type { Place } from './places.ts';

/** The glossary entry whose heading is at an offset. */
export function entryAt(
  analysis: Analysis,
  offset: number,
  study: Study,
): { readonly term: Term; readonly entry: GlossaryEntry; readonly range: Range } | undefined {
  if (analysis.role !== 'glossary') return undefined;
  const entry = analysis.glossary.entries.find(({ headingRange }) => touches(headingRange, offset));
  const term =
    entry && study.terms.glossary.terms.find(({ places }) => places.some((place) => place.entry === entry));
  return entry && term && { term, entry, range: entry.nameRange };
}

/** The places of a term's entries. */
export function placesOfTerm(term: Term, study: Study): Place[] {
  return term.places.flatMap(({ uri, entry }) => {
    const analysis = study.byUri.get(uri);
    return analysis ? [{ analysis, range: entry.nameRange }] : [];
  });
}
