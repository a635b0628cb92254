import { describeWork, workFromCsl } from '../../core/bibliography.ts';
import { languageOf } from '../../core/blocks.ts';
import { citedItems } from '../../core/resolve.ts';
import { encodedAddress } from '../../core/text.ts';
import { h, type Markup } from './markup.ts';
import { pageHeading, type SitePage } from './pageFrame.ts';
import { pageAddresses, type Site, type SitePaper } from './siteModel.ts';

/** A work that papers cite. */
export interface SiteWork {
  readonly key: string;
  readonly text: string;
  readonly link: string | undefined;
  readonly papers: readonly SitePaper[];
}

/** Every work and source that papers cite, in the order of their texts. */
export function citedWorks({ study, papers }: Site): readonly SiteWork[] {
  const all = [...papers.values()];
  return citedItems([...papers.keys()], study)
    .items.map(({ id, data }) => ({
      key: id,
      text: describeWork(workFromCsl(id, data)),
      link: webLink(data.URL) ?? doiAddress(data.DOI),
      papers: all.filter(({ paper }) => paper.citedKeys.includes(id)),
    }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en'));
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
export function worksPage(works: readonly SiteWork[], { say }: Site): SitePage {
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
        works.map((work, index) => workEntry(work, index, say('site.workCitedIn'))),
      ),
    ],
  };
}

function workEntry({ text, link, papers }: SiteWork, index: number, citedIn: string): Markup {
  return h(
    'li',
    { id: `w${String(index + 1)}` },
    text,
    link === undefined ? undefined : [' ', h('a', { href: link, rel: 'noreferrer' }, link)],
    papers.length === 0
      ? undefined
      : h(
          'p',
          { class: 'cited-in' },
          `${citedIn} `,
          papers.map(({ address, title, paper }, place) => [
            place > 0 ? ', ' : '',
            h('a', { href: address, lang: languageOf(paper.document) }, title),
          ]),
        ),
  );
}
