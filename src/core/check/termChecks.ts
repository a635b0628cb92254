import { type Message, type MessageId, messageOf } from '../messages.ts';
import type { Term, TermSense, UnclearField, UndefinedTerm } from '../glossary.ts';
import type { StudyContext } from '../study.ts';
import type { Citation } from '../citations.ts';
import { resolveCitation } from '../resolve.ts';
import { memo } from '../memo.ts';
import { NameIndex, normaliseText } from '../text.ts';
import { defineCheck, type Problem, type Related } from './defineCheck.ts';
import { rivalsOf } from './rivals.ts';
import type { PaperDefinition } from './termDefinitions.ts';

/** Marked terms that have no entry. */
export const undefinedTerms = defineCheck({
  ids: ['term/undefined'],
  looksAt: 'undefinedTerms',
  check: (facts, study) => facts.undefinedTerms.map((term) => undefinedTerm(term, study)),
});

const namesToLookAmong = memo(
  'names of terms to look among',
  (terms: readonly Term[]) =>
    new NameIndex(terms.flatMap((term) => [term.name, ...term.aliases.map(({ name }) => name)])),
);

function undefinedTerm({ range, text }: UndefinedTerm, study: StudyContext): Problem<'term/undefined'> {
  const candidates = namesToLookAmong(study.allTerms.glossary.terms).nearest(text);
  return {
    check: 'term/undefined',
    range,
    message:
      text === ''
        ? messageOf('terms.noWords')
        : messageOf('terms.undefined', { name: text, nearest: candidates }),
    fixes: candidates.map((name) => ({
      title: messageOf('fixes.changeToWords', { words: name }),
      edits: [{ range, newText: name }],
      safe: false,
    })),
  };
}

/** Names that two entries claim. */
export const duplicateTerms = defineCheck({
  ids: ['term/duplicate'],
  looksAt: 'glossary',
  check: (_, study, { uri }) => duplicates(uri, study),
});

function duplicates(uri: string, study: StudyContext): Problem<'term/duplicate'>[] {
  return study.allTerms.glossary.conflicts.flatMap(({ name, claims }) =>
    claims
      .filter((claim) => claim.uri === uri)
      .map((claim): Problem<'term/duplicate'> => {
        const others = rivalsOf(claims, (other) => other === claim);
        const names = [...new Set(others.map((other) => other.term.name))];
        const isCut = claims.length - 1 > others.length;
        return {
          check: 'term/duplicate',
          range: claim.range,
          message: messageOf('terms.duplicate', { name, others: names, isCut }),
          related: others.map((other) => ({
            uri: other.uri,
            range: other.range,
            message: messageOf('terms.claimedHere', { name }),
          })),
        };
      }),
  );
}

/** Entries whose term no paper and no source uses, not even within a longer term. */
export const unusedTerms = defineCheck({
  ids: ['term/unused'],
  looksAt: 'usedTerms',
  check: ({ entries, used }) => {
    const usedEntries = new Set([...used].flatMap(({ places }) => places.map(({ entry }) => entry)));
    return entries
      .filter((entry) => !usedEntries.has(entry))
      .map(({ name, nameRange }) => ({
        check: 'term/unused',
        range: nameRange,
        message: messageOf('terms.unused', { name }),
        unnecessary: true,
      }));
  },
});

/** Fields of glossary entries that cannot be told from the definition. */
export const unclearFields = defineCheck({
  ids: ['term/unclear-field'],
  looksAt: 'glossary',
  check: ({ entries }) =>
    entries.flatMap(({ unclear, senses }) =>
      [...unclear, ...senses.flatMap((sense) => sense.unclear)].map((field) => ({
        check: 'term/unclear-field',
        range: field.range,
        message: messageOf(unclearMessages[field.kind], { field: field.name }),
      })),
    ),
});

const unclearMessages = {
  late: 'terms.lateField',
  joined: 'terms.joinedField',
  wrapped: 'terms.wrappedField',
} as const satisfies Record<UnclearField['kind'], MessageId>;

/** Definitions in papers that are not those of the glossary. */
export const conflictingTerms = defineCheck({
  ids: ['term/conflict'],
  looksAt: 'definitions',
  check: ({ definitions }, study) => termConflicts(definitions, study),
});

/**
 * Where a paper says in so many words what a term means, and
 * - cites passages of a source for it, none of which the glossary gives as the place where that source defines it; or
 * - cites nothing, and its words are not those of the glossary.
 * A definition that cites a source of which the glossary says nothing is another sense, not a conflict.
 */
export function termConflicts(
  definitions: readonly PaperDefinition[],
  study: StudyContext,
): Problem<'term/conflict'>[] {
  return definitions.flatMap((definition): Problem<'term/conflict'>[] => {
    const against = termConflict(definition, study);
    if (against === undefined) return [];
    const related = definition.term.senses.slice(0, 3).map((sense) => relatedSense(sense, definition.term));
    return [{ check: 'term/conflict', range: definition.range, message: against, related }];
  });
}

function relatedSense({ place, range }: TermSense, term: Term): Related {
  return { uri: place.uri, range, message: messageOf('terms.entry', { name: term.name }) };
}

/** What is wrong, in a sentence; undefined where nothing is. */
function termConflict(
  { term, words, citations, nearby }: PaperDefinition,
  study: StudyContext,
): Message | undefined {
  const defined = citedPlaces(
    term.senses.flatMap(({ definedAt, definition }) => [...definedAt, ...definition.citations]),
    study,
  );
  if (shares(defined, citedPlaces(nearby, study))) return undefined;
  if (citations.length > 0) {
    const known = term.senses.flatMap(({ definedAt }) => definedAt);
    const cited = citedPlaces(citations, study);
    for (const [key, places] of cited) {
      const own = citedPlaces(
        known.filter((citation) => citation.key === key),
        study,
      ).get(key);
      if (own && own.size > 0 && places.size > 0)
        return messageOf('terms.otherPlace', { key, name: term.name, known: [...own], cited: [...places] });
    }
    return undefined;
  }
  const senses = term.senses.filter(({ definition }) => definition.plain.length > 0);
  if (senses.length === 0 || senses.some((sense) => sameWords(words, sense))) return undefined;
  return messageOf('terms.otherWords', { name: term.name });
}

/** What citations lead to, by key: `¶ 3`, `n. 1`. A whole source leads nowhere. */
function citedPlaces(citations: readonly Citation[], study: StudyContext): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const citation of citations) {
    const { target } = resolveCitation(citation, study);
    if (!target || (!citation.locator && target.note === undefined)) continue;
    const set = places.get(citation.key) ?? new Set();
    for (const number of target.passages) set.add(`¶ ${String(number)}`);
    if (target.note !== undefined) set.add(`n. ${String(target.note)}`);
    places.set(citation.key, set);
  }
  return places;
}

function shares(
  a: ReadonlyMap<string, ReadonlySet<string>>,
  b: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  return [...a].some(([key, places]) => [...places].some((place) => b.get(key)?.has(place)));
}

/** Whether one of two definitions holds the other, case, punctuation and spacing aside. */
function sameWords(words: string, { definition }: TermSense): boolean {
  const plain = (text: string): string =>
    ` ${normaliseText(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  const here = plain(words);
  const there = plain(definition.plain.map(({ text }) => text).join(' '));
  return here.trim() === '' || here.includes(there) || there.includes(here);
}
