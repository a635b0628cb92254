import { findingsOf } from '../../check.ts';
import { analyse, finish, type Source, type Steps, type Study } from '../../study.ts';
import { guideGenre } from '../coverage.ts';
import { citationOfPlace, placeBlock, questionBlock, type GuideBlock } from './blocks.ts';
import { gatherQuestions, type Question, type QuestionPlace } from './gather.ts';
import { escapeMarkdown, plural, slugOf } from '../wording.ts';

/** A document to bring to a meeting. */
export interface DiscussionGuide {
  /** A paper of its own, without findings; empty where nobody asks anything. */
  readonly text: string;
  readonly questions: number;
}

/** What a guide is made with. The core has no clock: `date` is `2026-11-23`. */
export interface GuideOptions {
  readonly date: string;
  /** Key of the one source whose questions are wanted. */
  readonly key?: string | undefined;
}

/** Where a guide belongs below the study folder: with the papers, by its day and, where it is about one source, its key. */
export function guidePath({ date, key }: GuideOptions): string {
  const name = ['discussion guide', date, ...(key === undefined ? [] : [key])].join(' ');
  return `papers/${slugOf(name, 'discussion-guide')}.analysis.md`;
}

/** A passage is shown with the first question on it; of a question on many, the first few. */
const mostPassages = 4;

/**
 * Gathers the open questions of papers and notes in the order of the text, each after the passages that it is about.
 * Questions on several texts stand with the first that they name; those on none at the end.
 */
export function discussionGuide(study: Study, options: GuideOptions): DiscussionGuide {
  return finish(guideSteps(study, options));
}

/** The same, paper by paper. */
export function* guideSteps(study: Study, { date, key }: GuideOptions): Steps<DiscussionGuide> {
  const all = yield* gatherQuestions(study);
  const wanted =
    key === undefined ? all : all.filter(({ places }) => places.some(({ source }) => source.key === key));
  if (wanted.length === 0) return { text: '', questions: 0 };
  const lang = languageOfGuide(wanted);
  const blocks = [opening(wanted, date, lang ?? 'en'), ...bodyOf(wanted, study, key, lang)];
  return { text: withoutFindings(blocks, study), questions: wanted.length };
}

/** The one language of all papers that ask: their questions hold locators, which are read in the language of the guide. */
function languageOfGuide(questions: readonly Question[]): string | undefined {
  const languages = [...new Set(questions.filter(({ kind }) => kind === 'paper').map(({ lang }) => lang))];
  return languages.length === 1 ? languages[0] : undefined;
}

function opening(questions: readonly Question[], date: string, lang: string): GuideBlock {
  const papers = new Set(questions.flatMap(({ paper }) => (paper === '' ? [] : [paper]))).size;
  const notes = questions.filter(({ kind }) => kind === 'note').length;
  const from = [
    ...(papers > 0 ? [`from ${plural(papers, 'paper')}`] : []),
    ...(notes > 0 ? [`${String(notes)} of them asked in notes`] : []),
  ];
  const front = `---\ntitle: Discussion guide\ndate: ${date}\ngenre: ${guideGenre}\nlang: ${lang}\n---`;
  const counted = [plural(questions.length, 'open question'), ...from].join(', ').replace(', from', ' from');
  return { forms: [`${front}\n\n${counted}, in the order of the text.`] };
}

function bodyOf(
  questions: readonly Question[],
  study: Study,
  key: string | undefined,
  lang: string | undefined,
): GuideBlock[] {
  const shown = new Set<string>();
  const blocks: GuideBlock[] = [];
  let number = 0;
  const add = (heading: string, own: readonly Question[]): void => {
    if (own.length === 0) return;
    blocks.push({ forms: [`## ${heading}`] });
    for (const question of own) {
      const fresh = distinct(question.places).filter((place) => !shown.has(nameOfPlace(place)));
      for (const place of fresh.slice(0, mostPassages)) {
        shown.add(nameOfPlace(place));
        blocks.push(placeBlock(place, lang));
      }
      blocks.push(questionBlock(question, ++number));
    }
  };
  const sources = [...study.sources.values()].filter((source) => key === undefined || source.key === key);
  for (const source of sources)
    add(
      escapeMarkdown(source.title),
      inTextOrder(
        questions.filter((question) => homeOf(question, key) === source),
        source,
      ),
    );
  const homeless = questions.filter((question) => homeOf(question, key) === undefined);
  add(
    'Words in dispute',
    homeless.filter(({ kind }) => kind === 'term'),
  );
  add(
    'On no passage',
    homeless.filter(({ kind }) => kind !== 'term'),
  );
  return blocks;
}

/** The source that a question stands with: the first that it names, or the one that is asked for. */
function homeOf({ places }: Question, key: string | undefined): Source | undefined {
  return places.find(({ source }) => key === undefined || source.key === key)?.source;
}

/** A name by which it is known that a place was shown. */
function nameOfPlace(place: QuestionPlace): string {
  return citationOfPlace(place, undefined);
}

function distinct(places: readonly QuestionPlace[]): QuestionPlace[] {
  return [...new Map(places.map((place) => [nameOfPlace(place), place])).values()];
}

/** By the first place that a question names in a source; on the same place as they were asked. */
function inTextOrder(questions: readonly Question[], source: Source): Question[] {
  const position = ({ places }: Question): number => {
    const first = places.find((place) => place.source === source);
    if (!first) return 0;
    if (first.passage !== undefined) return first.passage;
    const note = source.notes.find(({ number }) => number === first.note);
    // A note is read where its mark stands, after the paragraph.
    return note?.anchor === undefined ? source.passages.length + 1 : note.anchor + 0.5;
  };
  return [...questions].sort((a, b) => position(a) - position(b));
}

/** One form for each block, a remark can make several; guides that need more than this are written in their last forms. */
const mostRounds = 8;

/** Where a check has a remark on a block, its next form takes its place, until none has. */
function withoutFindings(blocks: readonly GuideBlock[], study: Study): string {
  const lastForm = ({ forms }: GuideBlock): number => forms.length - 1;
  const chosen = blocks.map(() => 0);
  for (let round = 0; round < mostRounds; round++) {
    const { text, starts } = written(blocks, chosen);
    const remarked = new Set(findingOffsets(text, study).map((offset) => blockAt(starts, offset)));
    if (remarked.size === 0) return text;
    blocks.forEach((block, index) => {
      if (remarked.has(index)) chosen[index] = Math.min((chosen[index] ?? 0) + 1, lastForm(block));
    });
  }
  return written(blocks, blocks.map(lastForm)).text;
}

/** The blocks in the forms that were chosen, and where each begins. */
function written(
  blocks: readonly GuideBlock[],
  chosen: readonly number[],
): { readonly text: string; readonly starts: readonly number[] } {
  const starts: number[] = [];
  let text = '';
  blocks.forEach(({ forms }, index) => {
    starts.push(text.length);
    text += `${text === '' ? '' : '\n\n'}${forms[chosen[index] ?? 0] ?? ''}`;
  });
  return { text: `${text}\n`, starts };
}

function findingOffsets(text: string, study: Study): number[] {
  const file = { uri: 'pilcrow:guide', path: 'discussion-guide.analysis.md', role: 'paper' as const };
  const paper = analyse({ ...file, content: { text } });
  return findingsOf(paper, study).map(({ range }) => range.start);
}

function blockAt(starts: readonly number[], offset: number): number {
  let index = 0;
  while (index + 1 < starts.length && (starts[index + 1] ?? 0) <= offset) index++;
  return index;
}
