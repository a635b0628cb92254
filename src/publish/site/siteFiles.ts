import { coveragePage } from './coveragePage.ts';
import { glossaryPage, termTable } from './glossaryPage.ts';
import { guidePage, orderedQuestions } from './guidePage.ts';
import { overviewPage } from './overviewPage.ts';
import { framed, type SitePage } from './pageFrame.ts';
import { type WrittenPaper, writtenPaper } from './paperPage.ts';
import { searchEntries, searchPage } from './searchPage.ts';
import { type Site, siteModelOf, type SitePicture, type SiteStyles } from './siteModel.ts';
import { sourcePage } from './sourcePage.ts';
import { type WrittenSource, writtenSource } from './sourceText.ts';
import { gatherVoices, shownQuestions } from './voices.ts';
import { citedWorks, worksPage } from './worksPage.ts';
import type { Source, Study } from '../../core/study.ts';
import { type ImageFile, imagePathsOf } from '../manuscript.ts';

/** A file of the folder that holds the pages. */
export interface SiteFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The texts of a site, before its pages are written. */
export interface SiteDraft {
  readonly site: Site;
  readonly papers: readonly WrittenPaper[];
  readonly sources: ReadonlyMap<Source, WrittenSource>;
  /** The images that they show, as paths in the study folder. */
  readonly imagePaths: readonly string[];
}

/** Sets the papers of a study, and the sources that are shown by their words. */
export function siteDraftOf(study: Study, styles: SiteStyles): SiteDraft {
  const site = siteModelOf(study, styles);
  const papers = [...site.papers.values()].map((paper) => writtenPaper(paper, site));
  const sources = new Map(
    [...site.sources.values()].flatMap((shared) => {
      const written = writtenSource(shared, site);
      return written ? [[shared.source, written] as const] : [];
    }),
  );
  const imagePaths = [
    ...papers.flatMap((paper) => paper.imagePaths),
    ...[...sources.values()].flatMap(({ manuscript }) => imagePathsOf(manuscript)),
  ];
  return { site, papers, sources, imagePaths: [...new Set(imagePaths)] };
}

/**
 * The study as web pages. They load nothing but what is among the files, and work without a server.
 * @param images those of the draft that could be read, by their paths
 * @param assets the style sheet, scripts and icon that come with Pilcrow
 */
export function siteFilesOf(
  { site: unillustrated, papers, sources }: SiteDraft,
  images: ReadonlyMap<string, ImageFile>,
  assets: readonly SiteFile[],
): readonly SiteFile[] {
  const pictures = picturesOf(images);
  const site: Site = { ...unillustrated, pictures };
  const voices = gatherVoices(site, orderedQuestions(shownQuestions(site), site));
  const works = citedWorks(site);
  const page = (made: SitePage): SiteFile => ({ path: made.address, content: framed(made, site) });
  return [
    page(overviewPage(site)),
    ...[...site.sources.values()].map((shared) =>
      page(sourcePage(shared, sources.get(shared.source), site, voices)),
    ),
    ...papers.map((written) => ({ path: written.paper.address, content: written.page(site) })),
    ...[
      glossaryPage(site),
      coveragePage(site),
      guidePage(site, voices),
      worksPage(works, site),
      searchPage(site),
    ].map(page),
    ...assets.map(({ path, content }) => ({ path: `assets/${path}`, content })),
    ...[...pictures.values()].map(({ address, file }) => ({ path: address, content: file.bytes })),
    { path: 'assets/terms.js', content: scriptOf('pilcrowTerms', termTable(site)) },
    {
      path: 'assets/search-index.js',
      content: scriptOf('pilcrowSearch', searchEntries(site, papers, voices, works)),
    },
  ];
}

function picturesOf(images: ReadonlyMap<string, ImageFile>): ReadonlyMap<string, SitePicture> {
  return new Map(
    [...images].map(([path, file], index) => {
      const ending = /^image\/([a-z]+)/.exec(file.type)?.[1] ?? '';
      return [path, { address: `pictures/${String(index + 1)}.${ending}`, file }];
    }),
  );
}

/** A script that gives data a name: what a page may load without a server, where it may not fetch. */
function scriptOf(name: string, data: unknown): string {
  const json = JSON.stringify(data).replace(/[<\u2028\u2029]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `globalThis.${name} = ${json};\n`;
}
