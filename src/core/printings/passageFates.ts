import { pairWords, runWords, unread, type WordPairs } from './wordPairs.ts';
import type { WordSequence } from './wordSequence.ts';

/** Where the words of a passage stand in another printing. */
export interface PassageFate {
  /** The number that the passage has. */
  readonly number: number;
  /**
   * `kept`: in one passage, whatever its number, and in their order; `moved`: in one passage elsewhere in the text; `split`: in
   * passages that follow one another; `joined`: in one passage, with those of others; `gone`: nowhere; `doubtful`: not certain.
   */
  readonly state: FateState;
  /** The numbers of the passages in the other printing, ascending; where it is doubtful those that have some of the words. */
  readonly to: readonly number[];
  /** For `joined`: the other passages whose words stand in the same passage. */
  readonly joinedWith: readonly number[];
}

export type FateState = 'kept' | 'moved' | 'split' | 'joined' | 'gone' | 'doubtful';

/** Passages shorter than this are certain only where all their words stand together. */
const fewWords = 6;
/** From this share of its words on it is known where a passage stands; below `goneShare` nothing of it is left. */
const enoughShare = 0.6;
const goneShare = 0.15;
/** Less of a passage, or of the passage that it would stand in, is no part of it. */
const partShare = 0.08;
const ownPartShare = 0.5;
/** More than this anywhere else leaves a doubt. */
const strayShare = 0.03;
/** A word that is so rare says something even alone; others count for this. */
const rareUses = 2;
const loneWordWeight = 0.25;
/** Less of a passage is no half of it. */
const minHalfShare = 0.15;

/** What a passage has in one passage of the other printing. */
interface Part {
  readonly to: number;
  /** Words in the order of the texts, single common words as fractions. */
  inOrder: number;
  /** Words of runs that stand elsewhere. */
  elsewhere: number;
  /** The longest run of words in a row. */
  longestRun: number;
}

/** Says where each passage of one printing stands in another. Never guesses: what is not certain is doubtful. */
export function fatesByWords(a: WordSequence, b: WordSequence): PassageFate[] {
  const pairs = pairWords(a.ids, b.ids);
  const edges = new Edges(a, b, pairs.inOrder);
  const wordsOf = (to: number): number => countWordsIn(b, to);
  return withJoined(
    partsOfPassages(a, b, pairs).map((own, passage) =>
      fateOf(passage, countWordsIn(a, passage), [...own.values()], wordsOf, edges),
    ),
  );
}

/** So many words at the edge of a passage, none of them found, may stand in the passage beside the one where it stands. */
const minEdge = 4;
/** If that has so many words at its edge that no other passage has. */
const minFreeEdge = 3;

/** What is left over at the edges of passages, where a revised sentence may have gone over to the neighbour. */
class Edges {
  /** For each word of the new printing the passage whose word it is, −1 for none. */
  private readonly origins: Int32Array;

  constructor(
    private readonly a: WordSequence,
    private readonly b: WordSequence,
    private readonly inOrder: Int32Array,
  ) {
    this.origins = new Int32Array(b.ids.length).fill(-1);
    inOrder.forEach((j, i) => {
      if (j >= 0) this.origins[j] = a.owners[i] ?? -1;
    });
  }

  /** Whether words of a passage were not compared. */
  isUnread(passage: number): boolean {
    const { starts } = this.a;
    return this.inOrder.subarray(starts[passage], starts[passage + 1]).includes(unread);
  }

  /** Whether the beginning or end of a passage may stand in the passage before or after those that have its words. */
  mayReachBeyond(passage: number, first: number, last: number): boolean {
    const { a, b } = this;
    const [start = 0, end = 0] = [a.starts[passage], a.starts[passage + 1]];
    const isOutside = (i: number): boolean => {
      const owner = b.owners[this.inOrder[i] ?? -1] ?? -1;
      return owner < first || owner > last;
    };
    let head = start;
    while (head < end && isOutside(head)) head++;
    let tail = end;
    while (tail > head && isOutside(tail - 1)) tail--;
    return (
      (head - start >= minEdge && this.freeWords(passage, first - 1, -1) >= minFreeEdge) ||
      (end - tail >= minEdge && this.freeWords(passage, last + 1, 1) >= minFreeEdge)
    );
  }

  /** Words at the end (`step` −1) or beginning (1) of a passage of the new printing that are of no passage but this one. */
  private freeWords(passage: number, neighbour: number, step: 1 | -1): number {
    const { starts } = this.b;
    const [start, end] = [starts[neighbour], starts[neighbour + 1]];
    if (start === undefined || end === undefined) return 0;
    let free = 0;
    for (let at = step === 1 ? start : end - 1; at >= start && at < end; at += step) {
      const origin = this.origins[at] ?? -1;
      if (origin !== -1 && origin !== passage) break;
      free++;
    }
    return free;
  }
}

function countWordsIn({ starts }: WordSequence, passage: number): number {
  return (starts[passage + 1] ?? 0) - (starts[passage] ?? 0);
}

