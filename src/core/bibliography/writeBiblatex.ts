import { tableOf, percentEncoded } from '../text.ts';
import type { CslDate } from './cslDate.ts';
import { type CslItem, type CslName, type CslTextVariable, nameVariables } from './cslItem.ts';
import { asLatex, readStyled, type TextMarkup } from './cslMarkup.ts';
import { relatedTypes } from './relatedWorks.ts';
import type { CitedItem } from './writeCsl.ts';

/** The entry type of each CSL type, and a subtype where one is needed: the inverse of `biblatexItem`. */
const entryTypes = tableOf<string>({
  book: 'book',
  classic: 'book',
  chapter: 'incollection',
  'entry-encyclopedia': 'inreference',
  'entry-dictionary': 'inreference',
  entry: 'inreference',
  'paper-conference': 'inproceedings',
  pamphlet: 'booklet',
  thesis: 'thesis',
  report: 'report',
  webpage: 'online',
  post: 'online',
  'post-weblog': 'online',
  dataset: 'dataset',
  patent: 'patent',
  review: 'review',
  'review-book': 'review',
  graphic: 'artwork',
  figure: 'artwork',
  map: 'artwork',
  song: 'audio',
  motion_picture: 'movie',
  broadcast: 'video',
  speech: 'unpublished',
  manuscript: 'unpublished',
  legal_case: 'jurisdiction',
  legislation: 'legislation',
  bill: 'legislation',
  treaty: 'legal',
  personal_communication: 'letter',
  software: 'software',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  article: 'article',
});

const subtypes = tableOf<string>({
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
});

type Field = readonly [name: string, value: string | undefined];

const partTypes = new Set(['incollection', 'inreference', 'inproceedings']);

