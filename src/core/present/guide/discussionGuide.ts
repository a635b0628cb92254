import { inWords, spokenTag } from '../../messages.ts';
import type { Task } from '../../memo.ts';
import { findingsOf } from '../../check.ts';
import { analyse, type Source, type Study } from '../../study.ts';
import { guideGenre } from '../coverage.ts';
import { citationOfPlace, placeBlock, questionBlock, type GuideBlock } from './guideBlocks.ts';
import { gatherQuestions, type OpenQuestion, type QuestionPlace } from './gather.ts';
import { shareOf } from '../passages.ts';
import { escapeMarkdown, slugOf } from '../wording.ts';

/** A document for a meeting. */
export interface DiscussionGuide {
  /** A paper without findings. Empty if there are no questions. */
  readonly text: string;
  readonly questions: number;
}

/** Options of a guide. The core has no clock, so `date` (`2026-11-23`) is given. */
export interface GuideOptions {
  readonly date: string;
  /** The key of the only source whose questions are wanted. */
  readonly key?: string | undefined;
  /** Whether it goes out, so that of passages only what their sources share is shown. */
  readonly goesOut?: boolean;
}

/** The path of a guide below the study folder: among the papers, named by its day and by `key` if given. */
export function guidePath({ date, key }: GuideOptions): string {
  const name = ['discussion guide', date, ...(key === undefined ? [] : [key])].join(' ');
  return `papers/${slugOf(name, 'discussion-guide')}.analysis.md`;
}

/** The most passages shown before one question. A passage is shown only before the first question about it. */
const maxQuestionPassages = 4;

/** The open questions that a guide is made of. */
export interface GuideQuestions {
  readonly questions: readonly OpenQuestion[];
  /** Of all papers with questions; undefined where they differ, because a guide has only one language. */
  readonly lang: string | undefined;
}

/** Gathers the open questions of papers and notes, in steps of one paper. */
export function* guideQuestions(study: Study, { key }: GuideOptions): Task<GuideQuestions> {
  const all = yield* gatherQuestions(study);
  const questions =
    key === undefined ? all : all.filter(({ places }) => places.some(({ source }) => source.key === key));
  return { questions, lang: languageOfGuide(questions) };
}

/**
 * Puts questions in the order of the text, each after the passages it is about, in the language that everything is said in.
 * Questions about several texts come with the first they name; those about none at the end.
 */
export function guideOf(
  { questions, lang }: GuideQuestions,
  study: Study,
  options: GuideOptions,
): DiscussionGuide {
  if (questions.length === 0) return { text: '', questions: 0 };
  const written = lang ?? spokenTag();
  const opening = guideOpening(questions, options.date, written);
  const text = withoutFindings([opening, ...bodyOf(questions, study, options, written)], study);
  return { text, questions: questions.length };
}

function languageOfGuide(questions: readonly OpenQuestion[]): string | undefined {
  const languages = [...new Set(questions.filter(({ kind }) => kind === 'paper').map(({ lang }) => lang))];
  return languages.length === 1 ? languages[0] : undefined;
}

function guideOpening(questions: readonly OpenQuestion[], date: string, lang: string): GuideBlock {
  const papers = new Set(questions.flatMap(({ paper }) => (paper === '' ? [] : [paper]))).size;
  const notes = questions.filter(({ kind }) => kind === 'note').length;
  const title = inWords('guide.title');
  const front = `---\ntitle: ${title}\ndate: ${date}\ngenre: ${guideGenre}\nlang: ${lang}\n---`;
  const counts = inWords('guide.opening', { questions: questions.length, papers, notes });
  return { forms: [`${front}\n\n${counts}`] };
}

