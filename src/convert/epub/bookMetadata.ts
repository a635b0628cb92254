import { comparableLine, isoDate, type Metadata } from '../blocks.ts';
import type { BookPackage, MetadataElement } from './bookPackage.ts';
import { ownEntry } from '../../core/text.ts';

/** What programs write where nobody told them. */
const unknown = /^(?:unknown(?: (?:title|author))?|untitled|no title|\[?no data\]?|unbekannt|inconnu)$/i;
const maxNameLength = 200;

/** Reads the Dublin Core of a book as CSL variables. */
export function readBookMetadata({ about }: BookPackage): Metadata {
  const elements = about.filter(
    ({ name, text }) => name.startsWith('dc:') && text !== '' && !unknown.test(text),
  );
  const named = (name: string): MetadataElement[] =>
    elements.filter((element) => element.name === `dc:${name}`);
  const title = titleOf(named('title'), about);
  const authors = authorsOf(named('creator'), about);
  const issued = publicationDate(named('date'));
  const publisher = named('publisher')[0]?.text;
  const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.exec(named('language')[0]?.text ?? '')?.[0];
  return {
    type: 'book',
    ...(title === undefined ? {} : { title }),
    ...(authors.length > 0 ? { authors } : {}),
    ...(issued === undefined ? {} : { issued }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(language === undefined ? {} : { language }),
  };
}

/** What is said of an element besides its words: as an attribute of its own (EPUB 2), or by a `meta` (EPUB 3). */
function refined(
  element: MetadataElement,
  name: string,
  about: readonly MetadataElement[],
): string | undefined {
  const { id } = element.attributes;
  const own = ownEntry(element.attributes, `opf:${name}`) ?? ownEntry(element.attributes, name);
  if (own !== undefined || id === undefined) return own?.trim();
  return about.find(({ attributes }) => attributes['refines'] === `#${id}` && attributes['property'] === name)
    ?.text;
}

/** The main title with its subtitle. Without word on which is which, the first. */
function titleOf(titles: readonly MetadataElement[], about: readonly MetadataElement[]): string | undefined {
  const ofType = (type: string): MetadataElement | undefined =>
    titles.find((title) => refined(title, 'title-type', about) === type);
  const main = ofType('main') ?? titles[0];
  const subtitle = ofType('subtitle');
  if (!main) return undefined;
  return subtitle && subtitle !== main ? `${main.text}: ${subtitle.text}` : main.text;
}

/** The names of those whose role is that of an author; of all creators, if none has it. */
function authorsOf(creators: readonly MetadataElement[], about: readonly MetadataElement[]): string[] {
  const roleOf = (creator: MetadataElement): string | undefined => refined(creator, 'role', about);
  const isAuthor = (creator: MetadataElement): boolean => /^(?:aut)?$/.test(roleOf(creator) ?? '');
  const authors = creators.some(isAuthor) ? creators.filter(isAuthor) : creators;
  const place = (creator: MetadataElement): number =>
    Number(refined(creator, 'display-seq', about) ?? '') || 0;
  return [...authors]
    .sort((a, b) => place(a) - place(b))
    .flatMap((creator) => namesOf(creator, refined(creator, 'file-as', about)))
    .filter((name) => name !== '' && name.length <= maxNameLength);
}

/** The names of an element, each in the form in which it is sorted if that only turns it round: `Miller, Ada`. */
function namesOf({ text }: MetadataElement, sorted: string | undefined): string[] {
  const words = (name: string): string => comparableLine(name).split(' ').sort().join(' ');
  if (sorted !== undefined && /^[^,;&]+, [^,;&]+$/.test(sorted) && words(sorted) === words(text))
    return [sorted];
  return text.split(/\s*;\s*/);
}

/** The date on which the book, else anything of it, was published. Programs write the year 101 where nobody told them. */
function publicationDate(dates: readonly MetadataElement[]): string | undefined {
  const eventOf = ({ attributes }: MetadataElement): string =>
    attributes['opf:event'] ?? attributes['event'] ?? '';
  const ordered = ['original-publication', 'publication', ''].flatMap((event) =>
    dates.filter((date) => eventOf(date) === event),
  );
  return ordered
    .map(({ text }) => isoDate(text))
    .find((date) => date !== undefined && Number(date.slice(0, 4)) >= 1000);
}
