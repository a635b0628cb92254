import { overlaps, type Range } from '../text.ts';
import type { Selectors, TextQuote } from './annotation.ts';
import { fileRange, toCodePoints, type AnchorText } from './anchorText.ts';
import {
  exactCandidates,
  floorOf,
  framedCandidates,
  fullPlaces,
  likeCandidates,
  type Candidate,
} from './anchorCandidates.ts';
import { nearerRivals, placesByContext } from './contextEvidence.ts';
import { wantedWords, type WantedWords } from './wantedWords.ts';

/** The place of a note in a source. Ranges are in the source file. */
export interface Anchoring {
  /** `ambiguous`: several places match equally well; `orphan`: none matches well enough. Such a note gets no range. */
  readonly state: 'anchored' | 'ambiguous' | 'orphan';
  /**
   * `position`: the words stand where they stood; `quote`: they stand elsewhere, letter for letter; `approximate`: the
   * words have changed; `source`: the note is about the whole source.
   */
  readonly how: 'position' | 'quote' | 'approximate' | 'source' | undefined;
  readonly range: Range | undefined;
  /** Possible places for a person to choose from, best first; empty where the note is anchored. */
  readonly candidates: readonly Range[];
  /** Whether the first candidate is far better than the others, so that a person may accept many such in one step. */
  readonly hasClearChoice?: boolean;
}

/** As many as a person can choose from. */
const maxAnchorCandidates = 5;
/** The most errors, as a share of the length, with which surroundings still count as the remembered ones. */
const maxNearShare = 0.3;
/** Minimum length of words that identify a place by themselves, if they stood nowhere else and stand in one place now. */
const minTellingUnits = 24;
const maxTellingErrorShare = 0.15;
/** Surroundings shorter than this count only if they are unchanged. */
const minSideUnits = 8;

/**
 * Finds the place of a note in a source, or says that it cannot be found for certain.
 *
 * The first step is the position, checked against the quote: where words and surroundings stand letter for letter at one
 * place only, that is the place, moved or not. The second is the exact words, distinguished by their surroundings. The
 * third is changed words within the limit of approximate quotations, either between the old surroundings or similar to the
 * old words. The last is the place to which words and surroundings lead as a whole, where both have changed in part.
 *
 * A place counts only if its surroundings support it, because words alone stand in many places and the right one may have
 * been deleted. It must also be better than the second best by a margin. If a similar place is nearer to where the note
 * stood, one of the two is a copy, and nobody can tell which. The order of steps is that of Hypothesis (Udell
 * and others, “Fuzzy Anchoring”, 2013), which has neither condition: it takes the best place it finds.
 */
export function anchor(selectors: Selectors, target: AnchorText): Anchoring {
  const { quote, position } = selectors;
  if (quote?.through !== undefined) return anchorEnds({ ...quote, through: quote.through }, target);
  const wanted = quote && wantedWords(quote);
  const found = anchorByWords(wanted, selectors, target);
  if (!wanted || !position || found.how === 'position') return found;
  // An original stays near to where it was, and a copy goes anywhere.
  const awayBy = (range: Range): number => Math.abs(toCodePoints(target, range).start - position.start);
  const nearestFirst = (ranges: readonly Range[]): Range[] =>
    [...ranges].sort((a, b) => awayBy(a) - awayBy(b));
  if (found.state === 'ambiguous') {
    const { candidates } = found;
    return { ...found, candidates: [...nearestFirst(candidates.slice(0, 2)), ...candidates.slice(2)] };
  }
  const rivals = found.range ? nearerRivals(wanted, target, position, found.range) : [];
  if (!found.range || rivals.length === 0) return found;
  return { ...orphan(nearestFirst([found.range, ...rivals])), state: 'ambiguous' };
}

/** Leaves out ranges that overlap earlier ones. */
function distinctRanges(ranges: readonly Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of ranges) if (!kept.some((other) => overlaps(other, range))) kept.push(range);
  return kept;
}

/** Words further apart than this are not the first and last of one note, in characters of the file. */
const maxUnitsBetweenEnds = 20_000;

/** Finds the place of a note of which only the first and the last words are known: each must stand in one place. */
function anchorEnds(quote: TextQuote & { readonly through: string }, target: AnchorText): Anchoring {
  const endOf = (part: Pick<TextQuote, 'exact' | 'prefix' | 'suffix'>): Range | undefined => {
    const wanted = wantedWords({ ...part, unique: undefined });
    const places = wanted.words === '' ? [] : fullPlaces(target.index, wanted);
    const [place] = places;
    return place && places.length === 1 ? fileRange(target, place) : undefined;
  };
  const first = endOf({ ...quote, suffix: '' });
  const last = endOf({ exact: quote.through, prefix: '', suffix: quote.suffix });
  const isInOrder = first && last && first.end <= last.start && last.end - first.start <= maxUnitsBetweenEnds;
  if (!isInOrder) return orphan([first, last].flatMap((range) => range ?? []));
  const range = { start: first.start, end: last.end };
  return { state: 'anchored', how: 'quote', range, candidates: [] };
}

function anchorByWords(wanted: WantedWords | undefined, selectors: Selectors, target: AnchorText): Anchoring {
  const { position, others } = selectors;
  if (!wanted) return position || others ? orphan([]) : { ...orphan([]), state: 'anchored', how: 'source' };
  if (wanted.words === '') return orphan([]);
  const { index } = target;
  if (hasSide(wanted) || isTelling(wanted)) {
    const places = fullPlaces(index, wanted);
    const [place] = places;
    if (places.length > 1)
      return { ...orphan(places.map((each) => fileRange(target, each))), state: 'ambiguous' };
    if (place) return anchoredAt(target, place, selectors);
  }
  return anchorUnmoved(wanted, target, selectors) ?? weighCandidates(wanted, target, selectors);
}

