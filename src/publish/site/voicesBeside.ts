import { english, languageFor } from '../../core/languages.ts';
import { languageOf } from '../../core/blocks.ts';
import type { FiledNote, NoteThread } from '../../core/resolve.ts';
import { h, type Markup, type MarkupContent } from './markup.ts';
import { proseMarkup } from './prose.ts';
import { pageAddresses, type Site } from './siteModel.ts';
import type { VoicePlace, VoicedQuestion, VoicedQuotation, Voices } from './voices.ts';

/** What papers and notes say of a passage, folded up beside it; nothing where nobody says anything. */
export function voicesBeside(voices: Voices | undefined, place: string, site: Site): Markup | undefined {
  if (!voices) return undefined;
  const { say } = site;
  const { papers, quotations, questions, notes } = voices;
  const counts = [
    ...(papers.length > 0 ? [say('site.voicePapers', { count: papers.length })] : []),
    ...(quotations.length > 0 ? [say('site.voiceQuotations', { count: quotations.length })] : []),
    ...(questions.length > 0 ? [say('site.voiceQuestions', { count: questions.length })] : []),
    ...(notes.length > 0 ? [say('site.voiceNotes', { count: notes.length })] : []),
  ];
  if (counts.length === 0) return undefined;
  return h(
    'details',
    { class: 'voices', lang: site.lang },
    h(
      'summary',
      {},
      counts.join(', '),
      h('span', { class: 'said-only' }, ` ${say('site.onPlace', { place })}`),
    ),
    voicesList(
      say('site.citedIn'),
      papers.map((each) => paperLink(each)),
    ),
    voicesList(
      say('site.quotedIn'),
      quotations.map((each) => quotationItem(each)),
    ),
    voicesList(
      say('site.askedIn'),
      questions.map((each) => questionItem(each, site)),
    ),
    voicesList(
      say('site.noted'),
      notes.map((thread) => threadItem(thread, site)),
    ),
  );
}

function voicesList(title: string, items: readonly MarkupContent[]): MarkupContent {
  if (items.length === 0) return undefined;
  return [
    h('p', { class: 'voices-kind' }, title),
    h(
      'ul',
      {},
      items.map((item) => h('li', {}, item)),
    ),
  ];
}

/** A link to a paper, where it cites the passage. */
function paperLink({ paper }: VoicePlace): Markup {
  return h('a', { href: paper.address, lang: languageOf(paper.paper.document) }, paper.title);
}

function quotationItem(quotation: VoicedQuotation): MarkupContent {
  const lang = languageOf(quotation.paper.paper.document);
  const [open, close] = (languageFor(lang) ?? english).quotationMarks.outer;
  const { marks, words } = quotation;
  const quoted = `${marks?.open ?? open}${words.replace(/\s+/gu, ' ').trim()}${marks?.close ?? close}`;
  return [h('span', { class: 'quoted', lang }, quoted), ' ', paperLink(quotation)];
}

function questionItem({ question, number }: VoicedQuestion, site: Site): MarkupContent {
  return [
    h('div', { class: 'asked', lang: question.lang }, proseMarkup(question.text, question.lang, site)),
    h('a', { href: `${pageAddresses.guide}#q${String(number)}` }, `${String(number)}.`),
  ];
}

function threadItem(thread: NoteThread, site: Site): MarkupContent {
  const { kind, annotation, answers } = thread;
  const settled = annotation.resolved ? ` (${site.say('site.resolved')})` : '';
  return [
    h('p', { class: 'note-kind' }, `${kind.symbol} ${kind.label}${settled}`),
    noteOf(thread, site),
    answers.length > 0
      ? h(
          'ul',
          { 'aria-label': site.say('site.answers') },
          answers.map((each) => h('li', {}, noteOf(each, site))),
        )
      : undefined,
  ];
}

/** The text of a note; its author only where authors are named. */
function noteOf({ annotation: { text, author } }: FiledNote, site: Site): MarkupContent {
  const name = site.settings.authors && author !== '' ? h('p', { class: 'author' }, author) : undefined;
  return [proseMarkup(text, undefined, site), name];
}
