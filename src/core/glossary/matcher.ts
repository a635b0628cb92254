import { primaryLanguage } from '../languages.ts';
import { memo } from '../memo.ts';
import { appendAll, encloses, type MappedText, type Range } from '../text.ts';
import { exclusionsOf, formsOf, isDerived, needsCapitals, type TermForm, type TermNames } from './forms.ts';
import { type Claim, type Ending, endingOfClaims, type Term, type Verdict, verdictOn } from './term.ts';
import { gap, Tokens } from './termTokens.ts';
import { WordTrie } from './trie.ts';

/** A term inside the words of a longer one: `masses` in `advanced masses`. */
export interface NestedUse<T extends TermNames = Term> {
  readonly range: Range;
  readonly term: T;
  readonly form: TermForm;
}

/** The forms of a glossary: a trie, and the claims on the form that ends at each node. */
interface FormIndex<T extends TermNames> {
  readonly trie: WordTrie<Claim<T>>;
  readonly endings: readonly (Ending<T> | undefined)[];
}

/** A use of a term. */
export interface TermUse<T extends TermNames = Term> extends NestedUse<T> {
  /** The words in the searched text, without a possessive `'s`. */
  readonly text: string;
  /** Other terms that claim the same form. `term` has the strongest claim. */
  readonly rivals: readonly T[];
  /** All shorter forms inside the words that belong to other terms, by position, longer ones first. */
  readonly nested: readonly NestedUse<T>[];
}

/** Finds terms in texts. Immutable; made by `buildMatcher`. */
export interface TermMatcher<T extends TermNames = Term> {
  readonly terms: readonly T[];
  /** The forms of each term. */
  readonly forms: ReadonlyMap<T, readonly TermForm[]>;
  readonly index: FormIndex<T>;
  /** Of a matcher for one language the one that knows the names of all; undefined where it knows all. */
  readonly all?: TermMatcher<T>;
}

/**
 * Returns the matcher for texts of a language: it knows the aliases of that language, `Also (fr): …`, and those of none. The same where the
 * glossary has no names of a language.
 */
export function matcherIn(matcher: TermMatcher, lang: string | undefined): TermMatcher {
  const languages = languagesOfNames(matcher);
  if (languages.size === 0) return matcher;
  const tag = (lang ?? '').trim().toLowerCase();
  return matcherOfLanguage(matcher, languages.has(tag) ? tag : primaryLanguage(tag));
}

const languagesOfNames = memo(
  'languages of names of terms',
  ({ terms }: TermMatcher): ReadonlySet<string> =>
    new Set(terms.flatMap(({ aliases }) => aliases.flatMap(({ language }) => language ?? []))),
);

const matcherOfLanguage = memo('matcher of a language', (all: TermMatcher, lang: string): TermMatcher => ({
  ...buildMatcher(all, (language) => language === undefined || language === lang),
  all,
}));

/** Makes a matcher. Of two terms with equal claims on a form, the earlier in `terms` gets it. */
export function buildMatcher<T extends TermNames>(
  { terms }: { readonly terms: readonly T[] },
  isSought: (language: string | undefined) => boolean = () => true,
): TermMatcher<T> {
  const trie = new WordTrie<Claim<T>>();
  const forms = new Map<T, readonly TermForm[]>();
  terms.forEach((term, rank) => {
    const aliases = term.aliases.filter(({ language }) => isSought(language));
    const own = formsOf(aliases.length === term.aliases.length ? term : { ...term, aliases });
    const written = new Set(own.filter((form) => !isDerived(form)).map((form) => form.key));
    for (const form of own) {
      const capitals = needsCapitals(form) ? form.text : undefined;
      trie.add(form.text, { term, rank, form, derived: isDerived(form), capitals });
    }
    for (const { name } of term.not)
      for (const { key, derived } of exclusionsOf(name)) {
        // A name that differs from a form of its own term only in capitals is distinguished by them.
        const capitals = written.has(key) ? name : undefined;
        trie.add(key, { term, rank, form: undefined, derived, capitals });
      }
    forms.set(term, own);
  });
  const endings = trie.finish().map((claims) => claims && endingOfClaims(claims));
  return { terms, forms, index: { trie, endings } };
}

/**
 * Finds all uses of terms in a text: whole words, of overlapping uses the longest, of equally long ones the first. A form
 * does not touch a letter or digit, directly or through a hyphen. Ranges are offsets into the original of a mapped text, or
 * into the string. Takes linear time.
 */
export function matchTerms<T extends TermNames>(
  matcher: TermMatcher<T>,
  mapped: MappedText | string,
): TermUse<T>[] {
  const text = typeof mapped === 'string' ? mapped : mapped.text;
  const scan = new TermScan(matcher.index, text);
  const origin = (range: Range): Range =>
    typeof mapped === 'string' ? range : (mapped.originalRange(range) ?? { start: 0, end: 0 });
  const uses: TermUse<T>[] = [];
  for (const candidate of scan.longestUses()) {
    const verdict = scan.verdict(candidate.node, candidate.first, candidate.last);
    if (verdict?.term === undefined || verdict.form === undefined) continue;
    const range = scan.rangeOf(candidate.first, candidate.last);
    const nested = scan.nestedIn(candidate, verdict.term);
    uses.push({
      range: origin(range),
      text: text.slice(range.start, range.end),
      term: verdict.term,
      form: verdict.form,
      rivals: verdict.rivals,
      nested: nested.length > 0 ? nested.map((use) => ({ ...use, range: origin(use.range) })) : nested,
    });
  }
  return uses;
}

