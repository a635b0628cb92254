import type { Citation } from '../citation.ts';
import type { PlacedChunk } from '../document.ts';
import type { CitationGroup } from './prose.ts';

/** The citation groups of one chunk, by position. */
export interface ChunkGroups {
  /** Offsets count from the beginning of the chunk. */
  readonly groups: readonly CitationGroup[];
  /** The citations of each of them. */
  readonly citations: readonly (readonly Citation[])[];
}

export const noGroups: ChunkGroups = { groups: [], citations: [] };

/**
 * Puts the citations of one chunk together by group.
 * @param citations all citations of the paper, by position
 */
export function chunkGroups({ start, chunk }: PlacedChunk, citations: readonly Citation[]): ChunkGroups {
  const first = firstFrom(citations, start);
  const end = firstFrom(citations, start + chunk.text.length);
  if (first === end) return noGroups;
  const byStart = new Map<number, Citation[]>();
  for (let i = first; i < end; i++) {
    const citation = citations[i];
    if (!citation) break;
    const known = byStart.get(citation.group.start);
    if (known) known.push(citation);
    else byStart.set(citation.group.start, [citation]);
  }
  const lists = [...byStart.values()].sort((a, b) => startOf(a) - startOf(b));
  return { citations: lists, groups: lists.map((list) => groupOf(list, start)) };
}

function startOf(list: readonly Citation[]): number {
  return list[0]?.group.start ?? 0;
}

function groupOf(list: readonly Citation[], origin: number): CitationGroup {
  const range = list[0]?.group ?? { start: 0, end: 0 };
  return {
    start: range.start - origin,
    end: range.end - origin,
    authorInText: list[0]?.mode === 'authorInText',
    located: list.some((citation) => citation.locator !== undefined),
  };
}

/** Index of the first citation at an offset or behind it. */
function firstFrom(citations: readonly Citation[], offset: number): number {
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle]?.range.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether two lists of groups say the same of the same places. */
export function sameGroups(a: readonly CitationGroup[], b: readonly CitationGroup[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((group, i) => {
        const other = b[i];
        return (
          group.start === other?.start &&
          group.end === other.end &&
          group.authorInText === other.authorInText &&
          group.located === other.located
        );
      }))
  );
}
