import {
  findPart,
  findParts,
  findVariant,
  type FingerprintedPart,
  fingerprintedParts,
  foundByFingerprints,
  type PartialFingerprint,
  partialFingerprints,
  type SourceFingerprints,
  type WordVariant,
} from '../fingerprints.ts';
import { type DiffKind, shingleWidth } from '../match.ts';
import type { Found, Scope } from '../resolve.ts';
import type { Source } from '../study.ts';
import { type Range } from '../text.ts';
import type { DiffPart, QuotationResult } from './quotationResult.ts';
import type { Wanted } from './quotationText.ts';
import { type CopiedMark, markedNumbers, respellings, type Respelled } from './respellings.ts';

/** The most paragraphs that a quotation with gaps may span, if its citation does not name them. */
const maxFingerprintUnits = 3;
/** The least share of its words that a changed quotation has in verified windows, in the cited place and elsewhere. */
const minCoverageWhereCited = 0.35;
const minCoverageElsewhere = 0.5;

/** The part of a result that fingerprints can give. */
export type FingerprintVerdict = Pick<QuotationResult, 'status' | 'found' | 'matches' | 'diff' | 'reason'>;

const notFound = { found: [], matches: [], diff: [], reason: undefined } as const;

/** A place where a whole quotation stands, as far as its windows tell. */
interface ChainPlace {
  readonly units: readonly number[];
  /** Whether every word is proved. */
  readonly isProved: boolean;
}

/** Verifies a quotation with an edition's shingles. */
export function verifyByFingerprints(
  wanted: Wanted,
  prints: SourceFingerprints,
  scope: Scope,
): FingerprintVerdict {
  const spellings = [
    { wanted, marks: [] },
    ...respellings(wanted),
    ...markedNumbers(wanted, prints.source.notes),
  ];
  const chains = spellings.flatMap((one) => exactChains(prints, one));
  const cited = chains.filter(({ units }) => scope.whole || units.every((unit) => scope.units.has(unit)));
  const proved = cited.filter(({ isProved }) => isProved);
  if (proved.length > 0) return exactVerdict(prints, 'verbatim', proved);
  if (cited.length > 0) return { ...notFound, status: 'not-verified', reason: 'at-seam' };
  const elsewhere = chains.filter(({ isProved }) => isProved);
  if (elsewhere.length > 0) return exactVerdict(prints, 'elsewhere', elsewhere);
  if (spellings.some((one) => isTooShort(one.wanted, prints)))
    return { ...notFound, status: 'not-verified', reason: 'too-short' };
  const { parts } = fingerprintedParts(wanted);
  const long = parts.filter((part) => part.words.length >= shingleWidth);
  const verdict = changedVerdict(wanted, prints, scope, long);
  const isUnknown = verdict.status === 'not-found' && mayBeAttribution(parts, prints.source);
  return isUnknown ? { ...notFound, status: 'not-verified', reason: 'too-short' } : verdict;
}

/** Whether all parts of a quotation that have enough words stand somewhere, and others are too short to be verified. */
function isTooShort(wanted: Wanted, prints: SourceFingerprints): boolean {
  const { parts } = fingerprintedParts(wanted);
  const long = parts.filter((part) => part.words.length >= shingleWidth);
  return long.length < Math.max(1, parts.length) && long.every((part) => findPart(prints, part).length > 0);
}

/** Whether words may stand in an attribution line, of which old editions have no windows. */
function mayBeAttribution(parts: readonly FingerprintedPart[], { edition }: Source): boolean {
  if (!edition?.shingles || edition.shingles.attributions) return false;
  const count = parts.reduce((sum, part) => sum + part.words.length, 0);
  return edition.passages.some(({ attribution }) => attribution && attribution.words >= count);
}

