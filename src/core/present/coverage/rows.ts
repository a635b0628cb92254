import type { Study } from '../../study.ts';
import { enclosingSections } from '../../source.ts';
import type { Coverage, CoverageCell, CoverageGroup } from './coverageOf.ts';
import type { FileName } from '../listings.ts';
import { isDiscussed, type Counts } from './tallies.ts';
import { cellText } from './coverageWords.ts';

/**
 * A row of `pilcrow coverage --format json`, which is a public contract: names and order of the fields must not
 * change. Rows follow the text: a section comes before its paragraphs, and the notes come last.
 */
export interface CoverageRow extends Counts {
  /** The key of the source. */
  readonly source: string;
  readonly kind: 'section' | 'paragraph' | 'note';
  /** The number of the paragraph or note. Null for a section. */
  readonly number: number | null;
  /**
   * The label of the section or innermost section around. Null before the first heading and for a note without a
   * mark.
   */
  readonly section: string | null;
  /** The heading, gist or first words. */
  readonly text: string;
  readonly words: number | null;
  readonly discussed: boolean;
  /** The papers that cite or quote it, in order. */
  readonly papers: readonly string[];
}

/** A row for every section, paragraph and note of a source. */
export function coverageRows(coverage: Coverage, name: FileName): CoverageRow[] {
  return coverage.groups.flatMap((group) => [
    ...(group.section ? [sectionRow(coverage, group, name)] : []),
    ...group.cells.map((cell) => cellRow(coverage, group, cell, name)),
  ]);
}

/** Puts the fields in the order of the contract. */
function coverageRow(
  known: Pick<CoverageRow, 'source' | 'kind' | 'number' | 'section' | 'text' | 'words'>,
  { counts, papers }: Pick<CoverageCell, 'counts' | 'papers'>,
  name: FileName,
): CoverageRow {
  const { source, kind, number, section, text, words } = known;
  const { citations, bySection, quotations, notes } = counts;
  return {
    source,
    kind,
    number,
    section,
    text,
    words,
    citations,
    bySection,
    quotations,
    notes,
    discussed: isDiscussed(counts),
    papers: papers.map(name),
  };
}

function sectionRow({ source }: Coverage, group: CoverageGroup, name: FileName): CoverageRow {
  const section = group.section?.label ?? null;
  const text = group.section?.title ?? '';
  return coverageRow(
    { source: source.key, kind: 'section', number: null, section, text, words: null },
    group,
    name,
  );
}

function cellRow(
  { source }: Coverage,
  group: CoverageGroup,
  cell: CoverageCell,
  name: FileName,
): CoverageRow {
  const { item } = cell;
  const anchor = item.kind === 'note' ? item.note.anchor : undefined;
  const around = anchor === undefined ? group.section : enclosingSections(source.sections, anchor).at(-1);
  return coverageRow(
    {
      source: source.key,
      kind: item.kind === 'passage' ? 'paragraph' : 'note',
      number: item.kind === 'passage' ? item.passage.number : item.note.number,
      section: around?.label ?? null,
      text: cellText(cell),
      words: item.kind === 'passage' ? item.passage.wordCount : item.note.wordCount,
    },
    cell,
    name,
  );
}

/** The sources to cover if none is named: those with text in the study folder, and those that papers cite. */
export function coveredSources(study: Study, cited: (key: string) => boolean): Coverage['source'][] {
  return [...study.sources.values()].filter((source) => source.file !== undefined || cited(source.key));
}
