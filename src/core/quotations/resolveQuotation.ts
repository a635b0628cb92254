import type { Source, StudyContext } from '../study.ts';
import type { Citation } from '../citations.ts';
import type { Quotation } from './reading/quotationTypes.ts';
import {
  type Found,
  foundAt,
  type PlaceLabel,
  type Quotable,
  quotableOf,
  type Scope,
  scopeOf,
  worksNamed,
} from '../resolve.ts';
import { declaredTranslation } from './declaredTranslation.ts';
import { diffOf, diffOfNumbers } from './quotationDiff.ts';
import { verifyByFingerprints } from './fingerprintDiff.ts';
import { type PageReading, pageReadings } from './dividedWords.ts';
import { fingerprintsOf } from '../fingerprints.ts';
import { hasTheirNotes } from './noteMarks.ts';
import { otherNumbers, type OtherNumber } from './raisedDigits.ts';
import { withMarksOfSource } from './repairs.ts';
import { withBeginningOfWord } from './beginningOfWord.ts';
import { withoutIncises } from './incises.ts';
import { respellings } from './respellings.ts';
import { hasTheirLineEnds, verseRunIn } from './verseRunIn.ts';
import { joinedSentences, scatteredSentences } from './joinedSentences.ts';
import { likeliestFirst } from './likeliestFirst.ts';
import { listReadings } from './itemMarkers.ts';
import { numberedReadings } from './marginNumbers.ts';
import { noResult, type NotVerified, type QuotationResult, type QuotationStatus } from './quotationResult.ts';
import {
  type Altered,
  type ExactMatch,
  findAltered,
  findExact,
  scatteredParts,
  type Wanted,
  wantedOf,
} from './quotationText.ts';
import { signsOf } from './signs.ts';
import { isTitle, titleResult } from './quotedTitle.ts';
import { distinctFound, inOtherLanguage, maxChoices, resolveUncited } from './uncited.ts';

export type { DiffPart, QuotationResult, QuotationStatus } from './quotationResult.ts';
export type { Found, PlaceLabel } from '../resolve.ts';

/**
 * Verifies a quotation against its citations. Never guesses, never throws.
 * @returns undefined where there is nothing to report: few words without a citation, the title of a source, uncited words
 * that stand in no source
 */
export function resolveQuotation(quotation: Quotation, study: StudyContext): QuotationResult | undefined {
  const [first, ...others] = likeliestFirst(quotation, study);
  if (!first) return resolveUncited(quotation, study);
  const translated = quotation.citations.find((one) => declaredTranslation(one) === 'own');
  if (translated && study.sources.has(translated.key)) return translatedResult(quotation, translated, study);
  let best = resolveCited(quotation, first, study);
  for (const citation of others) {
    // Nothing is better, and to look for words where they are not takes long.
    if (rankOfResult(best) === 0) break;
    const result = resolveCited(quotation, citation, study);
    if (rankOfResult(result) < rankOfResult(best)) best = result;
  }
  if (best.status === 'not-found' && (quotation.isHalf || quotation.isInCitation)) return undefined;
  if (quotation.isInCitation && best.status !== 'verbatim' && best.found.some(isLabelOfHeading))
    return undefined;
  const other = best.status === 'not-found' && quotation.citations.find((one) => declaredTranslation(one));
  if (other) return translatedResult(quotation, other, study);
  return best.status === 'not-found' ? (inOtherLanguage(quotation, study) ?? best) : best;
}

/** Whether a place is a heading or title, and not a paragraph or note. */
function isLabelOfHeading(label: PlaceLabel): boolean {
  return typeof label === 'string' && !/^n[0-9]/.test(label);
}

/** Words that a citation says are translated cannot be compared with those of the source. */
function translatedResult(quotation: Quotation, citation: Citation, study: StudyContext): QuotationResult {
  const source = study.sources.get(citation.key);
  const cited = source ? scopeOf(citation.locator, source, []).labels : [];
  return unverifiedResult(quotation, 'translated', { citation, source, cited });
}

/** Outcomes, best first. With several citations in one bracket, the quotation belongs to the one with the best outcome. */
const statusOrder: readonly QuotationStatus[] = [
  'verbatim',
  'elsewhere',
  'altered',
  'ambiguous',
  'not-verified',
  'translated',
  'not-found',
  'uncited',
];

function rankOfResult(result: QuotationResult): number {
  // Changed words in the cited source fit better than exact words elsewhere in another source.
  const changedWhereCited =
    result.status === 'altered' && result.found.some((label) => result.cited.includes(label));
  if (changedWhereCited) return 0.5;
  // And so do words in their sense, where another source has the same words in the opposite one.
  const isInItsSense = !result.senseReversed && !result.outOfContext;
  return statusOrder.indexOf(result.status) + (isInItsSense ? 0 : 0.25);
}

function unverifiedResult(
  quotation: Quotation,
  reason: NotVerified,
  more: Partial<QuotationResult>,
): QuotationResult {
  return { quotation, ...noResult, ...more, status: 'not-verified', reason };
}

