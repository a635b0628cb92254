import type { Task } from '../memo.ts';
import { appendTo } from '../text.ts';
import type { JudgedBead } from './alignSegments.ts';

/** Paragraphs that belong together by their sentences, as indices. */
export interface SentenceGroup {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** How much of the sentences is certain of its place, 0 … 1. */
  readonly posterior: number;
  readonly isSure: boolean;
}

/** A text as sentences: which paragraph each belongs to, in order, and how long it is. */
export interface SentenceText {
  readonly owners: readonly number[];
  readonly lengths: readonly number[];
  readonly paragraphs: { readonly count: number };
}

/** Of a paragraph, the part that must say the same as another for the two to belong together; less may be chance. */
const minShare = 0.15;
const maxChance = 0.03;
/** The most of a sure group that may be uncertain, or without a counterpart. */
const maxDoubt = 0.05;
const maxLone = 0.1;

/** What a paragraph shares with those of the other text. All in units of length. */
interface Shares {
  readonly length: number;
  /** By the index of the other paragraph. */
  readonly withOther: Map<number, number>;
  /** Sentences without a counterpart. */
  lone: number;
  /** Sentences whose place is not certain, by how uncertain it is. */
  doubt: number;
}

/** Puts paragraphs together by an alignment of their sentences. */
export function* groupsBySentences(
  beads: readonly JudgedBead[],
  a: SentenceText,
  b: SentenceText,
): Task<readonly SentenceGroup[]> {
  const [inA, inB] = [sharesOf(a), sharesOf(b)];
  for (const bead of beads) {
    const [partsA, partsB] = [partsOfBead(a, bead.i, bead.p), partsOfBead(b, bead.j, bead.q)];
    share(inA, partsA, partsB, bead);
    share(inB, partsB, partsA, bead);
    yield;
  }
  return yield* groups(inA, inB);
}

function sharesOf({ owners, lengths, paragraphs }: SentenceText): Shares[] {
  const totals = new Float64Array(paragraphs.count);
  for (const [at, owner] of owners.entries()) totals[owner] = (totals[owner] ?? 0) + (lengths[at] ?? 0);
  return Array.from(totals, (length) => ({ length, withOther: new Map(), lone: 0, doubt: 0 }));
}

interface BeadPart {
  readonly owner: number;
  readonly length: number;
}

function partsOfBead({ owners, lengths }: SentenceText, from: number, count: number): BeadPart[] {
  return owners.slice(from, from + count).map((owner, at) => ({ owner, length: lengths[from + at] ?? 0 }));
}

/** Adds what the sentences of a bead share to their paragraphs. */
function share(
  shares: Shares[],
  own: readonly BeadPart[],
  other: readonly BeadPart[],
  bead: JudgedBead,
): void {
  for (const { owner, length } of own) {
    const paragraph = shares[owner];
    if (!paragraph) continue;
    if (other.length === 0) paragraph.lone += length;
    else if (!bead.isSure) paragraph.doubt += length * (1 - bead.posterior);
    for (const part of other) {
      const before = paragraph.withOther.get(part.owner) ?? 0;
      paragraph.withOther.set(part.owner, before + length / other.length);
    }
  }
}

/** The connected parts of the graph of paragraphs that share enough. */
function* groups(inA: readonly Shares[], inB: readonly Shares[]): Task<readonly SentenceGroup[]> {
  const roots = Array.from({ length: inA.length + inB.length }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (roots[root] !== root) root = roots[root] ?? root;
    return root;
  };
  const uncertain = new Set<number>();
  for (const [x, { withOther, length }] of inA.entries()) {
    for (const [y, shared] of withOther) {
      const other = inB[y];
      const part = Math.max(shared / length, (other?.withOther.get(x) ?? 0) / (other?.length ?? 1));
      if (part >= minShare) roots[rootOf(x)] = rootOf(inA.length + y);
      else if (part > maxChance) uncertain.add(x).add(inA.length + y);
    }
    yield;
  }
  const members = new Map<number, number[]>();
  for (const at of roots.keys()) appendTo(members, rootOf(at), at);
  const found: SentenceGroup[] = [];
  for (const ids of members.values()) {
    found.push(sentenceGroupOf(ids, inA, inB, uncertain));
    yield;
  }
  return found;
}

function sentenceGroupOf(
  ids: readonly number[],
  inA: readonly Shares[],
  inB: readonly Shares[],
  uncertain: ReadonlySet<number>,
): SentenceGroup {
  const a = ids.filter((id) => id < inA.length);
  const b = ids.filter((id) => id >= inA.length).map((id) => id - inA.length);
  const all = [...a.flatMap((at) => inA[at] ?? []), ...b.flatMap((at) => inB[at] ?? [])];
  const sum = (valueOf: (shares: Shares) => number): number =>
    all.reduce((total, one) => total + valueOf(one), 0);
  const length = sum((shares) => shares.length) || 1;
  const doubt = sum((shares) => shares.doubt) / length;
  const isSure =
    a.length > 0 &&
    b.length > 0 &&
    doubt <= maxDoubt &&
    sum(({ lone }) => lone) / length <= maxLone &&
    !ids.some((id) => uncertain.has(id));
  return { a, b, posterior: 1 - doubt, isSure };
}
