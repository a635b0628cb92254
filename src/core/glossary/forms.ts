import { pluralsOf, singularsOf } from './inflection.ts';
import { nameKey } from './words.ts';

/** The names of a term, which is all that matching needs to know of it. */
export interface TermNames {
  readonly name: string;
  /** Whether the name is built in. The study folder's own names come first. */
  readonly builtIn?: boolean;
  readonly aliases: readonly { readonly name: string; readonly builtIn?: boolean }[];
  /** Names that look like the term but are not (`Not:`). */
  readonly not: readonly { readonly name: string }[];
}

/** How a form was obtained. */
export type FormKind = 'name' | 'alias' | 'plural' | 'singular' | 'closed';

/** One form of a term. Matching ignores case, hyphen or space, and the possessive. */
export interface TermForm {
  /** As written in the glossary; in lower case where it was derived. */
  readonly text: string;
  /** The key by which forms are compared; see `nameKey`. */
  readonly key: string;
  readonly kind: FormKind;
  /** The name or alias that the form was derived from, as written. */
  readonly from: string;
  readonly builtIn: boolean;
}

const kinds: readonly FormKind[] = ['name', 'alias', 'plural', 'singular', 'closed'];

/**
 * Compares forms with the same spelling by the strength of their claim: written before derived, the study folder's own
 * before built-in, a name before an alias. Negative where `a` is stronger.
 */
export function compareClaims(a: TermForm, b: TermForm): number {
  const strength = (form: TermForm): number =>
    (isDerived(form) ? 20 : 0) + (form.builtIn ? 10 : 0) + kinds.indexOf(form.kind);
  return strength(a) - strength(b);
}

/** Maximum length of a name, in UTF-16 code units. A longer one is a misplaced sentence and is ignored. */
const longestName = 200;

function isName(name: string): boolean {
  return name.length <= longestName;
}

/** Prefixes that are written with or without a hyphen: neo-colonialism, neocolonialism. */
const prefixes =
  /(^|[\s-])(anti|counter|hyper|inter|macro|mega|micro|mini|multi|neo|non|over|pan|post|pre|pseudo|quasi|semi|sub|super|trans|ultra|under)-(?=\p{L})/giu;

/** Prepositions after the noun that takes the plural: bases of unity. */
const behindHead = /^(.*?[^\s-])(\s+(?:of|in|for|to|against|among|amongst|between)\s.*)$/isu;

/** A name in a glossary. */
interface Given {
  readonly name: string;
  readonly builtIn?: boolean;
}

/**
 * Returns the forms of a term: its name and aliases as written; the plural of each; the singular of the name only; and
 * words with a prefix such as `anti-`, also without its hyphen. Verbs and adjectives must be given as aliases, and an alias
 * in the plural means the plural only. Of two equal forms the stronger one is kept.
 */
export function formsOf(names: TermNames): TermForm[] {
  const forms = new Map<string, TermForm>();
  const add = (text: string, kind: FormKind, { name, builtIn = false }: Given): void => {
    const key = nameKey(text);
    if (key !== '' && !forms.has(key)) forms.set(key, { text, key, kind, from: name, builtIn });
  };
  const own: Given = { name: names.name, ...(names.builtIn ? { builtIn: true } : {}) };
  const given = [own, ...names.aliases].filter(({ name }) => isName(name));
  for (const each of given) add(each.name, each === own ? 'name' : 'alias', each);
  for (const each of given) for (const plural of inflect(each.name, pluralsOf)) add(plural, 'plural', each);
  for (const singular of isName(own.name) ? inflect(own.name, singularsOf) : [])
    add(singular, 'singular', own);
  for (const form of [...forms.values()]) {
    const closed = form.text.replace(prefixes, '$1$2');
    if (closed !== form.text) add(closed, 'closed', { name: form.from, builtIn: form.builtIn });
  }
  for (const { key } of names.not.flatMap(({ name }) => exclusionsOf(name))) {
    const form = forms.get(key);
    if (form && isDerived(form)) forms.delete(key);
  }
  return [...forms.values()];
}

/** Whether a form was derived. A form written in the glossary has the stronger claim. */
export function isDerived(form: TermForm): boolean {
  return form.kind !== 'name' && form.kind !== 'alias';
}

/** Returns the forms that a `Not:` name excludes: the name and its plural. */
export function exclusionsOf(name: string): { readonly key: string; readonly derived: boolean }[] {
  if (!isName(name)) return [];
  const plurals = inflect(name, pluralsOf).map((plural) => ({ key: nameKey(plural), derived: true }));
  return [{ key: nameKey(name), derived: false }, ...plurals].filter(({ key }) => key !== '');
}

/** Inflects the noun of a name: its last word, or the word before its first preposition. */
function inflect(name: string, rule: (noun: string) => string[]): string[] {
  const spaced = name.replace(/\s+/gu, ' ').trim();
  const [, head = spaced, tail = ''] = behindHead.exec(spaced) ?? [];
  const [, before = '', noun = ''] = /^(.*?)([\p{L}\p{M}]+)$/su.exec(head) ?? [];
  if (isAcronym(noun)) return rule === pluralsOf && !noun.endsWith('S') ? [`${before}${noun}s${tail}`] : [];
  return rule(noun.toLowerCase()).map((inflected) => `${before}${inflected}${tail}`);
}

function isAcronym(noun: string): boolean {
  return noun.length > 1 && noun === noun.toUpperCase() && noun !== noun.toLowerCase();
}

/** Words so common that an acronym with the same letters counts only in capitals. */
const commonWords = new Set(
  'a aid aids all am an and any are arm art as at be but by can do for go had has he her him his how i if in into is it its let man may me my no nor not now of off on one or our out own pa pact per she so some than that the them then they this to too two up us was we were what when where who why will with yes you your'.split(
    ' ',
  ),
);

/** Whether a form counts only in capitals: US is not `us`, IT not `it`. */
export function needsCapitals(form: Pick<TermForm, 'text' | 'key'>): boolean {
  return isAcronym(form.text) && commonWords.has(form.key);
}
