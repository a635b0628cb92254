import { coveragePage } from './coveragePage.ts';
import { glossaryPage, termTable } from './glossaryPage.ts';
import { guidePage, orderedQuestions } from './guidePage.ts';
import { overviewPage } from './overviewPage.ts';
import { framed } from './pageFrame.ts';
import { paperPage, writtenPaper } from './paperPage.ts';
import { searchEntries, searchPage } from './searchPage.ts';
import { siteModelOf } from './siteModel.ts';
import { sourcePage } from './sourcePage.ts';
import { gatherVoices, shownQuestions } from './voices.ts';
import { citedWorks, worksPage } from './worksPage.ts';
import type { Study } from '../../core/study.ts';

/** A file of the folder that holds the pages. */
export interface SiteFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * The study as web pages. They load nothing but what is among the files, and work without a server.
 * @param assets the style sheet, scripts and icon that come with Pilcrow
 */
export function siteFilesOf(study: Study, assets: readonly SiteFile[]): readonly SiteFile[] {
  const site = siteModelOf(study);
  const voices = gatherVoices(site, orderedQuestions(shownQuestions(site), site));
  const works = citedWorks(site);
  const papers = [...site.papers.values()].map((paper) => writtenPaper(paper, site));
  const pages = [
    overviewPage(site),
    ...[...site.sources.values()].map((shared) => sourcePage(shared, site, voices)),
    ...papers.map((paper) => paperPage(paper, site)),
    glossaryPage(site),
    coveragePage(site),
    guidePage(site, voices),
    worksPage(works, site),
    searchPage(site),
  ];
  return [
    ...pages.map((page) => ({ path: page.address, content: framed(page, site) })),
    ...assets.map(({ path, content }) => ({ path: `assets/${path}`, content })),
    { path: 'assets/terms.js', content: scriptOf('pilcrowTerms', termTable(site)) },
    {
      path: 'assets/search-index.js',
      content: scriptOf('pilcrowSearch', searchEntries(site, papers, voices, works)),
    },
  ];
}

/** A script that gives data a name: what a page may load without a server, where it may not fetch. */
function scriptOf(name: string, data: unknown): string {
  const json = JSON.stringify(data).replace(/[<\u2028\u2029]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `globalThis.${name} = ${json};\n`;
}
