import { distance } from 'fastest-levenshtein';

/** Names that differ in more than this share of their letters are no help. */
const maxDistanceShare = 0.4;
const maxNearestUnits = 200;

/**
 * Returns the known names nearest to `written`, best first: by edit distance without regard to case, then alphabetically.
 * @param most the maximum number of names
 */
export function nearest(written: string, known: readonly string[], most = 3): string[] {
  const wanted = written.toLowerCase().slice(0, maxNearestUnits);
  return [...new Set(known)]
    .map((name) => ({ name, away: distance(wanted, name.toLowerCase().slice(0, maxNearestUnits)) }))
    .filter(
      ({ name, away }) =>
        away <=
        Math.max(
          wanted.length > 3 ? 2 : 1,
          Math.floor(Math.max(wanted.length, name.length) * maxDistanceShare),
        ),
    )
    .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}
