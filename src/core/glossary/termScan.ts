import { appendAll, type Range } from '../text.ts';
import type { TermForm, TermNames } from './forms.ts';
import { type Claim, type Ending, type Term, type Verdict, verdictOn } from './term.ts';
import type { WordTrie } from './trie.ts';
import { gap, tokenise, type Tokens } from './termTokens.ts';

/** A form found in a text, by its first and last token, both included. */
export interface FormCandidate {
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
function chooseLongest(
  found: readonly FormCandidate[],
  shorten: (first: number, last: number) => FormCandidate | undefined,
): FormCandidate[] {
  const chosen: FormCandidate[] = [];
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
  cluster: readonly FormCandidate[],
  end: number,
  shorten: (first: number, last: number) => FormCandidate | undefined,
): FormCandidate[] {
  const start = cluster[0]?.first ?? 0;
  const taken = new Uint8Array(end - start + 1);
  const queue = new LongestFirst(cluster);
  const chosen: FormCandidate[] = [];
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
function lastFree(taken: Uint8Array, candidate: FormCandidate, start: number): number {
  let last = candidate.first;
  while (last <= candidate.last && taken[last - start] === 0) last++;
  return last - 1;
}

/** A binary heap with the longest candidate at the top, of equally long ones the first. */
class LongestFirst {
  private readonly heap: FormCandidate[] = [];

  constructor(candidates: readonly FormCandidate[]) {
    for (const candidate of candidates) this.push(candidate);
  }

  push(candidate: FormCandidate): void {
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

  pop(): FormCandidate | undefined {
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

function precedes(a: FormCandidate, b: FormCandidate): boolean {
  return a.length > b.length || (a.length === b.length && a.first < b.first);
}

/** A term inside the words of a longer one: `masses` in `advanced masses`. */
export interface NestedUse<T extends TermNames = Term> {
  readonly range: Range;
  readonly term: T;
  readonly form: TermForm;
}

/** The forms of a glossary: a trie, and the claims on the form that ends at each node. */
export interface FormIndex<T extends TermNames> {
  readonly trie: WordTrie<Claim<T>>;
  readonly endings: readonly (Ending<T> | undefined)[];
}

const noVerdict: readonly never[] = [];

/** A pass over one text. `first` and `last` are token indexes, both included. */
export class TermScan<T extends TermNames> {
  private readonly tokens: Tokens;

  constructor(
    private readonly index: FormIndex<T>,
    private readonly text: string,
  ) {
    this.tokens = tokenise(text, index.trie.vocabulary);
  }

  rangeOf(first: number, last: number): Range {
    return { start: this.tokens.starts[first] ?? 0, end: this.tokens.ends[last] ?? 0 };
  }

  longestUses(): FormCandidate[] {
    const found: FormCandidate[] = [];
    const { count, ids } = this.tokens;
    const { trie } = this.index;
    for (let first = 0; first < count; first++) {
      if (trie.start(ids[first] ?? 0) === 0) continue;
      const candidate = this.longestAt(first, count - 1);
      if (candidate) found.push(candidate);
    }
    return chooseLongest(found, (first, last) => this.longestAt(first, last));
  }

  /** Returns the longest form that starts at a token and ends at `limit` at the latest. */
  private longestAt(first: number, limit: number): FormCandidate | undefined {
    const { ids, gaps } = this.tokens;
    const { trie } = this.index;
    if (this.touchesBefore(first)) return undefined;
    let node = trie.start(ids[first] ?? 0);
    let best = 0;
    let reached = first;
    for (let last = first; node !== 0 && last <= limit;) {
      if (trie.ends(node) && !this.touchesBehind(last) && this.verdict(node, first, last)) {
        best = node;
        reached = last;
      }
      last++;
      if (!trie.branches(node) || gaps[last] === gap.break || (ids[last] ?? 0) === 0) break;
      node = trie.step(node, ids[last] ?? 0, gaps[last] !== gap.none);
    }
    if (best === 0) return undefined;
    return { first, last: reached, node: best, length: this.lengthOf(first, reached) };
  }

  /** Returns the length of a form, independent of its spacing: that of its words, plus one for each gap. */
  private lengthOf(first: number, last: number): number {
    const { starts, ends, gaps } = this.tokens;
    let length = 0;
    for (let i = first; i <= last; i++)
      length += (ends[i] ?? 0) - (starts[i] ?? 0) + (i > first && gaps[i] !== gap.none ? 1 : 0);
    return length;
  }

  /** Calls `found` for every form that starts at a token, shortest first. */
  private walk(first: number, limit: number, found: (last: number, node: number) => void): void {
    const { ids, gaps } = this.tokens;
    const { trie } = this.index;
    if (trie.start(ids[first] ?? 0) === 0 || this.touchesBefore(first)) return;
    let node = trie.start(ids[first] ?? 0);
    for (let last = first; node !== 0 && last <= limit;) {
      if (trie.ends(node) && !this.touchesBehind(last) && this.verdict(node, first, last)) found(last, node);
      last++;
      if (gaps[last] === gap.break || (ids[last] ?? 0) === 0) return;
      node = trie.step(node, ids[last] ?? 0, gaps[last] !== gap.none);
    }
  }

  private touchesBefore(first: number): boolean {
    const { gaps, words } = this.tokens;
    if (first === 0 || words[first - 1] !== 1) return false;
    return gaps[first] === gap.hyphen || (gaps[first] === gap.none && words[first] !== 2);
  }

  private touchesBehind(last: number): boolean {
    const { gaps, words, count } = this.tokens;
    if (last + 1 >= count || words[last + 1] !== 1) return false;
    return gaps[last + 1] === gap.hyphen || (gaps[last + 1] === gap.none && words[last] !== 2);
  }

  /** Returns the meaning of the form that ends at `node`; undefined where no claim on it holds here. */
  verdict(node: number, first: number, last: number): Verdict<T> | undefined {
    const ending = this.index.endings[node];
    if (!ending) return undefined;
    if (ending.fixed) return ending.fixed;
    const { start, end } = this.rangeOf(first, last);
    return verdictOn(ending, this.text.slice(start, end));
  }

  nestedIn(outer: FormCandidate, term: T): readonly NestedUse<T>[] {
    if (outer.first === outer.last) return noVerdict;
    const uses: NestedUse<T>[] = [];
    const hidden: Range[] = [];
    for (let first = outer.first; first <= outer.last; first++) {
      const here: NestedUse<T>[] = [];
      this.walk(first, outer.last, (last, node) => {
        if (first === outer.first && last === outer.last) return;
        const range = this.rangeOf(first, last);
        const verdict = this.verdict(node, first, last);
        if (verdict?.term === undefined || verdict.form === undefined) hidden.push(range);
        else if (verdict.term !== term) here.unshift({ range, term: verdict.term, form: verdict.form });
      });
      appendAll(uses, here);
    }
    return uses.filter(
      ({ range }) => !hidden.some((other) => other.start <= range.start && range.end <= other.end),
    );
  }

  /** Returns the node of the form that consists of tokens `first` to `last`; 0 where there is none. */
  nodeOf(first: number, last: number): number {
    let node = 0;
    this.walk(first, last, (end, reached) => {
      if (end === last) node = reached;
    });
    return node;
  }

  /** Returns the index of the last token, and that of the token before a possessive. */
  possibleEnds(): number[] {
    const { count, starts, ends } = this.tokens;
    const written = (index: number): string => this.text.slice(starts[index] ?? 0, ends[index] ?? 0);
    const isApostrophe = (index: number): boolean => /^['\u2018\u2019\u02BC]$/.test(written(index));
    const possible: number[] = count > 0 ? [count - 1] : [];
    if (count > 1 && isApostrophe(count - 1)) possible.push(count - 2);
    if (count > 2 && /^s$/i.test(written(count - 1)) && isApostrophe(count - 2)) possible.push(count - 3);
    return possible;
  }
}