/** Anchors words without remembered surroundings if they stand where they stood and nowhere else. */
function anchorUnmoved(wanted: WantedWords, target: AnchorText, selectors: Selectors): Anchoring | undefined {
  if (hasSide(wanted)) return undefined;
  const [only, ...others] = exactCandidates(target.index, wanted);
  const found = only && others.length === 0 ? anchoredAt(target, only.range, selectors) : undefined;
  return found?.how === 'position' ? found : undefined;
}

function weighCandidates(wanted: WantedWords, target: AnchorText, selectors: Selectors): Anchoring {
  const { index } = target;
  const near = [...exactCandidates(index, wanted), ...framedCandidates(index, wanted)];
  const first = judge(wanted, near);
  if (first.chosen) return anchoredAt(target, first.chosen.range, selectors, first.chosen.words);
  const second = first.isTie ? first : judge(wanted, [...near, ...likeCandidates(index, wanted)]);
  if (second.chosen) return anchoredAt(target, second.chosen.range, selectors, second.chosen.words);
  const ranges = second.ranked.map(({ range }) => fileRange(target, range));
  if (second.isTie) return { ...orphan(ranges), state: 'ambiguous' };
  const { told, likely, isClear } = placesByContext(wanted, target);
  if (told) return anchoredAt(target, told.range, selectors, told.errors);
  const all = distinctRanges([...likely.map(({ range }) => fileRange(target, range)), ...ranges]);
  return { ...orphan(all), ...(isClear ? { hasClearChoice: true } : {}) };
}

interface Judgement {
  readonly ranked: readonly Candidate[];
  readonly chosen: Candidate | undefined;
  /** Whether the best place has evidence, but others are equally good. */
  readonly isTie: boolean;
}

function judge(wanted: WantedWords, candidates: readonly Candidate[]): Judgement {
  const ranked = distinctCandidates(candidates);
  const [best, second] = ranked.filter(({ words }) => words <= floorOf(wanted.words.length));
  if (!best || !isVouchedFor(wanted, best, ranked)) return { ranked, chosen: undefined, isTie: false };
  const isTie = second !== undefined && costOf(second) - costOf(best) < costMargin(wanted);
  return { ranked, chosen: isTie ? undefined : best, isTie };
}

function costOf({ words, before, behind }: Candidate): number {
  return words + before + behind;
}

/** Returns how much worse the second best must be than the best, in characters. */
function costMargin({ before, behind }: WantedWords): number {
  return Math.max(4, Math.floor((before.length + behind.length) * 0.15));
}

/** Sorts candidates, best first. Of overlapping places that are not exact, only the best is kept. */
function distinctCandidates(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const one of [...candidates].sort((a, b) => costOf(a) - costOf(b) || a.range.start - b.range.start))
    if (!kept.some((other) => isRival(one, other))) kept.push(one);
  return kept;
}

function isRival(a: Candidate, b: Candidate): boolean {
  const isExact = a.words === 0 && b.words === 0;
  return isExact
    ? a.range.start === b.range.start && a.range.end === b.range.end
    : overlaps(a.range, b.range);
}

/**
 * Whether the surroundings of a place, or the words themselves, show that it is the right place. Words that stood nowhere
 * else need one matching side; other words need both. Words that also stood elsewhere in similar surroundings cannot be
 * placed.
 */
function isVouchedFor(wanted: WantedWords, candidate: Candidate, all: readonly Candidate[]): boolean {
  if (wanted.unique === false) return false;
  const before = isNear(wanted.before, candidate.before);
  const behind = isNear(wanted.behind, candidate.behind);
  if (wanted.unique) return before === true || behind === true || isAlone(wanted, candidate, all);
  if (!hasSide(wanted)) return isAlone(wanted, candidate, all);
  return before !== false && behind !== false && candidate.atEnds;
}

/** Whether the words identify the place by themselves: they are long, hardly changed, and at one place only. */
function isAlone(wanted: WantedWords, candidate: Candidate, all: readonly Candidate[]): boolean {
  if (!isTelling(wanted) || candidate.words > wanted.words.length * maxTellingErrorShare) return false;
  return all.every((other) => other === candidate || other.words > 2 * candidate.words + costMargin(wanted));
}

function isTelling({ words }: WantedWords): boolean {
  return words.length >= minTellingUnits;
}

function hasSide({ before, behind }: WantedWords): boolean {
  return before.trim() !== '' || behind.trim() !== '';
}

/** Whether one side of the surroundings is nearly unchanged; undefined where the note remembers none. */
function isNear(remembered: string, cost: number): boolean | undefined {
  const { length } = remembered.trim();
  if (length === 0) return undefined;
  return cost <= (length < minSideUnits ? 0 : length * maxNearShare);
}

function anchoredAt(target: AnchorText, range: Range, { position }: Selectors, errors = 0): Anchoring {
  const place = fileRange(target, range);
  const now = toCodePoints(target, place);
  const stayed = position?.start === now.start && position.end === now.end;
  const how = errors > 0 ? 'approximate' : stayed ? 'position' : 'quote';
  return { state: 'anchored', how, range: place, candidates: [] };
}

function orphan(candidates: readonly Range[]): Anchoring {
  return {
    state: 'orphan',
    how: undefined,
    range: undefined,
    candidates: candidates.slice(0, maxAnchorCandidates),
  };
}
