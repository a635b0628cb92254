import type { Citation } from '../citations.ts';
import { quotableOf, scopeOf } from '../resolve.ts';
import type { StudyContext } from '../study.ts';
import { findExact, wantedOf } from './quotationText.ts';
import type { Quotation } from './reading/quotationTypes.ts';

/**
 * Returns the citations of a quotation, first of all one in whose place its words stand letter for letter: with that, nobody has to
 * look for them in the other works, which takes long where they are not.
 */
export function likeliestFirst(quotation: Quotation, study: StudyContext): readonly Citation[] {
  const { citations } = quotation;
  if (citations.length < 2) return citations;
  const wanted = wantedOf(quotation);
  const likeliest = citations.find(({ key, locator }) => {
    const source = study.sources.get(key);
    const quotable = source && quotableOf(source);
    if (!quotable) return false;
    const exact = findExact(wanted, quotable, scopeOf(locator, source, quotable.places, quotable.index));
    return exact.cited && exact.matches.length > 0;
  });
  return likeliest ? [likeliest, ...citations.filter((one) => one !== likeliest)] : citations;
}
