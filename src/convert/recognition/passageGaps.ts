import type { EditionPassage } from '../../core/source.ts';
import type { RecognisedCopy } from './targets.ts';

/** The words of a copy between two passages that were found, and the passages that are missing there. */
export interface PassageGap {
  readonly from: number;
  readonly to: number;
  readonly passages: readonly EditionPassage[];
}

/** Finds where passages of the edition are missing in a copy. Passages with other words beside them are missing too. */
export function passageGaps({ claims, edition, words }: RecognisedCopy): PassageGap[] {
  const found = claims.flatMap((claim) =>
    claim.target.part === 'passage' && !claim.altered ? [{ number: claim.target.passage.number, claim }] : [],
  );
  const gaps: PassageGap[] = [];
  let from = 0;
  let before = 0;
  for (const { number, claim } of [
    ...found,
    { number: Infinity, claim: { start: words.length, end: words.length } },
  ]) {
    const passages = edition.passages.filter((passage) => passage.number > before && passage.number < number);
    if (passages.length > 0) gaps.push({ from, to: claim.start, passages });
    from = claim.end;
    before = number;
  }
  return gaps;
}
