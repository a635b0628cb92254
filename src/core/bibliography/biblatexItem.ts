import { readBibtexNames } from './bibtexNames.ts';
import { splitOutsideBraces } from './braces.ts';
import { readEdtf, type CslDate } from './cslDate.ts';
import type { CslDraft, CslItem, CslNameVariable, CslTextVariable } from './cslItem.ts';
import type { EntryFields } from './inheritance.ts';
import { languageTag } from './languageTag.ts';
import { latexToText } from './latexText.ts';

/**
 * The CSL type of each entry type of BibLaTeX and BibTeX. `article`, `periodical` and `unpublished` depend on other fields,
 * too.
 */
const cslTypeByEntryType: ReadonlyMap<string, string> = new Map(
  Object.entries({
    book: 'book mvbook collection mvcollection proceedings mvproceedings reference mvreference manual commentary',
    chapter: 'inbook bookinbook incollection suppbook suppcollection',
    'entry-encyclopedia': 'inreference',
    'paper-conference': 'inproceedings conference',
    pamphlet: 'booklet',
    thesis: 'thesis phdthesis mastersthesis',
    report: 'report techreport',
    webpage: 'online electronic www',
    dataset: 'dataset data',
    patent: 'patent',
    review: 'review',
    graphic: 'artwork image',
    song: 'audio music',
    motion_picture: 'movie video',
    speech: 'performance',
    legal_case: 'jurisdiction',
    legislation: 'legislation standard',
    treaty: 'legal',
    personal_communication: 'letter letters',
    'article-newspaper': 'newsarticle',
    software: 'software',
  }).flatMap(([csl, names]) => names.split(' ').map((name): [string, string] => [name, csl])),
);

const parts = new Set(
  'inbook bookinbook incollection suppbook suppcollection inreference inproceedings conference'.split(' '),
);

const nameFields: readonly (readonly [CslNameVariable, string])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['container-author', 'bookauthor'],
  ['original-author', 'origauthor'],
  ['director', 'director'],
];

/** Texts that are copied unchanged, from the first of the named fields that has one. */
const textFields: readonly (readonly [CslTextVariable, readonly string[]])[] = [
  ['title-short', ['shorttitle']],
  ['collection-title', ['series']],
  ['publisher-place', ['location', 'address']],
  ['edition', ['edition']],
  ['volume', ['volume']],
  ['number-of-volumes', ['volumes']],
  ['page', ['pages']],
  ['chapter-number', ['chapter']],
  ['genre', ['type']],
  ['event', ['eventtitle']],
  ['event-place', ['venue']],
  ['status', ['pubstate']],
  ['ISBN', ['isbn']],
  ['ISSN', ['issn']],
  ['note', ['note', 'addendum']],
  ['abstract', ['abstract']],
  ['archive', ['eprinttype', 'archiveprefix']],
  ['original-title', ['origtitle']],
  ['original-publisher', ['origpublisher']],
  ['original-publisher-place', ['origlocation']],
];

const publishers = ['school', 'institution', 'organization', 'howpublished', 'publisher'];

/** Returns a CSL item for an entry's fields, inherited ones included. Titles keep their case. */
export function biblatexItem(type: string, fields: EntryFields): CslItem {
  const text = (name: string): string => latexToText(fields.get(name) ?? '');
  const draft: CslDraft = { type: cslType(type, fields) };
  const set = (variable: CslTextVariable, value: string): void => {
    if (value !== '') draft[variable] = value;
  };
  for (const [variable, names] of textFields)
    set(variable, names.map(text).find((value) => value !== '') ?? '');
  setTitles(type, text, set);
  set(
    'publisher',
    publishers
      .map((name) => listText(fields.get(name)))
      .filter((value) => value !== '')
      .join('; '),
  );
  set('publisher-place', listText(fields.get('location') ?? fields.get('address')));
  set('page', text('pages').replace(/–/g, '-'));
  set('language', languageTag(text('langid') || text('hyphenation') || text('language')));
  set('URL', verbatimValue(fields.get('url')));
  set('DOI', verbatimValue(fields.get('doi')));
  set(...numberVariable(type, text));
  if (type === 'phdthesis' || type === 'mastersthesis')
    draft.genre ??= type === 'phdthesis' ? 'PhD thesis' : 'Master’s thesis';
  setNames(fields, draft);
  setDates(fields, draft);
  return draft;
}

function cslType(type: string, fields: EntryFields): string {
  if (type === 'article' || type === 'periodical' || type === 'suppperiodical') {
    const subtype = fields.get('entrysubtype')?.trim().toLowerCase();
    return subtype === 'magazine' || subtype === 'newspaper' ? `article-${subtype}` : 'article-journal';
  }
  if (type === 'unpublished')
    return fields.has('eventtitle') || fields.has('eventdate') ? 'speech' : 'manuscript';
  return cslTypeByEntryType.get(type) ?? '';
}