function resolveCited(quotation: Quotation, citation: Citation, study: StudyContext): QuotationResult {
  const source = study.sources.get(citation.key);
  if (source) return withDoubt(resolveIn(source, quotation, citation));
  const works = worksNamed(citation.key, study);
  return unverifiedResult(quotation, works.length > 0 ? 'no-text' : 'unknown-key', { citation });
}

/**
 * If the marks of a quotation can be read in several ways, its words are known to be the source’s only if all of them are. Other
 * results may be about words that are not quoted. Of one with a single mark nobody knows which words are.
 */
function withDoubt(result: QuotationResult): QuotationResult {
  if (!isInDoubt(result)) return result;
  const { quotation, source, citation, cited, byFingerprints } = result;
  return {
    ...noResult,
    quotation,
    source,
    citation,
    cited,
    byFingerprints,
    status: 'ambiguous',
    reason: 'marks',
  };
}

function isInDoubt({ quotation, status }: QuotationResult): boolean {
  if (status === 'not-verified' || !quotation.unsure) return false;
  if (!quotation.isHalf) return status === 'altered' || status === 'not-found';
  return status !== 'not-found' || !mayStartName(quotation);
}

/** Whether a single mark may be the first letter of a name or the like, `‘Abd`, and quotes only what is like the source’s words. */
function mayStartName({ marks, words }: Quotation): boolean {
  const open = marks?.open ?? '';
  return open === '’' || ("'‘".includes(open) && open !== '' && /^\p{Lu}/u.test(words.text));
}

function resolveIn(source: Source, quotation: Quotation, citation: Citation): QuotationResult {
  const wanted = wantedOf(quotation);
  if (isTitle(wanted, source)) return titleResult(wanted, source, citation);
  const quotable = quotableOf(source);
  return quotable
    ? resolveWithText(wanted, quotable, citation)
    : resolveWithoutText(wanted, source, citation);
}

function resolveWithoutText(wanted: Wanted, source: Source, citation: Citation): QuotationResult {
  const prints = fingerprintsOf(source);
  const { quotation } = wanted;
  const scope = scopeOf(citation.locator, source, prints?.places ?? []);
  const { labels: cited } = scopeOf(citation.locator, source, []);
  if (!prints) return unverifiedResult(quotation, 'no-text', { citation, source, cited });
  const verdict = verifyByFingerprints(wantedOf(quotation, prints.points), prints, scope);
  return { quotation, ...noResult, citation, source, cited, ...verdict, byFingerprints: true };
}

interface Known {
  readonly quotation: Quotation;
  readonly source: Source;
  readonly citation: Citation;
  readonly cited: readonly PlaceLabel[];
}

function resolveWithText(wanted: Wanted, quotable: Quotable, citation: Citation): QuotationResult {
  const scope = scopeOf(citation.locator, quotable.source, quotable.places, quotable.index);
  const known: Known = {
    quotation: wanted.quotation,
    source: quotable.source,
    citation,
    cited: scope.labels,
  };
  const exact = findExact(wanted, quotable, scope);
  const verbatim = exact.matches.length > 0 ? exactResult(wanted, quotable, known, exact) : undefined;
  if (verbatim && exact.cited) return verbatim;
  const respelled = respelledResult(wanted, quotable, known, scope);
  if (verbatim) return respelled?.status === 'verbatim' ? respelled : verbatim;
  return (
    respelled ??
    runInResult(wanted, quotable, known, scope) ??
    firstFitting(
      [...withBeginningOfWord(wanted), ...withoutIncises(wanted, quotable.source)].map((other) => ({
        wanted: other,
        fits: () => true,
      })),
      quotable,
      known,
      scope,
    ) ??
    alteredResult(wanted, quotable, known, scope)
  );
}

/** Returns the outcome for verse in running text, ` / ` between its lines, whose lines end where the source’s do. */
function runInResult(
  wanted: Wanted,
  quotable: Quotable,
  known: Known,
  scope: Scope,
): QuotationResult | undefined {
  const verse = verseRunIn(wanted);
  if (!verse) return undefined;
  const readings = [{ wanted: verse.wanted, marks: [] }, ...respellings(verse.wanted)];
  return firstFitting(
    [
      ...readings.map(({ wanted: other, marks }): PageReading => ({
        wanted: other,
        fits: (match) => hasTheirNotes(marks, other, quotable, match),
      })),
      ...numberedReadings(verse.wanted, quotable, scope),
    ].map(({ wanted: other, fits }) => ({
      wanted: other,
      fits: (match) => hasTheirLineEnds(verse.ends, other, quotable, match) && fits(match),
    })),
    quotable,
    known,
    scope,
  );
}

/** Returns the outcome for words that stand in the source with other spaces or marks. */
function respelledResult(
  wanted: Wanted,
  quotable: Quotable,
  known: Known,
  scope: Scope,
): QuotationResult | undefined {
  const readings = respellings(wanted).map(({ wanted: other, marks }): PageReading => ({
    wanted: other,
    fits: (match) => hasTheirNotes(marks, other, quotable, match),
  }));
  return (
    firstFitting(readings, quotable, known, scope) ??
    firstFitting(pageReadings(wanted, quotable), quotable, known, scope) ??
    firstFitting(listReadings(wanted, quotable), quotable, known, scope) ??
    firstFitting(numberedReadings(wanted, quotable, scope), quotable, known, scope)
  );
}

