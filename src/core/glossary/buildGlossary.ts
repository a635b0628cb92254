import type { Citation } from '../citations.ts';
import type { Range } from '../text.ts';
import type { EntryBody, GlossaryEntry, GlossaryFile } from './readGlossary.ts';
import type { ListedName } from './fields.ts';
import { compareClaims, formsOf, type TermNames } from './forms.ts';
import type { Term, TermName, TermPlace, TermSense } from './term.ts';
import { nameKey } from './termTokens.ts';

/** A glossary file and its origin. */
export interface GlossaryInput {
  readonly uri: string;
  readonly glossary: GlossaryFile;
  readonly builtIn: boolean;
  /** Key of the source that the whole glossary is about, if there is one. */
  readonly source?: string;
}

/** One of several claims on a form. */
export interface FormClaim {
  readonly term: Term;
  readonly uri: string;
  readonly range: Range;
  /** Whether it is the name of an entry or an alias. */
  readonly kind: 'name' | 'alias';
  /** The language in whose texts it holds; undefined for all. */
  readonly language: string | undefined;
}

/** A name that two entries claim. It goes to the term of the first claim. */
export interface TermConflict {
  readonly name: string;
  readonly claims: readonly FormClaim[];
}

/** The terms of a study folder. Immutable. */
export interface Glossary {
  /** The study folder's own terms come first, in the order of files and entries. */
  readonly terms: readonly Term[];
  /** Names that two entries claim, by the first claim. An own entry that takes over a built-in name is not a conflict. */
  readonly conflicts: readonly TermConflict[];
  /** Returns the term with a name, alias or derived form, in any spelling; undefined where there is none. */
  readonly find: (name: string) => Term | undefined;
}

/**
 * Merges glossaries. Entries with the same name (apart from case, hyphen and number) become one term with all their senses
 * and aliases. The study folder's entries come before built-in ones, and override them.
 * @param own the study folder's glossaries
 * @param shipped the built-in glossaries
 */
export function buildGlossary(
  own: readonly GlossaryInput[],
  shipped: readonly GlossaryInput[] = [],
): Glossary {
  const inputs = [...own, ...shipped].sort((a, b) => Number(a.builtIn) - Number(b.builtIn));
  const terms = groupByName(inputs).map(mergeEntries);
  const byForm = indexForms(terms);
  return { terms, conflicts: findConflicts(terms), find: (name) => byForm.get(nameKey(name)) };
}

interface PlacedEntry {
  readonly place: TermPlace;
  readonly source: string | undefined;
}

/** Groups entries with the same name. */
function groupByName(inputs: readonly GlossaryInput[]): PlacedEntry[][] {
  const groups: PlacedEntry[][] = [];
  const byName = new Map<string, PlacedEntry[]>();
  const byForm = new Map<string, PlacedEntry[]>();
  for (const { uri, glossary, builtIn, source } of inputs)
    for (const entry of glossary.entries) {
      const key = nameKey(entry.name);
      if (key === '') continue;
      // Only entries of different files come together by their forms.
      const forms = inputs.length > 1 ? formsOf(nameOnly(entry)).map((form) => form.key) : [];
      const alike = [byForm.get(key), ...forms.map((form) => byName.get(form))];
      // One file may have `force` and `forces` as separate terms.
      const known = byName.get(key) ?? alike.find((each) => each?.every(({ place }) => place.uri !== uri));
      const home = known ?? [];
      if (!known) groups.push(home);
      home.push({ place: { uri, entry, builtIn }, source });
      if (!byName.has(key)) byName.set(key, home);
      for (const form of forms) if (!byForm.has(form)) byForm.set(form, home);
    }
  return groups;
}

function nameOnly({ name }: GlossaryEntry): TermNames {
  return { name, aliases: [], not: [] };
}

function mergeEntries(group: readonly PlacedEntry[]): Term {
  const places = group.map(({ place }) => place);
  const name = places[0]?.entry.name ?? '';
  const collect = (names: (entry: GlossaryEntry) => readonly ListedName[]): TermName[] =>
    distinctNames(
      places.flatMap(({ uri, entry, builtIn }) =>
        names(entry).map((found): TermName => ({ ...found, uri, builtIn })),
      ),
    );
  const otherNames = places
    .filter(({ entry }) => nameKey(entry.name) !== nameKey(name))
    .map(({ uri, entry, builtIn }) => ({ name: entry.name, range: entry.nameRange, uri, builtIn }));
  const aliases = distinctNames([...collect((entry) => entry.aliases), ...otherNames]);
  const not = collect((entry) => entry.not);
  let senses: readonly TermSense[] | undefined;
  return {
    name,
    key: nameKey(name),
    aliases: withoutBuiltIn(aliases, not).filter((alias) => nameKey(alias.name) !== nameKey(name)),
    not: withoutBuiltIn(not, aliases),
    seeAlso: collect((entry) => entry.seeAlso),
    // Most terms are never asked for what they mean.
    get senses() {
      return (senses ??= group.flatMap(({ place, source }) => sensesOf(place, source)));
    },
    places,
    builtIn: places.every(({ builtIn }) => builtIn),
  };
}

