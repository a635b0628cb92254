import type { Paper, Source, Study } from '../../study.ts';
import type { Note, Passage, Section } from '../../source.ts';
import { notesOn, type PlacedNote } from './annotations.ts';
import { countsNote, paperCounts, type CoverageFilter } from './filter.ts';
import { talliedOn, textsCountedOn } from './otherTexts.ts';
import { paperFacts } from './paperFacts.ts';
import {
  isDiscussed,
  noteKey,
  zeroCounts,
  passageKey,
  sectionKey,
  sum,
  talliesOf,
  type Counts,
  type Tally,
} from './tallies.ts';

export type { CoverageFilter } from './filter.ts';
export type { Counts } from './tallies.ts';

/** A paragraph or note of a source, and how often it has been discussed. */
export interface CoverageCell extends Counted {
  readonly item:
    { readonly kind: 'passage'; readonly passage: Passage } | { readonly kind: 'note'; readonly note: Note };
}

interface Counted {
  readonly counts: Counts;
  /** The papers that cite or quote it, ordered by path. */
  readonly papers: readonly Paper[];
}

/** The paragraphs of a section that are in none of its subsections, or the notes of the source. */
export interface CoverageGroup extends Counted {
  /** Undefined for paragraphs before the first heading, and for the notes. */
  readonly section: Section | undefined;
  readonly cells: readonly CoverageCell[];
}

/** How many passages have been discussed, in each way. */
export interface CoverageTotals {
  readonly passages: number;
  readonly cited: number;
  readonly quoted: number;
  readonly noted: number;
  readonly discussed: number;
}

/** What has been discussed of a source, in the order and sections of its text. */
export interface Coverage {
  readonly source: Source;
  readonly groups: readonly CoverageGroup[];
  readonly totals: CoverageTotals;
}

/**
 * Counts who cites, quotes and annotates a source. The tallies of each paper are cached, so only changes cost time.
 */
export function coverageOf(source: Source, study: Study, filter: CoverageFilter = {}): Coverage {
  const count = counterOf(source, study, filter);
  const groups = textGroups(source, count);
  const passages = groups.flatMap((group) => group.cells);
  const notes = source.notes.map((note) => ({
    item: { kind: 'note' as const, note },
    ...count(noteKey(note.number)),
  }));
  const all = notes.length > 0 ? [...groups, { section: undefined, cells: notes, ...uncountedCell }] : groups;
  return { source, groups: all, totals: totalsOf(passages) };
}

const uncountedCell: Counted = { counts: zeroCounts, papers: [] };
type Count = (key: string) => Counted;

function counterOf(source: Source, study: Study, filter: CoverageFilter): Count {
  const drafts = new Map<string, { counts: Counts; papers: Set<Paper> }>();
  const others = textsCountedOn(source, study);
  const onBase = (key: string, tally: Tally | undefined): Tally | undefined =>
    tally && talliedOn(source, key, tally, study);
  const add = (tally: Tally | undefined, paper?: Paper): void => {
    for (const [key, counts] of tally ?? []) {
      const draft = drafts.get(key) ?? { counts: zeroCounts, papers: new Set() };
      drafts.set(key, draft);
      draft.counts = sum(draft.counts, counts);
      if (paper) draft.papers.add(paper);
    }
  };
  for (const paper of study.papers) {
    if (!paperCounts(paper, filter)) continue;
    add(talliesOf(paper, study).get(source.key), paper);
    for (const key of others) add(onBase(key, talliesOf(paper, study).get(key)), paper);
  }
  for (const note of notesOn(source, study)) if (countsNote(note, filter)) add(noteTally(note));
  for (const key of others)
    for (const note of notesOn(study.sources.get(key), study))
      if (countsNote(note, filter)) add(onBase(key, noteTally(note)));
  return (key) => {
    const draft = drafts.get(key);
    return draft ? { counts: draft.counts, papers: [...draft.papers] } : uncountedCell;
  };
}

function noteTally({ passages, sourceNotes, sections }: PlacedNote): Tally {
  const keys = [...passages.map(passageKey), ...sourceNotes.map(noteKey), ...sections];
  return new Map(keys.map((key) => [key, { ...zeroCounts, notes: 1 }]));
}

/** Puts every passage into one group, in order. Every section gets a group, because its heading has counts too. */
function textGroups(source: Source, count: Count): CoverageGroup[] {
  const { sections, passages } = source;
  const cells = (first: number, last: number): CoverageCell[] =>
    passages
      .slice(first - 1, Math.max(first - 1, last))
      .map((passage) => ({ item: { kind: 'passage', passage }, ...count(passageKey(passage.number)) }));
  const before = cells(1, (sections[0]?.first ?? passages.length + 1) - 1);
  const groups = sections.map((section, index): CoverageGroup => {
    const next = sections[index + 1]?.first ?? passages.length + 1;
    return { section, cells: cells(section.first, next - 1), ...count(sectionKey(section)) };
  });
  return before.length > 0 ? [{ section: undefined, cells: before, ...uncountedCell }, ...groups] : groups;
}

function totalsOf(cells: readonly CoverageCell[]): CoverageTotals {
  const having = (wanted: (counts: Counts) => boolean): number =>
    cells.filter(({ counts }) => wanted(counts)).length;
  return {
    passages: cells.length,
    cited: having(({ citations, bySection }) => citations > bySection),
    quoted: having(({ quotations }) => quotations > 0),
    noted: having(({ notes }) => notes > 0),
    discussed: having(isDiscussed),
  };
}

/** The values that a filter can have, whatever it is now. */
export interface CoverageChoices {
  /** The papers that are counted, ordered by path. */
  readonly papers: readonly Paper[];
  /** Names as first written, sorted. */
  readonly authors: readonly string[];
}

/** The papers and authors that coverage can be filtered by. */
export function coverageChoices(study: Study): CoverageChoices {
  const papers = study.papers.filter((paper) => paperCounts(paper, {}));
  const names = new Map<string, string>();
  const take = (name: string): void => {
    const key = name.toLowerCase();
    if (!names.has(key)) names.set(key, name);
  };
  for (const paper of papers) paperFacts(paper).authors.forEach(take);
  for (const source of study.sources.values())
    for (const note of notesOn(source, study)) note.authors.forEach(take);
  const authors = [...names].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, name]) => name);
  return { papers, authors };
}