function setTitles(
  type: string,
  text: (name: string) => string,
  set: (variable: CslTextVariable, value: string) => void,
): void {
  const own = joinTitle(text('title'), text('subtitle'), text('titleaddon'));
  const isPart = parts.has(type);
  const hasMain = text('maintitle') !== '';
  // As in Pandoc, a main title without a subtitle of its own has that of the title.
  const besideMain = (name: string): string => (hasMain && !isPart ? text(name) : '');
  const main = joinTitle(
    text('maintitle'),
    text('mainsubtitle') || besideMain('subtitle'),
    text('maintitleaddon') || besideMain('titleaddon'),
  );
  const book = joinTitle(text('booktitle'), text('booksubtitle'), text('booktitleaddon'));
  const journal = joinTitle(text('journaltitle') || text('journal'), text('journalsubtitle'), '');
  set('title', isPart ? own : main || own);
  set('container-title', isPart ? main || book || journal : journal);
  if (main !== '') set('volume-title', isPart ? book : own);
  if (text('subtitle') !== '' && text('shorttitle') === '' && main === '') set('title-short', text('title'));
  set('container-title-short', text('shortjournal'));
}

/** Joins “Title: Subtitle. Addition”, without a second punctuation mark where the title ends in one. */
function joinTitle(title: string, subtitle: string, addition: string): string {
  const joined =
    title !== '' && subtitle !== ''
      ? title + (/[.?!:]$/.test(title) ? ' ' : ': ') + subtitle
      : title + subtitle;
  if (joined === '' || addition === '') return joined + addition;
  return joined + (/[.?!]$/.test(joined) ? ' ' : '. ') + addition;
}

/** Returns the text of a list, such as a publisher's, whose names are separated by `and`. */
function listText(latex: string | undefined): string {
  if (latex === undefined) return '';
  return splitOutsideBraces(latex.replace(/\s+/g, ' '), / and(?= )/i)
    .map(latexToText)
    .filter((name) => name !== '')
    .join('; ');
}

/** Reads a URL or DOI. It is not LaTeX, but old files escape it all the same. */
function verbatimValue(value: string | undefined): string {
  return (value ?? '')
    .trim()
    .replace(/^\\url\{(.*)\}$/s, '$1')
    .replace(/\\([%&#_~{}])/g, '$1')
    .replace(/\s+/g, '');
}

function numberVariable(type: string, text: (name: string) => string): [CslTextVariable, string] {
  const number = text('number');
  if (cslType(type, new Map()).startsWith('article') || type === 'review')
    return ['issue', [number, text('issue')].filter((value) => value !== '').join(', ')];
  const inSeries = /^(?:mv)?(?:book|collection|proceedings|reference)$|^(?:in|bookin|supp)/.test(type);
  return [inSeries ? 'collection-number' : 'number', number];
}

function setNames(fields: EntryFields, draft: CslDraft): void {
  const usePrefix = /useprefix\s*=\s*true/i.test(fields.get('options') ?? '');
  for (const [variable, field] of nameFields) {
    const value = fields.get(field);
    const names = value === undefined ? [] : readBibtexNames(value, usePrefix);
    if (names.length > 0) draft[variable] = names;
  }
}

function setDates(fields: EntryFields, draft: CslDraft): void {
  for (const [variable, prefix] of [
    ['issued', ''],
    ['accessed', 'url'],
    ['event-date', 'event'],
    ['original-date', 'orig'],
  ] as const) {
    const date = biblatexDate(fields, prefix);
    if (date !== undefined) draft[variable] = date;
  }
}

/** Reads `date`, or `year`, `month` and `day` in older files. Text that is no date (“in press”) is kept as words. */
function biblatexDate(fields: EntryFields, prefix: string): CslDate | undefined {
  const text = (name: string): string => latexToText(fields.get(prefix + name) ?? '');
  const date = (fields.get(`${prefix}date`) ?? '').replace(/[{}]/g, '').trim();
  if (date !== '') return readEdtf(date) ?? { literal: date };
  const year = text('year')
    .replace(/\u00A0/g, ' ')
    .trim();
  if (year === '') return undefined;
  const month = biblatexMonthNumber(text('month'));
  const range = /^(-?\d{1,4})\s*[–—-]\s*(\d{1,4})$/.exec(year);
  if (range) return { 'date-parts': [[Number(range[1])], [endYear(range[1] ?? '', range[2] ?? '')]] };
  const circa = /^(?:c\.|ca\.|circa|um)\s*(\d{1,4})$/i.exec(year);
  if (circa) return { 'date-parts': [[Number(circa[1])]], circa: true };
  if (!/^-?\d{1,4}$/.test(year)) return readEdtf(year) ?? { literal: year };
  const day = /^\d{1,2}$/.test(text('day')) ? Number(text('day')) : undefined;
  return {
    'date-parts': [
      [Number(year), ...(month === undefined ? [] : day === undefined ? [month] : [month, day])],
    ],
  };
}

/** Returns the end of a range of years: 1918 for “1914–18”. */
function endYear(from: string, to: string): number {
  return Number(to.length < from.length ? from.slice(0, from.length - to.length) + to : to);
}

const biblatexMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function biblatexMonthNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : undefined;
  const index = biblatexMonths.indexOf(text.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : index + 1;
}