function distinctNames(names: readonly TermName[]): TermName[] {
  const seen = new Map<string, TermName>();
  for (const name of names) {
    const key = nameKey(name.name);
    const own = `${key} (${name.language ?? ''})`;
    if (key !== '' && !seen.has(`${key} ()`) && !seen.has(own)) seen.set(own, name);
  }
  return [...seen.values()];
}

/** Removes the built-in names that an own entry puts on the opposite list. */
function withoutBuiltIn(names: readonly TermName[], opposite: readonly TermName[]): TermName[] {
  const taken = new Set(opposite.filter(({ builtIn }) => !builtIn).map(({ name }) => nameKey(name)));
  return names.filter(({ name, builtIn }) => !builtIn || !taken.has(nameKey(name)));
}

/** Returns the general sense of an entry, if it has any content, and those of its sources. */
function sensesOf(place: TermPlace, source: string | undefined): TermSense[] {
  const { entry } = place;
  const sense = (body: EntryBody, key: string | undefined, range: Range): TermSense => {
    const { definition, definedAt, usedAt } = body;
    return { key, definition, definedAt, usedAt, place, range };
  };
  const says = entry.definition.range !== undefined || entry.definedAt.length > 0;
  const general = sense(
    entry,
    source ?? onlyKey(entry.definedAt) ?? onlyKey(entry.definition.citations),
    entry.range,
  );
  return [...(says ? [general] : []), ...entry.senses.map((each) => sense(each, each.key, each.range))];
}

/** Returns the key that all citations have in common; undefined where they differ. */
function onlyKey(citations: readonly Citation[]): string | undefined {
  const first = citations[0]?.key;
  return citations.every((citation) => citation.key === first) ? first : undefined;
}

/** Indexes forms by key, each with the term that has the strongest claim. */
function indexForms(terms: readonly Term[]): Map<string, Term> {
  const claims = terms.flatMap((term) => formsOf(term).map((form) => ({ term, form })));
  const byForm = new Map<string, Term>();
  for (const { term, form } of claims.sort((a, b) => compareClaims(a.form, b.form)))
    if (!byForm.has(form.key)) byForm.set(form.key, term);
  return byForm;
}

function findConflicts(terms: readonly Term[]): TermConflict[] {
  const claims = new Map<string, { name: string; own: FormClaim[]; shipped: FormClaim[] }>();
  const claim = (name: string, kind: FormClaim['kind'], term: Term, at: Omit<TermName, 'name'>): void => {
    const key = nameKey(name);
    const list = claims.get(key) ?? { name, own: [], shipped: [] };
    claims.set(key, list);
    (at.builtIn ? list.shipped : list.own).push({
      term,
      uri: at.uri,
      range: at.range,
      kind,
      language: at.language,
    });
  };
  for (const term of terms) {
    for (const { uri, entry, builtIn } of term.places)
      claim(entry.name, 'name', term, { uri, range: entry.nameRange, builtIn });
    for (const alias of term.aliases) claim(alias.name, 'alias', term, alias);
  }
  return [...claims.values()].flatMap(({ name, own, shipped }) =>
    [own, shipped]
      .map(competing)
      .flatMap((rivals) => (rivals.length > 0 ? [{ name, claims: strongestFirst(rivals) }] : [])),
  );
}

/** Returns the claims that another one contradicts: of another term, or of an entry with the same name in one file. */
function competing(claims: readonly FormClaim[]): readonly FormClaim[] {
  const contradict = (a: FormClaim, b: FormClaim): boolean =>
    a.term === b.term
      ? a.uri === b.uri && a.kind === 'name' && b.kind === 'name'
      : a.language === undefined || b.language === undefined || a.language === b.language;
  return claims.length < 2
    ? []
    : claims.filter((claim) => claims.some((other) => other !== claim && contradict(claim, other)));
}

function strongestFirst(claims: readonly FormClaim[]): FormClaim[] {
  return [...claims.filter(({ kind }) => kind === 'name'), ...claims.filter(({ kind }) => kind === 'alias')];
}
