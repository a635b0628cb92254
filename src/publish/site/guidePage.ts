import { sharedHeading } from '../../core/present/passages.ts';
import { questionsByHome, type QuestionPlace } from '../../core/present/guide.ts';
import { nameOfSection } from '../manuscript.ts';
import { h, type Markup, type MarkupContent } from './markup.ts';
import { pageHeading, type SitePage } from './pageFrame.ts';
import { proseMarkup } from './prose.ts';
import { idOfItem, labelOfItem, type PlacedItem, sharedText } from './sharedPassage.ts';
import { pageAddresses, type Site } from './siteModel.ts';
import type { AllVoices, VoicedQuestion } from './voices.ts';
import { languageOf } from '../../core/blocks.ts';

/** The open questions in the order of the text, each after the passages that it is about. */
export function guidePage(site: Site, { questions }: AllVoices): SitePage {
  const { say } = site;
  const title = say('site.guide');
  const papers = new Set(questions.flatMap(({ question }) => question.askedIn ?? [])).size;
  const opening =
    questions.length === 0
      ? say('site.noQuestions')
      : say('site.guideOpening', { questions: questions.length, papers });
  const groups = questionGroups(questions, site);
  return {
    title,
    address: pageAddresses.guide,
    content: [
      pageHeading({ title }, h('p', { class: 'lead' }, opening)),
      groups.map(([heading, own]) =>
        h(
          'section',
          {},
          h('h2', {}, heading),
          own.map((each) => [questionOf(each, site), '\n']),
        ),
      ),
    ],
  };
}

/** Orders questions as the guide for a meeting does. */
export function orderedQuestions(
  all: readonly VoicedQuestion['question'][],
  site: Site,
): VoicedQuestion['question'][] {
  const { bySource, homeless } = questionsByHome(all, site.study);
  return [
    ...[...bySource.values()].flat(),
    ...homeless.filter(({ kind }) => kind === 'term'),
    ...homeless.filter(({ kind }) => kind !== 'term'),
  ];
}

type QuestionGroup = readonly [heading: string, questions: readonly VoicedQuestion[]];

function questionGroups(questions: readonly VoicedQuestion[], { say }: Site): readonly QuestionGroup[] {
  const titleOf = ({ question: { places, kind } }: VoicedQuestion): string =>
    places[0]?.source.title ?? say(kind === 'term' ? 'site.disputed' : 'site.homeless');
  const groups = new Map<string, VoicedQuestion[]>();
  for (const each of questions) {
    const own = groups.get(titleOf(each)) ?? [];
    groups.set(titleOf(each), own);
    own.push(each);
  }
  return [...groups];
}

function questionOf({ question, number }: VoicedQuestion, site: Site): Markup {
  const { say, papers } = site;
  const paper = question.askedIn && papers.get(question.askedIn);
  return h(
    'article',
    { class: 'question', id: `q${String(number)}` },
    placesBefore(question.places, site),
    h(
      'div',
      { class: 'asked', lang: question.kind === 'term' ? 'en' : question.lang },
      h('span', { class: 'question-number' }, `${String(number)}.`),
      proseMarkup(question.text, question.kind === 'term' ? 'en' : question.lang, site),
    ),
    h(
      'p',
      { class: 'asked-in' },
      paper
        ? [
            `${say('site.askedBy')} `,
            h('a', { href: paper.address, lang: languageOf(paper.paper.document) }, paper.title),
            paper.authors.length > 0 ? ` (${paper.authors.join(', ')})` : undefined,
          ]
        : [
            say('site.askedInNote'),
            site.settings.authors && question.author !== '' ? ` (${question.author})` : undefined,
          ],
    ),
  );
}

/** A question is about at most so many passages that are shown before it. */
const maxShownPlaces = 4;

function placesBefore(places: readonly QuestionPlace[], site: Site): MarkupContent {
  const shown = new Map(places.flatMap((place) => shownPlace(place, site)));
  if (shown.size === 0) return undefined;
  return h(
    'ul',
    { class: 'places' },
    [...shown.values()].slice(0, maxShownPlaces).map((place) => h('li', {}, place)),
  );
}

/** The address of a place, and its label with what of it may be shown. */
function shownPlace(
  { source, passage, note, section }: QuestionPlace,
  site: Site,
): (readonly [string, MarkupContent])[] {
  const shared = site.sources.get(source.key);
  if (!shared) return [];
  if (section) {
    const address = `${shared.address}#${nameOfSection(section)}`;
    return [[address, h('a', { href: address }, sharedHeading(shared.source, shared.share, section))]];
  }
  const item = placedItem(
    source.passages[(passage ?? 0) - 1],
    source.notes.find(({ number }) => number === note),
  );
  if (!item) return [];
  const text = sharedText(item, shared);
  const address = `${shared.address}#${idOfItem(item)}`;
  return [
    [address, [h('a', { href: address }, labelOfItem(item)), text === undefined ? undefined : `: ${text}`]],
  ];
}

type PassageOf<Kind> = Extract<PlacedItem, { readonly kind: Kind }>;

function placedItem(
  passage: PassageOf<'passage'>['passage'] | undefined,
  note: PassageOf<'note'>['note'] | undefined,
): PlacedItem | undefined {
  if (note) return { kind: 'note', note };
  return passage && { kind: 'passage', passage };
}
