import { sharedHeading } from '../../core/present/passages.ts';
import {
  type Counts,
  type Coverage,
  type CoverageCell,
  type CoverageGroup,
  coverageOf,
  isDiscussed,
} from '../../core/present/coverage.ts';
import { h, type Markup, type MarkupContent } from './markup.ts';
import { pageHeading, type SitePage } from './pageFrame.ts';
import { idOfItem, labelOfItem, sharedText } from './sharedPassage.ts';
import { pageAddresses, type Site, type SiteSource } from './siteModel.ts';

/** What of each source papers have discussed: a picture, and the same as a table. */
export function coveragePage(site: Site): SitePage {
  const { say } = site;
  const title = say('site.coverage');
  return {
    title,
    address: pageAddresses.coverage,
    content: [
      pageHeading({ title }, h('p', { class: 'lead' }, say('site.coverageOf'))),
      legendOf(site),
      [...site.sources.values()].map((shared) => coverageSection(shared, site)),
    ],
  };
}

/** The coverage of a source. Notes count only where they are shown, papers only where they have a page. */
export function shownCoverage({ source }: SiteSource, { study, settings, papers }: Site): Coverage {
  const uris = [...papers.keys()].map(({ file }) => file.uri);
  return coverageOf(source, study, settings.notes ? {} : { papers: uris });
}

function legendOf({ say, settings }: Site): Markup {
  const marks: readonly (readonly [marks: readonly string[], words: string])[] = [
    [[''], say('site.legendNone')],
    [['by-section'], say('site.legendSection')],
    [['level-1', 'level-2', 'level-3', 'level-4'], say('site.legendCited')],
    [['quoted-mark'], say('site.legendQuoted')],
    ...(settings.notes ? [[['noted-mark'], say('site.legendNoted')] as const] : []),
  ];
  return h(
    'ul',
    { class: 'legend' },
    marks.map(([cells, words]) =>
      h(
        'li',
        {},
        cells.map((mark) => h('span', { class: `cell ${mark}`.trim(), 'aria-hidden': 'true' })),
        words,
      ),
    ),
  );
}

function coverageSection(shared: SiteSource, site: Site): MarkupContent {
  const coverage = shownCoverage(shared, site);
  const { groups, totals } = coverage;
  return h(
    'section',
    { class: 'coverage' },
    h('h2', {}, h('a', { href: shared.address }, shared.source.title)),
    h('p', {}, site.say('site.totals', totals)),
    groups.map((group) => [cellsOf(group, shared, site), '\n']),
    tableOfCoverage(groups, shared, site),
  );
}

function nameOfGroup(
  { section, cells }: CoverageGroup,
  shared: SiteSource,
  { say }: Site,
): string | undefined {
  if (section) return sharedHeading(shared.source, shared.share, section);
  if (cells[0]?.item.kind === 'note') return say('site.notesOfText');
  return shared.source.sections.length > 0 ? say('site.beforeSections') : undefined;
}

function cellsOf(group: CoverageGroup, shared: SiteSource, site: Site): MarkupContent {
  if (group.cells.length === 0) return undefined;
  const name = nameOfGroup(group, shared, site);
  const discussed = group.cells.filter(({ counts }) => isDiscussed(counts)).length;
  return [
    name === undefined
      ? undefined
      : h(
          'h3',
          {},
          name,
          ' ',
          h('span', { class: 'figures' }, site.say('site.group', { discussed, all: group.cells.length })),
        ),
    h(
      'ul',
      { class: 'cells' },
      group.cells.map((cell) => h('li', {}, cellLink(cell, shared, site))),
    ),
  ];
}

function cellLink({ item, counts }: CoverageCell, shared: SiteSource, { say }: Site): Markup {
  const label = labelOfItem(item);
  const words = `${label}: ${say('site.counts', counts)}`;
  return h(
    'a',
    {
      class: [
        'cell',
        fillOf(counts),
        counts.quotations > 0 ? 'quoted-mark' : '',
        counts.notes > 0 ? 'noted-mark' : '',
      ]
        .filter(Boolean)
        .join(' '),
      href: `${shared.address}#${idOfItem(item)}`,
      'aria-label': words,
      title: words,
    },
    String(item.kind === 'passage' ? (item.passage.printed ?? item.passage.number) : item.note.number),
  );
}

/** How full a cell is: by citations of the paragraph itself; hatched where only its section is cited. */
function fillOf({ citations, bySection }: Counts): string {
  const own = citations - bySection;
  if (own > 0) return `level-${String(own > 4 ? 4 : own > 2 ? 3 : own)}`;
  return bySection > 0 ? 'by-section' : '';
}

function tableOfCoverage(groups: readonly CoverageGroup[], shared: SiteSource, site: Site): Markup {
  const { say, settings } = site;
  const heads = [
    say('site.paragraph'),
    say('site.about'),
    say('site.citedIn'),
    say('site.quotedIn'),
    ...(settings.notes ? [say('site.noted')] : []),
  ];
  return h(
    'details',
    { class: 'as-table' },
    h('summary', {}, say('site.asTable'), h('span', { class: 'said-only' }, ` ${shared.source.title}`)),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h(
        'tbody',
        {},
        groups.flatMap(({ cells }) => cells.map((cell) => rowOf(cell, shared, site))),
      ),
    ),
  );
}

function rowOf({ item, counts }: CoverageCell, shared: SiteSource, { settings }: Site): Markup {
  const figures = [counts.citations, counts.quotations, ...(settings.notes ? [counts.notes] : [])];
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('a', { href: `${shared.address}#${idOfItem(item)}` }, labelOfItem(item))),
    h('td', {}, shared.share === 'gist' ? sharedText(item, shared) : undefined),
    figures.map((figure) => h('td', { class: 'figure' }, String(figure))),
  );
}