/** Returns every place where the whole quotation stands; empty where a part is too short to be verified. */
function exactChains(prints: SourceFingerprints, { wanted, marks }: Respelled): ChainPlace[] {
  const { whole, parts } = fingerprintedParts(wanted);
  const literal = findPart(prints, whole);
  const isShort = parts.length === 0 || parts.some((part) => part.words.length < shingleWidth);
  const chains =
    literal.length > 0 || isShort
      ? literal.map((run) => [run])
      : findParts(prints, parts, maxFingerprintUnits);
  return chains
    .map((chain) => ({
      units: [...new Set(chain.flatMap((run) => run.units))],
      isProved: chain.every((run) => run.isProved),
    }))
    .filter(({ units }) => marks.every((mark) => isMarkedIn(mark, units, prints)));
}

/** Whether a paragraph has the note whose mark was left out of a quotation. */
function isMarkedIn(
  { number }: CopiedMark,
  units: readonly number[],
  { source, places }: SourceFingerprints,
): boolean {
  return units.some((unit) => {
    const place = places[unit];
    if (place?.kind !== 'passage') return false;
    const notes = source.passages[place.number - 1]?.notes ?? [];
    return number === undefined ? notes.length > 0 : notes.includes(number);
  });
}

/** Returns the places of an uncited quotation in a source without text. */
export function uncitedByFingerprints(wanted: Wanted, prints: SourceFingerprints): Found[] {
  const chains = exactChains(prints, { wanted, marks: [] }).filter(({ isProved }) => isProved);
  return distinctPlaces(chains.map(({ units }) => foundByFingerprints(prints, units)));
}

function exactVerdict(
  prints: SourceFingerprints,
  status: 'verbatim' | 'elsewhere',
  chains: readonly ChainPlace[],
): FingerprintVerdict {
  const matches = distinctPlaces(chains.map(({ units }) => foundByFingerprints(prints, units)));
  const found = [...new Set(matches.flatMap((one) => one.labels))];
  return {
    ...notFound,
    status: status === 'elsewhere' && matches.length > 1 ? 'ambiguous' : status,
    matches,
    found,
  };
}

function distinctPlaces(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter((one) => !seen.has(one.labels.join('\n')) && seen.add(one.labels.join('\n')));
}

function changedVerdict(
  wanted: Wanted,
  prints: SourceFingerprints,
  scope: Scope,
  long: readonly FingerprintedPart[],
): FingerprintVerdict {
  const faulty = long.filter((part) => findPart(prints, part).length === 0);
  const [part] = [...(faulty.length > 0 ? faulty : long)].sort((a, b) => b.words.length - a.words.length);
  if (!part) return { ...notFound, status: 'not-found' };
  const partial = partialFingerprints(prints, part);
  const where = bestPartial(partial, part, scope);
  if (where) return alteredVerdict(prints, where.unit, fingerprintDiff(wanted, part, where));
  const variant = findVariant(prints, part, scope);
  return variant
    ? alteredVerdict(prints, variant.unit, fingerprintDiff(wanted, part, undefined, variant))
    : { ...notFound, status: 'not-found' };
}

function bestPartial(
  partial: readonly PartialFingerprint[],
  part: FingerprintedPart,
  scope: Scope,
): PartialFingerprint | undefined {
  const share = (one: PartialFingerprint): number => one.covered / Math.max(1, part.words.length);
  const cited = partial.find((one) => scope.units.has(one.unit) && share(one) >= minCoverageWhereCited);
  const best = partial[0];
  if (cited && best && cited.covered * 1.3 >= best.covered) return cited;
  return best && share(best) >= minCoverageElsewhere ? best : cited;
}

function alteredVerdict(
  prints: SourceFingerprints,
  unit: number,
  diff: readonly DiffPart[],
): FingerprintVerdict {
  const found = foundByFingerprints(prints, [unit]);
  return { ...notFound, status: 'altered', matches: [found], found: found.labels, diff };
}