/** Collects what each passage has in which others. */
function partsOfPassages(
  a: WordSequence,
  b: WordSequence,
  { inOrder, elsewhere }: WordPairs,
): Map<number, Part>[] {
  const uses = usesInPassages(b);
  const parts = Array.from({ length: a.starts.length - 1 }, () => new Map<number, Part>());
  const partFor = (i: number, j: number): Part => {
    const own = parts[a.owners[i] ?? 0];
    const to = b.owners[j] ?? 0;
    const part = own?.get(to) ?? { to, inOrder: 0, elsewhere: 0, longestRun: 0 };
    own?.set(to, part);
    return part;
  };
  let run = 0;
  inOrder.forEach((j, i) => {
    if (j < 0) return;
    const follows = i > 0 && inOrder[i - 1] === j - 1;
    const precedes = inOrder[i + 1] === j + 1;
    const isSamePart = follows && a.owners[i] === a.owners[i - 1] && b.owners[j] === b.owners[j - 1];
    run = isSamePart ? run + 1 : 1;
    const part = partFor(i, j);
    const counts = follows || precedes || (uses.get(a.ids[i] ?? -1) ?? 0) <= rareUses;
    part.inOrder += counts ? 1 : loneWordWeight;
    part.longestRun = Math.max(part.longestRun, run);
  });
  const isTaken = new Uint8Array(a.ids.length);
  for (const { i, j } of elsewhere)
    for (let word = i; word < i + runWords; word++) {
      if (isTaken[word] === 1 || (inOrder[word] ?? 0) >= 0) continue;
      isTaken[word] = 1;
      partFor(i, j).elsewhere++;
    }
  return parts;
}

/** In how many passages each word stands. */
function usesInPassages({ ids, owners }: WordSequence): ReadonlyMap<number, number> {
  const uses = new Map<number, number>();
  const last = new Map<number, number>();
  ids.forEach((id, at) => {
    const owner = owners[at] ?? 0;
    if (last.get(id) === owner) return;
    last.set(id, owner);
    uses.set(id, (uses.get(id) ?? 0) + 1);
  });
  return uses;
}

function fateOf(
  passage: number,
  words: number,
  all: readonly Part[],
  wordsOf: (to: number) => number,
  edges: Edges,
): PassageFate {
  const found = ({ inOrder, elsewhere }: Part): number => inOrder + elsewhere;
  const share = (part: Part): number => found(part) / Math.max(1, words);
  const own = all
    .filter(
      (part) =>
        share(part) >= partShare ||
        (found(part) >= 3 && found(part) / Math.max(1, wordsOf(part.to)) >= ownPartShare),
    )
    .sort((one, other) => one.to - other.to);
  const isStray = all.some((part) => !own.includes(part) && share(part) > strayShare);
  const sum = own.reduce((total, part) => total + share(part), 0);
  const certain = edges.isUnread(passage)
    ? 'doubtful'
    : stateByEvidence({ words, own, sum, isStray, share, wordsOf });
  const [first, last] = [own[0]?.to ?? 0, own.at(-1)?.to ?? 0];
  const isOpen = isKeptInPlace(certain) && edges.mayReachBeyond(passage, first, last);
  const state = isOpen ? 'doubtful' : certain;
  const to = state === 'gone' ? [] : own.map((part) => part.to + 1);
  return { number: passage + 1, state, to, joinedWith: [] };
}

function isKeptInPlace(state: FateState): boolean {
  return state === 'kept' || state === 'split';
}

/** Whether words of a passage stand in a row that few other places have. */
function isRun({ longestRun, elsewhere }: Part): boolean {
  return Math.max(longestRun, elsewhere) >= runWords;
}

interface Evidence {
  readonly words: number;
  readonly own: readonly Part[];
  /** Of the words of the passage, in all its parts. */
  readonly sum: number;
  readonly isStray: boolean;
  readonly share: (part: Part) => number;
  readonly wordsOf: (to: number) => number;
}

function stateByEvidence({ words, own, sum, isStray, share, wordsOf }: Evidence): FateState {
  if (words < fewWords && sum < 1) return 'doubtful';
  // A sentence that is left is not nothing.
  if (sum < goneShare) return own.some(isRun) ? 'doubtful' : 'gone';
  const followOn = own.every(({ to }, at) => at === 0 || to === (own[at - 1]?.to ?? 0) + 1);
  if (sum < enoughShare || !followOn || isStray) return 'doubtful';
  const isElsewhere = own.some(({ inOrder, elsewhere }) => elsewhere > inOrder);
  if (own.length === 1) {
    const [only] = own;
    if (isElsewhere) return 'moved';
    // Little of a long passage that says something else around it.
    const isSmall = only !== undefined && only.inOrder / Math.max(1, wordsOf(only.to)) < 0.5 && sum < 0.8;
    return isSmall ? 'doubtful' : 'kept';
  }
  // A few words of it elsewhere are no half of it, and single words that both have prove no part.
  const isThin = own.some((part) => !isRun(part) || share(part) < minHalfShare);
  if (isThin) return 'doubtful';
  return isElsewhere ? 'doubtful' : 'split';
}

/** Marks passages that stand in one passage with others. */
function withJoined(fates: readonly PassageFate[]): PassageFate[] {
  const ownersOf = new Map<number, number[]>();
  for (const { number, state, to } of fates)
    if (state === 'kept')
      for (const target of to) ownersOf.set(target, [...(ownersOf.get(target) ?? []), number]);
  return fates.map((fate) => {
    const others =
      fate.state === 'kept' ? (ownersOf.get(fate.to[0] ?? 0) ?? []).filter((one) => one !== fate.number) : [];
    return others.length > 0 ? { ...fate, state: 'joined', joinedWith: others } : fate;
  });
}
