import {
  type Alignment,
  alignWords,
  barrier,
  barrierAfter,
  barrierBefore,
  type Chain,
  comparable,
  type Comparable,
  findChains,
  type Leniency,
  type Likeness,
  likenesses,
  minLikenessLength,
  occurrences,
  type Pattern,
  type PointsForm,
  readPattern,
  stretchesByRareWords,
  unitsOf,
  unitsSpanned,
} from '../match.ts';
import { foundAt, isCited, type Quotable, type Scope } from '../resolve.ts';
import type { Range } from '../text.ts';
import { inflectedStretch } from './inflections.ts';
import type { ScatteredPart } from './quotationResult.ts';
import type { Quotation } from './reading/quotationTypes.ts';

/** Differences that are allowed without a finding. */
const leniency: Leniency = { capital: true, finalPoint: true };
/** The most paragraphs that a quotation with gaps may span, if its citation does not name them. */
const maxUnits = 3;
/** The least share of words that a changed quotation shares with the cited passage. With less, it is another text. */
const minAgreement = 0.6;
/** The least share elsewhere. It is higher, because no citation says that the quotation should stand there. */
const minAgreementElsewhere = 0.7;
/** As many places as a person can choose from. */
const maxLikeStretches = 20;

/** Words to search for. */
export interface Sought {
  readonly words: Pick<Comparable, 'text'>;
  readonly pattern: Pattern | undefined;
}

/** A quotation in the form in which it is searched for. */
export interface Wanted extends Sought {
  readonly quotation: Quotation;
  readonly words: Comparable;
}

/** Prepares a quotation for searching. */
export function wantedOf(quotation: Quotation, points?: PointsForm): Wanted {
  const words = comparable(quotation.words, points);
  return { quotation, words, pattern: readPattern(words) };
}

/** An exact match: the whole stretch, its parts, and the words left out at gaps. */
export interface ExactMatch {
  readonly range: Range;
  readonly parts: readonly Range[];
  readonly omitted: Chain['omitted'];
}

/**
 * Returns all places within a stretch where a quotation stands exactly. Matches of the source's own brackets and ellipses
 * come first.
 */
function exactWithin(wanted: Sought, quotable: Quotable, within: Range): ExactMatch[] {
  const { index } = quotable;
  const whole = occurrences(index, wanted.words.text, leniency, within);
  if (whole.length > 0 || !wanted.pattern)
    return whole.map((range) => ({ range, parts: [range], omitted: [] }));
  if (wanted.pattern.parts.length === 0) return [];
  return tightest(findChains(index, wanted.pattern, leniency, within));
}

/** Returns where each part of a quotation with gaps stands, in the cited place or else anywhere; empty unless all do. */
export function scatteredParts(
  { pattern, words }: Sought,
  quotable: Quotable,
  scope: Scope,
): ScatteredPart[] {
  const parts = pattern?.parts ?? [];
  const { index } = quotable;
  const all = { start: 0, end: index.text.length };
  const found = parts.flatMap((part): ScatteredPart[] => {
    const near = [...scope.stretches, all].flatMap((stretch) =>
      occurrences(index, part.text, leniency, stretch).slice(0, 1),
    );
    const [range] = near;
    return range
      ? [{ words: words.text.slice(part.start, part.end), found: foundAt(quotable, range).labels }]
      : [];
  });
  return parts.length > 1 && found.length === parts.length ? found : [];
}

/** Returns the shortest of chains that overlap. */
function tightest(chains: readonly Chain[]): Chain[] {
  const kept: Chain[] = [];
  for (const chain of [...chains]
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))
    .slice(0, 500))
    if (!kept.some((other) => other.range.start < chain.range.end && chain.range.start < other.range.end))
      kept.push(chain);
  return kept.sort((a, b) => a.range.start - b.range.start);
}

/** Returns the exact matches of a quotation: those in the cited place, otherwise those anywhere. */
export function findExact(
  wanted: Wanted,
  quotable: Quotable,
  scope: Scope,
): { cited: boolean; matches: ExactMatch[] } {
  const cited = scope.stretches.flatMap((stretch) => exactWithin(wanted, quotable, stretch));
  if (cited.length > 0) return { cited: true, matches: cited };
  const everywhere = exactWithin(wanted, quotable, { start: 0, end: quotable.index.text.length });
  // What is between the cited paragraphs is left out.
  const inParts = everywhere.filter(
    ({ parts }) => parts.length > 1 && parts.every((part) => isCited(quotable, scope, part)),
  );
  if (inParts.length > 0) return { cited: true, matches: inParts };
  const near = everywhere.filter(
    (match) => match.parts.length === 1 || unitsSpanned(quotable.index, { ...match }) <= maxUnits,
  );
  return { cited: scope.whole, matches: preferBodyText(near, quotable) };
}

