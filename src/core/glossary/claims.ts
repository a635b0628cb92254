import { compareClaims, type TermForm, type TermNames } from './forms.ts';

/** A term's claim on a form, or (`form` undefined) its word that the form is no use of it. */
export interface Claim<T extends TermNames> {
  readonly term: T;
  /** Place of the term in the list that the matcher was made from. */
  readonly rank: number;
  readonly form: TermForm | undefined;
  /** A form that is derived yields to one that is written in the glossary. */
  readonly derived: boolean;
  /** Letters that have to be capitals in the text, as capitals; undefined where case does not matter. */
  readonly capitals: string | undefined;
}

/** What a form stands for: a term, or (`term` undefined) a name that is no use and hides its words. */
export interface Verdict<T extends TermNames> {
  readonly term: T | undefined;
  readonly form: TermForm | undefined;
  readonly rivals: readonly T[];
}

/** The claims on one form; `fixed` where the text has no say in which of them holds. */
export interface Ending<T extends TermNames> {
  readonly claims: readonly Claim<T>[];
  readonly fixed: Verdict<T> | undefined;
}

/** Puts the claims on a form in order and weighs them as far as that can be done without a text. */
export function endingOf<T extends TermNames>(claims: readonly Claim<T>[]): Ending<T> {
  const ordered = [...claims].sort(byStrength);
  const depends = ordered.some((claim) => claim.capitals !== undefined);
  return { claims: ordered, fixed: depends ? undefined : weigh(ordered) };
}

/** Names that are no uses first, then the strongest claim. */
function byStrength<T extends TermNames>(a: Claim<T>, b: Claim<T>): number {
  if (!a.form || !b.form) return Number(a.form !== undefined) - Number(b.form !== undefined);
  return compareClaims(a.form, b.form) || a.rank - b.rank;
}

/** Which claim holds on a form as it is written in a text; undefined where none does. */
export function verdictOn<T extends TermNames>(ending: Ending<T>, written: string): Verdict<T> | undefined {
  if (ending.fixed) return ending.fixed;
  const found = capitalsOf(written);
  return weigh(
    ending.claims.filter(
      ({ capitals }) =>
        capitals === undefined || capitalsOf(capitals).every((capital, i) => !capital || found[i] === true),
    ),
  );
}

function weigh<T extends TermNames>(claims: readonly Claim<T>[]): Verdict<T> | undefined {
  const denied = new Map<T, boolean>();
  for (const { term, form, derived } of claims)
    if (!form) denied.set(term, derived && (denied.get(term) ?? true));
  // A plural derived from a `Not:` name denies what was derived, not what is written.
  const isDenied = ({ term, derived }: Claim<T>): boolean =>
    denied.has(term) && (derived || denied.get(term) === false);
  const [strongest, ...others] = claims.filter((claim) => claim.form && !isDenied(claim));
  if (strongest)
    return { term: strongest.term, form: strongest.form, rivals: others.map(({ term }) => term) };
  return denied.size > 0 ? { term: undefined, form: undefined, rivals: [] } : undefined;
}

/** Of each letter whether it is a capital. */
function capitalsOf(text: string): boolean[] {
  return (text.match(/\p{L}/gu) ?? []).map((letter) => /\p{Lu}/u.test(letter));
}
