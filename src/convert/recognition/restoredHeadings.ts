import { type Block, plainRuns } from '../blocks.ts';
import type { CopyView } from './copyView.ts';
import type { UnclaimedPiece } from './pieces.ts';
import type { RecognisedCopy } from './targets.ts';

/** A part of the restored text. `at` orders the parts by the index of their first word. */
export interface RestoredPart {
  readonly at: number;
  readonly blocks: readonly Block[];
}

/** What is needed to place the headings of an edition. */
export interface HeadingPlaces {
  readonly copy: RecognisedCopy;
  readonly view: CopyView;
  /** The index of the first word of each passage found, by the passage's number. */
  readonly starts: ReadonlyMap<number, number>;
  readonly pieces: readonly UnclaimedPiece[];
  /** Pieces that have a place already. The piece of a changed heading is added. */
  readonly taken: Set<UnclaimedPiece>;
}

/** The headings of the edition, each before its passage, in the copy's words if it has them. */
export function restoreHeadings(at: HeadingPlaces): RestoredPart[] {
  const { copy, view } = at;
  const claims = new Map(
    copy.claims.flatMap((claim) =>
      claim.target.part === 'heading' ? [[claim.target.heading, claim] as const] : [],
    ),
  );
  return copy.edition.headings.map((heading, index) => {
    const claim = claims.get(heading);
    const title = claim
      ? view.titleOf(claim, heading.words)
      : changedTitle(at, heading.before, heading.label);
    const text = [heading.label, title ?? heading.title].filter((part) => part !== undefined).join(' ');
    const line = claim ? view.plain(claim.start, claim.end).line : 1;
    const block: Block = {
      kind: 'heading',
      depth: heading.depth,
      runs: plainRuns(text),
      line,
      endLine: line,
    };
    return {
      at: claim?.start ?? startFrom(at.starts, heading.before) - 0.5 + index / 1000,
      blocks: [block],
    };
  });
}

/** After every word. */
const atEnd = 1e9;

/** The index of the first word of any passage found from `number` on. */
function startFrom(starts: ReadonlyMap<number, number>, number: number): number {
  let start = atEnd;
  for (const [passage, at] of starts) if (passage >= number) start = Math.min(start, at);
  return start;
}

/**
 * The text of a heading with different words: a line before the passage that has the label or looks like a heading.
 * Undefined if there is none.
 */
function changedTitle(at: HeadingPlaces, before: number, label: string | undefined): string | undefined {
  const to = startFrom(at.starts, before);
  if (to === atEnd) return undefined;
  const from = at.starts.get(before - 1) ?? -1;
  const piece = at.pieces.findLast(
    (one) =>
      one.start > from &&
      one.start < to &&
      !at.taken.has(one) &&
      one.words <= 40 &&
      headsLike(at.view, one, label),
  );
  if (!piece) return undefined;
  at.taken.add(piece);
  return (label !== undefined && piece.text.startsWith(label) ? piece.text.slice(label.length) : piece.text)
    .replace(/\s+/g, ' ')
    .trim();
}

function headsLike(view: CopyView, piece: UnclaimedPiece, label: string | undefined): boolean {
  return view.itemAt(piece)?.kind === 'heading' || (label !== undefined && piece.text.startsWith(label));
}
