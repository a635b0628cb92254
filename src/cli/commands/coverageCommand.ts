import { resolve } from 'node:path';
import { inWords, messageOf } from '../../core/messages.ts';
import { nearest } from '../../core/text.ts';
import type { Source, Study } from '../../core/study.ts';
import {
  type Coverage,
  coverageChoices,
  coverageDocument,
  type CoverageFilter,
  coverageOf,
  type CoverageRow,
  coverageRows,
  coveredSources,
  emptyWords,
  readDate,
} from '../../core/present/coverage.ts';
import { citedIndex } from '../../core/citedBy.ts';
import { uriOf } from '../../files/paths.ts';
import { noColor, type CliCommand } from '../command.ts';
import { stripChart, stripLegend } from '../formats/strip.ts';
import { csv, table } from '../formats/table.ts';
import { documentOptions, type DocumentOptions, writeDocument } from '../exportedFile.ts';
import { CannotDo, colorsFor, type ExitCode, type Io, printOut, printable } from '../io.ts';
import { namer } from '../listingKind.ts';
import { namedSource, openFolder, ownName, readStudy, rootFor, withoutAt } from '../openStudies.ts';

const coverageFormats = ['pretty', 'json', 'csv'] as const;

export const coverageCommand: CliCommand = {
  name: 'coverage',
  summary: 'coverageHelp.summary',
  description: 'coverageHelp.description',
  arguments: [
    {
      name: '[SOURCE]',
      help: 'coverageHelp.source',
    },
  ],
  options: [
    {
      flags: '-f, --format <FORMAT>',
      help: 'coverageHelp.format',
      choices: coverageFormats,
      default: 'pretty',
    },
    { flags: '-u, --uncited', help: 'coverageHelp.uncited' },
    { flags: '--paper <PATH>', help: 'coverageHelp.paper', isList: true },
    {
      flags: '--author <NAME>',
      help: 'coverageHelp.author',
      isList: true,
    },
    {
      flags: '--since <DATE>',
      help: 'coverageHelp.since',
    },
    { flags: '--until <DATE>', help: 'coverageHelp.until' },
    { flags: '-o, --out <FILE>', help: 'exportHelp.documentOut' },
    ...documentOptions,
    noColor,
  ],
  run: showCoverage,
};

interface CoverageOptions extends DocumentOptions {
  readonly format: (typeof coverageFormats)[number];
  readonly color: boolean;
  /** Only what nobody discussed. */
  readonly uncited?: boolean;
  readonly paper?: readonly string[];
  readonly author?: readonly string[];
  readonly since?: string;
  readonly until?: string;
}

async function showCoverage(name: string | undefined, options: CoverageOptions, io: Io): Promise<ExitCode> {
  const read = readStudy(await openFolder(rootFor(name, io), io), io);
  const { study, code } = read;
  const { to } = options;
  const filter = filterOf(study, options, io);
  const all = sourcesWanted(name, study, io).map((source) => coverageOf(source, study, filter));
  if (to !== undefined)
    return writeDocument(
      { text: coverageDocument(all, study), name: 'coverage' },
      { ...options, to },
      read,
      io,
    );
  printOut(
    io,
    printCoverage(all, options, Object.keys(filter).length > 0, io),
    options.format === 'pretty' ? 'painted' : 'data',
  );
  return code;
}

/** The source that is named by its file or its key; without a name those that have something to show. */
function sourcesWanted(name: string | undefined, study: Study, io: Io): readonly Source[] {
  const { bySource } = citedIndex(study);
  const all = coveredSources(study, (key) => (bySource.get(key)?.uses.length ?? 0) > 0);
  if (name === undefined) {
    if (all.length > 0) return all;
    throw new CannotDo(messageOf('coverage.noText'));
  }
  const source = namedSource(name, study, io);
  if (source) return [source];
  const near = nearest(withoutAt(name), [...study.sources.keys()]);
  throw new CannotDo(messageOf('cli.noSource', { name, nearest: near }));
}

