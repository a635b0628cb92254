import { inWords } from '../../messages.ts';
import { languageOf } from '../../blocks.ts';
import { type Citation, citationFor } from '../../citations.ts';
import { sensesFor, type Term, type TermSense } from '../../glossary.ts';
import type { Study } from '../../study.ts';
import { resolveCitation, usedTerms } from '../../resolve.ts';
import type { Note, Passage } from '../../source.ts';
import { escapeMarkdown, quoteMarkdown, shorten, slugOf } from '../wording.ts';
import { citationOfPassages, passageWords } from '../passages.ts';

import { appendAll } from '../../text.ts';

/** A glossary for printing. */
export interface Handout {
  /** Pandoc Markdown. */
  readonly text: string;
  readonly terms: number;
}

/** The path of a handout, relative to the study folder. */
export const handoutPath = 'glossary-handout.md';

/** Longer passages are shortened to this length. UTF-16 code units. */
const maxHandoutPassageUnits = 700;

/**
 * The glossary as Pandoc Markdown: every term of the study folder's own glossary, and the built-in terms that a paper
 * or source uses, or all of them if that leaves none. Terms are sorted by name. Each has its definition, its defining
 * passage (the words if the text is here, else the gist) and links to related terms.
 */
export function glossaryHandout(study: Study): Handout {
  const used = usedTerms(study.files, study.terms);
  const wanted = study.terms.glossary.terms.filter((term) => !term.builtIn || used.has(term));
  const terms = [...(wanted.length > 0 ? wanted : study.terms.glossary.terms)].sort(compareNames);
  const ids = anchorsOf(terms);
  const lang = languageOfGlossaries(study);
  const entries = terms.map((term) => entryOf(term, ids, study, lang));
  const text = [`---\ntitle: Glossary\nlang: ${lang ?? 'en'}\n---`, ...entries].join('\n\n');
  return { text: `${text}\n`, terms: terms.length };
}

/** The language of the study folder's glossaries. Undefined if they differ. */
function languageOfGlossaries(study: Study): string | undefined {
  const named = study.files.flatMap((file) => (file.role === 'glossary' ? [languageOf(file.document)] : []));
  const languages = [...new Set(named)];
  return languages.length === 1 ? languages[0] : undefined;
}

function compareNames(a: Term, b: Term): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** A unique identifier for each term. */
function anchorsOf(terms: readonly Term[]): ReadonlyMap<Term, string> {
  const taken = new Set<string>();
  return new Map(
    terms.map((term) => {
      const base = `term-${slugOf(term.name, 'entry')}`;
      let id = base;
      for (let number = 2; taken.has(id); number++) id = `${base}-${String(number)}`;
      taken.add(id);
      return [term, id];
    }),
  );
}

function entryOf(term: Term, ids: ReadonlyMap<Term, string>, study: Study, lang: string | undefined): string {
  const senses = sensesFor(term, undefined);
  const blocks = [`# ${escapeMarkdown(term.name)} {#${ids.get(term) ?? ''}}`];
  const aliases = term.aliases.map(({ name }) => escapeMarkdown(name)).join(', ');
  if (term.aliases.length > 0) blocks.push(inWords('handout.also', { aliases }));
  for (const sense of senses) appendAll(blocks, senseBlocks(sense, senses.length > 1, study, lang));
  const related = term.seeAlso.map(({ name }) => {
    const found = study.terms.glossary.find(name);
    const id = found && ids.get(found);
    return id === undefined ? escapeMarkdown(name) : `[${escapeMarkdown(name)}](#${id})`;
  });
  if (related.length > 0) blocks.push(inWords('handout.seeAlso', { terms: related.join(', ') }));
  return blocks.join('\n\n');
}

function senseBlocks(sense: TermSense, several: boolean, study: Study, lang: string | undefined): string[] {
  const title = sense.key === undefined ? undefined : (study.sources.get(sense.key)?.title ?? sense.key);
  return [
    ...(several && title !== undefined ? [inWords('handout.in', { title: escapeMarkdown(title) })] : []),
    ...(sense.definition.markdown.trim() === '' ? [] : [sense.definition.markdown.trim()]),
    ...sense.definedAt.flatMap((citation) => citedPassageBlocks(citation, study, lang)),
  ];
}

/** The passages that a citation leads to, each with its own citation. */
function citedPassageBlocks(citation: Citation, study: Study, lang: string | undefined): string[] {
  const { source, target } = resolveCitation(citation, study);
  if (!source || !target) return [];
  const passages = target.section ? [] : target.passages.map((number) => source.passages[number - 1]);
  const note = source.notes.find(({ number }) => number === target.note);
  const blocks = passages.flatMap((passage) =>
    passage ? [passageBlock(passage, citationOfPassages(source, [passage.number], lang))] : [],
  );
  if (note) blocks.push(passageBlock(note, citationFor(source.key, 'note', [note.number], lang)));
  return blocks;
}

function passageBlock(item: Passage | Note, citation: string): string {
  const words = passageWords(item);
  if (words !== undefined) return `${quoteMarkdown(shorten(words, maxHandoutPassageUnits))} ${citation}`;
  return item.gist === undefined
    ? inWords('handout.definedAt', { citation })
    : inWords('handout.definedAs', { citation, gist: escapeMarkdown(item.gist) });
}
