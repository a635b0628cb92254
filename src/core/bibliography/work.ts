import type { Range } from '../text.ts';
import type { CslDate } from './cslDate.ts';
import { readCslItem, type CslItem, type CslName } from './cslItem.ts';

/** How the file a work came from is written. */
export type WorkFormat = 'biblatex' | 'csl-json' | 'csl-yaml';

/** A work cited without its text: one entry of a bibliography or of `references:` in front matter. */
export interface Work {
  /** What a citation names it by. */
  readonly key: string;
  readonly format: WorkFormat;
  /** The whole entry in its file. */
  readonly range: Range;
  /** The key in the entry; without quotation marks, so that the file's text there is the key. */
  readonly keyRange: Range;
  readonly data: CslItem;
}

/** Something in a bibliography that cannot be read, in plain words. */
export interface BibliographyProblem {
  readonly message: string;
  readonly range: Range;
}

/** A bibliography as read. Works keep the file's order; an entry with a problem may still be among them. */
export interface BibliographyFile {
  readonly works: readonly Work[];
  readonly problems: readonly BibliographyProblem[];
}

/** What the labels below need: a work, or a source's front matter read by `readCslItem`. */
export interface Described {
  readonly key: string;
  readonly data: CslItem;
}

/** A source's front matter (CSL variables) as something `authorLabel`, `yearLabel` and `describeWork` can name. */
export function workFromCsl(key: string, csl: unknown): Described {
  return { key, data: readCslItem(csl) };
}

const markup = /<\/?(?:i|b|sup|sub|sc|em|strong)>|<span\b[^<>]*>|<\/span>/gi;

