import { inWords, messageOf } from '../../core/messages.ts';
import {
  type CitationRow,
  citationRows,
  type QuotationRow,
  quotationRows,
  type SourceRow,
  sourceRows,
} from '../../core/present/listings.ts';
import type { ConcordanceOrder } from '../../core/present/terms.ts';
import type { Paper, Study } from '../../core/study.ts';
import { shorten } from '../../core/present/wording.ts';
import { passageNumbers, sectionExtent } from '../../core/present/passages.ts';
import { noColor, pathsArgument, type CliCommand } from '../command.ts';
import { csv, table } from '../formats/table.ts';
import { CannotDo, colorsFor, type ExitCode, type Io, printOut } from '../io.ts';
import { namer, placeColumns, type Listing, type TermOptions } from '../listingKind.ts';
import { chosenFiles, openStudies, readStudy, type OpenStudy } from '../openStudies.ts';
import { notesListing } from './listNotes.ts';
import { termCounts, terms, termTotals } from './listTerms.ts';

const listFormats = ['pretty', 'json', 'csv'] as const;
const listingNames = ['citations', 'quotations', 'terms', 'sources', 'notes'] as const;
type ListingName = (typeof listingNames)[number];

export const listCommand: CliCommand = {
  name: 'list',
  summary: 'listHelp.summary',
  description: 'listHelp.description',
  arguments: [{ name: '<WHAT>', help: 'listHelp.what', choices: listingNames }, pathsArgument],
  options: [
    { flags: '-f, --format <FORMAT>', help: 'listHelp.format', choices: listFormats, default: 'pretty' },
    { flags: '--term <NAME>', help: 'listHelp.term' },
    {
      flags: '--sort <ORDER>',
      help: 'listHelp.sort',
      choices: ['position', 'next'] satisfies readonly ConcordanceOrder[],
    },
    { flags: '--frequency', help: 'listHelp.frequency' },
    noColor,
  ],
  run: printList,
};

interface ListOptions extends TermOptions {
  readonly format: (typeof listFormats)[number];
  readonly color: boolean;
}

const citationsListing: Listing<CitationRow> = {
  rows: (study, io) =>
    chosenPapers(study).flatMap((paper) => citationRows(paper, study.folder.study, namer(io))),
  columns: [
    ...placeColumns,
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
  cells: (row, colors, study) => [
    `${row.file}:${String(row.line)}:${String(row.column)}`,
    `@${row.key}${row.locator ? `, ${row.locator.label} ${row.locator.value}` : ''}`,
    row.status === 'resolved' ? targetText(row, study) : [{ text: row.status, paint: colors.red }],
  ],
};

function targetText({ target }: CitationRow, { sources }: Study): string {
  if (!target) return '';
  const { paragraphs } = target;
  const numbers = paragraphs.length > 0 ? passageNumbers(paragraphs, sources.get(target.source)) : '';
  const note = target.note === null ? '' : `n. ${String(target.note)}`;
  return [target.source, target.section === null ? '' : `sec. ${target.section}`, numbers, note]
    .filter(Boolean)
    .join(', ');
}

const quotationsListing: Listing<QuotationRow> = {
  rows: (study, io) =>
    chosenPapers(study).flatMap((paper) => quotationRows(paper, study.folder.study, namer(io))),
  columns: [...placeColumns, 'quote', 'key', 'cited', 'status', 'found'],
  fields: ({ diff: _, ...row }) => ({ ...row, cited: row.cited.join('; '), found: row.found.join('; ') }),
  cells: (row, colors) => [
    `${row.file}:${String(row.line)}:${String(row.column)}`,
    [{ text: row.status, paint: row.status === 'verbatim' ? colors.green : colors.yellow }],
    inWords('said.quoted', { words: shorten(row.quote, 60) }),
  ],
};

const sources: Listing<SourceRow> = {
  rows: (study, io) => sourceRows(study.folder.study, namer(io)),
  columns: [
    'key',
    'title',
    'author',
    'year',
    'kind',
    'file',
    'paragraphs',
    'sections',
    'notes',
    'citations',
    'problem',
  ],
  fields: (row) => ({ ...row, problem: row.problem ?? null }),
  cells: (row, colors, study) =>
    row.problem !== undefined
      ? [row.file ?? '', [{ text: inWords('list.unreadable'), paint: colors.red }], '', row.problem]
      : [
          `@${row.key}`,
          sourceExtent(row, study),
          inWords('cited.short', { times: row.citations }),
          `${row.title}${row.author === '' ? '' : `, ${row.author}`}${row.year === '' ? '' : ` (${row.year})`}`,
        ],
};

function sourceExtent({ kind, key, paragraphs }: SourceRow, { sources }: Study): string {
  if (kind === 'work') return kind;
  const source = sources.get(key);
  const extent = source
    ? sectionExtent({ first: 1, last: source.passages.length }, source)
    : `¶ 1–${String(paragraphs)}`;
  return kind === 'edition' ? inWords('list.editionOnly', { paragraphs: extent }) : extent;
}

/** What `pilcrow list` can list. */
const listings = {
  citations: citationsListing,
  quotations: quotationsListing,
  terms,
  sources,
  notes: notesListing,
} satisfies Record<ListingName, unknown>;

function chosenPapers(study: OpenStudy): Paper[] {
  return chosenFiles(study).filter((file) => file.role === 'paper');
}

async function printList(
  name: ListingName,
  paths: readonly string[],
  options: ListOptions,
  io: Io,
): Promise<ExitCode> {
  if (name !== 'terms' && (options.term ?? options.sort ?? options.frequency) !== undefined)
    throw new CannotDo(messageOf('list.onlyTerms'));
  const { studies, complete } = await openStudies(paths, io);
  const isUsable = studies.map((study) => readStudy(study, io)).every(({ code }) => code === 0);
  printOut(
    io,
    printListing(listingOf(name, options), studies, options, io),
    options.format === 'pretty' ? 'painted' : 'data',
  );
  return complete && isUsable ? 0 : 2;
}

function listingOf(name: ListingName, { frequency, format, term }: ListOptions): Listing<never> {
  if (!frequency) return listings[name] as Listing<never>;
  return (format === 'pretty' && term === undefined ? termTotals : termCounts) as Listing<never>;
}

function printListing(
  listing: Listing<never>,
  studies: readonly OpenStudy[],
  options: ListOptions,
  io: Io,
): string {
  const found = studies.map((study) => ({
    study: study.folder.study,
    rows: listing.rows(study, io, options),
  }));
  const rows = found.flatMap((each) => each.rows);
  const colors = colorsFor(io, options.color);
  if (options.format === 'json')
    return `${JSON.stringify(
      rows.map((row) => listing.json?.(row) ?? row),
      null,
      2,
    )}\n`;
  if (options.format === 'csv')
    return csv(
      listing.columns,
      rows.map((row) => listing.fields(row)),
    );
  const cells = found.flatMap(({ study, rows }) => rows.map((row) => listing.cells(row, colors, study)));
  return table(cells, colors, listing.alignedRight);
}
