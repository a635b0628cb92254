import { inWords } from '../../messages.ts';
import type { Term } from '../../glossary.ts';
import type { Paper, Source, Study } from '../../study.ts';
import { type PlacedUse, type Prose, usesOfTerm } from '../../resolve.ts';
import type { Section } from '../../source.ts';
import { passageNumbers, sectionName } from '../passages.ts';
import { appendTo, countEach, numbersFromTo } from '../../text.ts';

/** How often a term is used in a section of a source, in its notes, or in a paper. */
export interface FrequencyRow {
  readonly kind: 'section' | 'notes' | 'paper';
  readonly analysis: Prose;
  /** The key of the source. Empty for papers. */
  readonly key: string;
  /** The label of the section. Empty before the first section, for notes and for papers. */
  readonly section: string;
  /** For people: `(1) The Miller`, `notes`, or the file name of the paper. */
  readonly name: string;
  /** `¶ 2–3`. Empty for notes and papers. */
  readonly passages: string;
  readonly uses: number;
}

/** How often a term is used, and where. */
export interface Frequency {
  readonly term: Term;
  readonly inSources: number;
  readonly inPapers: number;
  /** Each section of the sources that use the term, then each paper. Rows without uses are included. */
  readonly rows: readonly FrequencyRow[];
}

/**
 * Counts how often a term is used in each section of the sources and in each paper. A use counts for its innermost
 * section, also in a heading.
 * @param within the files to count in; by default all papers and sources
 */
export function frequencyOf(term: Term, study: Study, within?: ReadonlySet<Prose>): Frequency {
  const uses = usesOfTerm(term, study).filter(({ analysis }) => within?.has(analysis) ?? true);
  const byFile = new Map<Prose, PlacedUse[]>();
  for (const use of uses) appendTo(byFile, use.analysis, use);
  const sources = [...study.sources.values()].flatMap((source) => {
    const found = source.file && byFile.get(source.file);
    return found ? frequencyRows(source, found) : [];
  });
  const papers = study.papers
    .filter((paper) => within?.has(paper) ?? true)
    .map((paper) => paperRow(paper, byFile.get(paper)?.length ?? 0));
  const inPapers = papers.reduce((sum, { uses: count }) => sum + count, 0);
  return { term, inSources: uses.length - inPapers, inPapers, rows: [...sources, ...papers] };
}

/** How often each term of a study is used, sorted by name. */
export function frequencies(study: Study, within?: ReadonlySet<Prose>): readonly Frequency[] {
  return [...study.terms.glossary.terms]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map((term) => frequencyOf(term, study, within));
}

function frequencyRows(source: Source, uses: readonly PlacedUse[]): FrequencyRow[] {
  const { file, sections } = source;
  if (!file) return [];
  const counts = countEach(uses.map(({ use }) => sectionAt(source, use.range.start)));
  const row = (
    kind: FrequencyRow['kind'],
    section: string,
    name: string,
    passages: string,
    where: Section | 'notes' | 'opening',
  ): FrequencyRow => ({
    kind,
    analysis: file,
    key: source.key,
    section,
    name,
    passages,
    uses: counts.get(where) ?? 0,
  });
  const opening = counts.has('opening') || (sections[0]?.first ?? 1) > 1 || sections.length === 0;
  const before = (sections[0]?.first ?? source.passages.length + 1) - 1;
  return [
    ...(opening
      ? [row('section', '', inWords('terms.beforeSections'), paragraphSpan(source, 1, before), 'opening')]
      : []),
    ...sections.map((section) =>
      row('section', section.label, sectionName(section), ownPassages(source, section), section),
    ),
    ...(source.notes.length > 0 || counts.has('notes') ? [row('notes', '', 'notes', '', 'notes')] : []),
  ];
}

function sectionAt(source: Source, offset: number): Section | 'notes' | 'opening' {
  const inNote = source.notes.some(
    ({ words }) => words && words.range.start <= offset && offset < words.range.end,
  );
  if (inNote) return 'notes';
  return source.sections.findLast(({ range }) => range && range.start <= offset) ?? 'opening';
}

/** The passages of a section before its first subsection. */
function ownPassages(source: Source, { first, last, children }: Section): string {
  return paragraphSpan(source, first, Math.min(last, (children[0]?.first ?? last + 1) - 1));
}

function paragraphSpan(source: Source, first: number, last: number): string {
  return last < first ? '' : passageNumbers(numbersFromTo(first, last), source);
}

function paperRow(paper: Paper, uses: number): FrequencyRow {
  const name = paper.file.path.slice(paper.file.path.lastIndexOf('/') + 1).replace(/\.analysis\.md$/, '');
  return { kind: 'paper', analysis: paper, key: '', section: '', name, passages: '', uses };
}

/** Where a term is used most: `sec. 1(iii): 4, first-reading: 2`. At most `most` places. */
export function frequencyLine({ rows }: Frequency, most = 6): string {
  const used = rows.filter(({ uses }) => uses > 0).sort((a, b) => b.uses - a.uses);
  const shown = used.slice(0, most).map((row) => `${frequencyPlace(row)}: ${String(row.uses)}`);
  return `${shown.join(', ')}${used.length > most ? ' …' : ''}`;
}

/** The name of a place: `sec. 1(iii)`, `opening`, `notes` or the name of a paper. */
function frequencyPlace({ kind, section, name }: FrequencyRow): string {
  if (kind !== 'section') return name;
  return section === '' ? 'opening' : `sec. ${section}`;
}
