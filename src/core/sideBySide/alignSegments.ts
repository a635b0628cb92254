import { appendAll, type Range } from '../text.ts';
import type { Task } from '../memo.ts';
import { BeadLattice, LatticeBeads, type LatticeRoom } from './beadLattice.ts';
import type { Bead, BeadRange } from './beads.ts';
import type { BeadScores } from './beadScores.ts';
import { type Corridor, diagonalCorridor, narrowCorridor, reachesBorder, wholeCorridor } from './corridor.ts';

/** Parts of two texts between headings that both have: nothing of one belongs to anything outside the other. */
export interface HeadedStretch {
  readonly a: Range;
  readonly b: Range;
}

/** A bead, and whether everything that is known of it speaks for it. */
export interface JudgedBead extends Bead {
  readonly isSure: boolean;
  /** Undefined where one side is empty. */
  readonly score: number | undefined;
}

/** The result for segments of one kind, and for each stretch where its alignments may run. */
export interface SegmentAlignment {
  readonly beads: readonly JudgedBead[];
  readonly corridors: readonly Corridor[];
}

/** With more pairs of places than this, an alignment by lengths says first where to look. */
const maxWholePairs = 40_000;
/** How far from where as much of both texts is read that alignment looks at first, and beyond what one text has more at most. */
const [minDrift, maxDrift] = [30, 120];
/** How often the words and lengths of what is sure are learnt from. */
const lessons = 2;
/** Alignments through a pair of places that are less probable, as a logarithm, are not looked at again. */
const unlikely = -20;
/** The same where lengths alone say so, which know little. */
const unlikelyByLengths = -40;
const corridorMargin = 1;
/** To begin with, larger beads are seen as two. */
const usualBeads = new LatticeBeads(({ p, q }) => p + q <= 3);
/** What a sure bead needs: its probability, score, what each segment adds, and how far its lengths may differ. */
const sure = { posterior: 0.97, score: 2.5, part: 1.5, deviation: 1.5 };

/** Aligns segments, paragraphs or sentences, by what `scores` knows, and learns words and lengths from what is sure. */
export function* alignSegments(
  scores: BeadScores,
  stretches: readonly HeadedStretch[],
  corridors: readonly (Corridor | undefined)[],
  room: LatticeRoom,
): Task<SegmentAlignment> {
  const start = yield* startOf(scores, stretches, corridors, room);
  const usual = yield* alignStretches(scores, stretches, start, room, usualBeads);
  const corridorsOfAll = (yield* learnFrom(usual, scores)) ? usual.corridors : start;
  let result = yield* alignStretches(scores, stretches, corridorsOfAll, room);
  for (let lesson = 1; lesson < lessons && (yield* learnFrom(result, scores)); lesson++)
    result = yield* alignStretches(scores, stretches, result.corridors, room);
  const beads: JudgedBead[] = [];
  for (const bead of result.beads) {
    beads.push(judged(bead, scores));
    yield;
  }
  return { beads, corridors: result.corridors };
}

/** Learns words and lengths from what is probable; false where that is too little. */
function* learnFrom({ beads }: StretchesResult, scores: BeadScores): Task<boolean> {
  const known = beads.filter(({ p, q, posterior }) => p > 0 && q > 0 && posterior > 0.9);
  if (!(yield* scores.learn(known))) return false;
  scores.ratio = usualRatio(scores, known) ?? scores.ratio;
  return true;
}

interface StretchesResult {
  readonly beads: readonly Bead[];
  readonly corridors: readonly Corridor[];
}

function* alignStretches(
  scores: BeadScores,
  stretches: readonly HeadedStretch[],
  corridors: readonly Corridor[],
  room: LatticeRoom,
  kinds?: LatticeBeads,
): Task<StretchesResult> {
  const beads: Bead[] = [];
  const narrowed: Corridor[] = [];
  for (const [at, stretch] of stretches.entries()) {
    const corridor = corridors[at] ?? wholeOf(stretch);
    const { start: startA } = stretch.a;
    const { start: startB } = stretch.b;
    const score = (i: number, p: number, j: number, q: number): number =>
      scores.score(i + startA, p, j + startB, q);
    const lattice = yield* BeadLattice.over(corridor, score, room, kinds);
    appendAll(
      beads,
      lattice.beads().map((bead) => inText(bead, stretch)),
    );
    narrowed.push(
      narrowCorridor(corridor, (i, j) => lattice.logProbability(i, j) > unlikely, corridorMargin),
    );
    yield;
  }
  return { beads, corridors: narrowed };
}

/** The corridors to begin with: those that are given, else everything, else what an alignment by lengths leaves. */
function* startOf(
  scores: BeadScores,
  stretches: readonly HeadedStretch[],
  corridors: readonly (Corridor | undefined)[],
  room: LatticeRoom,
): Task<readonly Corridor[]> {
  const starts: Corridor[] = [];
  for (const [at, stretch] of stretches.entries()) {
    const [n, m] = sizesOf(stretch);
    const known = corridors[at] ?? ((n + 1) * (m + 1) <= maxWholePairs ? wholeCorridor(n, m) : undefined);
    if (known) {
      starts.push(known);
      continue;
    }
    starts.push(yield* corridorByLengths(scores, stretch, minDrift, room));
  }
  return starts;
}

/** Where an alignment by lengths alone may run. It looks further where it comes to the borders of what it looks at. */
function* corridorByLengths(
  scores: BeadScores,
  stretch: HeadedStretch,
  drift: number,
  room: LatticeRoom,
): Task<Corridor> {
  const wide = diagonalCorridor(scores.lengthsOf(stretch), drift);
  const score = (i: number, p: number, j: number, q: number): number =>
    scores.lengthScore(i + stretch.a.start, p, j + stretch.b.start, q);
  const lattice = yield* BeadLattice.over(wide, score, room, usualBeads);
  const isLikely = (i: number, j: number): boolean => lattice.logProbability(i, j) > unlikelyByLengths;
  const [n, m] = sizesOf(stretch);
  return drift < Math.abs(n - m) + maxDrift && reachesBorder(wide, isLikely)
    ? yield* corridorByLengths(scores, stretch, 2 * drift, room)
    : narrowCorridor(wide, isLikely, corridorMargin);
}

function judged(bead: Bead, scores: BeadScores): JudgedBead {
  if (bead.p === 0 || bead.q === 0)
    return { ...bead, score: undefined, isSure: bead.posterior >= sure.posterior };
  const score = scores.score(bead.i, bead.p, bead.j, bead.q);
  const isSure =
    bead.posterior >= sure.posterior &&
    score >= sure.score &&
    Math.abs(scores.lengthDeviation(bead)) <= sure.deviation &&
    (scores.leastPart(bead) ?? Infinity) >= sure.part;
  return { ...bead, score, isSure };
}

/** The median of the ratios of single segments, as a logarithm; undefined where they are few. */
function usualRatio(scores: BeadScores, beads: readonly Bead[]): number | undefined {
  const ratios = beads
    .filter(({ p, q }) => p === 1 && q === 1)
    .map(({ i, j }) => scores.ratioOf(i, j))
    .sort((x, y) => x - y);
  return ratios.length > 5 ? ratios[ratios.length >> 1] : undefined;
}

function inText<T extends BeadRange>(bead: T, { a, b }: HeadedStretch): T {
  return { ...bead, i: bead.i + a.start, j: bead.j + b.start };
}

function sizesOf({ a, b }: HeadedStretch): readonly [number, number] {
  return [a.end - a.start, b.end - b.start];
}

function wholeOf(stretch: HeadedStretch): Corridor {
  return wholeCorridor(...sizesOf(stretch));
}
