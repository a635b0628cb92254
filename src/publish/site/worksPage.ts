import { describeWork, workFromCsl } from '../../core/bibliography.ts';
import type { StyledRun } from '../../core/styles.ts';
import { languageOf } from '../../core/blocks.ts';
import { citedItems } from '../../core/resolve.ts';
import { encodedAddress } from '../../core/text.ts';
import { styledInlines } from '../manuscript.ts';
import { h, type Markup } from './markup.ts';
import { pageHeading, type SitePage } from './pageFrame.ts';
import { pageAddresses, type Site, type SitePaper } from './siteModel.ts';
import { inlinesMarkup } from './textMarkup.ts';

/** A work that papers cite. */
export interface SiteWork {
  readonly key: string;
  /** As the citation style of the study lists it. */
  readonly runs: readonly StyledRun[];
  readonly link: string | undefined;
  readonly papers: readonly SitePaper[];
}

/** Every work and source that papers cite, in the order of the citation style; at the end what it does not list. */
export function citedWorks({ study, papers, styles, lang }: Site): readonly SiteWork[] {
  const { items } = citedItems([...papers.keys()], study);
  const entries = new Map(styles.ofWorks(items, [], lang).entries.map(({ id, runs }) => [id, runs]));
  const citing = new Map<string, SitePaper[]>(items.map(({ id }) => [id, []]));
  for (const [paper, sited] of papers)
    for (const key of new Set(paper.citedKeys)) citing.get(key)?.push(sited);
  const works = items.map(({ id, data }): SiteWork => {
    const runs = entries.get(id) ?? [{ text: describeWork(workFromCsl(id, data)) }];
    const isLinked = runs.some(({ link }) => link !== undefined);
    return {
      key: id,
      runs,
      link: isLinked ? undefined : (webLink(data.URL) ?? doiAddress(data.DOI)),
      papers: citing.get(id) ?? [],
    };
  });
  const order = new Map([...entries.keys()].map((id, index) => [id, index]));
  const placeOf = ({ key }: SiteWork): number => order.get(key) ?? order.size;
  return works.sort((a, b) => placeOf(a) - placeOf(b));
}

/** An address of the web; undefined for any other. */
function webLink(written: string | undefined): string | undefined {
  return written !== undefined && /^https?:\/\/[^\s<>"']+$/iu.test(written) ? written : undefined;
}

function doiAddress(written: string | undefined): string | undefined {
  return written !== undefined && /^10\.\d{4,9}\/[^\s<>"']+$/u.test(written)
    ? `https://doi.org/${encodedAddress(written)}`
    : undefined;
}

/** The page of works cited. */
export function worksPage(works: readonly SiteWork[], site: Site): SitePage {
  const { say } = site;
  const title = say('site.works');
  return {
    title,
    address: pageAddresses.works,
    content: [
      pageHeading({ title }),
      works.length === 0 ? h('p', {}, say('site.noWorks')) : undefined,
      h(
        'ul',
        { class: 'works' },
        works.map((work, index) => workEntry(work, index, site)),
      ),
    ],
  };
}

function workEntry({ runs, link, papers }: SiteWork, index: number, site: Site): Markup {
  return h(
    'li',
    { id: `w${String(index + 1)}` },
    inlinesMarkup(styledInlines(runs), site),
    link === undefined ? undefined : [' ', h('a', { href: link, rel: 'noreferrer' }, link)],
    papers.length === 0
      ? undefined
      : h(
          'p',
          { class: 'cited-in' },
          `${site.say('site.workCitedIn')} `,
          papers.map(({ address, title, paper }, place) => [
            place > 0 ? ', ' : '',
            h('a', { href: address, lang: languageOf(paper.document) }, title),
          ]),
        ),
  );
}
