import { languageOf } from '../../core/blocks.ts';
import type { Citation } from '../../core/citations.ts';
import { sensesFor, type Term, type TermSense } from '../../core/glossary.ts';
import { sharedHeading } from '../../core/present/passages.ts';
import { resolveCitation } from '../../core/resolve.ts';
import { nameOfSection } from '../manuscript.ts';
import { h, type Markup, type MarkupContent } from './markup.ts';
import { pageHeading, type SitePage } from './pageFrame.ts';
import { proseMarkup } from './prose.ts';
import { idOfItem, labelOfItem, type PlacedItem, sharedText } from './sharedPassage.ts';
import { pageAddresses, type Site, type SiteTerm } from './siteModel.ts';

/** From so many terms on letters lead to them. */
const lettersFrom = 20;

/** The page of the glossary. */
export function glossaryPage(site: Site): SitePage {
  const title = site.say('site.glossary');
  const terms = [...site.terms.values()];
  return {
    title,
    address: pageAddresses.glossary,
    content: [
      pageHeading({ title }),
      terms.length >= lettersFrom ? letterLinks(terms, site) : undefined,
      terms.length === 0 ? h('p', {}, site.say('site.noTerms')) : undefined,
      terms.map((each) => [termEntry(each, site), '\n']),
    ],
  };
}

function letterLinks(terms: readonly SiteTerm[], { say }: Site): Markup {
  const first = new Map<string, string>();
  for (const { term, id } of terms) {
    const letter = ([...term.name.normalize('NFD')][0] ?? '').toUpperCase();
    if (!first.has(letter)) first.set(letter, id);
  }
  return h(
    'nav',
    { class: 'letters', 'aria-label': say('site.letters') },
    h(
      'ul',
      {},
      [...first].map(([letter, id]) => h('li', {}, h('a', { href: `#${id}` }, letter))),
    ),
  );
}

function termEntry({ term, id, papers }: SiteTerm, site: Site): Markup {
  const { say } = site;
  const senses = sensesFor(term, undefined);
  const names = term.aliases.map(({ name }) => name).join(', ');
  return h(
    'section',
    { class: 'term-entry', id },
    h('h2', { lang: languageOfTerm(term, site) }, term.name),
    names === '' ? undefined : h('p', { class: 'aliases' }, say('site.also', { names })),
    senses.map((sense) => senseOf(sense, senses.length > 1, languageOfTerm(term, site), site)),
    seeAlso(term, site),
    usedIn(papers, site),
  );
}

function languageOfTerm(term: Term, { study }: Site): string | undefined {
  const file = study.byUri.get(term.places[0]?.uri ?? '');
  return file?.role === 'glossary' ? languageOf(file.document) : undefined;
}

function senseOf(
  sense: TermSense,
  isOneOfSeveral: boolean,
  lang: string | undefined,
  site: Site,
): MarkupContent {
  const title = sense.key === undefined ? undefined : (site.study.sources.get(sense.key)?.title ?? sense.key);
  const places = sense.definedAt.flatMap((citation) => definingPlaces(citation, site));
  return [
    isOneOfSeveral && title !== undefined
      ? h('p', { class: 'sense' }, site.say('site.inSource', { title }))
      : undefined,
    h('div', { class: 'definition', lang }, proseMarkup(sense.definition.markdown, lang, site)),
    places.length === 0
      ? undefined
      : [
          h('p', { class: 'places-kind' }, site.say('site.definedAt')),
          h(
            'ul',
            { class: 'places' },
            places.map((place) => h('li', {}, place)),
          ),
        ],
  ];
}

/** The passages that a citation names, each with a link and with what of it may be shown. */
function definingPlaces(citation: Citation, site: Site): MarkupContent[] {
  const { source, target } = resolveCitation(citation, site.study);
  const shared = source && site.sources.get(source.key);
  if (!source || !target) return [];
  const link = (id: string, label: string): Markup | string =>
    shared ? h('a', { href: `${shared.address}#${id}` }, label) : label;
  if (target.section)
    return shared
      ? [link(nameOfSection(target.section), sharedHeading(source, shared.share, target.section))]
      : [];
  const note = source.notes.find(({ number }) => number === target.note);
  const items: PlacedItem[] = [
    ...target.passages.flatMap((number): PlacedItem[] => {
      const passage = source.passages[number - 1];
      return passage ? [{ kind: 'passage', passage }] : [];
    }),
    ...(note ? [{ kind: 'note' as const, note }] : []),
  ];
  return items.map((item) => {
    const text = shared && sharedText(item, shared);
    return [link(idOfItem(item), labelOfItem(item)), text === undefined ? undefined : `: ${text}`];
  });
}

function seeAlso(term: Term, { study, terms, say }: Site): MarkupContent {
  if (term.seeAlso.length === 0) return undefined;
  const links = term.seeAlso.map(({ name }, index) => {
    const found = study.terms.glossary.find(name);
    const id = found && terms.get(found)?.id;
    return [index > 0 ? ', ' : '', id === undefined ? name : h('a', { href: `#${id}` }, name)];
  });
  return h('p', { class: 'see-also' }, `${say('site.seeAlso')} `, links);
}

/** The papers that use a term. */
function usedIn(papers: SiteTerm['papers'], site: Site): MarkupContent {
  if (papers.length === 0) return undefined;
  return h(
    'p',
    { class: 'used-in' },
    `${site.say('site.usedIn')} `,
    papers.map((each, index) => [
      index > 0 ? ', ' : '',
      h('a', { href: each.address, lang: languageOf(each.paper.document) }, each.title),
    ]),
  );
}

/** The terms for the scripts: the name and the definition of each, by its id. */
export function termTable(site: Site): Readonly<Record<string, readonly [name: string, definition: string]>> {
  return Object.fromEntries(
    [...site.terms.values()].map(({ term, id }) => {
      const [sense] = sensesFor(term, undefined);
      const plain = sense?.definition.plain.map(({ text }) => text.replace(/\s+/gu, ' ').trim()).join('\n');
      return [id, [term.name, plain ?? '']];
    }),
  );
}
