import type { PassageIndex } from '../match.ts';
import type { Range } from '../text.ts';

/** From each stretch of this many units the rarest gram is looked up. */
const seedUnits = 8;
/** Grams in more places than this lead nowhere. */
const maxSeedPlaces = 60;
/** The most that insertions and deletions may shift parts of the surroundings against each other. */
const maxShift = 160;
/** Windows whose diagonals are nearer to each other than this are one. */
const minApart = 40;
const windowMargin = 60;
/** Fewer seeds in one window are a coincidence. */
const minWindowSeeds = 2;
const maxWindows = 4;

/** A seed found in the text: where the pattern would start, and which part of it was found. */
interface SeedHit {
  readonly diagonal: number;
  readonly seed: number;
}

interface SeedCluster extends Range {
  readonly seeds: number;
}

/**
 * Returns the windows of an index in which parts of a pattern stand in about their order, those with most parts first, at most
 * four. Only rare grams are looked up, so the time hardly depends on the length of the text.
 * @param within the part of the index that is looked at; windows may reach beyond its ends
 */
export function contextWindows(index: PassageIndex, pattern: string, within: Range): Range[] {
  const chosen: SeedCluster[] = [];
  for (const one of seedClusters(seedHits(index, pattern, within))) {
    const isApart = chosen.every(
      ({ start, end }) => one.start > end + minApart || start > one.end + minApart,
    );
    if (isApart) chosen.push(one);
    if (chosen.length === maxWindows) break;
  }
  return chosen.map(({ start, end }) => ({
    start: Math.max(0, start - windowMargin),
    end: Math.min(index.text.length, end + pattern.length + windowMargin),
  }));
}

/** Returns where the rarest grams of the pattern stand, by diagonal, and for each diagonal in the order of the pattern. */
function seedHits({ grams, text }: PassageIndex, pattern: string, within: Range): SeedHit[] {
  const slots = grams.slotsOf(pattern);
  const gramLength = pattern.length - slots.length + 1;
  // Numbers are sorted far faster than objects.
  const hits: number[] = [];
  for (let seed = 0; seed < slots.length; seed += seedUnits) {
    const { offset, slot } = grams.rarest(slots, seed, Math.min(slots.length, seed + seedUnits) - 1);
    if (grams.count(slot) > maxSeedPlaces) continue;
    const written = pattern.slice(offset, offset + gramLength);
    for (const place of grams.placesWithin(slot, within))
      if (text.startsWith(written, place))
        hits.push((place - offset + pattern.length) * pattern.length + seed);
  }
  if (hits.length < minWindowSeeds) return [];
  return Array.from(Float64Array.from(hits).sort(), (hit) => ({
    diagonal: Math.floor(hit / pattern.length) - pattern.length,
    seed: hit % pattern.length,
  }));
}

/** Returns stretches of neighbouring diagonals with several seeds, those with most first. */
function seedClusters(hits: readonly SeedHit[]): SeedCluster[] {
  const clusters: SeedCluster[] = [];
  const counts = new Map<number, number>();
  let next = 0;
  for (const first of hits) {
    for (let hit = hits[next]; hit && hit.diagonal <= first.diagonal + maxShift; hit = hits[++next])
      counts.set(hit.seed, (counts.get(hit.seed) ?? 0) + 1);
    const end = hits[next - 1]?.diagonal ?? first.diagonal;
    if (counts.size >= minWindowSeeds) clusters.push({ start: first.diagonal, end, seeds: counts.size });
    const left = (counts.get(first.seed) ?? 1) - 1;
    if (left > 0) counts.set(first.seed, left);
    else counts.delete(first.seed);
  }
  return clusters.sort((a, b) => b.seeds - a.seeds);
}
