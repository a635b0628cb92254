import { runToEnd } from '../../core/memo.ts';
import { citedItself, noteKey, passageKey, quotedPlaces, sectionKey } from '../../core/present/coverage.ts';
import { gatherQuestions, type OpenQuestion, type QuestionPlace } from '../../core/present/guide.ts';
import { quotationsIn, type QuotationResult } from '../../core/quotations.ts';
import { notesIndex, type NoteThread, resolveCitation } from '../../core/resolve.ts';
import type { Source } from '../../core/study.ts';
import { overlaps } from '../../core/text.ts';
import type { Site, SitePaper } from './siteModel.ts';

/** A place in a paper: the beginning of the bracket of a citation, an offset into the paper. */
export interface VoicePlace {
  readonly paper: SitePaper;
  readonly group: number | undefined;
}

/** Words of a source in a paper. */
export interface VoicedQuotation extends VoicePlace {
  readonly words: string;
  readonly marks: QuotationResult['quotation']['marks'];
}

/** A question that a paper or a note asks. */
export interface VoicedQuestion {
  readonly question: OpenQuestion;
  /** Its number on the page of questions, from 1. */
  readonly number: number;
}

/** What is said of a passage, a note or a section of a source. */
export interface Voices {
  /** The first citation of each paper. */
  readonly papers: readonly VoicePlace[];
  readonly quotations: readonly VoicedQuotation[];
  readonly questions: readonly VoicedQuestion[];
  readonly notes: readonly NoteThread[];
}

type DraftVoices = { readonly [Kind in keyof Voices]: Voices[Kind][number][] };

/** What is said of all places of all sources. */
export interface AllVoices {
  /** @param key of the place, as in a tally (`passageKey`, `noteKey`, `sectionKey`) */
  readonly at: (source: Source, key: string) => Voices | undefined;
  /** Every open question that may be shown, in order. */
  readonly questions: readonly VoicedQuestion[];
}

/** Gathers what papers and notes say, place by place. Notes are left out where they are not to be shown. */
export function gatherVoices(site: Site, ordered: readonly OpenQuestion[]): AllVoices {
  const bySource = new Map<string, Map<string, DraftVoices>>();
  const draft = (key: string, place: string): DraftVoices => {
    const places = bySource.get(key) ?? new Map<string, DraftVoices>();
    bySource.set(key, places);
    const voices = places.get(place) ?? { papers: [], quotations: [], questions: [], notes: [] };
    places.set(place, voices);
    return voices;
  };
  for (const paper of site.papers.values()) addPaper(paper, site, draft);
  const questions = ordered.map((question, index) => ({ question, number: index + 1 }));
  for (const each of questions) addQuestion(each, draft);
  if (site.settings.notes) for (const thread of notesIndex(site.study).threads) addThread(thread, draft);
  return { at: (source, key) => bySource.get(source.key)?.get(key), questions };
}

type DraftAt = (key: string, place: string) => DraftVoices;

function addPaper(paper: SitePaper, { study }: Site, draft: DraftAt): void {
  for (const citation of paper.paper.citations) {
    const resolution = resolveCitation(citation, study);
    const { source } = resolution;
    for (const place of source ? citedItself(resolution) : []) {
      const { papers } = draft(source?.key ?? '', place);
      if (papers.at(-1)?.paper !== paper) papers.push({ paper, group: citation.group.start });
    }
  }
  for (const result of quotationsIn(paper.paper, study)) {
    const { source, keys } = quotedPlaces(result);
    const { words, marks, citations } = result.quotation;
    const group = (result.citation ?? citations[0])?.group.start;
    for (const place of source ? keys : [])
      draft(source?.key ?? '', place).quotations.push({ paper, group, words: words.text, marks });
  }
}

function addQuestion(voiced: VoicedQuestion, draft: DraftAt): void {
  for (const place of voiced.question.places) {
    const { questions } = draft(place.source.key, keyOfPlace(place));
    if (questions.at(-1) !== voiced) questions.push(voiced);
  }
}

/** The key in a tally of a place that a question is about; empty for a whole source. */
function keyOfPlace({ passage, note, section }: QuestionPlace): string {
  if (section) return sectionKey(section);
  if (note !== undefined) return noteKey(note);
  return passage === undefined ? '' : passageKey(passage);
}

function addThread(thread: NoteThread, draft: DraftAt): void {
  const { source, range, state } = thread;
  if (!source || !range || state !== 'anchored') return;
  const headings = source.sections.filter((section) => section.range && overlaps(section.range, range));
  const places = [
    ...thread.passages.map(passageKey),
    ...thread.sourceNotes.map(noteKey),
    ...headings.map(sectionKey),
  ];
  for (const place of new Set(places)) draft(source.key, place).notes.push(thread);
}

/** The open questions that may be shown. */
export function shownQuestions({ study, settings }: Site): readonly OpenQuestion[] {
  return runToEnd(gatherQuestions(study)).filter(({ kind }) => settings.notes || kind !== 'note');
}