function bodyOf(
  questions: readonly OpenQuestion[],
  study: Study,
  { key, goesOut }: GuideOptions,
  lang: string,
): GuideBlock[] {
  const shown = new Set<string>();
  const blocks: GuideBlock[] = [];
  let number = 0;
  const add = (heading: string, own: readonly OpenQuestion[]): void => {
    if (own.length === 0) return;
    blocks.push({ forms: [`## ${heading}`] });
    for (const question of own) {
      const fresh = distinctQuestionPlaces(question.places).filter((place) => !shown.has(nameOfPlace(place)));
      for (const place of fresh.slice(0, maxQuestionPassages)) {
        shown.add(nameOfPlace(place));
        const block = placeBlock(place, lang, goesOut ? shareOf(place.source, study) : 'words');
        // A citation alone says nothing before a question that cites the same.
        if (!goesOut || block.forms.length > 1) blocks.push(block);
      }
      blocks.push(questionBlock(question, ++number, lang));
    }
  };
  const { bySource, homeless } = questionsByHome(questions, study, key);
  for (const [source, own] of bySource) add(escapeMarkdown(source.title), own);
  add(
    inWords('guide.disputed'),
    homeless.filter(({ kind }) => kind === 'term'),
  );
  add(
    inWords('guide.homeless'),
    homeless.filter(({ kind }) => kind !== 'term'),
  );
  return blocks;
}

/** Questions by the source under which they are listed, in the order of its text; and those about none. */
export function questionsByHome(
  questions: readonly OpenQuestion[],
  study: Study,
  key?: string,
): {
  readonly bySource: ReadonlyMap<Source, readonly OpenQuestion[]>;
  readonly homeless: readonly OpenQuestion[];
} {
  const bySource = new Map<Source, readonly OpenQuestion[]>();
  for (const source of study.sources.values()) {
    const own = questions.filter((question) => homeSource(question, key) === source);
    if (own.length > 0) bySource.set(source, inTextOrder(own, source));
  }
  return { bySource, homeless: questions.filter((question) => homeSource(question, key) === undefined) };
}

/** The source under which a question is listed: the first that it names, or the one with `key`. */
function homeSource({ places }: OpenQuestion, key: string | undefined): Source | undefined {
  return places.find(({ source }) => key === undefined || source.key === key)?.source;
}

/** A name for a place, by which it is known whether it has been shown. */
function nameOfPlace(place: QuestionPlace): string {
  return citationOfPlace(place, undefined);
}

function distinctQuestionPlaces(places: readonly QuestionPlace[]): QuestionPlace[] {
  return [...new Map(places.map((place) => [nameOfPlace(place), place])).values()];
}

/** Sorts questions by the first place they name in a source. Questions about the same place keep their order. */
function inTextOrder(questions: readonly OpenQuestion[], source: Source): OpenQuestion[] {
  const position = ({ places }: OpenQuestion): number => {
    const first = places.find((place) => place.source === source);
    if (!first) return 0;
    if (first.passage !== undefined) return first.passage;
    const note = source.notes.find(({ number }) => number === first.note);
    // A note is read at its mark, after the paragraph.
    return note?.anchor === undefined ? source.passages.length + 1 : note.anchor + 0.5;
  };
  return [...questions].sort((a, b) => position(a) - position(b));
}

/** The most rounds of replacing forms. A guide that needs more is written in the last forms. */
const maxFormRounds = 8;

/** Writes the blocks, and replaces each form with a finding by the next until no check finds anything. */
function withoutFindings(blocks: readonly GuideBlock[], study: Study): string {
  const lastForm = ({ forms }: GuideBlock): number => forms.length - 1;
  const chosen = blocks.map(() => 0);
  for (let round = 0; round < maxFormRounds; round++) {
    const { text, starts } = writtenBlocks(blocks, chosen);
    const remarked = new Set(findingOffsets(text, study).map((offset) => blockAt(starts, offset)));
    if (remarked.size === 0) return text;
    blocks.forEach((block, index) => {
      if (remarked.has(index)) chosen[index] = Math.min((chosen[index] ?? 0) + 1, lastForm(block));
    });
  }
  return writtenBlocks(blocks, blocks.map(lastForm)).text;
}

/** The text of the chosen forms, and the offset at which each block begins. */
function writtenBlocks(
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
