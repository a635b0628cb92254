import type { CoverageReply } from '../../server/protocol.ts';

/** A message to the coverage page: a whole text, or only the figures that have changed. */
export type PageMessage = Omit<CoverageReply, 'outline'> & {
  readonly filter: object;
} & (
    | { readonly type: 'text'; readonly outline: NonNullable<CoverageReply['outline']> }
    | {
        readonly type: 'change';
        /** Cells that had a figure and have none now. */
        readonly cleared: readonly number[];
      }
  );

/** Returns the figures that differ from those of the last reply, and the cells that no longer have one. */
export function changedFigures(
  before: CoverageReply['figures'],
  after: CoverageReply['figures'],
): { readonly figures: CoverageReply['figures']; readonly cleared: readonly number[] } {
  const known = new Map(before.map((figure) => [figure.cell, JSON.stringify(figure)]));
  const figures = after.filter((figure) => known.get(figure.cell) !== JSON.stringify(figure));
  const present = new Set(after.map(({ cell }) => cell));
  return { figures, cleared: before.flatMap(({ cell }) => (present.has(cell) ? [] : [cell])) };
}
