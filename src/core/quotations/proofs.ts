import type { Source } from '../study.ts';
import type { Citation } from '../citations.ts';
import type { Quotation } from './reading/quotationTypes.ts';
import { moveRange, runsFrom, SideTable } from '../text.ts';
import { type Found, locatorName } from '../resolve.ts';
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

const proofs = new SideTable<object, Proof[]>();
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
  const result = likewise(quotation, citation, source, locator, make);
  const others = known
    .filter((one) => one.source === source || one.source.key !== source.key)
    .slice(1 - mostProofs);
  proofs.set(quotation.identity, [...others, { source, locator, result }]);
  return result;
}

/**
 * Results that took long, by source and words: whoever types in a paragraph has its chunk read anew at every key, and what
 * is altered in it need not be looked for in the whole source each time.
 */
const costly = new WeakMap<Source, Map<string, Costly[]>>();

interface Costly {
  readonly name: string;
  readonly result: QuotationResult;
}

/** More altered quotations than there are in a paragraph and its neighbours. */
const mostCostly = 50;
/** Of the same words; they differ in where they stand and what stands before them. */
const mostAlike = 8;

function likewise(
  quotation: Quotation,
  citation: Citation,
  source: Source,
  locator: string,
  make: () => QuotationResult,
): QuotationResult {
  const known = costly.get(source) ?? new Map<string, Costly[]>();
  const { text } = quotation.words;
  const alike = known.get(text) ?? [];
  const name = alike.length > 0 ? nameOf(quotation, locator) : '';
  const same = alike.find((one) => one.name === name);
  if (same) return movedTo(same.result, quotation, citation);
  const result = make();
  if (result.status !== 'altered' && result.status !== 'not-found') return result;
  if (known.size >= mostCostly) known.delete(known.keys().next().value ?? '');
  known.set(text, [...alike, { name: name || nameOf(quotation, locator), result }].slice(-mostAlike));
  costly.set(source, known);
  return result;
}

/** Everything that a result against a source depends on beside the words: the places of their characters, and the locator. */
function nameOf({ words, breaks, lead, range, kind }: Quotation, locator: string): string {
  return [kind, locator, lead, breaks.join(), runsFrom(words, range.start)].join('\u0000');
}

/** A result where its quotation and its citation stand now. */
function movedTo(result: QuotationResult, quotation: Quotation, citation: Citation): QuotationResult {
  if (result.quotation === quotation && result.citation === citation) return result;
  const by = quotation.range.start - result.quotation.range.start;
  const diff =
    by === 0
      ? result.diff
      : result.diff.map((part) => ({ ...part, quotedRange: moveRange(part.quotedRange, by) }));
  const { senseReversed: reversed } = result;
  const senseReversed = reversed && { ...reversed, quotedRange: moveRange(reversed.quotedRange, by) };
  return { ...result, quotation, citation, diff, senseReversed };
}

/** Where in each source words without citation stand. */
interface Whereabouts {
  readonly places: WeakMap<Source, readonly Found[]>;
}

const whereabouts = new SideTable<object, Whereabouts>();

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
