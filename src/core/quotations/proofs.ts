import type { Source } from '../study.ts';
import type { Citation } from '../citations.ts';
import type { Quotation } from './reading/quotationTypes.ts';
import { moveRange, runsFrom, SideTable } from '../text.ts';
import { type Found, locatorName } from '../resolve.ts';
import type { QuotationResult } from './quotationResult.ts';

/**
 * Caches the results of quotations, keyed by an object of the cached reading of a paper. So an edit elsewhere in the paper
 * causes no new verification, and results are freed together with their paragraph.
 */

interface Proof {
  readonly source: Source;
  readonly locator: string;
  result: QuotationResult;
}

const proofs = new SideTable<object, Proof[]>();
/** More sources than one bracket names. Older results are dropped. */
const mostProofs = 8;

/**
 * Returns the result of a quotation for one citation. The cached one is used while words, source and locator are the same.
 */
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
 * Caches slow results by source and words. Typing in a paragraph reads its chunk again at every key, and an altered
 * quotation in it should not be searched for in the whole source each time.
 */
const costly = new WeakMap<Source, Map<string, Costly[]>>();

interface Costly {
  readonly name: string;
  readonly result: QuotationResult;
}

/** More altered quotations than a paragraph and its neighbours have. */
const mostCostly = 50;
/** Results for the same words that differ in their place and in the words before them. */
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

/**
 * Returns a name for everything that a result depends on besides words and source: the places of the characters, and the
 * locator.
 */
function nameOf({ words, breaks, lead, range, kind }: Quotation, locator: string): string {
  return [kind, locator, lead, breaks.join(), runsFrom(words, range.start)].join('\u0000');
}

/** Moves a result to the present places of its quotation and citation. */
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

/** The places of uncited words in each source. */
interface Whereabouts {
  readonly places: WeakMap<Source, readonly Found[]>;
}

const whereabouts = new SideTable<object, Whereabouts>();

/** Returns the places of words in a source. Cached until the source changes. */
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
