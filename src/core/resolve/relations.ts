import { memo } from '../memo.ts';
import { statedRelation, type RelationKind, type StatedRelation } from '../source.ts';
import { contextQueries, type Study, type StudyContext } from '../study.ts';
import { appendTo } from '../text.ts';
import { worksNamed } from './citation.ts';

/** Of which text a text is a translation or another printing. */
export interface Relation extends StatedRelation {
  /**
   * Where the chain of what each text names ends: the text that names no other. Undefined where the chain comes back to itself or leads
   * to a key that nothing has.
   */
  readonly base: string | undefined;
  /** Whether it has the words of its base or is in another language: a printing of a translation is a translation of the base. */
  readonly toBase: RelationKind;
  /** As its front matter has it; a printing that says nothing has that of the text it is a printing of. */
  readonly language: string | undefined;
  /** The keys that lead from one to the next, its own first; the last one is the base, or the one that is at fault. */
  readonly chain: readonly string[];
  /** Why there is no base. */
  readonly fault: 'circle' | 'unknown-key' | undefined;
}

/** Texts with one base. */
export interface Family {
  readonly base: string;
  readonly language: string | undefined;
  /** The translations and printings, in the order in which the study has them. */
  readonly members: readonly { readonly key: string; readonly relation: Relation }[];
}

/** What a study knows of texts that can be cited. */
type Citables = Pick<StudyContext, 'sources' | 'works'>;

/** Returns of which base a text is a translation or printing; undefined where it names no other. Asks the study for the keys of the chain only. */
export function relationOf(key: string, study: Citables): Relation | undefined {
  const stated = statedBy(key, study);
  return stated && followed(key, { kind: stated.kind, of: canonicalKey(stated.of, study) }, study);
}

function followed(key: string, first: StatedRelation, study: Citables): Relation {
  const chain = new Set<string>();
  let at = key;
  let toBase: RelationKind = 'printing';
  let language: string | undefined;
  for (let stated: StatedRelation | undefined = first; stated; stated = statedBy(at, study)) {
    if (chain.has(at))
      return { ...first, base: undefined, toBase, language, chain: [...chain, at], fault: 'circle' };
    chain.add(at);
    if (toBase === 'printing') language ??= languageOfKey(at, study);
    if (stated.kind === 'translation') toBase = 'translation';
    at = canonicalKey(stated.of, study);
  }
  if (toBase === 'printing') language ??= languageOfKey(at, study);
  const isThere = study.sources.has(at) || worksNamed(at, study).length > 0;
  return {
    ...first,
    base: isThere ? at : undefined,
    toBase,
    language,
    chain: [...chain, at],
    fault: isThere ? undefined : 'unknown-key',
  };
}

/** What the source with a key says; what it leaves out, a work with the key may say. */
function statedBy(key: string, study: Citables): StatedRelation | undefined {
  const source = study.sources.get(key);
  return (source && statedRelation(source.csl)) ?? worksNamed(key, study)[0]?.work.relation;
}

/** Works have further names. */
function canonicalKey(key: string, study: Citables): string {
  return study.sources.has(key) ? key : (worksNamed(key, study)[0]?.work.key ?? key);
}

function languageOfKey(key: string, study: Citables): string | undefined {
  return ownLanguage(key, study) ?? worksNamed(key, study)[0]?.work.data.language;
}

function ownLanguage(key: string, { sources }: Pick<Citables, 'sources'>): string | undefined {
  const own = sources.get(key)?.csl['language'];
  return typeof own === 'string' && own.trim() !== '' ? own.trim() : undefined;
}

interface RelatedTexts {
  readonly relations: ReadonlyMap<string, Relation>;
  readonly families: ReadonlyMap<string, Family>;
}

const relatedTexts = memo(
  'related texts',
  (
    keys: StudyContext['keys'],
    sources: StudyContext['sources'],
    works: StudyContext['works'],
  ): RelatedTexts => {
    const relations = new Map<string, Relation>();
    const members = new Map<string, Family['members'][number][]>();
    for (const key of keys) {
      const relation = relationOf(key, { sources, works });
      if (!relation || relations.has(key)) continue;
      relations.set(key, relation);
      if (relation.base !== undefined) appendTo(members, relation.base, { key, relation });
    }
    const families = Array.from(members, ([base, list]): [string, Family] => [
      base,
      { base, language: languageOfKey(base, { sources, works }), members: list },
    ]);
    return { relations, families: new Map(families) };
  },
);

/** Returns the relation of each source and work that names another, by key. */
export function relationsOf({ keys, sources, works }: Study): RelatedTexts['relations'] {
  return relatedTexts(keys, sources, works).relations;
}

/** Returns the bases that have translations or printings, each with these, by the key of the base. */
export function familiesOf({ keys, sources, works }: Study): RelatedTexts['families'] {
  return relatedTexts(keys, sources, works).families;
}

/** Returns the family that a text belongs to, as its base or not; undefined where it has no other member. */
export function familyOf(key: string, study: Study): Family | undefined {
  return familiesOf(study).get(relationsOf(study).get(key)?.base ?? key);
}

/** Returns the keys of the other printings of a text: those of its family with its words, which another translation has not. */
export function printingsOf(key: string, study: Study): readonly string[] {
  return kinOf(key, relatedTexts(study.keys, study.sources, study.works)).printings;
}

/**
 * Returns the keys of the texts that say the same as a text in other words: its translations, the text it is one of, and the
 * other translations of that. Only those that are there; empty for nearly every text. Which texts belong together rests on all of
 * them, so what asks rests on the answer, a text.
 */
export function translationsOf(key: string, study: StudyContext): readonly string[] {
  const named = contextQueries.ask(study, ({ keys, sources, works }) => {
    const { translations } = kinOf(key, relatedTexts(keys, sources, works));
    return translations.filter((each) => sources.has(each)).join('\n');
  });
  return named.split('\n').filter(Boolean);
}

/** Returns the languages of a text and its translations; empty where it has none. */
export function languagesBeside(key: string, study: StudyContext): readonly string[] {
  const named = contextQueries.ask(study, (whole) => {
    const translations = translationsOf(key, whole);
    const texts = translations.length > 0 ? [key, ...translations] : [];
    return texts.map((each) => ownLanguage(each, whole) ?? '').join('\n');
  });
  return [...new Set(named.split('\n').filter(Boolean))];
}

/** The other texts of a family: those with the words of a text, and those in other words. */
function kinOf(
  key: string,
  { relations, families }: RelatedTexts,
): { readonly printings: readonly string[]; readonly translations: readonly string[] } {
  const family = families.get(relations.get(key)?.base ?? key);
  const others = family
    ? [family.base, ...family.members.map((member) => member.key)].filter((each) => each !== key)
    : [];
  const first = firstPrintingOf(key, relations);
  const isPrinting = (each: string): boolean => firstPrintingOf(each, relations) === first;
  return { printings: others.filter(isPrinting), translations: others.filter((each) => !isPrinting(each)) };
}

/** The text that a printing is in the end one of: the base, or a translation. */
function firstPrintingOf(key: string, relations: RelatedTexts['relations']): string {
  const chain = relations.get(key)?.chain ?? [];
  return chain.find((each) => relations.get(each)?.kind !== 'printing') ?? key;
}
