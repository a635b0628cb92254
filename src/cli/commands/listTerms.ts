import { inWords, messageOf } from '../../core/messages.ts';
import { nearest } from '../../core/text.ts';
import type { Term } from '../../core/glossary.ts';
import type { Study } from '../../core/study.ts';
import {
  type ConcordanceLine,
  concordanceLine,
  frequencies,
  type Frequency,
  frequencyLine,
  frequencyOf,
  type FrequencyRow,
  sortedLines,
} from '../../core/present/terms.ts';
import { termRow, type TermRow } from '../../core/present/listings.ts';
import { isProse, type Prose, termsIn } from '../../core/resolve.ts';
import { CannotDo, type Io } from '../io.ts';
import { namer, placeColumns, type Listing, type TermOptions } from '../listingKind.ts';
import { chosenFiles, fileName, type OpenStudy } from '../openStudies.ts';

/** A use of a term: its row of the contract, and the words around it. */
interface TermLine {
  readonly row: TermRow;
  readonly line: ConcordanceLine;
}

/** Keyword in context. The JSON form is the contract and has no context. */
export const terms: Listing<TermLine> = {
  rows: (study, io, options) => {
    const wanted = wantedTerm(study.folder.study, options);
    const lines = chosenProse(study).flatMap((analysis) =>
      termsIn(analysis, study.folder.study.terms)
        .uses.filter((use) => wanted === undefined || use.term === wanted)
        .map((use) => concordanceLine({ analysis, use }, study.folder.study)),
    );
    return sortedBlocks(lines, options).map((line) => ({
      line,
      row: termRow(line.analysis, line.use, namer(io)),
    }));
  },
  json: ({ row }) => row,
  columns: [...placeColumns, 'term', 'left', 'text', 'right', 'passage'],
  fields: ({ row, line }) => ({
    ...row,
    left: line.left.trim(),
    right: line.right.trim(),
    passage: line.passage,
  }),
  cells: ({ row, line }, colors) => [
    `${row.file}:${String(row.line)}:${String(row.column)}`,
    line.passage,
    line.left.trimEnd(),
    [{ text: line.words, paint: colors.bold }, line.right],
  ],
  alignedRight: [1, 2],
};

/** Of several terms each has its own block where they are sorted by the words behind. */
function sortedBlocks(lines: readonly ConcordanceLine[], { sort }: TermOptions): readonly ConcordanceLine[] {
  if (sort !== 'next') return lines;
  const key = ({ use }: ConcordanceLine): string => use.term.key;
  return [...sortedLines(lines, 'next')].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function chosenProse(study: OpenStudy): Prose[] {
  return chosenFiles(study).filter(isProse);
}

function wantedTerm(study: Study, { term }: TermOptions): Term | undefined {
  if (term === undefined) return undefined;
  const found = study.terms.glossary.find(term);
  if (found) return found;
  const known = study.terms.glossary.terms.flatMap(({ name, aliases }) => [
    name,
    ...aliases.map((alias) => alias.name),
  ]);
  throw new CannotDo(messageOf('list.noTerm', { name: term, nearest: nearest(term, known) }));
}

/** One count of a term; or all of them, where there is a line for the whole term. */
interface CountRow {
  readonly frequency: Frequency;
  readonly row: FrequencyRow | undefined;
  readonly file: string;
}

function countRows(frequency: Frequency, io: Io): CountRow[] {
  return frequency.rows.map((row) => ({ frequency, row, file: fileName(row.analysis, io) }));
}

function frequenciesOf(study: OpenStudy, options: TermOptions): readonly Frequency[] {
  const within = new Set(chosenProse(study));
  const wanted = wantedTerm(study.folder.study, options);
  if (wanted) return [frequencyOf(wanted, study.folder.study, within)];
  return frequencies(study.folder.study, within).filter(
    ({ inSources, inPapers }) => inSources + inPapers > 0,
  );
}

const countColumns = ['term', 'kind', 'file', 'key', 'section', 'name', 'passages', 'uses'] as const;

function countFields({
  frequency,
  row,
  file,
}: CountRow): Record<(typeof countColumns)[number], string | number> {
  const { kind = '', key = '', section = '', name = '', passages = '' } = row ?? {};
  const uses = row?.uses ?? frequency.inSources + frequency.inPapers;
  return { term: frequency.term.name, kind, file, key, section, name, passages, uses };
}

/** How often terms are used, by section and paper: every row of every term that is used. */
export const termCounts: Listing<CountRow> = {
  rows: (study, io, options) => frequenciesOf(study, options).flatMap((each) => countRows(each, io)),
  json: countFields,
  columns: countColumns,
  fields: countFields,
  cells: (count) => {
    const { file, name, passages, uses } = countFields(count);
    return [String(file), String(uses), String(passages), String(name)];
  },
  alignedRight: [1],
};

/** The same, a line for each term: how often in sources, how often in papers, and where most. */
export const termTotals: Listing<CountRow> = {
  ...termCounts,
  rows: (study, _io, options) =>
    frequenciesOf(study, options).map((frequency) => ({ frequency, row: undefined, file: '' })),
  cells: ({ frequency }) => [
    frequency.term.name,
    inWords('list.inSources', { uses: frequency.inSources }),
    inWords('list.inPapers', { uses: frequency.inPapers }),
    frequencyLine(frequency),
  ],
  alignedRight: [1, 2],
};
