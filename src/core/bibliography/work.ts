import type { Message } from '../messages.ts';
import type { StatedRelation } from '../source.ts';
import type { Range } from '../text.ts';
import type { CslDate } from './cslDate.ts';
import { readCslItem, type CslItem, type CslName } from './cslItem.ts';

/** The format of the file that a work comes from. */
export type WorkFormat = 'biblatex' | 'csl-json' | 'csl-yaml';

/** A work cited without its text: one entry of a bibliography or of `references:` in front matter. */
export interface Work {
  /** The name that citations use. */
  readonly key: string;
  readonly format: WorkFormat;
  /** The range of the whole entry in its file. */
  readonly range: Range;
  /** The range of the key in the entry, without quotation marks: the file's text there is the key. */
  readonly keyRange: Range;
  readonly data: CslItem;
  /** Of which text it is a translation or another printing. */
  readonly relation?: StatedRelation;
  /** Further names that citations may use. */
  readonly aliases?: readonly string[];
  /** Further names that Pandoc does not find. */
  readonly unresolvedAliases?: readonly string[];
}

/** A mistake in a bibliography, in plain words. */
export interface BibliographyProblem {
  readonly message: Message;
  readonly range: Range;
}

/** The content of a bibliography. Works are in the order of the file. An entry with a problem may still be among them. */
export interface BibliographyFile {
  readonly works: readonly Work[];
  readonly problems: readonly BibliographyProblem[];
}

/** The input of the labels below: a work, or a source's front matter read by `readCslItem`. */
export interface Described {
  readonly key: string;
  readonly data: CslItem;
}

/** Makes a source's front matter (CSL variables) usable for `authorLabel`, `yearLabel` and `describeWork`. */
export function workFromCsl(key: string, csl: unknown): Described {
  return { key, data: readCslItem(csl) };
}

const cslMarkup = /<\/?(?:i|b|sup|sub|sc|em|strong)>|<span\b[^<>]*>|<\/span>/gi;

/** Removes the markup of CSL data from a text: `<i>`, `<span …>`, and Markdown's emphasis and `[…]{.class}` spans. */
export function withoutCslMarkup(text: string): string {
  // Most names and titles have none of these signs.
  if (!/[<[*_\\]/.test(text)) return text;
  return text
    .replace(cslMarkup, '')
    .replace(/\[([^[\]]*)\]\{[^{}]*\}/g, '$1')
    .replace(/(?<![\p{L}\p{N}*_\\])(\*{1,3}|_{1,3})(?=\S)([^*_]+)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Whether a name means “and others”. */
function isOthers(name: CslName): boolean {
  return name.literal === 'others' || name.family === 'others';
}

function familyName(name: CslName): string {
  const family = [name['non-dropping-particle'], name.family].filter((part) => part !== undefined);
  return name.literal ?? family.join(joiner(name['non-dropping-particle']));
}

/**
 * Returns the text between a particle and a name: nothing after an apostrophe or hyphen (`d’`, `al-`), otherwise a space.
 */
function joiner(particle: string | undefined): string {
  return particle !== undefined && /['’-]$/u.test(particle) ? '' : ' ';
}

/** Returns the names a work is listed under: its authors, otherwise its editors, otherwise its translators or directors. */
function leadingNames(data: CslItem): readonly CslName[] {
  return (
    [data.author, data.editor, data.translator, data.director].find((names) => names && names.length > 0) ??
    []
  );
}

/**
 * Returns the author label of a citation: “Freire”, “Marx and Engels”, “Marx et al.” for three or more. A work without
 * leading names has its title instead, and its key where it has no title.
 */
export function authorLabel(work: Described): string {
  const names = leadingNames(work.data);
  const [first, second] = names;
  if (first === undefined)
    return withoutCslMarkup(work.data['title-short'] ?? work.data.title ?? '') || work.key;
  const label = withoutCslMarkup(familyName(first)) || work.key;
  if (second === undefined) return label;
  if (names.length > 2 || isOthers(second)) return `${label} et al.`;
  return `${label} and ${withoutCslMarkup(familyName(second))}`;
}

/** Returns the year of publication: “1970”, “1883–1890”, “1867–”, “ca. 1600”, “44 BC”, “forthcoming”, “n.d.”. */
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
 * Describes a work in one line, as a bibliography in author-date style would: author, year, title, container, publisher.
 * The result has no markup and no line break. Markdown characters stay, so escape it before rendering.
 */
export function describeWork(work: Described): string {
  const { data } = work;
  const authors = fullNames(leadingNames(data));
  const role =
    data.author === undefined && data.editor !== undefined ? (data.editor.length > 1 ? ', eds' : ', ed') : '';
  const title = data.title === undefined ? '' : withoutCslMarkup(data.title);
  const shownTitle = data['container-title'] !== undefined && title !== '' ? quotedTitle(title) : title;
  const head =
    authors === ''
      ? [shownTitle || work.key, yearLabel(work)]
      : [authors + role, yearLabel(work), shownTitle];
  return [...head, containerOf(data), publisherOf(data)]
    .filter((part) => part !== '')
    .map(closeSentence)
    .join(' ');
}

function quotedTitle(title: string): string {
  return `“${title.replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’'))}”`;
}

/** Ends a part of the line with a full stop, inside its quotation marks. */
function closeSentence(part: string): string {
  const [, words = part, marks = ''] = /^(.*?)([’”]*)$/s.exec(part) ?? [];
  return /[.?!…]$/.test(words) ? part : `${words}.${marks}`;
}

function fullNames(names: readonly CslName[]): string {
  const people = names.filter((name) => !isOthers(name));
  const shown = people
    .slice(0, 3)
    .map((name, index) => withoutCslMarkup(index === 0 ? invertedName(name) : fullName(name)));
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

function containerOf(data: CslItem): string {
  const container = data['container-title'];
  if (container === undefined) return '';
  const title = withoutCslMarkup(container);
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
  const names = (data.editor ?? []).map((name) => withoutCslMarkup(fullName(name)));
  if (names.length > 3) return `${names[0] ?? ''} et al.`;
  return names.length <= 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function publisherOf(data: CslItem): string {
  if (data.type.startsWith('article') || data.publisher === undefined) return '';
  const place = data['publisher-place'];
  return withoutCslMarkup(place === undefined ? data.publisher : `${place}: ${data.publisher}`);
}
