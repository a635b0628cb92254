import type { Source } from '../index/study.ts';
import type { Citation } from '../markdown/citation.ts';
import type { Quotation } from '../markdown/quotation.ts';
import { moveRange } from '../text/range.ts';
import { locatorName, type Found } from './quotable.ts';
import type { QuotationResult } from './quotationResult.ts';

/**
 * What is known of quotations, kept by what the reader of a paper keeps of them: an edit elsewhere in the paper proves
 * nothing anew, and what its own paragraph loses is gone with it.
 */

interface Proof {
  readonly source: Source;
  readonly locator: string;
  result: QuotationResult;
}

const proofs = new WeakMap<object, Proof[]>();
/** One bracket does not name more sources; what was proved against others before is let go of. */
const mostProofs = 8;

/** The result of a quotation against one citation: as known where words, source and locator are the same, else made. */
export function proved(
  quotation: Quotation,
  citation: Citation,
  source: Source,
  make: () => QuotationResult,
): QuotationResult {
  const locator = locatorName(citation.locator);
  const known = proofs.get(quotation.identity) ?? [];
  const proof = known.find((one) => one.source === source && one.locator === locator);
  if (proof) return (proof.result = movedTo(proof.result, quotation, citation));
  const result = make();
  const others = known
    .filter((one) => one.source === source || one.source.key !== source.key)
    .slice(1 - mostProofs);
  proofs.set(quotation.identity, [...others, { source, locator, result }]);
  return result;
}

/** A result where its quotation and its citation stand now. */
function movedTo(result: QuotationResult, quotation: Quotation, citation: Citation): QuotationResult {
  if (result.quotation === quotation && result.citation === citation) return result;
  const by = quotation.range.start - result.quotation.range.start;
  const diff =
    by === 0
      ? result.diff
      : result.diff.map((part) => ({ ...part, quotedRange: moveRange(part.quotedRange, by) }));
  return { ...result, quotation, citation, diff };
}

/** Where in each source words without citation stand. */
interface Whereabouts {
  readonly places: WeakMap<Source, readonly Found[]>;
}

const whereabouts = new WeakMap<object, Whereabouts>();

/** Where words stand in a source: as known where it is the same, else looked up. */
export function placesIn(
  quotation: Quotation,
  source: Source,
  find: () => readonly Found[],
): readonly Found[] {
  const known = whereabouts.get(quotation.identity) ?? { places: new WeakMap<Source, readonly Found[]>() };
  whereabouts.set(quotation.identity, known);
  const places = known.places.get(source) ?? find();
  known.places.set(source, places);
  return places;
}

/** A value that is worked out once for each object. */
export function once<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const kept = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known.value;
    const value = make(key);
    kept.set(key, { value });
    return value;
  };
}
