import { memo } from '../../memo.ts';
import { type ChunkCitations, type Citation, isInText } from '../../citations.ts';
import { appendTo } from '../../text.ts';
import type { CitationGroup } from './paragraphProse.ts';

/** The citation groups of one chunk, by position. Offsets are into the chunk. */
export interface ChunkGroups {
  readonly groups: readonly CitationGroup[];
  /** The citations of each group. */
  readonly citations: readonly (readonly Citation[])[];
}

export const noGroups: ChunkGroups = { groups: [], citations: [] };

/** Returns the citations of one chunk by group. */
export const chunkGroups = memo(
  'citation groups of a chunk',
  ({ citations }: ChunkCitations): ChunkGroups => {
    if (citations.length === 0) return noGroups;
    const byStart = new Map<number, Citation[]>();
    for (const citation of citations) appendTo(byStart, citation.group.start, citation);
    const lists = [...byStart.values()].sort((a, b) => startOfGroup(a) - startOfGroup(b));
    return { citations: lists, groups: lists.map(groupOf) };
  },
);

function startOfGroup(list: readonly Citation[]): number {
  return list[0]?.group.start ?? 0;
}

function groupOf(list: readonly Citation[]): CitationGroup {
  const [first] = list;
  const { start, end } = first?.group ?? { start: 0, end: 0 };
  return {
    start,
    end,
    authorInText: first !== undefined && isInText(first),
    located: list.some((citation) => citation.locator !== undefined),
  };
}