/** Returns the outcome of the first reading that stands in the cited place; of the first that stands anywhere where none does. */
function firstFitting(
  readings: readonly PageReading[],
  quotable: Quotable,
  known: Known,
  scope: Scope,
): QuotationResult | undefined {
  let elsewhere: QuotationResult | undefined;
  for (const { wanted, fits } of readings) {
    const { cited, matches } = findExact(wanted, quotable, scope);
    const fitting = matches.filter(fits);
    if (fitting.length === 0 || (elsewhere && !cited)) continue;
    const result = exactResult(wanted, quotable, known, { cited, matches: fitting });
    if (cited) return result;
    elsewhere = result;
  }
  return elsewhere;
}

function exactResult(
  wanted: Wanted,
  quotable: Quotable,
  known: Known,
  exact: { readonly cited: boolean; readonly matches: readonly ExactMatch[] },
): QuotationResult {
  const { right, altered } = byNumbers(wanted, quotable, known, exact.matches);
  if (altered) return altered;
  const found = right.map((match) => foundAt(quotable, match.range));
  const matches = distinctFound(found).slice(0, maxChoices);
  const status = exact.cited ? 'verbatim' : matches.length > 1 ? 'ambiguous' : 'elsewhere';
  const signs = status === 'ambiguous' ? undefined : signsOf(wanted.quotation.lead, quotable, wanted, right);
  const { quotation, source, citation, cited } = known;
  return {
    quotation,
    source,
    citation,
    cited,
    status,
    found: union(matches),
    matches,
    scattered: [],
    diff: [],
    outOfContext: signs?.outOfContext,
    senseReversed: signs?.senseReversed,
    reason: undefined,
    byFingerprints: false,
  };
}

/** Divides matches by whether their numbers are those of the quotation; the outcome of the first where none are. */
function byNumbers(
  wanted: Wanted,
  quotable: Quotable,
  known: Known,
  matches: readonly ExactMatch[],
): { readonly right: readonly ExactMatch[]; readonly altered?: QuotationResult } {
  const [first] = matches;
  if (!first || !/[0-9]{2}/u.test(wanted.words.text)) return { right: matches };
  const others = (match: ExactMatch): OtherNumber[] => otherNumbers(wanted, known.quotation, quotable, match);
  const right = matches.filter((match) => others(match).length === 0);
  if (right.length > 0) return { right };
  const found = foundAt(quotable, first.range);
  const diff = diffOfNumbers(others(first), first.range, wanted, quotable);
  return {
    right,
    altered: { ...noResult, ...known, status: 'altered', found: found.labels, matches: [found], diff },
  };
}

function union(found: readonly Found[]): readonly PlaceLabel[] {
  const [first] = found;
  return first && found.length === 1 ? first.labels : [...new Set(found.flatMap((one) => one.labels))];
}

function alteredResult(wanted: Wanted, quotable: Quotable, known: Known, scope: Scope): QuotationResult {
  const altered = findAltered(wanted, quotable, scope);
  const best = altered[0];
  const scattered = scatteredParts(wanted, quotable, scope);
  const same = repairedResult(wanted, quotable, known, scope, altered);
  if (same) return same;
  const isShorter = best?.alignment.steps.every(({ kind }) => kind === 'same' || kind === 'dropped') === true;
  const joined = isShorter ? undefined : joinedSentences(wanted, quotable, scope);
  const nearest = joined ?? best;
  if (!nearest) {
    const parts = scattered.length > 0 ? scattered : scatteredSentences(wanted, quotable, scope);
    return parts.length > 0 ? scatteredResult(known, parts) : { ...noResult, ...known, status: 'not-found' };
  }
  const places = joined ? [joined] : altered;
  const matches = distinctFound(places.map((one) => foundAt(quotable, one.range)));
  if (matches.length > 1)
    return { ...noResult, ...known, status: 'ambiguous', found: union(matches), matches, diff: [] };
  return {
    ...noResult,
    ...known,
    status: 'altered',
    found: matches[0]?.labels ?? [],
    matches,
    scattered,
    diff: diffOf(wanted, quotable, nearest),
  };
}

function scatteredResult(known: Known, scattered: QuotationResult['scattered']): QuotationResult {
  const found = [...new Set(scattered.flatMap((part) => part.found))];
  return { ...noResult, ...known, status: 'altered', found, scattered };
}

/** Returns the outcome for words that differ in spaces and marks alone from a stretch that is like them. */
function repairedResult(
  wanted: Wanted,
  quotable: Quotable,
  known: Known,
  scope: Scope,
  altered: readonly Altered[],
): QuotationResult | undefined {
  for (const one of altered) {
    const repaired = withMarksOfSource(wanted, quotable, one);
    const exact = repaired && findExact(repaired, quotable, scope);
    if (exact && exact.matches.length > 0) return exactResult(repaired, quotable, known, exact);
  }
  return undefined;
}
