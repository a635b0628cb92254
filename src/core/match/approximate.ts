import { memo } from '../memo.ts';
import { firstIndex, type Range } from '../text.ts';
import { BitPattern, type Likeness } from './bitPattern.ts';
import { type Gram, gramUnits } from './grams.ts';
import type { PassageIndex } from './passageIndex.ts';
import { partedTokensOf, type Token } from './tokens.ts';
import { minChangeCost } from './wordDiff.ts';

/**
 * Maximum errors per character of a match. Random English of the length of a quotation has at least five errors in ten
 * characters, so a match with at most three is a changed quotation and no coincidence.
 */
export const errorRate = 0.3;
/**
 * Minimum length of a search text, in code units. Shorter texts resemble too much: “the masses” is two errors from “the
 * basses”.
 */
export const minLikenessLength = 15;

/**
 * Maximum length of a scanned text, in code units. Scanning this much takes about 20 ms, and a paper may hold hundreds of
 * quotations that are found nowhere.
 */
export const maxScannedUnits = 1_000_000;

/** Returns how many more errors than the best match another match may have and still count as equally good. */
function errorMargin(length: number): number {
  return Math.max(2, Math.floor(length * 0.05));
}

/**
 * Finds the stretches that resemble `words`, best first and without overlaps. The result always contains the best match and
 * those equally good; it may contain others.
 *
 * The method is to filter, then verify. A match with e errors leaves at least s − e of s disjoint pieces of the words
 * unchanged (the pigeonhole principle: Navarro and Raffinot, Flexible Pattern Matching in Strings, 2002, ch. 6.3). The
 * rarest gram of each piece is looked up, its places are counted by diagonal, and only diagonals with s − e seeds are
 * verified with Myers's bit-parallel matcher. A second pass, with e one above the errors of the best match, proves that
 * none is better. Where this takes more than a sixth of the characters, or more work than a scan, the whole text is
 * scanned, unless it is very long.
 *
 * A text of up to `maxScannedUnits` gives all matches that a full scan gives. A longer text gives at least those with at
 * most one error in ten characters. No search takes much longer than two full scans.
 * @param mayScan whether the whole text may be scanned
 * @param limit matches with more errors are not wanted
 */
export function likenesses(index: PassageIndex, words: string, mayScan = true, limit = Infinity): Likeness[] {
  const most = Math.min(limit, Math.floor(words.length * errorRate));
  if (words.length < minLikenessLength || index.text.length === 0) return [];
  if (strangeUnits(index, words) > most) return [];
  const possible = Math.floor(words.length / gramUnits) - 1;
  let errors = Math.min(possible, most, Math.max(4, words.length >> 4));
  let known: readonly Likeness[] = [];
  const pattern = new BitPattern(words);
  while (errors > 0) {
    const found = seeded(index, pattern, errors, most, known);
    if (found === undefined) break;
    known = found;
    const best = found[0];
    if (errors >= most || (best && best.errors < errors)) return found;
    if (errors >= possible || (best && best.errors >= possible)) break;
    errors = Math.min(possible, best ? best.errors + 1 : errors * 2);
  }
  if (!mayScan) return [...known];
  const few = maxHits(index);
  const windows = stretchesByWholePieces(index, words, most, few);
  if (windows && windows.length * (words.length + windowCost) < few >> 1)
    return distinctLikenesses(
      mergeWindows(windows).flatMap((window) => matchesInWindow(index.text, pattern, window, most, known)),
    );
  if (index.text.length > maxScannedUnits) return [...known];
  const atMost = Math.min(most, known[0]?.errors ?? most);
  return scanAll(index.text, pattern, { most, atMost, margin: errorMargin(words.length) });
}

/** Which UTF-16 units a source has, a bit each. */
const unitsOfSource = memo('units of a source', ({ text }: PassageIndex): Uint8Array => {
  const has = new Uint8Array(0x10000 >> 3);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    has[unit >> 3] = (has[unit >> 3] ?? 0) | (1 << (unit & 7));
  }
  return has;
});

