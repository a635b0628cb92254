/** A finding leads to no more other places. */
const maxRelated = 20;

/** Of things that claim the same, those that a finding about one of them leads to: not more than a person looks at. */
export function rivalsOf<T>(claims: readonly T[], isOwn: (claim: T) => boolean): readonly T[] {
  return claims
    .slice(0, maxRelated + 1)
    .filter((claim) => !isOwn(claim))
    .slice(0, maxRelated);
}
