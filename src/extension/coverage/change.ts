import type { CoverageReply } from '../../server/protocol.ts';

/** What the page is told: a whole text, or what has changed of the figures. */
export type PageMessage = Omit<CoverageReply, 'outline'> & {
  readonly filter: object;
} & (
    | { readonly type: 'text'; readonly outline: NonNullable<CoverageReply['outline']> }
    | {
        readonly type: 'change';
        /** Cells of which nothing is said any more. */
        readonly cleared: readonly number[];
      }
  );

/** The figures of a reply that differ from the last, and the cells that had some and have none now. */
export function changedFigures(
  before: CoverageReply['figures'],
  after: CoverageReply['figures'],
): { readonly figures: CoverageReply['figures']; readonly cleared: readonly number[] } {
  const known = new Map(before.map((figure) => [figure.cell, JSON.stringify(figure)]));
  const figures = after.filter((figure) => known.get(figure.cell) !== JSON.stringify(figure));
  const present = new Set(after.map(({ cell }) => cell));
  return { figures, cleared: before.flatMap(({ cell }) => (present.has(cell) ? [] : [cell])) };
}
