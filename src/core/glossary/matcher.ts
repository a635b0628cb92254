import { originalRange, type MappedText } from '../text/mappedText.ts';
import type { Range } from '../text/range.ts';
import {
  exclusionsOf,
  formKinds,
  formsOf,
  isDerived,
  needsCapitals,
  type TermForm,
  type TermNames,
} from './forms.ts';
import { chooseLongest, type Candidate } from './overlap.ts';
import type { Term } from './term.ts';
import { WordTrie } from './trie.ts';
import { gap, tokenise, type Tokens } from './words.ts';

/** A term within the words of a longer one: `masses` in `advanced masses`. */
export interface NestedUse<T extends TermNames = Term> {
  readonly range: Range;
  readonly term: T;
  readonly form: TermForm;
}

/** A place where a term is used. */
export interface TermUse<T extends TermNames = Term> extends NestedUse<T> {
  /** The words as they stand in the text that was searched, without a possessive `'s`. */
  readonly text: string;
  /** Other terms that claim the same form; the strongest claim is `term`. */
  readonly rivals: readonly T[];
  /** Every shorter form inside the words that belongs to another term, by position, the longer first. */
  readonly nested: readonly NestedUse<T>[];
}

interface Claim<T extends TermNames> {
  readonly term: T;
  /** Place of the term in the list that the matcher was made from. */
  readonly rank: number;
  /** Undefined for a name that only looks like the term. */
  readonly form: TermForm | undefined;
  /** A form that is derived yields to one that is written in the glossary. */
  readonly derived: boolean;
  /** Letters that have to be capitals in the text; undefined where case does not matter. */
  readonly capitals: string | undefined;
}

/** What a stretch of text turns out to be: a use, or (`term` undefined) a name that is no use and hides its words. */
interface Verdict<T extends TermNames> {
  readonly term: T | undefined;
  readonly form: TermForm | undefined;
  readonly rivals: readonly T[];
}

/** Finds terms in texts. Immutable; made by `buildMatcher`. */
export interface TermMatcher<T extends TermNames = Term> {
  readonly terms: readonly T[];
  /** The forms that each term is looked for in. */
  readonly forms: ReadonlyMap<T, readonly TermForm[]>;
  /** @internal */
  readonly trie: WordTrie<Claim<T>>;
}

/** Makes a matcher. Where two terms claim a form equally the one that stands earlier in `terms` has it. */
export function buildMatcher<T extends TermNames>(glossary: {
  readonly terms: readonly T[];
}): TermMatcher<T> {
  const { terms } = glossary;
  const trie = new WordTrie<Claim<T>>();
  const forms = new Map<T, readonly TermForm[]>();
  terms.forEach((term, rank) => {
    const own = formsOf(term);
    const written = new Set(own.filter((form) => !isDerived(form)).map((form) => form.key));
    for (const form of own) {
      const capitals = needsCapitals(form) ? form.text : undefined;
      trie.add(form.text, { term, rank, form, derived: isDerived(form), capitals });
    }
    for (const { name } of term.not)
      for (const { key, derived } of exclusionsOf(name)) {
        // A name that differs from a form of its own term by its capitals is told from it by them.
        const capitals = written.has(key) ? name : undefined;
        trie.add(key, { term, rank, form: undefined, derived, capitals });
      }
    forms.set(term, own);
  });
  trie.finish(compareClaims);
  return { terms, forms, trie };
}

function compareClaims<T extends TermNames>(a: Claim<T>, b: Claim<T>): number {
  const strength = (claim: Claim<T>) => (claim.form ? formKinds.indexOf(claim.form.kind) : -1);
  return strength(a) - strength(b) || a.rank - b.rank;
}

/**
 * Finds every use of a term in a text: whole words, the longest first where uses overlap, the earlier of two equally
 * long. A form does not touch a letter or digit, nor a letter or digit through a hyphen.
 * Ranges are offsets into the original of a mapped text, or into the string. Time is linear in the length of the text.
 */
export function matchTerms<T extends TermNames>(
  matcher: TermMatcher<T>,
  mapped: MappedText | string,
): TermUse<T>[] {
  const text = typeof mapped === 'string' ? mapped : mapped.text;
  const scan = new Scan(matcher, text, tokenise(text, matcher.trie.vocabulary));
  const origin = (range: Range): Range =>
    typeof mapped === 'string' ? range : (originalRange(mapped, range) ?? { start: 0, end: 0 });
  const uses: TermUse<T>[] = [];
  for (const candidate of scan.longestUses()) {
    const { term, form, rivals } = scan.verdict(candidate.node, candidate.first, candidate.last) ?? {};
    if (term === undefined || form === undefined) continue;
    const range = scan.rangeOf(candidate.first, candidate.last);
    const nested = scan.nestedIn(candidate, term).map((use) => ({ ...use, range: origin(use.range) }));
    const found = text.slice(range.start, range.end);
    uses.push({ range: origin(range), text: found, term, form, rivals: rivals ?? [], nested });
  }
  return uses;
}

