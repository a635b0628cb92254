import type { Analysis, Study } from '../../study.ts';
import { termUseAt, usesOfTerm } from '../../resolve.ts';
import { type DefinitionView, entryAt, type Place, placesOfTerm } from '../passages.ts';

/** The entries of the term whose use is at an offset. Undefined if there is none. */
export function termDefinition(analysis: Analysis, offset: number, study: Study): DefinitionView | undefined {
  const use = termUseAt(analysis, offset, study);
  if (!use) return undefined;
  const targets = placesOfTerm(use.term, study);
  return targets.length > 0 ? { origin: use.span ?? use.range, targets } : undefined;
}

/** All uses in papers and sources of the term at an offset, which may be a use or an entry. */
export function termReferences(
  analysis: Analysis,
  offset: number,
  study: Study,
  includeDeclaration: boolean,
): readonly Place[] {
  const term = termUseAt(analysis, offset, study)?.term ?? entryAt(analysis, offset, study)?.term;
  if (!term) return [];
  const uses = usesOfTerm(term, study).map((use): Place => ({
    analysis: use.analysis,
    range: use.use.range,
  }));
  return includeDeclaration ? [...placesOfTerm(term, study), ...uses] : uses;
}
