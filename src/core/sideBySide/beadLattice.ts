import type { Task } from '../memo.ts';
import { type Bead, type BeadType, beadTypes, maxSide } from './beads.ts';
import type { Corridor } from './corridor.ts';

/** Kinds of beads in rows of numbers, which are read far faster than objects. */
export class LatticeBeads {
  /** In the order of the places that lead to one, so that of equal alignments the same is found whatever is computed first. */
  readonly types: readonly BeadType[];
  readonly sidesA: Int8Array;
  readonly sidesB: Int8Array;
  /** The logarithm of how often a bead is, weakened: what the texts share says more. */
  readonly priors: Float64Array;

  constructor(isWanted: (type: BeadType) => boolean) {
    this.types = beadTypes.filter(isWanted).sort((a, b) => b.p - a.p || b.q - a.q);
    this.sidesA = Int8Array.from(this.types, ({ p }) => p);
    this.sidesB = Int8Array.from(this.types, ({ q }) => q);
    this.priors = Float64Array.from(this.types, ({ frequency }) => 0.8 * Math.log(frequency));
  }
}

const allBeads = new LatticeBeads(() => true);

/** Room for the numbers of one lattice after the other: most of the time that new room takes is until the system has cleared it. */
export class LatticeRoom {
  private readonly rows: Float64Array[] = [];

  /** A row of at least so many numbers, whatever these are. Whoever had it before has it no longer. */
  row(at: number, length: number): Float64Array {
    const row = this.rows[at];
    if (row && row.length >= length) return row;
    return (this.rows[at] = new Float64Array(length));
  }
}

/** What speaks for a bead with segments on both sides, in nats. Called for every bead that is possible. */
type BeadScore = (i: number, p: number, j: number, q: number) => number;

/** Alignments that are less probable than the best by this much, as a logarithm, change no sum. */
const negligible = 40;

/**
 * All alignments of two texts within a corridor, as paths from the beginnings to the ends: the best one, and how probable each
 * of its beads is among all (forward–backward).
 */
export class BeadLattice {
  private readonly rows: Int32Array;
  private readonly scores: Float64Array;
  private readonly forward: Float64Array;
  private readonly backward: Float64Array;
  private readonly best: Float64Array;
  private readonly bestType: Int8Array;
  /** Room for what each kind of bead adds to a sum. */
  private readonly reached: Float64Array;
  /** Of the rows that beads lead to or from: the first and last place, and where places begin in the lattice. */
  private readonly near = {
    first: new Int32Array(maxSide + 1),
    last: new Int32Array(maxSide + 1),
    base: new Int32Array(maxSide + 1),
  };
  private readonly n: number;
  private readonly m: number;

  private constructor(
    private readonly corridor: Corridor,
    room: LatticeRoom,
    private readonly kinds: LatticeBeads,
  ) {
    this.n = corridor.first.length - 1;
    this.m = corridor.last[this.n] ?? 0;
    this.rows = new Int32Array(this.n + 2);
    for (let i = 0; i <= this.n; i++)
      this.rows[i + 1] = (this.rows[i] ?? 0) + Math.max(0, this.end(i) - this.start(i) + 1);
    const cells = this.rows[this.n + 1] ?? 0;
    this.scores = room.row(0, cells * kinds.types.length);
    this.forward = room.row(1, cells);
    this.backward = room.row(2, cells);
    this.best = room.row(3, cells);
    this.bestType = new Int8Array(cells);
    this.reached = new Float64Array(kinds.types.length);
  }

  /**
   * @param score of places that count from the beginning of the corridor
   * @param room from which another lattice may take it when nothing is asked of this one any more
   */
  static *over(
    corridor: Corridor,
    score: BeadScore,
    room: LatticeRoom,
    kinds: LatticeBeads = allBeads,
  ): Task<BeadLattice> {
    const lattice = new BeadLattice(corridor, room, kinds);
    yield* lattice.goForward(score);
    yield* lattice.goBackward();
    return lattice;
  }

  /** The beads of the best alignment, in order. Empty where the corridor does not lead to the end. */
  beads(): Bead[] {
    const { types } = this.kinds;
    const beads: Bead[] = [];
    let [i, j] = [this.n, this.m];
    while (i > 0 || j > 0) {
      const cell = this.cell(i, j);
      const at = this.bestType[cell] ?? 0;
      const type = types[at];
      if (!type || this.best[cell] === -Infinity) return [];
      const { p, q } = type;
      i -= p;
      j -= q;
      const from = this.cell(i, j);
      const through =
        (this.forward[from] ?? 0) + (this.scores[from * types.length + at] ?? 0) + (this.backward[cell] ?? 0);
      beads.push({ i, p, j, q, posterior: Math.exp(Math.min(0, through - this.total)) });
    }
    return beads.reverse();
  }

