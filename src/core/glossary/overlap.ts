import { appendAll } from '../text.ts';
/** A form found in a text, by its first and last token, both included. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
  /** The node of the trie where the form ends. */
  readonly node: number;
  /** The length by which forms compete. */
  readonly length: number;
}

/**
 * Selects among overlapping forms: the longest first, of equally long ones the first, then those that still fit beside
 * them.
 * @param found at most one candidate per token, the longest that starts there, sorted by `first`
 * @param shorten returns the longest form that starts at `first` and ends at `last` at the latest
 */
export function chooseLongest(
  found: readonly Candidate[],
  shorten: (first: number, last: number) => Candidate | undefined,
): Candidate[] {
  const chosen: Candidate[] = [];
  for (let from = 0; from < found.length;) {
    let to = from;
    let end = -1;
    for (; to < found.length && (to === from || (found[to]?.first ?? 0) <= end); to++)
      end = Math.max(end, found[to]?.last ?? 0);
    const cluster = found.slice(from, to);
    if (cluster.length === 1) appendAll(chosen, cluster);
    else appendAll(chosen, chooseInCluster(cluster, end, shorten));
    from = to;
  }
  return chosen;
}

function chooseInCluster(
  cluster: readonly Candidate[],
  end: number,
  shorten: (first: number, last: number) => Candidate | undefined,
): Candidate[] {
  const start = cluster[0]?.first ?? 0;
  const taken = new Uint8Array(end - start + 1);
  const queue = new LongestFirst(cluster);
  const chosen: Candidate[] = [];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const free = lastFree(taken, next, start);
    if (free === next.last) {
      taken.fill(1, next.first - start, next.last - start + 1);
      chosen.push(next);
    } else if (free >= next.first) {
      const shorter = shorten(next.first, free);
      if (shorter) queue.push(shorter);
    }
  }
  return chosen.sort((a, b) => a.first - b.first);
}

/** Returns the last token up to which a candidate is free; one less than its first token where that is taken. */
function lastFree(taken: Uint8Array, candidate: Candidate, start: number): number {
  let last = candidate.first;
  while (last <= candidate.last && taken[last - start] === 0) last++;
  return last - 1;
}

/** A binary heap with the longest candidate at the top, of equally long ones the first. */
class LongestFirst {
  private readonly heap: Candidate[] = [];

  constructor(candidates: readonly Candidate[]) {
    for (const candidate of candidates) this.push(candidate);
  }

  push(candidate: Candidate): void {
    const { heap } = this;
    let at = heap.push(candidate) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (!above || !precedes(candidate, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = candidate;
  }

  pop(): Candidate | undefined {
    const { heap } = this;
    const top = heap[0];
    const moved = heap.pop();
    if (top === undefined || moved === undefined || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [a, b] = [heap[left], heap[left + 1]];
      const child = a && b && precedes(b, a) ? left + 1 : left;
      const below = heap[child];
      if (!below || !precedes(below, moved)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = moved;
    return top;
  }
}

function precedes(a: Candidate, b: Candidate): boolean {
  return a.length > b.length || (a.length === b.length && a.first < b.first);
}