/** The term that a name stands for by any of its forms, possessive or not; undefined where it stands for none. */
export function resolveTerm<T extends TermNames>(
  matcher: TermMatcher<T>,
  name: string,
): { readonly term: T; readonly form: TermForm; readonly rivals: readonly T[] } | undefined {
  const tokens = tokenise(name, matcher.trie.vocabulary);
  const scan = new Scan(matcher, name, tokens);
  for (const last of scan.possibleEnds()) {
    const node = scan.nodeOf(0, last);
    const { term, form, rivals } = (node > 0 ? scan.verdict(node, 0, last) : undefined) ?? {};
    if (term !== undefined && form !== undefined) return { term, form, rivals: rivals ?? [] };
  }
  return undefined;
}

/** One pass over one text. `first` and `last` are numbers of tokens, both included. */
class Scan<T extends TermNames> {
  constructor(
    private readonly matcher: TermMatcher<T>,
    private readonly text: string,
    private readonly tokens: Tokens,
  ) {}

  rangeOf(first: number, last: number): Range {
    return { start: this.tokens.starts[first] ?? 0, end: this.tokens.ends[last] ?? 0 };
  }

  longestUses(): Candidate[] {
    const found: Candidate[] = [];
    const { count, ids } = this.tokens;
    const { trie } = this.matcher;
    for (let first = 0; first < count; first++) {
      if (trie.start(ids[first] ?? 0) === 0) continue;
      const candidate = this.longestAt(first, count - 1);
      if (candidate) found.push(candidate);
    }
    return chooseLongest(found, (first, last) => this.longestAt(first, last));
  }

  /** The longest form that begins at a token and ends no later than `limit`. */
  private longestAt(first: number, limit: number): Candidate | undefined {
    let best: Candidate | undefined;
    this.walk(first, limit, (last, node) => {
      best = { first, last, node, length: this.lengthOf(first, last) };
    });
    return best;
  }

  /** Length of a form however it is spaced: that of its words, and one for each gap. */
  private lengthOf(first: number, last: number): number {
    const { starts, ends, gaps } = this.tokens;
    let length = 0;
    for (let i = first; i <= last; i++)
      length += (ends[i] ?? 0) - (starts[i] ?? 0) + (i > first && gaps[i] !== gap.none ? 1 : 0);
    return length;
  }

  /** Calls `found` for every form that begins at a token, the shortest first. */
  private walk(first: number, limit: number, found: (last: number, node: number) => void): void {
    if (this.touchesBefore(first)) return;
    const { ids, gaps } = this.tokens;
    const { trie } = this.matcher;
    let node = trie.start(ids[first] ?? 0);
    for (let last = first; node !== 0 && last <= limit;) {
      if (trie.claimsAt(node) && !this.touchesBehind(last) && this.verdict(node, first, last))
        found(last, node);
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

  /** Weighs the claims on a form as it stands in the text; undefined where none of them holds. */
  verdict(node: number, first: number, last: number): Verdict<T> | undefined {
    const claims = this.matcher.trie.claimsAt(node);
    if (!claims) return undefined;
    const holding = claims.filter((claim) => this.hasCapitals(claim, first, last));
    const excluded = (claim: Claim<T>): boolean =>
      holding.some((not) => !not.form && not.term === claim.term && (claim.derived || !not.derived));
    const [strongest, ...others] = holding.filter((claim) => claim.form && !excluded(claim));
    if (strongest)
      return { term: strongest.term, form: strongest.form, rivals: others.map((claim) => claim.term) };
    return holding.some((claim) => !claim.form)
      ? { term: undefined, form: undefined, rivals: [] }
      : undefined;
  }

  private hasCapitals(claim: Claim<T>, first: number, last: number): boolean {
    if (claim.capitals === undefined) return true;
    const { start, end } = this.rangeOf(first, last);
    const found = capitalsOf(this.text.slice(start, end));
    return capitalsOf(claim.capitals).every((capital, index) => !capital || found[index] === true);
  }

  nestedIn(outer: Candidate, term: T): NestedUse<T>[] {
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
      uses.push(...here);
    }
    return uses.filter(
      ({ range }) => !hidden.some((other) => other.start <= range.start && range.end <= other.end),
    );
  }

  /** Node of the form that fills tokens `first` to `last`; 0 where there is none. */
  nodeOf(first: number, last: number): number {
    let node = 0;
    this.walk(first, last, (end, reached) => {
      if (end === last) node = reached;
    });
    return node;
  }

  /** The last token, and the one before a possessive. */
  possibleEnds(): number[] {
    const { count, starts, ends } = this.tokens;
    const written = (index: number): string => this.text.slice(starts[index] ?? 0, ends[index] ?? 0);
    const isApostrophe = (index: number): boolean => /^['\u2018\u2019\u02BC]$/.test(written(index));
    const ends_: number[] = count > 0 ? [count - 1] : [];
    if (count > 1 && isApostrophe(count - 1)) ends_.push(count - 2);
    if (count > 2 && /^s$/i.test(written(count - 1)) && isApostrophe(count - 2)) ends_.push(count - 3);
    return ends_;
  }
}

/** Of each letter whether it is a capital. */
function capitalsOf(text: string): boolean[] {
  return (text.match(/\p{L}/gu) ?? []).map((letter) => /\p{Lu}/u.test(letter));
}
