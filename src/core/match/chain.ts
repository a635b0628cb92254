import { isWordUnit, type Range } from '../text.ts';
import { hasWords, occurrences, otherCase, type Leniency } from './exact.ts';
import { barrier, unitAt, type PassageIndex } from './passageIndex.ts';
import type { Gap, Pattern } from './pattern.ts';

/**
 * A quotation with gaps, found in a source: the range of each part, and the source's words for each gap between two parts.
 */
export interface Chain {
  readonly parts: readonly Range[];
  readonly range: Range;
  /** Stretches of the index that the writer left out or replaced, each with its gap. */
  readonly omitted: readonly { readonly range: Range; readonly gap: Gap }[];
}

/** The most code units that an editorial bracket may replace: a noun phrase for a pronoun, not a sentence. */
const maxReplacementUnits = 80;
/** The most letters of a word that a bracket inside it may replace: `work[ing]`. */
const maxEndingLetters = 8;

const wordStart = /^[\p{L}\p{N}\p{M}]+/u;
const wordEnd = /[\p{L}\p{N}\p{M}]+$/u;

interface ChainLink {
  readonly range: Range;
  readonly before: ChainLink | undefined;
}

/**
 * Finds the parts of a quotation in order, each letter for letter. Of several chains with the same end, only the tightest
 * is returned.
 */
export function findChains(
  index: PassageIndex,
  pattern: Pattern,
  leniency: Leniency,
  within: Range,
): Chain[] {
  const { parts, gaps } = pattern;
  let links: ChainLink[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (!part) return [];
    const before = gaps[i];
    const behind = gaps[i + 1];
    const found = occurrences(
      index,
      part.text,
      {
        capital: i === 0 && before?.joinsBehind !== true && leniency.capital,
        finalPoint: i === parts.length - 1 && !behind && leniency.finalPoint,
      },
      within,
      { startsWord: before?.joinsBehind !== true, endsWord: behind?.joinsBefore !== true },
    );
    links = i === 0 ? firstLinks(index, found, before) : nextLinks(index, links, found, before);
    if (links.length === 0) return [];
  }
  const last = gaps[parts.length];
  return links.filter((link) => fitsAfter(index, link.range.end, last)).map((link) => chainOf(link, pattern));
}

function firstLinks(index: PassageIndex, found: readonly Range[], gap: Gap | undefined): ChainLink[] {
  return found
    .filter((range) => fitsBefore(index, range.start, gap))
    .map((range) => ({ range, before: undefined }));
}

/**
 * Checks a bracket before a part: one letter, `[T]he`, stands for the same letter in the other case; more letters,
 * `[re]wrote`, for the beginning of the word.
 */
function fitsBefore(index: PassageIndex, start: number, gap: Gap | undefined): boolean {
  if (!gap?.joinsBehind) return true;
  let from = start;
  while (from > 0 && isWordUnit(index.text, from - 1) && start - from <= maxEndingLetters) from--;
  return fitsInWord(index.text.slice(from, start), gap);
}

function fitsAfter(index: PassageIndex, end: number, gap: Gap | undefined): boolean {
  if (!gap?.joinsBefore) return true;
  let to = end;
  while (isWordUnit(index.text, to) && to - end <= maxEndingLetters) to++;
  return to - end <= maxEndingLetters;
}

function fitsInWord(replaced: string, gap: Gap): boolean {
  if ([...gap.inside].length === 1 && replaced !== '')
    return replaced === gap.inside || replaced === otherCase(gap.inside);
  return replaced.length <= maxEndingLetters;
}

/** Links each place to the nearest chain that ends before it. Both lists must be ascending. */
function nextLinks(
  index: PassageIndex,
  links: readonly ChainLink[],
  found: readonly Range[],
  gap: Gap | undefined,
): ChainLink[] {
  const ordered = [...links].sort((a, b) => a.range.end - b.range.end);
  const next: ChainLink[] = [];
  let i = -1;
  for (const range of found) {
    while (i + 1 < ordered.length && (ordered[i + 1]?.range.end ?? Infinity) <= range.start) i++;
    const before = ordered[i];
    if (before && gap && bridges(index, before.range.end, range.start, gap)) next.push({ range, before });
  }
  return next;
}

function bridges(index: PassageIndex, end: number, start: number, gap: Gap): boolean {
  const { text } = index;
  if (gap.kind === 'ellipsis') return !crossesBarrier(text, end, start);
  if (start - end > maxReplacementUnits) return false;
  const replaced = text.slice(end, start);
  if (replaced.includes(barrier)) return false;
  if (gap.joinsBefore && gap.joinsBehind) return !/\s/u.test(replaced) && fitsInWord(replaced, gap);
  // A bracket inside a word replaces letters of that word and no other words.
  if (gap.joinsBehind) return !hasWords(replaced.replace(wordEnd, '')) && fitsBefore(index, start, gap);
  if (gap.joinsBefore) return !hasWords(replaced.replace(wordStart, '')) && fitsAfter(index, end, gap);
  return true;
}

function crossesBarrier(text: string, from: number, to: number): boolean {
  const at = text.indexOf(barrier, from);
  return at >= 0 && at < to;
}

function chainOf(link: ChainLink, pattern: Pattern): Chain {
  const parts: Range[] = [];
  for (let at: ChainLink | undefined = link; at; at = at.before) parts.unshift(at.range);
  const omitted = parts.slice(1).flatMap((part, i) => {
    const gap = pattern.gaps[i + 1];
    return gap ? [{ range: { start: parts[i]?.end ?? part.start, end: part.start }, gap }] : [];
  });
  return { parts, range: { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 }, omitted };
}

/** Returns the number of units that a chain spans. */
export function unitsSpanned(index: PassageIndex, chain: Chain): number {
  return (
    unitAt(index, Math.max(chain.range.start, chain.range.end - 1)) - unitAt(index, chain.range.start) + 1
  );
}
