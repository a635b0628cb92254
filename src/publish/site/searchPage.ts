import { sharedHeading } from '../../core/present/passages.ts';
import { sensesFor } from '../../core/glossary.ts';
import { nameOfSection } from '../manuscript.ts';
import { h } from './markup.ts';
import type { WrittenPaper } from './paperPage.ts';
import { proseWords } from './prose.ts';
import { pageHeading, type SitePage } from './pageFrame.ts';
import { idOfItem, labelOfItem, type PlacedItem, sharedText } from './sharedPassage.ts';
import { pageAddresses, type Site, type SiteSource } from './siteModel.ts';
import type { AllVoices } from './voices.ts';
import type { SiteWork } from './worksPage.ts';

/** The page that searches all others. */
export function searchPage({ say }: Site): SitePage {
  const title = say('site.search');
  return {
    title,
    address: pageAddresses.search,
    scripts: ['search-index.js', 'search.js'],
    content: [
      pageHeading({ title }),
      h('noscript', {}, h('p', {}, say('site.searchNeedsScript'))),
      h(
        'div',
        { class: 'search', role: 'search' },
        h('label', { for: 'search' }, say('site.searchFor')),
        h('input', { id: 'search', type: 'search', autocomplete: 'off', spellcheck: 'false' }),
      ),
      h('p', { id: 'found', role: 'status' }, say('site.searchEmpty')),
      h('ol', { id: 'results' }),
    ],
  };
}

/** Something that can be found: its kind, its title, where it is, and its text. */
type IndexEntry = readonly [kind: string, title: string, address: string, text: string];

/** Everything that can be found. It holds nothing that no page shows. */
export function searchEntries(
  site: Site,
  papers: readonly WrittenPaper[],
  { questions }: AllVoices,
  works: readonly SiteWork[],
): IndexEntry[] {
  const { say } = site;
  return [
    ...[...site.sources.values()].flatMap((shared) => sourceEntries(shared, site)),
    ...papers.map(({ paper: { address, title }, words }): IndexEntry => [
      say('site.kindPaper'),
      title,
      address,
      onOneLine(words),
    ]),
    ...[...site.terms.values()].map(({ term, id }): IndexEntry => {
      const names = term.aliases.map(({ name }) => name);
      const plain = sensesFor(term, undefined).flatMap(({ definition }) =>
        definition.plain.map(({ text }) => text),
      );
      const text = onOneLine([...names, ...plain].join(' '));
      return [say('site.kindTerm'), term.name, `${pageAddresses.glossary}#${id}`, text];
    }),
    ...questions.map(({ question, number }): IndexEntry => {
      const address = `${pageAddresses.guide}#q${String(number)}`;
      return [
        say('site.kindQuestion'),
        question.paper,
        address,
        proseWords(question.text, question.lang, site),
      ];
    }),
    ...works.map(({ runs }, index): IndexEntry => {
      const text = runs.map((run) => run.text).join('');
      return [say('site.kindWork'), '', `${pageAddresses.works}#w${String(index + 1)}`, text];
    }),
  ];
}

function sourceEntries(shared: SiteSource, site: Site): IndexEntry[] {
  const { source, address } = shared;
  const items: PlacedItem[] = [
    ...source.passages.map((passage) => ({ kind: 'passage' as const, passage })),
    ...source.notes.map((note) => ({ kind: 'note' as const, note })),
  ];
  const headings = source.sections.map((section): IndexEntry => [
    site.say('site.kindPassage'),
    source.title,
    `${address}#${nameOfSection(section)}`,
    sharedHeading(shared.source, shared.share, section),
  ]);
  const passages = items.flatMap((item): IndexEntry[] => {
    const text = sharedText(item, shared);
    if (text === undefined) return [];
    const title = `${source.title}, ${labelOfItem(item)}`;
    return [[site.say('site.kindPassage'), title, `${address}#${idOfItem(item)}`, text]];
  });
  return [...headings, ...passages];
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
