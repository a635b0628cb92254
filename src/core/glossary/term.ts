import type { Citation } from '../citations.ts';
import type { Range } from '../text.ts';
import type { Definition, GlossaryEntry } from './readGlossary.ts';
import { compareClaims, type TermForm, type TermNames } from './forms.ts';

/** A glossary entry in its file. */
export interface TermPlace {
  readonly uri: string;
  readonly entry: GlossaryEntry;
  /** Whether it is built in. The study folder's own entries come first. */
  readonly builtIn: boolean;
}

/** An alias, a `Not:` name or a related term, with its place. Ranges are offsets into the file at `uri`. */
export interface TermName {
  readonly name: string;
  readonly range: Range;
  readonly uri: string;
  readonly builtIn: boolean;
  /** The language in whose texts an alias is used; undefined for all. */
  readonly language?: string;
}

/** The meaning of a term, in one source or in general. */
export interface TermSense {
  /** The key of the source that has this sense; undefined where the glossary names none or several. */
  readonly key: string | undefined;
  readonly definition: Definition;
  readonly definedAt: readonly Citation[];
  readonly usedAt: readonly Citation[];
  readonly place: TermPlace;
  /** The range of the entry, or of its part under `### In @key`. */
  readonly range: Range;
}

/** A term, as combined from all glossaries of a study folder. */
export interface Term {
  /** As written in the first of its entries. */
  readonly name: string;
  /** The key of the name (`nameKey`): equal for `Mass Line` and `mass-line`. */
  readonly key: string;
  readonly aliases: readonly TermName[];
  readonly not: readonly TermName[];
  readonly seeAlso: readonly TermName[];
  /** The study folder's own senses, then the built-in ones, in the order of files and entries. */
  readonly senses: readonly TermSense[];
  /** The places of its entries, own ones first. */
  readonly places: readonly TermPlace[];
  /** Whether all its entries are built in. */
  readonly builtIn: boolean;
}

/** Returns the senses of a term, those of the source under discussion first, otherwise in their order. */
export function sensesFor(term: Term, key: string | undefined): TermSense[] {
  const here = term.senses.filter((sense) => key !== undefined && sense.key === key);
  return [...here, ...term.senses.filter((sense) => !here.includes(sense))];
}

/** A term's claim on a form; where `form` is undefined, its statement that the form is no use of it. */
export interface Claim<T extends TermNames> {
  readonly term: T;
  /** Index of the term in the list that the matcher was made from. */
  readonly rank: number;
  readonly form: TermForm | undefined;
  /** A derived form gives way to one that is written in the glossary. */
  readonly derived: boolean;
  /** The letters that must be capitals in the text, as capitals; undefined where case does not matter. */
  readonly capitals: string | undefined;
}

/** The meaning of a form: a term, or, where `term` is undefined, a name that is no use and hides its words. */
export interface Verdict<T extends TermNames> {
  readonly term: T | undefined;
  readonly form: TermForm | undefined;
  readonly rivals: readonly T[];
}

/** The claims on one form. `fixed` is set if the verdict is the same in every text. */
export interface Ending<T extends TermNames> {
  readonly claims: readonly Claim<T>[];
  readonly fixed: Verdict<T> | undefined;
}

/** Sorts the claims on a form, and decides between them if no text is needed for that. */
export function endingOfClaims<T extends TermNames>(claims: readonly Claim<T>[]): Ending<T> {
  const ordered = [...claims].sort(byStrength);
  const depends = ordered.some((claim) => claim.capitals !== undefined);
  return { claims: ordered, fixed: depends ? undefined : weighClaims(ordered) };
}

/** Names that are no uses come first, then the strongest claim. */
function byStrength<T extends TermNames>(a: Claim<T>, b: Claim<T>): number {
  if (!a.form || !b.form) return Number(a.form !== undefined) - Number(b.form !== undefined);
  return compareClaims(a.form, b.form) || a.rank - b.rank;
}

/** Returns the claim that wins for a form as written in a text; undefined where none does. */
export function verdictOn<T extends TermNames>(
  ending: Pick<Ending<T>, 'claims'>,
  written: string,
): Verdict<T> | undefined {
  const found = capitalsOf(written);
  return weighClaims(
    ending.claims.filter(
      ({ capitals }) =>
        capitals === undefined || capitalsOf(capitals).every((capital, i) => !capital || found[i] === true),
    ),
  );
}

function weighClaims<T extends TermNames>(claims: readonly Claim<T>[]): Verdict<T> | undefined {
  const denied = new Map<T, boolean>();
  for (const { term, form, derived } of claims)
    if (!form) denied.set(term, derived && (denied.get(term) ?? true));
  // A plural derived from a `Not:` name excludes derived forms, but not written ones.
  const isDenied = ({ term, derived }: Claim<T>): boolean =>
    denied.has(term) && (derived || denied.get(term) === false);
  const [strongest, ...others] = claims.filter((claim) => claim.form && !isDenied(claim));
  if (strongest)
    return { term: strongest.term, form: strongest.form, rivals: others.map(({ term }) => term) };
  return denied.size > 0 ? { term: undefined, form: undefined, rivals: [] } : undefined;
}

/** Returns for each letter whether it is a capital. */
function capitalsOf(text: string): boolean[] {
  return (text.match(/\p{L}/gu) ?? []).map((letter) => /\p{Lu}/u.test(letter));
}