/** Counts the units of some words that a source has nowhere: an error each. Words of another alphabet need not be looked for. */
function strangeUnits(index: PassageIndex, words: string): number {
  const has = unitsOfSource(index);
  let count = 0;
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    if (((has[unit >> 3] ?? 0) & (1 << (unit & 7))) === 0) count++;
  }
  return count;
}

/**
 * Returns all matches with at most `errors` errors. The result may contain others with at most `most` errors that share as
 * many seeds with the words.
 * @returns undefined where this would take longer than a scan
 */
function seeded(
  index: PassageIndex,
  pattern: BitPattern,
  errors: number,
  most: number,
  known: readonly Likeness[],
): Likeness[] | undefined {
  const { words } = pattern;
  const pieces = Math.min(Math.floor(words.length / gramUnits), Math.max(errors + 3, errors * 2));
  const enough = pieces - errors;
  if (enough < 1) return undefined;
  const seeds = rarestSeeds(index, words, pieces);
  const hits = seeds.reduce((sum, seed) => sum + index.grams.count(seed.slot), 0);
  if (hits > maxHits(index)) return undefined;
  const windows = diagonals(index, seeds, errors, most, words.length, enough);
  const size = windows.reduce((sum, window) => sum + window.end - window.start + windowCost, 0);
  if (size > Math.max(4000, Math.min(index.text.length, maxScannedUnits) >> 1)) return undefined;
  const likely = windows.filter((window) => pattern.standsIn(index.text, window, most));
  const verified = (window: Range): Likeness[] => matchesInWindow(index.text, pattern, window, most, known);
  return distinctLikenesses([...known, ...likely.flatMap(verified)]);
}

/** Returns the number of hits that take about a quarter of the time of a scan. */
function maxHits(index: PassageIndex): number {
  return Math.max(2000, Math.min(index.text.length, maxScannedUnits));
}

/** The cost of preparing a search, in scanned characters. */
const windowCost = 500;

/** Splits the words into equal pieces and returns the rarest gram of each. */
function rarestSeeds(index: PassageIndex, words: string, pieces: number): Gram[] {
  const slots = index.grams.slotsOf(words);
  const width = words.length / pieces;
  return Array.from({ length: pieces }, (_, piece) => {
    const from = Math.floor(piece * width);
    const to = Math.max(from, Math.floor((piece + 1) * width) - gramUnits);
    return index.grams.rarest(slots, from, to);
  });
}

/**
 * Counts seeds by diagonal, in bands that overlap by half. Each band is wide enough for the shifts that `errors` insertions
 * and deletions make. Returns the stretches of text around bands with enough seeds, merged where they overlap.
 */
function diagonals(
  index: PassageIndex,
  seeds: readonly Gram[],
  errors: number,
  most: number,
  length: number,
  enough: number,
): Range[] {
  let shift = 4;
  while (1 << shift < 2 * errors + 2) shift++;
  const width = 1 << shift;
  const full = fullBands(index, { seeds, length, shift }, enough);
  // Band b holds the diagonals from (b − 1) × width to (b + 1) × width, minus the length by which all are shifted.
  const windows = full.map((b) => ({
    start: Math.max(0, (b - 1) * width - length - most),
    end: Math.min(index.text.length, (b + 1) * width + most),
  }));
  return mergeWindows(windows);
}

/** Some seeds of words of a certain length, and how wide the bands of diagonals are in which they are counted: `1 << shift`. */
interface SeedBands {
  readonly seeds: readonly Gram[];
  readonly length: number;
  readonly shift: number;
}

/**
 * Returns the bands b for which at least `enough` seeds stand in b or in the one before it, ascending. A count for each band
 * takes longer than all else where the text is long, so bands share counts first, and those with too few in common go.
 */
function fullBands({ grams }: PassageIndex, { seeds, length, shift }: SeedBands, enough: number): number[] {
  const hits = seeds.reduce((sum, { slot }) => sum + grams.count(slot), 0);
  const mask = (1 << (32 - Math.clz32(4 * hits + 1))) - 1;
  const counts = new Uint8Array(mask + 1);
  const least = Math.min(enough, maxSharedCount);
  for (const { slot, offset } of seeds) countShared(grams.places(slot), length - offset, shift, counts);
  const likely: number[] = [];
  for (const { slot, offset } of seeds)
    for (const place of grams.places(slot)) {
      const band = (place + length - offset) >> shift;
      if ((counts[band & mask] ?? 0) >= least || (counts[(band + 1) & mask] ?? 0) >= least) likely.push(band);
    }
  return fullSorted(Int32Array.from(likely).sort(), enough);
}