/** A text of CSL data without its markup: `<i>`, `<span …>`, and Markdown's emphasis and `[…]{.class}` spans. */
export function plainText(text: string): string {
  return text
    .replace(markup, '')
    .replace(/\[([^[\]]*)\]\{[^{}]*\}/g, '$1')
    .replace(/(?<![\p{L}\p{N}*_\\])(\*{1,3}|_{1,3})(?=\S)([^*_]+)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Whether a name stands for “and others”. */
function isOthers(name: CslName): boolean {
  return name.literal === 'others' || name.family === 'others';
}

function familyName(name: CslName): string {
  const family = [name['non-dropping-particle'], name.family].filter((part) => part !== undefined);
  return name.literal ?? family.join(joiner(name['non-dropping-particle']));
}

/** A particle that ends in an apostrophe or hyphen (`d’`, `al-`) leans on the name. */
function joiner(particle: string | undefined): string {
  return particle !== undefined && /['’-]$/u.test(particle) ? '' : ' ';
}

/** The names a work is filed under: its authors, else its editors, else its translators. */
function leadingNames(data: CslItem): readonly CslName[] {
  return (
    [data.author, data.editor, data.translator, data.director].find((names) => names && names.length > 0) ??
    []
  );
}

/**
 * Who a citation names: “Freire”, “Marx and Engels”, “Marx et al.” for three and more; the title where a work has
 * no author, editor or translator, and the key where it has no title.
 */
export function authorLabel(work: Described): string {
  const names = leadingNames(work.data);
  const [first, second] = names;
  if (first === undefined) return plainText(work.data['title-short'] ?? work.data.title ?? '') || work.key;
  const label = plainText(familyName(first)) || work.key;
  if (second === undefined) return label;
  if (names.length > 2 || isOthers(second)) return `${label} et al.`;
  return `${label} and ${plainText(familyName(second))}`;
}

/** When a work appeared: “1970”, “1883–1890”, “1867–”, “ca. 1600”, “44 BC”, “forthcoming”, “n.d.”. */
export function yearLabel(work: Pick<Described, 'data'>): string {
  const date = work.data.issued;
  const years = date && yearsOf(date);
  return years ?? date?.literal ?? work.data.status ?? 'n.d.';
}

function yearsOf(date: CslDate): string | undefined {
  const [first, last] = date['date-parts'] ?? [];
  const from = first?.[0];
  if (from === undefined) return undefined;
  const to = last?.[0];
  const circa = date.circa === true ? 'ca. ' : '';
  if (to === undefined || to === from) return from === 0 ? undefined : circa + era(from);
  const start = from === 0 ? '' : from < 0 && to < 0 ? String(-from) : era(from);
  return `${circa}${start}–${to === 0 ? '' : era(to)}`;
}

function era(year: number): string {
  return year < 0 ? `${-year} BC` : String(year);
}

/**
 * A work in one plain line, as a bibliography in author-date style would have it: author, year, title, container,
 * publisher. No markup, no line break; Markdown characters are left as they are, so escape before rendering.
 */
export function describeWork(work: Described): string {
  const { data } = work;
  const authors = fullNames(leadingNames(data));
  const role = data.author === undefined && data.editor !== undefined ? roleOf(data.editor) : '';
  const title = data.title === undefined ? '' : plainText(data.title);
  const shownTitle = isPart(data) && title !== '' ? quoted(title) : title;
  const head =
    authors === ''
      ? [shownTitle || work.key, yearLabel(work)]
      : [authors + role, yearLabel(work), shownTitle];
  return [...head, containerOf(data), publisherOf(data)]
    .filter((part) => part !== '')
    .map(closeSentence)
    .join(' ');
}

function quoted(title: string): string {
  return `“${title.replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’'))}”`;
}

/** Ends a part of the line with a full stop, inside its quotation marks. */
function closeSentence(part: string): string {
  const [, words = part, marks = ''] = /^(.*?)([’”]*)$/s.exec(part) ?? [];
  return /[.?!…]$/.test(words) ? part : `${words}.${marks}`;
}

function roleOf(editors: readonly CslName[]): string {
  return editors.length > 1 ? ', eds' : ', ed';
}

function fullNames(names: readonly CslName[]): string {
  const people = names.filter((name) => !isOthers(name));
  const shown = people
    .slice(0, 3)
    .map((name, index) => plainText(index === 0 ? invertedName(name) : fullName(name)));
  if (people.length > 3 || people.length < names.length) return [...shown, 'et al.'].join(', ');
  if (shown.length <= 1) return shown.join('');
  return `${shown.slice(0, -1).join(', ')}, and ${shown.at(-1) ?? ''}`;
}

function invertedName(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const given = [name.given, name['dropping-particle']].filter((part) => part !== undefined).join(' ');
  return [familyName(name), given, name.suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

function fullName(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const particle = name['dropping-particle'];
  const family = [particle, familyName(name)].filter((part) => part !== undefined).join(joiner(particle));
  return [name.given, family, name.suffix].filter((part) => part !== undefined).join(' ');
}

function isPart(data: CslItem): boolean {
  return data['container-title'] !== undefined;
}

function containerOf(data: CslItem): string {
  const container = data['container-title'];
  if (container === undefined) return '';
  const title = plainText(container);
  if (data.type.startsWith('article')) {
    const number = [data.volume, data.issue && `(${data.issue})`]
      .filter((part) => part !== undefined)
      .join(' ');
    return (
      [title, number].filter((part) => part !== '').join(' ') +
      (data.page ? `: ${data.page.replace(/-/g, '–')}` : '')
    );
  }
  const editors =
    data.author !== undefined && data.editor !== undefined ? `, edited by ${editorNames(data)}` : '';
  return /^(?:webpage|post|post-weblog)$/.test(data.type) ? title : `In ${title}${editors}`;
}

function editorNames(data: CslItem): string {
  const names = (data.editor ?? []).map((name) => plainText(fullName(name)));
  if (names.length > 3) return `${names[0] ?? ''} et al.`;
  return names.length <= 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function publisherOf(data: CslItem): string {
  if (data.type.startsWith('article') || data.publisher === undefined) return '';
  const place = data['publisher-place'];
  return plainText(place === undefined ? data.publisher : `${place}: ${data.publisher}`);
}
