import type { Nodes } from 'mdast';
import type { Range } from '../text.ts';

/**
 * Where a node stands, in UTF-16 code units. Its own offsets count from the text that it was read from; `origin` says where
 * that text begins in the one that the result counts in. A node without a position is taken for an empty one at `origin`.
 */
export function rangeOf({ position }: Nodes, origin = 0): Range {
  const start = origin + (position?.start.offset ?? 0);
  return { start, end: position?.end.offset === undefined ? start : origin + position.end.offset };
}