const maxSharedCount = 255;

/** Counts the bands of places, each with the one behind it; a count is for all bands that differ by multiples of the counts. */
function countShared(places: Int32Array, ahead: number, shift: number, counts: Uint8Array): void {
  const mask = counts.length - 1;
  for (const place of places) {
    const band = (place + ahead) >> shift;
    const own = counts[band & mask] ?? 0;
    if (own < maxSharedCount) counts[band & mask] = own + 1;
    const next = counts[(band + 1) & mask] ?? 0;
    if (next < maxSharedCount) counts[(band + 1) & mask] = next + 1;
  }
}

/** Returns the same of bands in order, one for each place of a seed. */
function fullSorted(bands: Int32Array, enough: number): number[] {
  const full: number[] = [];
  let before = { band: -2, count: 0 };
  for (let at = 0; at < bands.length;) {
    const from = at;
    const band = bands[from] ?? 0;
    while (at < bands.length && bands[at] === band) at++;
    const count = at - from;
    const beside = before.band === band - 1 ? before.count : 0;
    if (count + beside >= enough) full.push(band);
    if (count >= enough && bands[at] !== band + 1) full.push(band + 1);
    before = { band, count };
  }
  return full;
}

function mergeWindows(windows: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const window of windows) {
    const last = out.at(-1);
    if (last && window.start <= last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, window.end) };
    else out.push(window);
  }
  return out;
}

/**
 * Returns the best match of a window, and the best ones in what remains before and after it. A match in `known` is used
 * without searching again.
 */
function matchesInWindow(
  text: string,
  pattern: BitPattern,
  window: Range,
  errors: number,
  known: readonly Likeness[],
  depth = 0,
): Likeness[] {
  if (window.end - window.start < pattern.words.length - errors || depth > 4) return [];
  const seen = known.find(({ range }) => window.start <= range.start && range.end <= window.end);
  const best = seen ?? pattern.firstNearest(text, [window], errors);
  if (!best) return [];
  const { range } = best;
  return [
    best,
    ...matchesInWindow(text, pattern, { start: window.start, end: range.start }, errors, known, depth + 1),
    ...matchesInWindow(text, pattern, { start: range.end, end: window.end }, errors, known, depth + 1),
  ];
}

/** Returns the best ones that do not overlap, best first. Words that repeat may stand in thousands of places. */
function distinctLikenesses(found: readonly Likeness[]): Likeness[] {
  const kept: Likeness[] = [];
  const taken: Range[] = [];
  for (const one of [...found].sort((a, b) => a.errors - b.errors || a.range.start - b.range.start)) {
    const { start, end } = one.range;
    const at = firstIndex(taken, (other) => other.end > start);
    if ((taken[at]?.start ?? Infinity) < end) continue;
    taken.splice(at, 0, one.range);
    kept.push(one);
  }
  return kept;
}

interface ScanLimits {
  /** The errors that a match may have. */
  readonly most: number;
  /** How many more than the best match has. */
  readonly margin: number;
  /** The errors of a known match: the best has no more. */
  readonly atMost: number;
}

/** Scans the whole text. Returns the best match, then one before and one behind it within its margin. */
function scanAll(text: string, pattern: BitPattern, { most, margin, atMost }: ScanLimits): Likeness[] {
  const parts = pattern.likely(text, { start: 0, end: text.length }, Math.min(most, atMost + margin));
  const equals = pattern.nearest(text, parts, atMost);
  const [best] = equals;
  if (!best) return [];
  const next = Math.min(most, best.errors + margin);
  const before = parts.flatMap((part) => within(part, { start: 0, end: best.range.start }));
  const behind = parts.flatMap((part) => within(part, { start: best.range.end, end: text.length }));
  const others = [before, behind].flatMap((some) => pattern.firstNearest(text, some, next) ?? []);
  return distinctLikenesses([...equals, ...others]);
}

