import { inWords } from '../../messages.ts';
import { languageOf } from '../../blocks.ts';
import { type Citation, citationFor } from '../../citations.ts';
import { sensesFor, type Term, type TermSense } from '../../glossary.ts';
import type { Source, Study } from '../../study.ts';
import { resolveCitation, usedTerms } from '../../resolve.ts';
import type { Note, Passage } from '../../source.ts';
import { escapeMarkdown, quoteMarkdown, shorten, slugOf } from '../wording.ts';
import { citationOfPassages, passageWords, type Share, shareOf } from '../passages.ts';

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
 * @param options `goesOut`: only what sources share of their passages is shown
 */
export function glossaryHandout(study: Study, { goesOut = false } = {}): Handout {
  const used = usedTerms(study.files, study.terms);
  const wanted = study.terms.glossary.terms.filter((term) => !term.builtIn || used.has(term));
  const terms = [...(wanted.length > 0 ? wanted : study.terms.glossary.terms)].sort(compareNames);
  const ids = anchorsOf(terms);
  const lang = languageOfGlossaries(study);
  const shareFor = (source: Source): Share => (goesOut ? shareOf(source, study) : 'words');
  const entries = terms.map((term) => entryOf(term, ids, { study, lang, shareFor }));
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

/** What the entries of a handout are made with. */
interface HandoutSetting {
  readonly study: Study;
  readonly lang: string | undefined;
  readonly shareFor: (source: Source) => Share;
}

function entryOf(term: Term, ids: ReadonlyMap<Term, string>, setting: HandoutSetting): string {
  const { study } = setting;
  const senses = sensesFor(term, undefined);
  const blocks = [`# ${escapeMarkdown(term.name)} {#${ids.get(term) ?? ''}}`];
  const aliases = term.aliases.map(({ name }) => escapeMarkdown(name)).join(', ');
  if (term.aliases.length > 0) blocks.push(inWords('handout.also', { aliases }));
  for (const sense of senses) appendAll(blocks, senseBlocks(sense, senses.length > 1, setting));
  const related = term.seeAlso.map(({ name }) => {
    const found = study.terms.glossary.find(name);
    const id = found && ids.get(found);
    return id === undefined ? escapeMarkdown(name) : `[${escapeMarkdown(name)}](#${id})`;
  });
  if (related.length > 0) blocks.push(inWords('handout.seeAlso', { terms: related.join(', ') }));
  return blocks.join('\n\n');
}

function senseBlocks(sense: TermSense, several: boolean, setting: HandoutSetting): string[] {
  const { study } = setting;
  const title = sense.key === undefined ? undefined : (study.sources.get(sense.key)?.title ?? sense.key);
  return [
    ...(several && title !== undefined ? [inWords('handout.in', { title: escapeMarkdown(title) })] : []),
    ...(sense.definition.markdown.trim() === '' ? [] : [sense.definition.markdown.trim()]),
    ...sense.definedAt.flatMap((citation) => citedPassageBlocks(citation, setting)),
  ];
}

/** The passages that a citation leads to, each with its own citation. */
function citedPassageBlocks(citation: Citation, { study, lang, shareFor }: HandoutSetting): string[] {
  const { source, target } = resolveCitation(citation, study);
  if (!source || !target) return [];
  const share = shareFor(source);
  const passages = target.section ? [] : target.passages.map((number) => source.passages[number - 1]);
  const note = source.notes.find(({ number }) => number === target.note);
  const blocks = passages.flatMap((passage) =>
    passage ? [passageBlock(passage, citationOfPassages(source, [passage.number], lang), share)] : [],
  );
  if (note) blocks.push(passageBlock(note, citationFor(source.key, 'note', [note.number], lang), share));
  return blocks;
}

function passageBlock(item: Passage | Note, citation: string, share: Share): string {
  const words = share === 'words' ? passageWords(item) : undefined;
  if (words !== undefined) return `${quoteMarkdown(shorten(words, maxHandoutPassageUnits))} ${citation}`;
  return item.gist === undefined || share === 'numbers'
    ? inWords('handout.definedAt', { citation })
    : inWords('handout.definedAs', { citation, gist: escapeMarkdown(item.gist) });
}