function filterOf(study: Study, options: CoverageOptions, io: Io): CoverageFilter {
  const { paper, author } = options;
  const since = dateOption('--since', options.since);
  const until = dateOption('--until', options.until);
  const choices = coverageChoices(study);
  return {
    ...(paper ? { papers: paper.map((name) => paperUri(name, choices.papers, io)) } : {}),
    ...(author ? { authors: author.flatMap((name) => authorsLike(name, choices.authors)) } : {}),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}

function paperUri(name: string, papers: Study['papers'], io: Io): string {
  const uri = uriOf(ownName(resolve(io.cwd, name)));
  if (papers.some((paper) => paper.file.uri === uri)) return uri;
  const known = papers.map((paper) => namer(io)(paper));
  throw new CannotDo(messageOf('coverage.noPaper', { name, nearest: nearest(name, known) }));
}

/** Part of a name will do, as long as somebody has it. */
function authorsLike(name: string, authors: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase();
  const found = authors.filter((author) => author.toLowerCase().includes(wanted));
  if (found.length > 0) return found;
  throw new CannotDo(
    authors.length > 0
      ? messageOf('coverage.nobodyOf', { name, names: authors.join(', ') })
      : messageOf('coverage.nobody', { name }),
  );
}

function dateOption(option: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const date = readDate(text);
  if (date !== undefined) return date;
  throw new CannotDo(messageOf('coverage.date', { option }));
}

const coverageColumns = [
  'source',
  'kind',
  'number',
  'section',
  'text',
  'words',
  'citations',
  'bySection',
  'quotations',
  'notes',
  'discussed',
  'papers',
] as const satisfies readonly (keyof CoverageRow)[];

function printCoverage(
  all: readonly Coverage[],
  options: CoverageOptions,
  filtered: boolean,
  io: Io,
): string {
  const rows = all.flatMap((each) => coverageRows(each, namer(io)));
  const wanted = options.uncited
    ? rows.filter(({ discussed, kind }) => !discussed && kind !== 'section')
    : rows;
  if (options.format === 'json') return `${JSON.stringify(wanted, null, 2)}\n`;
  if (options.format === 'csv')
    return csv(
      coverageColumns,
      wanted.map((row) => ({ ...row, discussed: String(row.discussed), papers: row.papers.join('; ') })),
    );
  return options.uncited ? uncitedList(wanted, all, options, io) : charts(all, options, filtered, io);
}

function charts(all: readonly Coverage[], { color }: CoverageOptions, filtered: boolean, io: Io): string {
  const colors = colorsFor(io, color);
  const pieces = all.map((each) => emptyWords(each, filtered) ?? stripChart(each, widthOf(io), colors));
  const drawn = all.some((each) => emptyWords(each, filtered) === undefined);
  const named = pieces.map((piece, index) =>
    piece.endsWith('\n') ? piece : `${printable(all[index]?.source.title ?? '')}\n${printable(piece)}\n`,
  );
  return `${named.join('\n')}${drawn ? `\n${colors.dim(stripLegend())}\n` : ''}`;
}

/** Columns of the terminal; without one as many as people are used to. */
function widthOf({ stdout, env }: Io): number {
  const told = Number(env['COLUMNS']);
  const columns = Number.isInteger(told) && told > 0 ? told : (stdout.columns ?? 80);
  return Math.max(30, columns);
}

function uncitedList(
  rows: readonly CoverageRow[],
  all: readonly Coverage[],
  { color }: CoverageOptions,
  io: Io,
): string {
  const colors = colorsFor(io, color);
  if (rows.length === 0) return inWords('coverage.allDiscussed');
  const cells = rows.map((row) => [
    ...(all.length > 1 ? [`@${row.source}`] : []),
    `${row.kind === 'note' ? 'n.' : '¶'} ${String(row.number)}`,
    row.bySection > 0 ? inWords('coverage.bySection', { text: row.text }) : row.text,
  ]);
  return table(cells, colors);
}
