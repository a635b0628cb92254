import { languageOf } from '../../core/blocks.ts';
import { h, type Markup } from './markup.ts';
import { shownCoverage } from './coveragePage.ts';
import { pageHeading, type SitePage } from './pageFrame.ts';
import { pageAddresses, type Site, type SitePaper, type SiteSource } from './siteModel.ts';

/** The first page: the sources and the papers. */
export function overviewPage(site: Site): SitePage {
  const { say, title } = site;
  const sources = [...site.sources.values()];
  const papers = [...site.papers.values()];
  return {
    title,
    address: pageAddresses.overview,
    content: [
      pageHeading({ title }),
      h(
        'section',
        {},
        h('h2', { id: 'texts' }, say('site.sources')),
        sources.length === 0 ? h('p', {}, say('site.noSources')) : undefined,
        h(
          'ul',
          { class: 'entries' },
          sources.map((each) => sourceEntry(each, site)),
        ),
      ),
      h(
        'section',
        {},
        h('h2', { id: 'papers' }, say('site.papers')),
        papers.length === 0 ? h('p', {}, say('site.noPapers')) : undefined,
        h(
          'ul',
          { class: 'entries' },
          papers.map((each) => [paperEntry(each), '\n']),
        ),
      ),
    ],
  };
}

function sourceEntry(shared: SiteSource, site: Site): Markup {
  const { source, address } = shared;
  const { totals } = shownCoverage(shared, site);
  const byline = [source.author, source.year === 'n.d.' ? '' : source.year].filter(Boolean).join(', ');
  return h(
    'li',
    {},
    h('a', { href: address }, source.title),
    byline === '' ? undefined : h('p', { class: 'byline' }, byline),
    h('p', { class: 'figures' }, h('a', { href: pageAddresses.coverage }, site.say('site.totals', totals))),
  );
}

function paperEntry({ paper, address, title, authors, date }: SitePaper): Markup {
  const byline = [authors.join(', '), date ?? ''].filter(Boolean).join(' · ');
  return h(
    'li',
    {},
    h('a', { href: address, lang: languageOf(paper.document) }, title),
    byline === '' ? undefined : h('p', { class: 'byline' }, byline),
  );
}
