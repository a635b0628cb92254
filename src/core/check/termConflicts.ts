import type { Term, TermSense } from '../glossary.ts';
import type { Paper, Study } from '../study.ts';
import type { Citation } from '../citations.ts';
import { resolveCitation } from '../resolve.ts';
import { normaliseText } from '../text.ts';
import type { Problem, Related } from './check.ts';
import { paperDefinitions, type PaperDefinition } from './termDefinitions.ts';

/**
 * `term/conflict`: a paper says in so many words what a term means (`paperDefinitions`), and
 * - cites passages of a source for it, none of which the glossary gives as the place where that source defines it; or
 * - cites nothing, and its words are not those of the glossary.
 * A definition that cites a source of which the glossary says nothing is another sense, not a conflict.
 */
export function termConflicts(paper: Paper, study: Study): Problem[] {
  return paperDefinitions(paper, study).flatMap((definition): Problem[] => {
    const against = conflictOf(definition, study);
    if (against === undefined) return [];
    const related = definition.term.senses.slice(0, 3).map((sense) => relatedTo(sense, definition.term));
    return [{ check: 'term/conflict', range: definition.range, message: against, related }];
  });
}

function relatedTo({ place, range }: TermSense, term: Term): Related {
  return { uri: place.uri, range, message: `The glossary's entry “${term.name}”` };
}

/** What is wrong, in a sentence; undefined where nothing is. */
function conflictOf({ term, words, citations, nearby }: PaperDefinition, study: Study): string | undefined {
  const defined = placesOf(
    term.senses.flatMap(({ definedAt, definition }) => [...definedAt, ...definition.citations]),
    study,
  );
  if (shares(defined, placesOf(nearby, study))) return undefined;
  if (citations.length > 0) {
    const known = term.senses.flatMap(({ definedAt }) => definedAt);
    const cited = placesOf(citations, study);
    for (const [key, places] of cited) {
      const own = placesOf(
        known.filter((citation) => citation.key === key),
        study,
      ).get(key);
      if (own && own.size > 0 && places.size > 0)
        return `The glossary says that @${key} defines “${term.name}” at ${list(own)}, not at ${list(places)}. Cite that paragraph, or change the entry.`;
    }
    return undefined;
  }
  const senses = term.senses.filter(({ definition }) => definition.plain.length > 0);
  if (senses.length === 0 || senses.some((sense) => sameWords(words, sense))) return undefined;
  return `The glossary defines “${term.name}” in other words. Cite the paragraph that this definition rests on, or change the entry.`;
}

/** What citations lead to, by key: `¶ 3`, `n. 1`. A whole source leads nowhere. */
function placesOf(citations: readonly Citation[], study: Study): Map<string, Set<string>> {
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

function list(places: ReadonlySet<string>): string {
  const all = [...places];
  return all.length > 4 ? `${all.slice(0, 4).join(', ')} …` : all.join(', ');
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
