import { nameKey } from './termTokens.ts';

/** The names of a term, which is all that matching needs to know of it. */
export interface TermNames {
  readonly name: string;
  /** Whether the name is built in. The study folder's own names come first. */
  readonly builtIn?: boolean;
  readonly aliases: readonly (GivenName & { readonly language?: string })[];
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

const formKinds: readonly FormKind[] = ['name', 'alias', 'plural', 'singular', 'closed'];

/**
 * Compares forms with the same spelling by the strength of their claim: the study folder's own before built-in, written before
 * derived, a name before an alias. Negative where `a` is stronger.
 */
export function compareClaims(a: TermForm, b: TermForm): number {
  const strength = (form: TermForm): number =>
    (form.builtIn ? 20 : 0) + (isDerived(form) ? 10 : 0) + formKinds.indexOf(form.kind);
  return strength(a) - strength(b);
}

/** Maximum length of a name, in UTF-16 code units. A longer one is a misplaced sentence and is ignored. */
const maxNameUnits = 200;

function isName(name: string): boolean {
  return name.length <= maxNameUnits;
}

/** Prefixes that are written with or without a hyphen: neo-colonialism, neocolonialism. */
const hyphenPrefixes =
  /(^|[\s-])(anti|counter|hyper|inter|macro|mega|micro|mini|multi|neo|non|over|pan|post|pre|pseudo|quasi|semi|sub|super|trans|ultra|under)-(?=\p{L})/giu;

/** Prepositions after the noun that takes the plural: bases of unity. */
const afterHead = /^(.*?[^\s-])(\s+(?:of|in|for|to|against|among|amongst|between)\s.*)$/isu;

/** A name in a glossary. */
interface GivenName {
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
  const add = (text: string, kind: FormKind, { name, builtIn = false }: GivenName): void => {
    const key = nameKey(text);
    if (key !== '' && !forms.has(key)) forms.set(key, { text, key, kind, from: name, builtIn });
  };
  const own: GivenName = { name: names.name, ...(names.builtIn ? { builtIn: true } : {}) };
  const given = [own, ...names.aliases].filter(({ name }) => isName(name));
  for (const each of given) add(each.name, each === own ? 'name' : 'alias', each);
  for (const each of given) for (const plural of inflect(each.name, pluralsOf)) add(plural, 'plural', each);
  for (const singular of isName(own.name) ? inflect(own.name, singularsOf) : [])
    add(singular, 'singular', own);
  for (const form of [...forms.values()]) {
    const closed = form.text.replace(hyphenPrefixes, '$1$2');
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
  const [, head = spaced, tail = ''] = afterHead.exec(spaced) ?? [];
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

/** Plurals and singulars of English nouns, by rules with exceptions. They are only searched for, never shown. */

const irregular: readonly (readonly [string, string])[] = [
  ['child', 'children'],
  ['corpus', 'corpora'],
  ['criterion', 'criteria'],
  ['curriculum', 'curricula'],
  ['datum', 'data'],
  ['foot', 'feet'],
  ['genus', 'genera'],
  ['goose', 'geese'],
  ['medium', 'media'],
  ['memorandum', 'memoranda'],
  ['mouse', 'mice'],
  ['ox', 'oxen'],
  ['phenomenon', 'phenomena'],
  ['quiz', 'quizzes'],
  ['stimulus', 'stimuli'],
  ['stratum', 'strata'],
  ['tooth', 'teeth'],
];
const toPlural = new Map(irregular);
const toSingular = new Map(irregular.map(([singular, plural]) => [plural, singular]));

/** Words that equal their plural, and words without a plural. */
const invariable = new Set(
  'bourgeois corps deer fish kudos means news offspring people series sheep species swine thanks us this thus his its'.split(
    ' ',
  ),
);
/** Singular words that end in s. */
const singularInS = new Set('alias atlas bias canvas chaos cosmos ethos gas lens pathos'.split(' '));
/** Plurals whose singular means something else (a mass, the masses) or is mainly an adjective (revolutionary). */
const noSingular = new Set(
  (
    'arms commons contents customs earnings glasses goods humanities looks masses minutes odds savings spirits times works ' +
    'conservatives contemporaries intellectuals liberals locals moderates nationals natives professionals ' +
    'progressives radicals reactionaries revolutionaries'
  ).split(' '),
);
/** Singulars and adjectives whose plural means something else. */
const noPlural = new Set(
  'arm common content custom economic ethic good mathematic mean new physic politic'.split(' '),
);
/** -f and -fe that become -ves, unlike in `belief` and `proof`. */
const toVes =
  /^(?:after|dog|her|him|house|it|book|mid|my|our|pen|wild|your)?(?:cal|el|hal|kni|lea|li|loa|scar|sel|shel|thie|wi|wol)fe?$/;
const inOes = /^(?:echo|embargo|hero|potato|tomato|torpedo|veto)$/;
/** -ies from -ie. */
const inIe = /^(?:bourgeois|calor|cook|gen|l|mov|p|prair|t|zomb)ies$/;
const hardCh = /(?:arch|epoch|eunuch|loch|stomach)$/;
const notMan = /^(?:ger|hu|nor|otto|ro|sha|talis|brah)man$/;

/** Returns the plurals of a lower-case noun: none for a plural or a noun without one, two where usage varies. */
export function pluralsOf(noun: string): string[] {
  if (!/[a-zà-ɏ]$/u.test(noun) || noun.length < 2) return [];
  if (invariable.has(noun) || noPlural.has(noun) || toSingular.has(noun) || noun.endsWith('ics')) return [];
  const known = toPlural.get(noun);
  if (known) return [known];
  if (noun.endsWith('sis')) return [noun.replace(/is$/, 'es')];
  if (/(?:ss|us|is|x|z|sh)$/.test(noun) || singularInS.has(noun)) return latin(noun);
  if (noun.endsWith('s')) return [];
  if (noun.endsWith('ch')) return [hardCh.test(noun) ? `${noun}s` : `${noun}es`];
  if (/[^aeiou]y$/.test(noun)) return [noun.replace(/y$/, 'ies')];
  if (noun.endsWith('man') && !notMan.test(noun)) return [noun.replace(/man$/, 'men')];
  if (isMen(noun)) return [];
  if (toVes.test(noun)) return [noun.replace(/fe?$/, 'ves')];
  if (inOes.test(noun)) return [`${noun}es`];
  if (/(?:manifest|mott|carg|tornad|volcan)o$/.test(noun)) return [`${noun}s`, `${noun}es`];
  return [`${noun}s`];
}

function isMen(noun: string): boolean {
  return noun.endsWith('men') && !/^(?:abdomen|acumen|hymen|omen|regimen|semen|specimen|stamen)$/.test(noun);
}

function latin(noun: string): string[] {
  if (/(?:append|ind|matr|vert)(?:ix|ex)$/.test(noun)) return [`${noun}es`, noun.replace(/[ie]x$/, 'ices')];
  if (/(?:nucle|radi|syllab|cact|alumn|foc)us$/.test(noun)) return [`${noun}es`, noun.replace(/us$/, 'i')];
  return [`${noun}es`];
}

/** Returns the singulars of a lower-case noun: none for a singular, or where the singular means something else. */
export function singularsOf(noun: string): string[] {
  const known = toSingular.get(noun);
  if (known) return [known];
  if (invariable.has(noun) || noSingular.has(noun) || singularInS.has(noun) || noun.length < 3) return [];
  if (isMen(noun)) return nounCandidates(noun, [[/men$/, 'man']]);
  if (!noun.endsWith('s') || /(?:ss|us|is|ics)$/.test(noun)) return [];
  const found = nounCandidates(noun, [
    [/ies$/, inIe.test(noun) ? 'ie' : 'y'],
    [/ves$/, 'f'],
    [/ves$/, 'fe'],
    [/ses$/, 'sis'],
    [/es$/, ''],
    [/(?<!ie)s$/, ''],
  ]);
  // -ses comes from -sis (theses), -s (buses) or -se (bases). Forms that are no words do no harm: no text has them.
  return [...new Set(found)];
}

function nounCandidates(noun: string, rules: readonly (readonly [RegExp, string])[]): string[] {
  return rules
    .filter(([ending]) => ending.test(noun))
    .map(([ending, replacement]) => noun.replace(ending, replacement))
    .filter((singular) => singular.length > 1 && pluralsOf(singular).includes(noun));
}
