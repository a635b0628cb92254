import type { Study } from '../index/study.ts';
import type { Citation } from '../markdown/citation.ts';
import type { Quotation } from '../markdown/quotation.ts';
import { quotableOf, scopeOf } from './quotable.ts';
import { signOf } from './quotation.ts';
import { exactWithin, wantedOf } from './quotationText.ts';

/**
 * Whether a quotation stands word for word where its one citation says, with no sign of being out of context there:
 * whether `resolveQuotation` surely finds nothing to report of it. False where that would have to be looked at more closely.
 */
export function isPlainlyVerbatim(quotation: Quotation, citation: Citation, study: Study): boolean {
  const source = study.sources.get(citation.key);
  const quotable = source && quotableOf(source);
  if (!quotable) return false;
  const { stretches } = scopeOf(citation.locator, source, quotable.places, quotable.index);
  const wanted = wantedOf(quotation);
  const matches = stretches.flatMap((stretch) => exactWithin(wanted, quotable, stretch));
  return matches.length > 0 && signOf(wanted, quotable, matches) === undefined;
}