/** Signs that end a key or the entry for readers of BibLaTeX, so that the rest of the file is lost as well. */
const notInKeys = /[\s"#%,\\{}~]/u;

/** Whether BibLaTeX can hold an item under its key. Markdown knows more keys, such as `@a#b`. */
export function fitsBiblatex({ id }: CitedItem): boolean {
  return !notInKeys.test(id);
}

/** Writes items as BibLaTeX, those whose keys fit it. Texts are UTF-8, as Biber and Pandoc read them. */
export function writeBiblatex(items: readonly CitedItem[]): string {
  return items.filter(fitsBiblatex).map(biblatexEntryOf).join('\n');
}

function biblatexEntryOf({ id, data, markup, relation }: CitedItem): string {
  const type = entryTypes[data.type] ?? 'misc';
  const fields = [
    ...nameFields(data, markup),
    ...titleFields(type, data, markup),
    ...dateFields(data, markup),
    ...textFields(type, data, markup),
    ['url', verbatim(data.URL)],
    ['doi', verbatim(data.DOI)],
    ...relatedFields(relation),
    ['options', hasPrefix(data) ? 'useprefix=true' : undefined],
  ] satisfies Field[];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},\n`]));
  return `@${type}{${id},\n${lines.join('')}}\n`;
}

function relatedFields(relation: CitedItem['relation']): Field[] {
  if (!relation || notInKeys.test(relation.of)) return [];
  return [
    ['related', relation.of],
    ['relatedtype', relatedTypes[relation.kind]],
  ];
}

/** Fields of addresses are read as they stand (BibLaTeX 2.2.1, “verbatim”): a brace alone in one would end or open the entry. */
function verbatim(address: string | undefined): string | undefined {
  return address?.replace(/[{}]/g, percentEncoded);
}

function latexOf(value: string | undefined, markup: TextMarkup): string | undefined {
  return value === undefined ? undefined : asLatex(readStyled(value, markup));
}

/**
 * Puts braces around words that a program would write otherwise: it takes titles for English ones in large letters, makes them
 * small but for the first one, and leaves to styles which are large.
 */
function titleOf(value: string | undefined, markup: TextMarkup): string | undefined {
  if (value === undefined) return undefined;
  let isFirst = true;
  return asLatex(readStyled(value, markup), (latex, isAsIs) => {
    if (isAsIs) return latex;
    return latex.replace(wordInLatex, (word) => {
      const stays = isFirst ? /^\P{L}*\p{Lu}\P{Lu}*$/u.test(word) : !/\p{Lu}/u.test(word);
      isFirst = false;
      return stays ? word : `{${word}}`;
    });
  });
}

/** A word with what is escaped in it, and commands of single signs. */
const wordInLatex = /(?:[^\s{}\\]|\\[A-Za-z]+\{\}|\\[^A-Za-z](?:\{\})?|-\{\})+/gu;

function titleFields(type: string, data: CslItem, markup: TextMarkup): Field[] {
  const container = type === 'article' || type === 'review' ? 'journaltitle' : 'booktitle';
  const whole = data['volume-title'];
  const hasVolume = whole !== undefined;
  const isPart = partTypes.has(type);
  return [
    ['title', titleOf(hasVolume && !isPart ? whole : data.title, markup)],
    ['maintitle', hasVolume ? titleOf(isPart ? data['container-title'] : data.title, markup) : undefined],
    [container, titleOf(hasVolume && isPart ? whole : data['container-title'], markup)],
    ['shorttitle', titleOf(data['title-short'], markup)],
    ['shortjournal', latexOf(data['container-title-short'], markup)],
    ['series', titleOf(data['collection-title'], markup)],
    ['entrysubtype', subtypes[data.type]],
  ];
}

function textFields(type: string, data: CslItem, markup: TextMarkup): Field[] {
  const isArticle = type === 'article' || type === 'review';
  const isThesis = type === 'thesis' || type === 'report';
  const from: readonly (readonly [name: string, variable: CslTextVariable])[] = [
    [
      'number',
      isArticle ? 'issue' : data['collection-number'] === undefined ? 'number' : 'collection-number',
    ],
    [isThesis ? 'institution' : 'publisher', 'publisher'],
    ['location', 'publisher-place'],
    ['edition', 'edition'],
    ['volume', 'volume'],
    ['volumes', 'number-of-volumes'],
    ['pages', 'page'],
    ['chapter', 'chapter-number'],
    ['type', 'genre'],
    ['eventtitle', 'event'],
    ['venue', 'event-place'],
    ['pubstate', 'status'],
    ['isbn', 'ISBN'],
    ['issn', 'ISSN'],
    ['note', 'note'],
    ['abstract', 'abstract'],
    ['langid', 'language'],
    ['origtitle', 'original-title'],
    ['origpublisher', 'original-publisher'],
    ['origlocation', 'original-publisher-place'],
  ];
  return from.map(([name, variable]): Field => {
    const value = latexOf(data[variable], markup);
    return [name, name === 'pages' ? value?.replace(/(?<=\w)-(?=\w)/g, '--') : value];
  });
}

function nameFields(data: CslItem, markup: TextMarkup): Field[] {
  const names = (list: readonly CslName[] | undefined): string | undefined =>
    list && list.length > 0 ? list.map((name) => nameOf(name, markup)).join(' and ') : undefined;
  return [
    ['author', names(data.author)],
    ['editor', names(data.editor)],
    ['translator', names(data.translator)],
    ['bookauthor', names(data['container-author'])],
    ['origauthor', names(data['original-author'])],
    ['director', names(data.director)],
  ];
}

/** Whether the particles of names are never dropped: BibLaTeX knows that of an entry, not of a name. */
function hasPrefix(data: CslItem): boolean {
  const names = nameVariables.flatMap((variable) => data[variable] ?? []);
  return names.some((name) => name['non-dropping-particle'] !== undefined);
}

function nameOf(name: CslName, markup: TextMarkup): string {
  const part = (value: string | undefined): string => latexOf(value, markup) ?? '';
  if (name.literal !== undefined) return name.literal === 'others' ? 'others' : `{${part(name.literal)}}`;
  const particle = part(name['non-dropping-particle'] ?? name['dropping-particle']);
  const family = part(name.family);
  // A family name of several words, or with “and” in it, is one.
  const whole = /\s/.test(family) ? `{${family}}` : family;
  const joined =
    particle === '' ? whole : /['’-]$/u.test(particle) ? `${particle}${whole}` : `${particle} ${whole}`;
  const rest = [part(name.suffix), part(name.given)].filter((each) => each !== '');
  return [joined, ...rest].join(', ');
}

function dateFields(data: CslItem, markup: TextMarkup): Field[] {
  return [
    ['date', dateOf(data.issued, markup)],
    ['origdate', dateOf(data['original-date'], markup)],
    ['urldate', dateOf(data.accessed, markup)],
    ['eventdate', dateOf(data['event-date'], markup)],
  ];
}

/** Writes a date in the Extended Date/Time Format (BibLaTeX 2.3.8); words stay words. */
function dateOf(date: CslDate | undefined, markup: TextMarkup): string | undefined {
  const written = date?.['date-parts']?.map(([year = 0, ...rest], at) =>
    at === 1 && year === 0
      ? ''
      : [yearOf(year), ...rest.map((part) => String(part).padStart(2, '0'))].join('-'),
  );
  if (!written || written.length === 0) return latexOf(date?.literal, markup);
  return written.join('/') + (date?.circa === true && written.length === 1 ? '~' : '');
}

/** Years before our era are counted with a year 0 (ISO 8601). */
function yearOf(year: number): string {
  const astronomical = year < 0 ? year + 1 : year;
  const digits = String(Math.abs(astronomical)).padStart(4, '0');
  return astronomical < 0 ? `-${digits}` : digits;
}
