import { type MappedText, type Range } from '../text.ts';
import { type Claim, endingOfClaims, type Term } from './term.ts';
import { exclusionsOf, formsOf, isDerived, needsCapitals, type TermForm, type TermNames } from './forms.ts';
import { type FormIndex, type NestedUse, TermScan } from './termScan.ts';
import { WordTrie } from './trie.ts';

export type { NestedUse } from './termScan.ts';

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
}

/** Makes a matcher. Of two terms with equal claims on a form, the earlier in `terms` gets it. */
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
): { readonly term: T; readonly form: TermForm; readonly rivals: readonly T[] } | undefined {
  const scan = new TermScan(matcher.index, name);
  for (const last of scan.possibleEnds()) {
    const node = scan.nodeOf(0, last);
    const { term, form, rivals } = (node > 0 ? scan.verdict(node, 0, last) : undefined) ?? {};
    if (term !== undefined && form !== undefined) return { term, form, rivals: rivals ?? [] };
  }
  return undefined;
}