/** Prefers running text to headings, title and abstract, for a quotation that stands in both. */
function preferBodyText(matches: readonly ExactMatch[], quotable: Quotable): ExactMatch[] {
  const body = matches
    .slice(0, 500)
    .filter((match) =>
      unitsOf(quotable.index, match.range).every((unit) => quotable.places[unit]?.kind === 'passage'),
    );
  return (body.length > 0 ? body : [...matches]).slice(0, 200);
}

/** A place where similar words stand. */
export interface Altered {
  readonly alignment: Alignment;
  /** Range in the index. */
  readonly range: Range;
  /** Offset in the index where the aligned stretch starts. */
  readonly origin: number;
  readonly cited: boolean;
}

/**
 * A place is better than another only if its cost is lower by more than this sum and this share. Otherwise they count as
 * equal.
 */
const margin = 2;
const marginShare = 0.1;
/**
 * The number of changed characters that cost at least 1 (`wordDiff`). Words that differ only in capitals cost less, but are
 * no reason to prefer another place to the cited one.
 */
const errorsForCost = 5;

/**
 * Returns the places of similar words, best first; several only if none is better than the others by the margin. Places
 * other than the cited one are searched only if they would be better than it by the margin.
 */
export function findAltered(wanted: Wanted, quotable: Quotable, scope: Scope): Altered[] {
  const cited = bestCited(wanted, quotable, scope);
  const rival = cited ? (cited.alignment.cost - margin) / (1 + marginShare) : Infinity;
  if (cited && rival <= 0) return [cited];
  const rare = cited && rivals(wanted, quotable, scope, rival);
  const likely =
    rare ?? likeStretches(wanted, quotable, Math.ceil(rival * errorsForCost), cited === undefined);
  const elsewhere = likely.list.flatMap(({ range }) => {
    const altered = alignStretch(wanted, quotable, windowAround(quotable, range, wanted.words.text.length));
    const accepted = altered && (likely.proved || altered.alignment.agreement >= minAgreementElsewhere);
    return accepted ? [{ ...altered, cited: isCited(quotable, scope, altered.range) }] : [];
  });
  const all = distinctAlignments([...(cited ? [cited] : []), ...elsewhere]);
  const best = all[0];
  if (!best) return inflected(wanted, quotable, scope);
  const limit = best.alignment.cost * (1 + marginShare) + margin;
  if (cited && cited.alignment.cost <= limit) return [cited];
  return all.filter((one) => one.alignment.cost <= limit).slice(0, maxLikeStretches);
}

/**
 * Returns other places where the quotation may stand at a lower cost than `cost`, found by its rare words. Mostly there are
 * none, and the source need not be searched. Undefined where rare words cannot tell.
 */
function rivals(wanted: Wanted, quotable: Quotable, scope: Scope, cost: number): Candidates | undefined {
  const { text } = wanted.words;
  if (longestPart(wanted).length < minLikenessLength) return { list: [], proved: false };
  const stretches = stretchesByRareWords(quotable.index, text, cost);
  // The best place inside the cited passages is known already, except one that extends beyond them.
  const slack = wanted.pattern ? Infinity : Math.ceil(cost * errorsForCost);
  const isKnown = ({ start, end }: Range): boolean =>
    scope.stretches.some((cited) => cited.start <= start - slack && end + slack <= cited.end);
  const list = stretches?.flatMap((range) => (isKnown(range) ? [] : [{ range }]));
  return list && { list, proved: !wanted.pattern };
}

/** Words in another number are altered ones, however short: “objections” for “objection”. */
function inflected(wanted: Wanted, quotable: Quotable, scope: Scope): Altered[] {
  if (wanted.pattern) return [];
  const range = inflectedStretch(quotable.index, wanted.words.text, (one) => isCited(quotable, scope, one));
  if (!range) return [];
  const aligned = alignStretch(wanted, quotable, range);
  const altered = aligned?.range.start === range.start ? aligned : replaced(wanted, range);
  return [{ ...altered, cited: isCited(quotable, scope, range) }];
}

/** All words replaced by those of a stretch: what is not alike letter for letter, as “mice” and “mouse”. */
function replaced({ words }: Wanted, range: Range): Omit<Altered, 'cited'> {
  const source = { start: 0, end: range.end - range.start };
  const steps = [{ kind: 'changed' as const, quoted: { start: 0, end: words.text.length }, source }];
  return { alignment: { steps, range: source, agreement: 0, cost: 0 }, range, origin: range.start };
}

