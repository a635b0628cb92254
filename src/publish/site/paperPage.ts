import { languageOf } from '../../core/blocks.ts';
import {
  imagePathsOf,
  type Manuscript,
  manuscriptOf,
  type PassageEntry,
  type PassagesOfSource,
  styledInlines,
} from '../manuscript.ts';
import { LinkedText } from './linkedText.ts';
import { h, type Markup, type MarkupContent } from './markup.ts';
import { framed, type SitePage } from './pageFrame.ts';
import { withoutLists, wordsOfBlocks } from './prose.ts';
import type { Site, SitePaper } from './siteModel.ts';
import { blocksMarkup, inlinesMarkup } from './textMarkup.ts';

/** A paper as it is shown. */
export interface WrittenPaper {
  readonly paper: SitePaper;
  /** The images that it shows, as paths in the study folder. */
  readonly imagePaths: readonly string[];
  /** All its words, for the search. */
  readonly words: string;
  /** Its page as HTML, with the pictures of a site. */
  readonly page: (site: Site) => string;
}

/** Sets a paper. Its manuscript, which takes a megabyte, is let go of where its page waits for no images. */
export function writtenPaper(paper: SitePaper, site: Site): WrittenPaper {
  const { study, styles } = site;
  const manuscript = manuscriptOf(paper.paper, study, { format: styles.ofPaper(paper.paper) });
  const imagePaths = imagePathsOf(manuscript);
  const page =
    imagePaths.length > 0 ? pageToCome(paper, manuscript) : pageThere(htmlOfPaper(paper, manuscript, site));
  return { paper, imagePaths, words: wordsOfPaper(manuscript), page };
}

// Functions of their own: one that is made within another holds on to all that others made there need.

function pageToCome(paper: SitePaper, manuscript: Manuscript): WrittenPaper['page'] {
  return (site) => htmlOfPaper(paper, manuscript, site);
}

function pageThere(html: string): WrittenPaper['page'] {
  return () => html;
}

function htmlOfPaper(paper: SitePaper, manuscript: Manuscript, site: Site): string {
  return framed(paperPage(paper, manuscript, site), site);
}

function wordsOfPaper({ abstract, blocks, footnotes }: Manuscript): string {
  const notes = footnotes.flatMap(({ children }) => children);
  return wordsOfBlocks([...abstract, ...withoutLists(blocks), ...notes]);
}

/** The page of a paper, with its notes, the works and the passages that it cites. */
function paperPage(sited: SitePaper, manuscript: Manuscript, site: Site): SitePage {
  const { paper, address, title } = sited;
  const { say } = site;
  const text = new LinkedText(manuscript, paper, site, {
    isPage: true,
    addressOfFootnote: (footnote) => `#fn-${String(footnote + 1)}`,
  });
  const lang = languageOf(paper.document);
  return {
    title,
    address,
    kind: say('site.kindPaper'),
    content: [
      headingOfPaper(sited, manuscript, site),
      h(
        'article',
        { class: 'paper', lang: lang === site.lang ? undefined : lang },
        manuscript.abstract.length > 0
          ? h(
              'section',
              { class: 'abstract', 'aria-label': say('site.abstract') },
              blocksMarkup(text.blocks(manuscript.abstract), site),
            )
          : undefined,
        blocksMarkup(text.blocks(withoutLists(manuscript.blocks)), site),
        footnotesOf(manuscript, text, site),
        worksSection(manuscript, site),
      ),
      passagesSection(manuscript, site),
    ],
  };
}

function headingOfPaper(
  { title, authors, date, paper }: SitePaper,
  { title: written, subtitle }: Manuscript,
  site: Site,
): Markup {
  const lang = languageOf(paper.document);
  const byline = [authors.join(', '), date ?? ''].filter(Boolean).join(' · ');
  return h(
    'header',
    { class: 'heading', lang: lang === site.lang ? undefined : lang },
    h('p', { class: 'kind', lang: site.lang }, site.say('site.kindPaper')),
    h('h1', {}, written.length > 0 ? inlinesMarkup(written, site) : title),
    subtitle.length > 0 ? h('p', { class: 'subtitle' }, inlinesMarkup(subtitle, site)) : undefined,
    byline === '' ? undefined : h('p', { class: 'byline' }, byline),
  );
}

function footnotesOf({ footnotes }: Manuscript, text: LinkedText, site: Site): Markup | undefined {
  if (footnotes.length === 0) return undefined;
  const { say, lang } = site;
  return h(
    'section',
    { class: 'footnotes' },
    h('h2', { lang }, say('site.footnotes')),
    h(
      'ol',
      {},
      footnotes.map(({ children }, index) => {
        const number = String(index + 1);
        const back = h(
          'a',
          { href: `#fnref-${number}`, class: 'back', 'aria-label': say('site.backToText', { number }) },
          '↩',
        );
        return h('li', { id: `fn-${number}` }, blocksMarkup(text.blocks(children), site), back);
      }),
    ),
  );
}

function worksSection({ bibliography, hangingIndent }: Manuscript, site: Site): Markup | undefined {
  if (bibliography.length === 0) return undefined;
  const { say, lang } = site;
  return h(
    'section',
    { class: 'works-cited' },
    h('h2', { lang }, say('site.works')),
    h(
      'ul',
      { class: hangingIndent ? 'works hanging' : 'works' },
      bibliography.map(({ id, text }) => h('li', { id }, inlinesMarkup(styledInlines(text), site))),
    ),
  );
}

function passagesSection({ passages, citations }: Manuscript, site: Site): Markup | undefined {
  if (passages.length === 0) return undefined;
  const idOfCitation = (index: number): string => citations[index]?.id ?? '';
  return h(
    'section',
    { class: 'passages' },
    h('h2', {}, site.say('site.passagesCited')),
    passages.map((each) => sourceOfPassages(each, idOfCitation, site)),
  );
}

function sourceOfPassages(
  { key, id, title, entries }: PassagesOfSource,
  idOfCitation: (index: number) => string,
  site: Site,
): MarkupContent {
  const page = site.sources.get(key)?.address;
  return [
    h('h3', { id }, page === undefined ? title : h('a', { href: page, class: 'place' }, title)),
    entries.length === 0
      ? undefined
      : h(
          'ul',
          { class: 'places' },
          entries.map((entry) => [entryOfPassage(entry, page, idOfCitation, site), '\n']),
        ),
  ];
}

function entryOfPassage(
  { id, place, label, shown, kind, citedBy }: PassageEntry,
  page: string | undefined,
  idOfCitation: (index: number) => string,
  site: Site,
): Markup {
  return h(
    'li',
    { id, class: 'entry' },
    page === undefined ? label : h('a', { class: 'place', href: `${page}#${place}` }, label),
    shown === '' ? undefined : h('p', { class: kind === 'words' ? 'words' : 'gist' }, shown),
    h(
      'p',
      { class: 'back' },
      citedBy.map((citation, at) => [
        at > 0 ? ' ' : '',
        h(
          'a',
          {
            href: `#${idOfCitation(citation)}`,
            'aria-label': site.say('site.backToText', { number: String(citation + 1) }),
          },
          '↩',
        ),
      ]),
    ),
  );
}