/** A stretch of the quotation's words. `source` is the source's words there, or `?` where only its text could tell. */
interface VariantStretch {
  readonly kind: DiffKind;
  readonly from: number;
  readonly to: number;
  readonly source: string;
}

/**
 * Returns the diff that fingerprints allow: which words are verified and which are not, or a single slip that explains
 * everything.
 */
function fingerprintDiff(
  wanted: Wanted,
  part: FingerprintedPart,
  partial: PartialFingerprint | undefined,
  variant?: WordVariant,
): DiffPart[] {
  const stretches = variant ? variantStretches(part, variant) : partial ? faultStretches(part, partial) : [];
  return stretches.map((stretch) => variantDiffPart(stretch, wanted, part));
}

function variantStretches(part: FingerprintedPart, variant: WordVariant): VariantStretch[] {
  const { word, removed, source } = variant;
  const kind: DiffKind = removed === 0 ? 'dropped' : source === '' ? 'added' : 'changed';
  return [
    { kind: 'same' as const, from: 0, to: word, source: '' },
    { kind, from: word, to: word + removed, source },
    { kind: 'same' as const, from: word + removed, to: part.words.length, source: '' },
  ].filter((stretch) => stretch.to > stretch.from || stretch.kind === 'dropped');
}

/**
 * Returns the words between verified windows as changed. Where no words are between two windows, the quotation dropped
 * some.
 */
function faultStretches(part: FingerprintedPart, partial: PartialFingerprint): VariantStretch[] {
  const out: VariantStretch[] = [];
  let verified = 0;
  let last: PartialFingerprint['hits'][number] | undefined;
  for (const hit of partial.hits) {
    const fault = faultBefore(last, hit, verified);
    if (fault) out.push(fault);
    const from = Math.max(verified, hit.window);
    out.push({ kind: 'same', from, to: hit.window + shingleWidth, source: '' });
    verified = hit.window + shingleWidth;
    last = hit;
  }
  if (verified < part.words.length)
    out.push({ kind: 'changed', from: verified, to: part.words.length, source: '?' });
  return joinStretches(out);
}

function faultBefore(
  last: PartialFingerprint['hits'][number] | undefined,
  hit: PartialFingerprint['hits'][number],
  verified: number,
): VariantStretch | undefined {
  const from = verified;
  const to = Math.max(verified, hit.window);
  if (!last) return to > from ? { kind: 'changed', from, to, source: '?' } : undefined;
  const moved = hit.at - last.at - (hit.window - last.window);
  if (to > from)
    return moved === from - to
      ? { kind: 'added', from, to, source: '' }
      : { kind: 'changed', from, to, source: '?' };
  return hit.window > last.window + 1 || moved !== 0
    ? { kind: 'dropped', from, to: from, source: '?' }
    : undefined;
}

function joinStretches(stretches: readonly VariantStretch[]): VariantStretch[] {
  const out: VariantStretch[] = [];
  for (const stretch of stretches) {
    const last = out.at(-1);
    if (last?.kind === 'same' && stretch.kind === 'same') out[out.length - 1] = { ...last, to: stretch.to };
    else out.push(stretch);
  }
  return out;
}

function variantDiffPart(stretch: VariantStretch, wanted: Wanted, part: FingerprintedPart): DiffPart {
  const { words } = wanted;
  const first = part.words[stretch.from];
  const last = part.words[stretch.to - 1];
  const range: Range =
    stretch.to > stretch.from && first && last
      ? { start: first.start, end: last.end }
      : { start: last?.end ?? first?.start ?? 0, end: last?.end ?? first?.start ?? 0 };
  const quoted = words.text.slice(range.start, range.end);
  const at = words.ends[range.start - 1] ?? words.starts[0] ?? 0;
  return {
    kind: stretch.kind,
    quoted,
    source: stretch.kind === 'same' ? quoted : stretch.source,
    sourceBefore: '',
    quotedRange: words.originalRange(range) ?? { start: at, end: at },
    sourceRange: undefined,
  };
}
