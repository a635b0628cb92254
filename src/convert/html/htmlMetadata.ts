import type { Element, Root } from 'hast';
import { isoDate, type Metadata, safeAddress } from '../blocks.ts';
import { attribute, htmlText, isElement, visitHtml } from './htmlTree.ts';

const titleNames = ['citation_title', 'dc.title', 'dcterms.title', 'og:title', 'twitter:title'];
const authorMetaNames = [
  'citation_author',
  'dc.creator',
  'dcterms.creator',
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
];
const dateNames = [
  'citation_publication_date',
  'citation_date',
  'article:published_time',
  'dc.date',
  'dcterms.date',
  'date',
  'datepublished',
  'parsely-pub-date',
];

/** Reads the CSL variables that a page declares: in meta elements, the canonical link, its title and its heading. */
export function readHtmlMetadata(tree: Root): Metadata {
  const found = surveyMetadata(tree);
  const named = (names: readonly string[]): string[] =>
    names.map((name) => found.meta.get(name) ?? []).find((list) => list.length > 0) ?? [];
  const container = named(['og:site_name', 'citation_journal_title'])[0];
  const title = named(titleNames)[0] ?? found.heading ?? (found.title && withoutSite(found.title, container));
  const authors = named(authorMetaNames).filter((name) => !/^https?:/i.test(name) && name.length <= 100);
  const issued = isoDate(named(dateNames)[0] ?? found.time ?? '');
  const url = safeAddress(found.canonical ?? named(['og:url', 'citation_public_url'])[0] ?? '');
  const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.exec(found.language ?? '')?.[0];
  return {
    type: 'webpage',
    ...(title
      ? { title: found.heading !== undefined && title.startsWith(found.heading) ? found.heading : title }
      : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(issued ? { issued } : {}),
    ...(url ? { url } : {}),
    ...(language ? { language } : {}),
    ...(container && container !== title ? { container } : {}),
  };
}

interface Survey {
  readonly meta: Map<string, string[]>;
  title?: string;
  heading?: string;
  canonical?: string;
  language?: string;
  time?: string;
}

function surveyMetadata(tree: Root): Survey {
  const found: Survey = { meta: new Map() };
  visitHtml(tree, (node) => {
    if (isElement(node)) note(node, found);
    return true;
  });
  return found;
}

function note(element: Element, found: Survey): void {
  const { tagName } = element;
  if (tagName === 'html') found.language = attribute(element, 'lang') || attribute(element, 'xmlLang');
  else if (tagName === 'title') found.title ??= htmlText(element);
  else if (tagName === 'h1') {
    const text = htmlText(element);
    if (text !== '') found.heading ??= text;
  } else if (tagName === 'link' && attribute(element, 'rel') === 'canonical')
    found.canonical ??= attribute(element, 'href');
  else if (tagName === 'time') found.time ??= attribute(element, 'dateTime') || htmlText(element);
  else if (tagName === 'meta') {
    const name = (
      attribute(element, 'name') ||
      attribute(element, 'property') ||
      attribute(element, 'itemProp')
    ).toLowerCase();
    const content = attribute(element, 'content').replace(/\s+/g, ' ').trim();
    if (name !== '' && content !== '')
      found.meta.set(name, [...(found.meta.get(name) ?? []), content].slice(0, 50));
  }
}

/** Returns the title without the name of the site: `Title | Site`, `Title – Site`. */
function withoutSite(title: string, site: string | undefined): string {
  if (site !== undefined && title.endsWith(site) && title.length > site.length)
    return title.slice(0, -site.length).replace(/[\s|–—»·:-]+$/u, '');
  return title.replace(/\s+[|»·]\s+[^|»·]*$/u, '');
}
