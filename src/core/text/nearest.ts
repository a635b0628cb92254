import { distance } from 'fastest-levenshtein';

/** Names more than this share of their letters away from what was written are no help. */
const farthest = 0.4;
const longest = 200;

/**
 * The known names nearest to what was written, best first: edit distance without regard to case, then the alphabet.
 * @param most how many at the most
 */
export function nearest(written: string, known: readonly string[], most = 3): string[] {
  const wanted = written.toLowerCase().slice(0, longest);
  return [...new Set(known)]
    .map((name) => ({ name, away: distance(wanted, name.toLowerCase().slice(0, longest)) }))
    .filter(
      ({ name, away }) =>
        away <=
        Math.max(wanted.length > 3 ? 2 : 1, Math.floor(Math.max(wanted.length, name.length) * farthest)),
    )
    .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}
