import type { NoteThread } from '../../resolve.ts';
import type { Range } from '../../text.ts';

/**
 * Returns the `most` notes nearest to the visible ranges, nearest first. Of equally near notes, the first of each
 * line comes before the second of any line, because a line without a note would look undiscussed.
 * @param threads notes on one source file, in the order of the text
 * @param seen visible ranges of the file; if empty, its beginning counts as visible
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
    const line = lineOfThread(place.thread);
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

function lineOfThread({ range, source }: NoteThread): number {
  return range && source?.file ? source.file.lines.positionAt(range.start).line : 0;
}