/** Returns the term for a name, by any of its forms, with or without a possessive; undefined where there is none. */
export function resolveTerm<T extends TermNames>(
  matcher: TermMatcher<T>,
  name: string,
): TermByName<T> | undefined {
  const scan = new TermScan(matcher.index, name);
  const { count, starts, ends } = scan.tokens;
  const written = (index: number): string => name.slice(starts[index] ?? 0, ends[index] ?? 0);
  const isApostrophe = (index: number): boolean => /^['\u2018\u2019\u02BC]$/.test(written(index));
  const possible: number[] = count > 0 ? [count - 1] : [];
  if (count > 1 && isApostrophe(count - 1)) possible.push(count - 2);
  if (count > 2 && /^s$/i.test(written(count - 1)) && isApostrophe(count - 2)) possible.push(count - 3);
  for (const last of possible) {
    let node = 0;
    scan.walk(0, last, (end, reached) => {
      if (end === last) node = reached;
    });
    const { term, form, rivals = [] } = (node > 0 ? scan.verdict(node, 0, last) : undefined) ?? {};
    if (term !== undefined && form !== undefined) return { term, form, rivals };
  }
  return undefined;
}

interface TermByName<T extends TermNames> {
  readonly term: T;
  readonly form: TermForm;
  readonly rivals: readonly T[];
}

/** A form found in a text, by its first and last token, both included. */
interface FormCandidate {
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
 * @param cluster at most one candidate per token, the longest that starts there, sorted by `first`
 * @param shorten returns the longest form that starts at `first` and ends at `last` at the latest
 */
function chooseInCluster(
  cluster: readonly FormCandidate[],
  shorten: (first: number, last: number) => FormCandidate | undefined,
): FormCandidate[] {
  const start = cluster[0]?.first ?? 0;
  const end = cluster.reduce((reached, { last }) => Math.max(reached, last), start);
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

const noVerdict: readonly never[] = [];

/** A pass over one text. `first` and `last` are token indexes, both included. */
class TermScan<T extends TermNames> {
  readonly tokens: Tokens;

  constructor(
    private readonly index: FormIndex<T>,
    private readonly text: string,
  ) {
    this.tokens = new Tokens(text, index.trie.vocabulary);
  }

  rangeOf(first: number, last: number): Range {
    return { start: this.tokens.starts[first] ?? 0, end: this.tokens.ends[last] ?? 0 };
  }

  /** Returns the forms that are uses: of overlapping ones the longest. */
  longestUses(): FormCandidate[] {
    const clusters: FormCandidate[][] = [];
    const { count, ids } = this.tokens;
    let end = -1;
    for (let first = 0; first < count; first++) {
      if (this.index.trie.start(ids[first] ?? 0) === 0) continue;
      const candidate = this.longestAt(first, count - 1);
      if (!candidate) continue;
      if (first <= end) clusters.at(-1)?.push(candidate);
      else clusters.push([candidate]);
      end = Math.max(end, candidate.last);
    }
    return clusters.flatMap((cluster) =>
      cluster.length === 1 ? cluster : chooseInCluster(cluster, (first, last) => this.longestAt(first, last)),
    );
  }

  /** Returns the longest form that starts at a token and ends at `limit` at the latest. */
  private longestAt(first: number, limit: number): FormCandidate | undefined {
    let [node, last] = [0, first];
    this.walk(first, limit, (end, reached) => {
      [node, last] = [reached, end];
    });
    if (node === 0) return undefined;
    // Whatever its spacing: the length of its words, plus one for each gap.
    const { starts, ends, gaps } = this.tokens;
    let length = 0;
    for (let i = first; i <= last; i++)
      length += (ends[i] ?? 0) - (starts[i] ?? 0) + (i > first && gaps[i] !== gap.none ? 1 : 0);
    return { first, last, node, length };
  }

  /** Calls `found` for every form that starts at a token, shortest first. */
  walk(first: number, limit: number, found: (last: number, node: number) => void): void {
    const { ids, gaps } = this.tokens;
    const { trie, endings } = this.index;
    let node = trie.start(ids[first] ?? 0);
    if (node === 0 || this.touches(first, first - 1)) return;
    for (let last = first; node !== 0 && last <= limit;) {
      if (endings[node] && !this.touches(last, last + 1) && this.verdict(node, first, last))
        found(last, node);
      last++;
      if (gaps[last] === gap.break || (ids[last] ?? 0) === 0) return;
      node = trie.step(node, ids[last] ?? 0, gaps[last] !== gap.none);
    }
  }

  /** Whether a token touches the one before or after it as parts of one word do. */
  private touches(inside: number, outside: number): boolean {
    const { gaps, words, count } = this.tokens;
    const between = gaps[Math.max(inside, outside)];
    if (outside < 0 || outside >= count || words[outside] !== 1) return false;
    return between === gap.hyphen || (between === gap.none && words[inside] !== 2);
  }

  /** Returns the meaning of the form that ends at `node`; undefined where no claim on it holds here. */
  verdict(node: number, first: number, last: number): Verdict<T> | undefined {
    const ending = this.index.endings[node];
    if (!ending || ending.fixed) return ending?.fixed;
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
    return uses.filter(({ range }) => !hidden.some((other) => encloses(other, range)));
  }
}