function within(part: Range, { start, end }: Range): Range[] {
  const common = { start: Math.max(part.start, start), end: Math.min(part.end, end) };
  return common.start < common.end ? [common] : [];
}

/**
 * Returns the stretches of a source that may contain a match with few errors. A match with e errors leaves at least one of
 * e + 1 disjoint pieces of the words unchanged (the pigeonhole principle, see `likenesses`), and long pieces occur in fewer
 * places than single grams.
 * @param most the number of hits of the pieces' rarest grams to look at
 * @returns stretches that contain all such matches, overlapping ones not merged; undefined where pieces are too short or
 * the words too common
 */
function stretchesByWholePieces(
  index: PassageIndex,
  words: string,
  errors: number,
  most: number,
): readonly Range[] | undefined {
  const pieces = errors + 1;
  const width = words.length / pieces;
  if (width < gramUnits) return undefined;
  const slots = index.grams.slotsOf(words);
  const stretches: Range[] = [];
  let hits = 0;
  for (let piece = 0; piece < pieces; piece++) {
    const from = Math.floor(piece * width);
    const to = Math.floor((piece + 1) * width);
    const gram = index.grams.rarest(slots, from, to - gramUnits);
    hits += index.grams.count(gram.slot);
    if (hits > most) return undefined;
    const written = words.slice(from, to);
    for (const place of index.grams.places(gram.slot)) {
      const start = place - gram.offset;
      if (!index.text.startsWith(written, start + from)) continue;
      stretches.push({
        start: Math.max(0, start - errors),
        end: Math.min(index.text.length, start + words.length + errors),
      });
    }
  }
  return stretches.sort((a, b) => a.start - b.start);
}

/** With more places than this, the words are not aligned place by place. */
const maxAlignedPlaces = 24;

interface RareWord {
  readonly token: Token;
  /** A gram of the word, with its offset in the words of the quotation. */
  readonly gram: Gram;
  readonly count: number;
}

/**
 * Returns the stretches of a source with which a quotation can be aligned at a cost of at most `most`: all of them, and
 * perhaps others. This is the pigeonhole principle again (see `likenesses`), for words: where changing every one of some
 * words costs more than `most`, at least one of them is unchanged, apart from an initial capital. The rarest words are
 * looked up. Words in capitals count as changed.
 * @returns stretches as long as the quotation, placed as if nothing else had changed; undefined where the words are too
 * few, too short or too common
 */
export function stretchesByRareWords(
  index: PassageIndex,
  words: string,
  most: number,
): readonly Range[] | undefined {
  const chosen = enough(rareWords(index, words), most);
  if (!chosen || chosen.reduce((sum, { count }) => sum + count, 0) > maxAlignedPlaces) return undefined;
  const starts = new Set<number>();
  for (const { token, gram } of chosen)
    for (const place of index.grams.places(gram.slot)) {
      const start = place - gram.offset;
      const found = index.text.slice(start + token.start, start + token.end);
      if (found.toLowerCase() === token.folded) starts.add(start);
    }
  return [...starts].map((start) => ({
    start: Math.max(0, start),
    end: Math.min(index.text.length, start + words.length),
  }));
}

/** Returns the words that contain a gram after their first letter, rarest first. */
function rareWords(index: PassageIndex, words: string): RareWord[] {
  const slots = index.grams.slotsOf(words);
  const found: RareWord[] = [];
  for (const token of partedTokensOf(words, true)) {
    if (token.kind !== 'word' || token.end - token.start <= gramUnits) continue;
    const best = index.grams.rarest(slots, token.start + 1, token.end - gramUnits);
    found.push({ token, gram: best, count: index.grams.count(best.slot) });
  }
  return found.sort((a, b) => a.count - b.count);
}

/** Returns the fewest words whose changes together cost more than `most`; undefined where there are not enough. */
function enough(words: readonly RareWord[], most: number): readonly RareWord[] | undefined {
  let cost = 0;
  for (const [at, { token }] of words.entries()) {
    cost += minChangeCost(token);
    if (cost > most) return words.slice(0, at + 1);
  }
  return undefined;
}
