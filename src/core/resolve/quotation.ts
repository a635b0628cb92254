import type { Source, Study } from '../index/study.ts';
import type { Citation } from '../markdown/citation.ts';
import type { Quotation } from '../markdown/quotation.ts';
import { comparable, selfMapped } from '../match/comparable.ts';
import { tokensOf } from '../match/tokens.ts';
import { resolveCitation, type Resolution } from './citation.ts';
import { outOfContext } from './outOfContext.ts';
import {
  foundAt,
  quotableOf,
  scopeOf,
  type Found,
  type PlaceLabel,
  type Quotable,
  type Scope,
} from './quotable.ts';
import { diffOf } from './quotationDiff.ts';
import { uncitedPrints, verifyByPrints } from './quotationFingerprints.ts';
import { printsOf } from './quotationPrints.ts';
import type { NotVerified, OutOfContext, QuotationResult, QuotationStatus } from './quotationResult.ts';
import { findAltered, findExact, wantedOf, type ExactMatch, type Wanted } from './quotationText.ts';

export type {
  DiffPart,
  NotVerified,
  OutOfContext,
  QuotationResult,
  QuotationStatus,
} from './quotationResult.ts';
export type { Found, FoundPlace, Place, PlaceLabel } from './quotable.ts';

/** Words without citation are reported from this number of words on: six in a row stand in two texts by no chance. */
export const longQuotation = 6;
/** No list of choices is longer. */
const mostMatches = 20;

/**
 * Verifies a quotation against what its citation names. Never guesses and never throws.
 * @returns undefined where there is nothing to say: short words in marks without citation, the title of a source, words
 * without citation that stand in no source
 */
export function resolveQuotation(quotation: Quotation, study: Study): QuotationResult | undefined {
  const wanted = wantedOf(quotation);
  if (quotation.citations.length === 0) return resolveUncited(wanted, study);
  const results = quotation.citations.map((citation) =>
    resolveCited(wanted, resolveCitation(citation, study)),
  );
  return results.reduce((best, result) => (rank(result) < rank(best) ? result : best));
}

/** Of several citations in one bracket the quotation belongs to the one it fits best. */
const order: readonly QuotationStatus[] = [
  'verbatim',
  'elsewhere',
  'altered',
  'ambiguous',
  'not-verified',
  'not-found',
  'uncited',
];

function rank(result: QuotationResult): number {
  // Words that stand in the cited source with a change fit better than words that stand elsewhere in another.
  const changedWhereCited =
    result.status === 'altered' && result.found.some((label) => result.cited.includes(label));
  return changedWhereCited ? 0.5 : order.indexOf(result.status);
}

const nothing = {
  source: undefined,
  citation: undefined,
  cited: [],
  found: [],
  matches: [],
  diff: [],
  outOfContext: undefined,
  reason: undefined,
  byFingerprints: false,
} as const;

function unverified(wanted: Wanted, reason: NotVerified, more: Partial<QuotationResult>): QuotationResult {
  return { quotation: wanted.quotation, ...nothing, ...more, status: 'not-verified', reason };
}

function resolveCited(wanted: Wanted, resolution: Resolution): QuotationResult {
  const { citation, source } = resolution;
  if (!source)
    return unverified(wanted, resolution.works.length > 0 ? 'no-text' : 'unknown-key', { citation });
  if (isTitle(wanted, source)) return titleResult(wanted, source, citation);
  const quotable = quotableOf(source);
  if (!quotable) return resolveWithoutText(wanted, source, resolution);
  return resolveWithText(wanted, quotable, resolution);
}

/** The title of the cited source in marks claims to stand in no passage. */
function isTitle(wanted: Wanted, source: Source): boolean {
  const { title } = source.csl;
  if (typeof title !== 'string') return false;
  const plain = (text: string): string => text.replace(/[.,;:?!]+$/u, '').toLowerCase();
  return plain(comparable(selfMapped(title)).text) === plain(wanted.words.text);
}

function titleResult(wanted: Wanted, source: Source, citation: Citation): QuotationResult {
  const found: Found = {
    source,
    labels: ['title'],
    places: [{ place: { kind: 'title' }, range: undefined }],
  };
  return {
    quotation: wanted.quotation,
    ...nothing,
    source,
    citation,
    status: 'verbatim',
    found: ['title'],
    matches: [found],
  };
}

