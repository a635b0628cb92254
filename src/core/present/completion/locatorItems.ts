import { inWords } from '../../messages.ts';
import { locatorFor } from '../../citations.ts';
import { type LocatorLabel, locatorTerms } from '../../locators.ts';
import type { Source, Study } from '../../study.ts';
import { citedIndex, type CitedSource } from '../../citedBy.ts';
import { citablePassages, type Note, type Passage, type Section } from '../../source.ts';
import type { Range } from '../../text.ts';
import { shorten } from '../wording.ts';
import { locatorOfSection, passagePreview, passageWords, sectionExtent } from '../passages.ts';
import type { Completion, CompletionItem } from './completionItem.ts';

/**
 * Offers the passages, sections and notes of a source. Typed words match a number, a gist or the words of the
 * passage.
 * @param lang the language of the paper, in which locators are written
 */
export function locatorItems(
  source: Source,
  study: Study,
  range: Range,
  typed: string,
  lang: string | undefined,
): Completion {
  const cited = citedIndex(study).bySource.get(source.key);
  const itemsOf = {
    passage: (query: Query) =>
      citablePassages(source).map((passage) => passageCompletion(source, passage, query, cited, lang)),
    section: (query: Query) =>
      source.sections.map((section, index) => sectionCompletion(source, section, index, query, lang)),
    note: (query: Query) => source.notes.map((note) => noteCompletion(source, note, query, lang)),
  };
  const kept = (items: readonly CompletionItem[]): CompletionItem[] =>
    items.filter((item) => item.filterText !== '');
  const term = typedTerm(typed, lang);
  const named = term ? kept(itemsOf[term.kind]({ typed, words: term.rest })) : [];
  if (named.length > 0) return { range, items: named };
  const all = { typed, words: typed };
  return { range, items: kept([...itemsOf.passage(all), ...itemsOf.section(all), ...itemsOf.note(all)]) };
}

/** What was typed, and the part of it that an item has to hold: all, or what follows the term of a locator. */
interface Query {
  readonly typed: string;
  readonly words: string;
}

const kindOfLabel: Partial<Record<LocatorLabel, 'passage' | 'section' | 'note'>> = {
  paragraph: 'passage',
  section: 'section',
  chapter: 'section',
  part: 'section',
  book: 'section',
  note: 'note',
};

/**
 * Reads a whole term at the beginning of what was typed, `secs. ` or `section `, in the language of the paper, in English or as
 * people abbreviate. Undefined where there is none, or where it may go on.
 */
function typedTerm(
  typed: string,
  lang: string | undefined,
): { readonly kind: 'passage' | 'section' | 'note'; readonly rest: string } | undefined {
  const [whole, word = ''] = /^\s*([¶§]+|\p{L}+\.|\p{L}+(?=\s))\s*/u.exec(typed) ?? [];
  if (whole === undefined) return undefined;
  const name = word.toLowerCase();
  const terms = locatorTerms(lang);
  const label =
    terms.understood.get(name) ??
    locatorTerms('en').understood.get(name) ??
    terms.familiar.get(name.replace(/\.$/, ''));
  const kind = label && kindOfLabel[label];
  return kind && { kind, rest: typed.slice(whole.length) };
}

function passageCompletion(
  source: Source,
  passage: Passage,
  query: Query,
  cited: CitedSource | undefined,
  lang: string | undefined,
): CompletionItem {
  const number = passage.printed ?? String(passage.number);
  const newText = locatorFor('paragraph', number, lang);
  const preview = passagePreview(passage);
  const uses = cited?.byPassage.get(passage.number)?.length ?? 0;
  const count = uses === 0 ? '' : inWords('cited.afterLabel', { times: uses });
  return {
    label: newText,
    description: `${shorten(preview, 90)}${count}`,
    subject: { kind: 'passage', key: source.key, number: passage.number },
    kind: 'passage',
    newText,
    filterText: filterText(query, [
      newText,
      `¶ ${number}`,
      number,
      `para. ${number}`,
      preview,
      passageWords(passage) ?? '',
    ]),
    sortText: `0${String(passage.number).padStart(7, '0')}`,
  };
}

function sectionCompletion(
  source: Source,
  section: Section,
  index: number,
  query: Query,
  lang: string | undefined,
): CompletionItem {
  const { label, numbers } = locatorOfSection(source, section);
  const newText = locatorFor(label, numbers, lang);
  const extent = sectionExtent(section, source);
  return {
    label: newText,
    description: `${shorten(section.title, 90)}${extent === '' ? '' : ` · ${extent}`}`,
    subject: { kind: 'section', key: source.key, label: section.label },
    kind: 'section',
    newText,
    filterText: filterText(query, [newText, `sec. ${section.label}`, `§ ${section.label}`, section.title]),
    sortText: `1${String(index).padStart(5, '0')}`,
  };
}

function noteCompletion(source: Source, note: Note, query: Query, lang: string | undefined): CompletionItem {
  const label = locatorFor('note', [note.number], lang);
  const preview = passagePreview(note);
  return {
    label,
    description: shorten(preview, 90),
    subject: { kind: 'note', key: source.key, number: note.number },
    kind: 'note',
    newText: label,
    filterText: filterText(query, [label, `n. ${String(note.number)}`, preview, passageWords(note) ?? '']),
    sortText: `2${String(note.number).padStart(5, '0')}`,
  };
}

/**
 * The filter text of an item. Editors match typed letters with its beginning. If all typed words occur in one of
 * `texts`, the filter text is therefore what was typed, so that “mass line teach” finds its paragraph. Otherwise it
 * is empty, and the item is left out.
 */
function filterText({ typed, words: wantedWords }: Query, texts: readonly string[]): string {
  const wanted = foldTyped(wantedWords);
  if (wanted === '') return foldTyped(typed) === '' ? (texts[0] ?? '') : typed;
  const words = wanted.split(' ');
  const matches = texts.some((text) => {
    const folded = foldTyped(text);
    return folded.startsWith(wanted) || words.every((word) => ` ${folded}`.includes(` ${word}`));
  });
  return matches ? typed : '';
}

function foldTyped(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}¶§]+/gu, ' ')
    .trim();
}
