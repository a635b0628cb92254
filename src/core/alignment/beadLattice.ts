import type { Task } from '../memo.ts';
import { type Bead, beadTypes } from './beads.ts';
import type { Corridor } from './corridor.ts';

const priors = beadTypes.map(({ frequency }) => 0.8 * Math.log(frequency));
const types = beadTypes.map(({ p, q }, at) => ({ p, q, at }));

/** What speaks for a bead with segments on both sides, in nats. Called for every bead that is possible. */
type BeadScore = (i: number, p: number, j: number, q: number) => number;

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
  private readonly n: number;
  private readonly m: number;

  private constructor(private readonly corridor: Corridor) {
    this.n = corridor.first.length - 1;
    this.m = corridor.last[this.n] ?? 0;
    this.rows = new Int32Array(this.n + 2);
    for (let i = 0; i <= this.n; i++)
      this.rows[i + 1] = (this.rows[i] ?? 0) + Math.max(0, this.end(i) - this.start(i) + 1);
    const cells = this.rows[this.n + 1] ?? 0;
    this.scores = new Float64Array(cells * types.length);
    this.forward = new Float64Array(cells).fill(-Infinity);
    this.backward = new Float64Array(cells).fill(-Infinity);
    this.best = new Float64Array(cells).fill(-Infinity);
    this.bestType = new Int8Array(cells);
  }

  /** @param score of places that count from the beginning of the corridor */
  static *over(corridor: Corridor, score: BeadScore): Task<BeadLattice> {
    const lattice = new BeadLattice(corridor);
    yield* lattice.goForward(score);
    yield* lattice.goBackward();
    return lattice;
  }

  /** The beads of the best alignment, in order. Empty where the corridor does not lead to the end. */
  beads(): Bead[] {
    const beads: Bead[] = [];
    let [i, j] = [this.n, this.m];
    while (i > 0 || j > 0) {
      const cell = this.cell(i, j);
      const type = types[this.bestType[cell] ?? 0];
      if (!type || this.best[cell] === -Infinity) return [];
      const { p, q, at } = type;
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

  private *goForward(score: BeadScore): Task<void> {
    const { forward, best, bestType, scores } = this;
    forward[this.cell(0, 0)] = 0;
    best[this.cell(0, 0)] = 0;
    for (let i = 0; i <= this.n; i++) {
      for (let j = this.start(i); j <= this.end(i); j++) {
        const from = this.cell(i, j);
        const reached = forward[from] ?? -Infinity;
        if (reached === -Infinity) continue;
        for (const { p, q, at } of types) {
          const to = this.cell(i + p, j + q);
          if (to < 0) continue;
          const step = (priors[at] ?? 0) + (p > 0 && q > 0 ? score(i, p, j, q) : 0);
          scores[from * types.length + at] = step;
          forward[to] = logSum(forward[to] ?? -Infinity, reached + step);
          const total = (best[from] ?? -Infinity) + step;
          if (total > (best[to] ?? -Infinity)) {
            best[to] = total;
            bestType[to] = at;
          }
        }
      }
      yield;
    }
  }

  private *goBackward(): Task<void> {
    const { forward, backward, scores } = this;
    backward[this.cell(this.n, this.m)] = 0;
    for (let i = this.n; i >= 0; i--) {
      for (let j = this.end(i); j >= this.start(i); j--) {
        const from = this.cell(i, j);
        if (forward[from] === -Infinity) continue;
        let sum = backward[from] ?? -Infinity;
        for (const { p, q, at } of types) {
          const to = this.cell(i + p, j + q);
          if (to >= 0)
            sum = logSum(sum, (backward[to] ?? -Infinity) + (scores[from * types.length + at] ?? 0));
        }
        backward[from] = sum;
      }
      yield;
    }
  }
}

/** log(eˣ + eʸ). */
function logSum(x: number, y: number): number {
  if (x < y) return logSum(y, x);
  return y === -Infinity || x - y > 40 ? x : x + Math.log1p(Math.exp(y - x));
}