function resolveWithoutText(wanted: Wanted, source: Source, resolution: Resolution): QuotationResult {
  const { citation } = resolution;
  const { labels: cited } = scopeOf(resolution, []);
  const prints = printsOf(source);
  if (!prints) return unverified(wanted, 'no-text', { citation, source, cited });
  const verdict = verifyByPrints(wanted, prints, resolution);
  return {
    quotation: wanted.quotation,
    ...nothing,
    citation,
    source,
    cited,
    ...verdict,
    byFingerprints: true,
  };
}

interface Known {
  readonly quotation: Quotation;
  readonly source: Source;
  readonly citation: Citation;
  readonly cited: readonly PlaceLabel[];
}

function resolveWithText(wanted: Wanted, quotable: Quotable, resolution: Resolution): QuotationResult {
  const scope = scopeOf(resolution, quotable.places, quotable.index);
  const known: Known = {
    quotation: wanted.quotation,
    source: quotable.source,
    citation: resolution.citation,
    cited: scope.labels,
  };
  const exact = findExact(wanted, quotable, scope);
  if (exact.matches.length > 0) return exactResult(wanted, quotable, known, exact);
  return alteredResult(wanted, quotable, known, scope);
}

function exactResult(
  wanted: Wanted,
  quotable: Quotable,
  known: Known,
  exact: { readonly cited: boolean; readonly matches: readonly ExactMatch[] },
): QuotationResult {
  const found = exact.matches.map((match) => foundAt(quotable, match.range));
  const matches = distinct(found).slice(0, mostMatches);
  const status = exact.cited ? 'verbatim' : matches.length > 1 ? 'ambiguous' : 'elsewhere';
  return {
    ...nothing,
    ...known,
    status,
    found: union(matches),
    matches,
    outOfContext: status === 'ambiguous' ? undefined : signOf(wanted, quotable, exact.matches),
  };
}

/** Words that also stand somewhere in their sense are not quoted against it. */
function signOf(
  wanted: Wanted,
  quotable: Quotable,
  matches: readonly ExactMatch[],
): OutOfContext | undefined {
  let first: OutOfContext | undefined;
  for (const match of matches) {
    const sign = outOfContext(wanted, quotable, match);
    if (!sign) return undefined;
    first ??= sign;
  }
  return first;
}

function distinct(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter((one) => {
    const name = one.labels.join('\n');
    return !seen.has(name) && seen.add(name);
  });
}

function union(found: readonly Found[]): PlaceLabel[] {
  return [...new Set(found.flatMap((one) => one.labels))];
}

function alteredResult(wanted: Wanted, quotable: Quotable, known: Known, scope: Scope): QuotationResult {
  const altered = findAltered(wanted, quotable, scope);
  const best = altered[0];
  if (!best) return { ...nothing, ...known, status: 'not-found' };
  const matches = distinct(altered.map((one) => foundAt(quotable, one.range)));
  if (matches.length > 1)
    return { ...nothing, ...known, status: 'ambiguous', found: union(matches), matches, diff: [] };
  return {
    ...nothing,
    ...known,
    status: 'altered',
    found: matches[0]?.labels ?? [],
    matches,
    diff: diffOf(wanted, quotable, best),
  };
}

/** Long words in marks, or a block, that stand in a source although nothing is cited. */
function resolveUncited(wanted: Wanted, study: Study): QuotationResult | undefined {
  const count = tokensOf(wanted.words.text, true).filter((token) => token.kind === 'word').length;
  if (count < longQuotation) return undefined;
  const everything: Scope = { whole: true, units: new Set(), stretches: [], labels: [] };
  const matches = [...study.sources.values()].flatMap((source) => {
    const quotable = quotableOf(source);
    const prints = quotable ? undefined : printsOf(source);
    if (prints) return uncitedPrints(wanted, prints);
    if (!quotable) return [];
    const { matches: exact } = findExact(wanted, quotable, everything);
    return distinct(exact.map((match) => foundAt(quotable, match.range)));
  });
  const [first] = matches;
  if (!first || first.labels[0] === 'title') return undefined;
  return {
    ...nothing,
    quotation: wanted.quotation,
    status: 'uncited',
    source: first.source,
    found: first.labels,
    matches: matches.slice(0, mostMatches),
    byFingerprints: first.source.file === undefined,
  };
}
