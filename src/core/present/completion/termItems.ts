import type { Term } from '../../glossary.ts';
import type { CitingFile, Study } from '../../study.ts';
import type { Range } from '../../text.ts';
import { shorten } from '../wording.ts';
import type { Completion, CompletionItem } from './completionItem.ts';

/** The fewest letters in prose before a term is offered. */
const minTypedLetters = 3;
/** The longest name that is searched for before the cursor. Code units. */
const maxTypedNameUnits = 80;
const maxTermItems = 12;

/** All terms that begin with the words typed inside `[…]{.term}`. Undefined elsewhere. */
export function markedTermItems(
  study: Study,
  before: string,
  after: string,
  offset: number,
): Completion | undefined {
  const typed = /(?:^|[^\]\\])\[([^[\]\n@]*)$/u.exec(before)?.[1];
  const rest = /^([^[\]\n]*)\]\{[^{}\n]*\.term\b/u.exec(after)?.[1];
  if (typed === undefined || rest === undefined) return undefined;
  const wanted = typed.trimStart();
  const range = { start: offset - wanted.length, end: offset + rest.length };
  const items = study.terms.glossary.terms.flatMap((term) =>
    namesOfTerm(term)
      .filter((name) => name.toLowerCase().startsWith(wanted.toLowerCase()))
      .map((name): CompletionItem => ({
        ...termItem(term, name),
        kind: 'term',
        newText: name,
        filterText: name,
        sortText: `${name === term.name ? '0' : '1'}${name.toLowerCase()}`,
      })),
  );
  return { range, items };
}

/**
 * Offers terms that begin with the words before the cursor, as plain text and below all other items. Nothing is
 * offered if the words are a whole term already.
 */
export function termItems(file: CitingFile, study: Study, before: string, offset: number): CompletionItem[] {
  if (file.role !== 'paper' || /[[{][^[\]{}\s]*$/u.test(before)) return [];
  const line = before.slice(-maxTypedNameUnits);
  // Each stretch from the beginning of a word to the cursor, longest first.
  const beginnings = [...line.matchAll(/(?<![\p{L}\p{N}\p{M}_@#.'’-])[\p{L}\p{N}]/gu)]
    .map(({ index }) => ({ length: line.length - index, folded: line.slice(index).toLowerCase() }))
    .filter(({ length }) => length >= minTypedLetters);
  if (beginnings.length === 0) return [];
  const items: CompletionItem[] = [];
  for (const term of study.terms.glossary.terms) {
    const names = namesOfTerm(term);
    for (const name of names) {
      const whole = name.toLowerCase();
      const begun = beginnings.find(({ folded }) => folded.length < whole.length && whole.startsWith(folded));
      if (!begun || names.some((other) => other.toLowerCase() === begun.folded)) continue;
      const { length } = begun;
      const typed = line.slice(-length);
      const range: Range = { start: offset - length, end: offset };
      items.push({ ...termItem(term, name), ...insertedName(typed, name), range });
      break;
    }
    if (items.length >= maxTermItems) break;
  }
  return items;
}

/** The name to insert. Typed letters stay, because a capital at the start of a sentence is not in the glossary. */
function insertedName(
  typed: string,
  name: string,
): Pick<CompletionItem, 'kind' | 'newText' | 'filterText' | 'sortText'> {
  const newText = typed + name.slice(typed.length);
  return { kind: 'word', newText, filterText: newText, sortText: `~${name.toLowerCase()}` };
}

function termItem(term: Term, name: string): Pick<CompletionItem, 'label' | 'description' | 'subject'> {
  const words = term.senses[0]?.definition.plain.map(({ text }) => text).join(' ') ?? '';
  const meaning = shorten(words.replace(/\s+/gu, ' ').trim(), 70);
  return {
    label: name,
    description: name === term.name ? meaning : `${term.name}: ${meaning}`,
    subject: { kind: 'term', name: term.name },
  };
}

function namesOfTerm(term: Term): string[] {
  return [term.name, ...term.aliases.map(({ name }) => name)];
}
