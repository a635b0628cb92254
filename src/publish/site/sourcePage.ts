import { sharedHeading } from '../../core/present/passages.ts';
import {
  coverageOf,
  type CoverageCell,
  type CoverageGroup,
  noteKey,
  passageKey,
  sectionKey,
} from '../../core/present/coverage.ts';
import { nameOfSection } from '../manuscript.ts';
import { h, type Markup, type MarkupContent } from './markup.ts';
import { pageHeading, type SitePage } from './pageFrame.ts';
import { idOfItem, labelOfItem, sharedText } from './sharedPassage.ts';
import { type SourceWords, shownWordsOf, type WrittenSource } from './sourceText.ts';
import type { Site, SiteSource } from './siteModel.ts';
import type { AllVoices } from './voices.ts';
import { voicesBeside } from './voicesBeside.ts';

/** The page of a source: every passage with its number, what of it may be shown, and what papers and notes say of it. */
export function sourcePage(
  shared: SiteSource,
  written: WrittenSource | undefined,
  site: Site,
  voices: AllVoices,
): SitePage {
  const { source, address, share } = shared;
  const { say } = site;
  const groups = coverageOf(source, site.study, { papers: [] }).groups;
  const byline = [source.author, source.year === 'n.d.' ? '' : source.year].filter(Boolean).join(', ');
  const heading = { title: source.title, kind: say('site.kindPassage') };
  const lang = languageOfSource(shared);
  const words = written && shownWordsOf(shared, written, site);
  return {
    ...heading,
    address,
    content: [
      pageHeading(
        heading,
        byline === '' ? undefined : h('p', { class: 'byline' }, byline),
        share === 'words'
          ? undefined
          : h('p', { class: 'lead' }, say(share === 'gist' ? 'site.sharedGist' : 'site.sharedNumbers')),
      ),
      sectionLinks(shared, groups, site),
      h(
        'article',
        { class: 'source', lang: lang === site.lang || share === 'numbers' ? undefined : lang },
        groups.map((group) => groupMarkup(group, { ...shared, words }, site, voices)),
      ),
    ],
  };
}

function languageOfSource({ source: { csl } }: SiteSource): string | undefined {
  const tag = csl['language'] ?? csl['lang'];
  return typeof tag === 'string' && /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu.test(tag) ? tag : undefined;
}

/** Links to the sections. */
function sectionLinks(shared: SiteSource, groups: readonly CoverageGroup[], { say }: Site): MarkupContent {
  const sections = groups.flatMap(({ section }) => section ?? []);
  if (sections.length === 0) return undefined;
  const shallowest = Math.min(...sections.map(({ depth }) => depth));
  return h(
    'nav',
    { class: 'outline', 'aria-labelledby': 'outline-heading' },
    h(
      'details',
      { open: sections.length <= 12 },
      h('summary', { id: 'outline-heading' }, say('site.sections')),
      h(
        'ul',
        {},
        sections.map((section) =>
          h(
            'li',
            { class: `depth-${String(Math.min(section.depth - shallowest, 4))}` },
            h(
              'a',
              { href: `#${nameOfSection(section)}` },
              sharedHeading(shared.source, shared.share, section),
            ),
          ),
        ),
      ),
    ),
  );
}

/** A source with its words as far as they are shown. */
type ShownSource = SiteSource & { readonly words: SourceWords | undefined };

function groupMarkup(group: CoverageGroup, shared: ShownSource, site: Site, voices: AllVoices): Markup {
  const { section, cells } = group;
  const isNotes = cells[0]?.item.kind === 'note';
  const shallowest = Math.min(...shared.source.sections.map(({ depth }) => depth), 6);
  const level = section ? Math.min(6, section.depth - shallowest + 2) : 2;
  const title = section
    ? sharedHeading(shared.source, shared.share, section)
    : isNotes
      ? site.say('site.notesOfText')
      : undefined;
  const heading =
    title === undefined
      ? undefined
      : h(
          'div',
          { class: 'passage' },
          h(`h${String(level)}`, { id: section ? nameOfSection(section) : 'notes' }, title),
          section ? voicesBeside(voices.at(shared.source, sectionKey(section)), title, site) : undefined,
        );
  return h(
    'section',
    {},
    heading,
    '\n',
    cells.map((cell) => passageMarkup(cell, shared, site, voices)),
  );
}

function passageMarkup(
  { item }: CoverageCell,
  shared: ShownSource,
  site: Site,
  voices: AllVoices,
): MarkupContent {
  const label = labelOfItem(item);
  const id = idOfItem(item);
  const key = item.kind === 'passage' ? passageKey(item.passage.number) : noteKey(item.note.number);
  return [
    h(
      'div',
      { class: 'passage', id },
      h(
        'div',
        { class: 'said' },
        h('a', { class: 'number', href: `#${id}` }, label),
        bodyOfItem(item, shared, site),
      ),
      voicesBeside(voices.at(shared.source, key), label, site),
    ),
    '\n',
  ];
}

/** The words of a passage, what it is about, or how long it is. */
function bodyOfItem(item: CoverageCell['item'], shared: ShownSource, { say }: Site): MarkupContent {
  const words =
    item.kind === 'passage'
      ? shared.words?.passage(item.passage.number)
      : shared.words?.note(item.note.number);
  if (words !== undefined) return h('div', { class: 'words' }, words);
  const text = sharedText(item, shared);
  const { wordCount } = item.kind === 'passage' ? item.passage : item.note;
  if (text === undefined) return h('p', { class: 'length' }, say('site.wordCount', { count: wordCount }));
  return h('p', { class: shared.share === 'words' ? 'words' : 'gist' }, text);
}
