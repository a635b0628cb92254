import { createColors } from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import {
  citationRows,
  quotationRows,
  sourceRows,
  termRows,
  type CitationRow,
  type QuotationRow,
  type SourceRow,
  type TermRow,
} from '../../core/present/listings.ts';
import type { Analysis, Paper } from '../../core/index/study.ts';
import { shorten } from '../../core/present/markdown.ts';
import { passageNumbers } from '../../core/present/passages.ts';
import { isProse } from '../../core/resolve/terms.ts';
import { useColors } from '../colors.ts';
import { csv, table, type Fields } from '../formats/table.ts';
import type { ExitCode, Io } from '../io.ts';
import { chosenFiles, fileName, openStudies, type OpenStudy } from '../studies.ts';

export const listFormats = ['pretty', 'json', 'csv'] as const;

export interface ListOptions {
  readonly format: (typeof listFormats)[number];
  readonly color: boolean;
}

/** One kind of things that can be listed. */
interface Listing<Row> {
  rows(study: OpenStudy, io: Io): readonly Row[];
  /** Columns of CSV; a row's fields by these names. */
  readonly columns: readonly string[];
  fields(row: Row): Fields;
  cells(row: Row, colors: Colors): readonly string[];
}

const place = ['file', 'line', 'column', 'endLine', 'endColumn'] as const;

const citations: Listing<CitationRow> = {
  rows: (study, io) =>
    chosenPapers(study).flatMap((paper) => citationRows(paper, study.folder.study, namer(io))),
  columns: [
    ...place,
    'key',
    'mode',
    'prefix',
    'label',
    'value',
    'suffix',
    'status',
    'source',
    'paragraphs',
    'section',
    'note',
  ],
  fields: ({ locator, target, ...row }) => ({
    ...row,
    label: locator?.label ?? null,
    value: locator?.value ?? null,
    source: target?.source ?? null,
    paragraphs: target?.paragraphs.join(' ') ?? null,
    section: target?.section ?? null,
    note: target?.note ?? null,
  }),
  cells: (row, colors) => [
    `${row.file}:${String(row.line)}:${String(row.column)}`,
    `@${row.key}${row.locator ? `, ${row.locator.label} ${row.locator.value}` : ''}`,
    row.status === 'resolved' ? targetText(row) : colors.red(row.status),
  ],
};

function targetText({ target }: CitationRow): string {
  if (!target) return '';
  const numbers = target.paragraphs.length > 0 ? passageNumbers(target.paragraphs) : '';
  const note = target.note === null ? '' : `n. ${String(target.note)}`;
  return [target.source, target.section === null ? '' : `sec. ${target.section}`, numbers, note]
    .filter(Boolean)
    .join(', ');
}

const quotations: Listing<QuotationRow> = {
  rows: (study, io) =>
    chosenPapers(study).flatMap((paper) => quotationRows(paper, study.folder.study, namer(io))),
  columns: [...place, 'quote', 'key', 'cited', 'status', 'found'],
  fields: ({ diff: _, ...row }) => ({ ...row, cited: row.cited.join('; '), found: row.found.join('; ') }),
  cells: (row, colors) => [
    `${row.file}:${String(row.line)}:${String(row.column)}`,
    row.status === 'verbatim' ? colors.green(row.status) : colors.yellow(row.status),
    `“${shorten(row.quote, 60)}”`,
  ],
};

const terms: Listing<TermRow> = {
  rows: (study, io) =>
    chosenFiles(study)
      .filter(isProse)
      .flatMap((file) => termRows(file, study.folder.study, namer(io))),
  columns: [...place, 'term', 'text'],
  fields: (row) => ({ ...row }),
  cells: (row) => [`${row.file}:${String(row.line)}:${String(row.column)}`, row.text, row.term],
};

const sources: Listing<SourceRow> = {
  rows: (study, io) => sourceRows(study.folder.study, namer(io)),
  columns: ['key', 'title', 'author', 'year', 'kind', 'file', 'paragraphs', 'sections', 'notes', 'citations'],
  fields: (row) => ({ ...row }),
  cells: (row) => [
    `@${row.key}`,
    row.kind === 'work'
      ? 'work'
      : `¶ 1–${String(row.paragraphs)}${row.kind === 'edition' ? ', edition only' : ''}`,
    `cited ${String(row.citations)}×`,
    `${row.title}${row.author === '' ? '' : `, ${row.author}`}${row.year === '' ? '' : ` (${row.year})`}`,
  ],
};

/** What `pilcrow list` can list. */
export const listings = { citations, quotations, terms, sources };
export type ListingName = keyof typeof listings;
export const listingNames = Object.keys(listings) as readonly ListingName[];

function chosenPapers(study: OpenStudy): Paper[] {
  return chosenFiles(study).filter((file) => file.role === 'paper');
}

function namer(io: Io): (analysis: Analysis) => string {
  return (analysis) => fileName(analysis, io);
}

/** `pilcrow list`: the citations, quotations, terms or sources of papers and study folders. */
export async function list(
  name: ListingName,
  paths: readonly string[],
  options: ListOptions,
  io: Io,
): Promise<ExitCode> {
  const { studies, complete } = await openStudies(paths, io);
  io.stdout.write(print(listings[name], studies, options, io));
  return complete ? 0 : 2;
}

function print(
  listing: Listing<unknown>,
  studies: readonly OpenStudy[],
  { format, color }: ListOptions,
  io: Io,
): string {
  const rows = studies.flatMap((study) => listing.rows(study, io));
  const colors = createColors(useColors(io, color));
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  if (format === 'csv')
    return csv(
      listing.columns,
      rows.map((row) => listing.fields(row)),
    );
  return table(
    rows.map((row) => listing.cells(row, colors)),
    colors,
  );
}
