import { h, htmlOf, type Markup, type MarkupContent } from './markup.ts';
import { pageAddresses, type Site } from './siteModel.ts';

/** A page before it is put into its frame. */
export interface SitePage {
  readonly address: string;
  /** Its heading, and its title in a list of windows. */
  readonly title: string;
  /** Of what kind it is, in the language of the pages; undefined on the first. */
  readonly kind?: string;
  /** Which entry of the menu it belongs to. */
  readonly entry?: string;
  /** The tag of the language of its text, where it is another than that of the pages. */
  readonly lang?: string | undefined;
  readonly content: MarkupContent;
  /** Scripts besides that of every page. */
  readonly scripts?: readonly string[];
}

/**
 * What a page may do: load its own files. Nothing of a paper can be run, sent or embedded, even where something had slipped through
 * that was not escaped.
 */
const contentSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A whole page as HTML. */
export function framed(page: SitePage, site: Site): string {
  const scripts = ['terms.js', 'site.js', ...(page.scripts ?? [])];
  const title = page.title === site.title ? site.title : `${page.title} · ${site.title}`;
  const head = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: contentSecurity }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', {}, title),
    h('link', { rel: 'icon', href: 'assets/icon.svg', type: 'image/svg+xml' }),
    h('link', { rel: 'stylesheet', href: 'assets/site.css' }),
    scripts.map((name) => h('script', { src: `assets/${name}`, defer: true })),
  );
  const body = h(
    'body',
    {},
    h('a', { class: 'skip', href: '#main' }, site.say('site.skip')),
    bannerOf(page, site),
    h('main', { id: 'main', tabindex: -1, lang: differentLang(page, site) }, page.content),
    h('footer', {}, h('p', {}, site.say('site.madeWith'))),
    h('template', { id: 'words' }, wordsOfScripts(site)),
  );
  return `<!doctype html>\n${htmlOf(h('html', { lang: site.lang }, head, '\n', body))}\n`;
}

function differentLang({ lang }: SitePage, site: Site): string | undefined {
  return lang === site.lang ? undefined : lang;
}

/** The name of the study and the menu. */
function bannerOf({ address, entry = address }: SitePage, { say, title, sources, terms }: Site): Markup {
  const [source] = sources.values();
  const isOnlyOne = sources.size === 1;
  const entries: readonly (readonly [address: string | undefined, words: string])[] = [
    [
      isOnlyOne ? source?.address : `${pageAddresses.overview}#texts`,
      say(isOnlyOne ? 'site.kindPassage' : 'site.sources'),
    ],
    [`${pageAddresses.overview}#papers`, say('site.papers')],
    [terms.size > 0 ? pageAddresses.glossary : undefined, say('site.glossary')],
    [source && pageAddresses.coverage, say('site.coverage')],
    [pageAddresses.guide, say('site.guide')],
    [pageAddresses.works, say('site.works')],
    [pageAddresses.search, say('site.search')],
  ];
  return h(
    'header',
    { class: 'banner' },
    h('p', { class: 'study' }, h('a', { href: pageAddresses.overview }, title)),
    h(
      'nav',
      { 'aria-label': say('site.pages') },
      h(
        'ul',
        {},
        entries.map(([href, words]) =>
          href === undefined
            ? undefined
            : h('li', {}, h('a', { href, 'aria-current': href === entry && 'page' }, words)),
        ),
      ),
    ),
  );
}

/** What the scripts say. */
function wordsOfScripts({ say }: Site): MarkupContent {
  const words = {
    close: say('site.close'),
    toGlossary: say('site.toGlossary'),
    toPassage: say('site.toPassage'),
    searchEmpty: say('site.searchEmpty'),
    searchNothing: say('site.searchNothing'),
    searchFound: say('site.searchFound'),
    searchFirst: say('site.searchFirst'),
  };
  return Object.entries(words).map(([name, text]) => h('span', { 'data-word': name }, text));
}

/** The heading of a page, with what kind of page it is. */
export function pageHeading(page: Pick<SitePage, 'title' | 'kind'>, ...below: MarkupContent[]): Markup {
  return h(
    'header',
    { class: 'heading' },
    page.kind === undefined ? undefined : h('p', { class: 'kind' }, page.kind),
    h('h1', {}, page.title),
    below,
  );
}