  /** The logarithm of the probability that an alignment goes through a pair of places. */
  logProbability(i: number, j: number): number {
    const cell = this.cell(i, j);
    return cell < 0 ? -Infinity : (this.forward[cell] ?? 0) + (this.backward[cell] ?? 0) - this.total;
  }

  private get total(): number {
    return this.forward[this.cell(this.n, this.m)] ?? 0;
  }

  private start(i: number): number {
    return this.corridor.first[i] ?? 0;
  }

  private end(i: number): number {
    return this.corridor.last[i] ?? 0;
  }

  /** The index of a pair of places; -1 outside the corridor. */
  private cell(i: number, j: number): number {
    if (i < 0 || i > this.n || j < this.start(i) || j > this.end(i)) return -1;
    return (this.rows[i] ?? 0) + j - this.start(i);
  }

  /** @param step 1 for the rows behind row `i`, -1 for those before it */
  private lookAround(i: number, step: number): void {
    const { first, last, base } = this.near;
    for (let side = 0; side <= maxSide; side++) {
      const row = i + side * step;
      const isThere = row >= 0 && row <= this.n;
      first[side] = isThere ? this.start(row) : 0;
      last[side] = isThere ? this.end(row) : -1;
      base[side] = isThere ? (this.rows[row] ?? 0) - this.start(row) : 0;
    }
  }

  private *goForward(score: BeadScore): Task<void> {
    this.forward[this.cell(0, 0)] = 0;
    this.best[this.cell(0, 0)] = 0;
    for (let i = 0; i <= this.n; i++) {
      this.lookAround(i, -1);
      const last = this.end(i);
      for (let j = this.start(i); j <= last; j++) if (i > 0 || j > 0) this.reach(i, j, score);
      yield;
    }
  }

  /** Adds up the alignments that lead to a pair of places. */
  private reach(i: number, j: number, score: BeadScore): void {
    const { forward, best, scores, reached } = this;
    const { sidesA, sidesB, priors } = this.kinds;
    const typeCount = reached.length;
    const { first, last, base } = this.near;
    let highest = -Infinity;
    let bestTotal = -Infinity;
    let bestType = 0;
    for (let at = 0; at < typeCount; at++) {
      reached[at] = -Infinity;
      const p = sidesA[at] ?? 0;
      const q = sidesB[at] ?? 0;
      if (j - q < (first[p] ?? 0) || j - q > (last[p] ?? 0)) continue;
      const from = (base[p] ?? 0) + j - q;
      const before = forward[from] ?? -Infinity;
      if (before === -Infinity) continue;
      const step = (priors[at] ?? 0) + (p > 0 && q > 0 ? score(i - p, p, j - q, q) : 0);
      scores[from * typeCount + at] = step;
      reached[at] = before + step;
      highest = Math.max(highest, before + step);
      const total = (best[from] ?? -Infinity) + step;
      if (total <= bestTotal) continue;
      bestTotal = total;
      bestType = at;
    }
    const to = (base[0] ?? 0) + j;
    forward[to] = logSum(reached, highest);
    best[to] = bestTotal;
    this.bestType[to] = bestType;
  }

  private *goBackward(): Task<void> {
    this.backward[this.cell(this.n, this.m)] = 0;
    for (let i = this.n; i >= 0; i--) {
      this.lookAround(i, 1);
      const first = this.start(i);
      for (let j = this.end(i); j >= first; j--) if (i < this.n || j < this.m) this.leave(j);
      yield;
    }
  }

  /** Adds up the alignments that lead from a place of the row, paired with `j`, to the end. */
  private leave(j: number): void {
    const { backward, scores, reached } = this;
    const { sidesA, sidesB } = this.kinds;
    const typeCount = reached.length;
    const { first, last, base } = this.near;
    const from = (base[0] ?? 0) + j;
    backward[from] = -Infinity;
    if (this.forward[from] === -Infinity) return;
    let highest = -Infinity;
    for (let at = 0; at < typeCount; at++) {
      const p = sidesA[at] ?? 0;
      const to = j + (sidesB[at] ?? 0);
      const isThere = to >= (first[p] ?? 0) && to <= (last[p] ?? 0);
      const sum = isThere
        ? (backward[(base[p] ?? 0) + to] ?? 0) + (scores[from * typeCount + at] ?? 0)
        : -Infinity;
      reached[at] = sum;
      highest = Math.max(highest, sum);
    }
    backward[from] = logSum(reached, highest);
  }
}

/** The logarithm of the sum of powers of e, of which `highest` is the highest. */
function logSum(powers: Float64Array, highest: number): number {
  if (highest === -Infinity) return highest;
  let sum = 0;
  for (const power of powers) {
    const below = power - highest;
    if (below > -negligible) sum += below === 0 ? 1 : Math.exp(below);
  }
  return sum === 1 ? highest : highest + Math.log(sum);
}