function distinctAlignments(list: readonly Altered[]): Altered[] {
  const kept: Altered[] = [];
  for (const one of [...list].sort((a, b) => a.alignment.cost - b.alignment.cost))
    if (!kept.some((other) => other.range.start < one.range.end && one.range.start < other.range.end))
      kept.push(one);
  return kept;
}

/** Aligns the cited passages word by word, however many changes there are. They are few. */
function bestCited(wanted: Wanted, quotable: Quotable, scope: Scope): Altered | undefined {
  const found = scope.stretches.flatMap((stretch) => {
    const altered = alignStretch(wanted, quotable, stretch);
    return altered && altered.alignment.agreement >= minAgreement ? [{ ...altered, cited: true }] : [];
  });
  return found.sort((a, b) => a.alignment.cost - b.alignment.cost)[0];
}

function alignStretch(wanted: Wanted, quotable: Quotable, stretch: Range): Altered | undefined {
  const alignment = alignWords(wanted.words.text, quotable.index.text.slice(stretch.start, stretch.end));
  const { start, end } = alignment.range;
  if (end <= start) return undefined;
  const range = { start: stretch.start + start, end: stretch.start + end };
  return { alignment, range, origin: stretch.start, cited: false };
}

/** Places to align, and whether a good alignment there counts without further proof of similarity. */
interface Candidates {
  readonly list: readonly Pick<Likeness, 'range'>[];
  readonly proved: boolean;
}

/** Returns the words of a quotation, or of its longest part where it has gaps. */
function longestPart({ pattern, words }: Wanted): string {
  const parts = pattern?.parts.map((part) => part.text) ?? [words.text];
  return parts.reduce((best, part) => (part.length > best.length ? part : best), '');
}

/** Returns the stretches of the whole source that resemble the quotation, or its longest part where it has gaps. */
function likeStretches(wanted: Wanted, quotable: Quotable, limit: number, inHalves: boolean): Candidates {
  const longest = longestPart(wanted);
  const proved = longest.length === wanted.words.text.length;
  if (longest.length > maxWantedUnits) return { list: pieceLikenesses(longest, quotable), proved: false };
  const list = likenesses(quotable.index, longest, true, limit);
  if (list.length > 0 || !inHalves) return { list: list.slice(0, maxLikeStretches), proved };
  const halved = halves(longest).flatMap((half) => likenesses(quotable.index, half, false));
  return { list: halved.slice(0, maxLikeStretches), proved: false };
}

/** Longer quotations are searched for in pieces of this length, because matching takes quadratic time. */
const maxWantedUnits = 1000;
const maxScans = 3;

/**
 * Returns the stretches that resemble a piece of long words. Long words resemble a stretch only if one of their pieces
 * does.
 */
function pieceLikenesses(words: string, quotable: Quotable): Likeness[] {
  const pieces: string[] = [];
  for (let at = 0; at < words.length && pieces.length < 50; at += maxWantedUnits / 2)
    pieces.push(words.slice(at, at + maxWantedUnits / 2));
  const seeded = pieces.flatMap((piece) => likenesses(quotable.index, piece, false).slice(0, 3));
  if (seeded.length > 0) return seeded.slice(0, maxLikeStretches);
  return pieces
    .slice(0, maxScans)
    .flatMap((piece) => likenesses(quotable.index, piece))
    .slice(0, maxLikeStretches);
}

/** Splits words in two. If words were left out silently, each half may stand in the source. */
function halves(words: string): string[] {
  const middle = words.indexOf(' ', words.length >> 1);
  return middle < 0
    ? []
    : [words.slice(0, middle), words.slice(middle + 1)].filter((half) => half.length >= 30);
}

/** Returns a stretch with as much text on both sides as the quotation could need, up to the next barriers. */
function windowAround(quotable: Quotable, range: Range, length: number): Range {
  const { text } = quotable.index;
  const spare = 2 * length + 200;
  const start = barrierBefore(text, range.start, spare);
  const end = barrierAfter(text, range.end, spare);
  return {
    start: start > 0 && text.charAt(start - 1) !== barrier ? toSpace(text, start, -1) : start,
    end: end < text.length ? toSpace(text, end, 1) : end,
  };
}

function toSpace(text: string, from: number, step: number): number {
  let at = from;
  while (
    at > 0 &&
    at < text.length &&
    text.charAt(at) !== ' ' &&
    text.charAt(at) !== barrier &&
    Math.abs(at - from) < 60
  )
    at += step;
  return text.charAt(at) === ' ' && step < 0 ? at + 1 : at;
}
