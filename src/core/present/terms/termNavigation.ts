import type { Analysis, Study } from '../../study.ts';
import { termUseAt, usesOfTerm } from '../../resolve.ts';
import { type Definition, entryAt, type Place, placesOfTerm } from '../passages.ts';

/** From a use of a term to its entries. */
export function termDefinition(analysis: Analysis, offset: number, study: Study): Definition | undefined {
  const use = termUseAt(analysis, offset, study);
  if (!use) return undefined;
  const targets = placesOfTerm(use.term, study);
  return targets.length > 0 ? { origin: use.span ?? use.range, targets } : undefined;
}

/** From a use or an entry to all uses in papers and sources. */
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
