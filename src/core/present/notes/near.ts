import type { NoteThread } from '../../resolve.ts';
import type { Range } from '../../text.ts';

/**
 * Of the notes of a source the `most` that stand nearest to what is in sight, nearest first. Where several are as near, every
 * line has its first note before any line has its second: a line without any would look as if nobody had said anything of it.
 * @param threads notes that stand in one source file, in the order of the text
 * @param seen ranges of the file that are in sight; nothing in sight stands for its beginning
 */
export function nearestThreads(
  threads: readonly NoteThread[],
  seen: readonly Range[],
  most: number,
): readonly NoteThread[] {
  const places = threads.map((thread, order) => ({
    thread,
    order,
    distance: distanceOf(thread, seen),
    rank: 0,
  }));
  const ranks = new Map<number, number>();
  for (const place of places) {
    const line = lineOf(place.thread);
    place.rank = ranks.get(line) ?? 0;
    ranks.set(line, place.rank + 1);
  }
  return places
    .sort((a, b) => a.distance - b.distance || a.rank - b.rank || a.order - b.order)
    .slice(0, most)
    .map(({ thread }) => thread);
}

function distanceOf({ range }: NoteThread, seen: readonly Range[]): number {
  const { start, end } = range ?? { start: 0, end: 0 };
  if (seen.length === 0) return start;
  return seen.reduce(
    (least, each) => Math.min(least, Math.max(each.start - end, start - each.end, 0)),
    Infinity,
  );
}

function lineOf({ range, source }: NoteThread): number {
  return range && source?.file ? source.file.lines.positionAt(range.start).line : 0;
}
