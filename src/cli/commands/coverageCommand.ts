import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import { nearest } from '../../core/text.ts';
import type { Source, Study } from '../../core/study.ts';
import {
  type Coverage,
  coverageChoices,
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
import { CannotDo, useColors, type ExitCode, type Io } from '../io.ts';
import { namer } from '../listingKind.ts';
import { chosenRoot, openStudy, ownName, tellConfigurationProblems } from '../openStudies.ts';

const coverageFormats = ['pretty', 'json', 'csv'] as const;

export const coverageCommand: CliCommand = {
  name: 'coverage',
  summary: 'show what of a text has been cited, quoted and noted',
  description:
    'Shows how often each paragraph of a text is cited, quoted and noted, and what has been passed over. The JSON form is a contract: see the schemas that ship with Pilcrow.',
  arguments: [
    {
      name: '[SOURCE]',
      help: 'file or key of a source (default: every text of the current study folder)',
    },
  ],
  options: [
    {
      flags: '-f, --format <FORMAT>',
      help: 'form of the figures',
      choices: coverageFormats,
      default: 'pretty',
    },
    { flags: '-u, --uncited', help: 'list only what nobody has discussed' },
    { flags: '--paper <PATH>', help: 'count only this paper; may be given several times', isList: true },
    {
      flags: '--author <NAME>',
      help: 'count only what this person wrote; may be given several times',
      isList: true,
    },
    {
      flags: '--since <DATE>',
      help: 'count only what was written on this day or later: 2026-11-23, 2026-11 or 2026',
    },
    { flags: '--until <DATE>', help: 'count only what was written on this day or earlier' },
    noColor,
  ],
  run: showCoverage,
};

interface CoverageOptions {
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
  const path = name === undefined ? io.cwd : resolve(io.cwd, name);
  const root = chosenRoot(path) ?? chosenRoot(io.cwd) ?? io.cwd;
  const { study } = (await openStudy({ root, folders: [], files: [] }, io)).folder;
  const usable = tellConfigurationProblems(study, io);
  const filter = filterOf(study, options, io);
  const all = sourcesWanted(name, path, study).map((source) => coverageOf(source, study, filter));
  io.stdout.write(printCoverage(all, options, Object.keys(filter).length > 0, io));
  return usable ? 0 : 2;
}

/** The source that is named by its file or its key; without a name those that have something to show. */
function sourcesWanted(name: string | undefined, path: string, study: Study): readonly Source[] {
  const { bySource } = citedIndex(study);
  const all = coveredSources(study, (key) => (bySource.get(key)?.uses.length ?? 0) > 0);
  if (name === undefined) {
    if (all.length > 0) return all;
    throw new CannotDo('There is no text here that could be cited. “pilcrow import FILE” brings one in.');
  }
  const analysis = study.byUri.get(uriOf(ownName(path)));
  const key = analysis?.role === 'source' ? analysis.key : name.replace(/^@/, '');
  const source = study.sources.get(key);
  if (source) return [source];
  throw new CannotDo(
    `“${name}” is no source: give the file of one, or its key.${like(key, study.sources.keys())}`,
  );
}

function like(name: string, known: Iterable<string>): string {
  const near = nearest(name, [...known]).map((each) => `“${each}”`);
  return near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
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
  throw new CannotDo(`“${name}” is no paper of this study folder.${like(name, known)}`);
}

/** Part of a name will do, as long as somebody has it. */
function authorsLike(name: string, authors: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase();
  const found = authors.filter((author) => author.toLowerCase().includes(wanted));
  if (found.length > 0) return found;
  const who = authors.length > 0 ? ` Papers and notes are by ${authors.join(', ')}.` : '';
  throw new CannotDo(`Nobody here is called “${name}”.${who}`);
}

function dateOption(option: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const date = readDate(text);
  if (date !== undefined) return date;
  throw new CannotDo(`${option} takes a day, a month or a year: 2026-11-23, 2026-11 or 2026.`);
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
  const colors = createColors(useColors(io, color));
  const pieces = all.map((each) => emptyWords(each, filtered) ?? stripChart(each, widthOf(io), colors));
  const drawn = all.some((each) => emptyWords(each, filtered) === undefined);
  const named = pieces.map((piece, index) =>
    piece.endsWith('\n') ? piece : `${all[index]?.source.title ?? ''}\n${piece}\n`,
  );
  return `${named.join('\n')}${drawn ? `\n${colors.dim(stripLegend)}\n` : ''}`;
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
  const colors = createColors(useColors(io, color));
  if (rows.length === 0) return 'Every paragraph has been discussed.\n';
  const cells = rows.map((row) => [
    ...(all.length > 1 ? [`@${row.source}`] : []),
    `${row.kind === 'note' ? 'n.' : '¶'} ${String(row.number)}`,
    row.text + (row.bySection > 0 ? ' (cited with its whole section)' : ''),
  ]);
  return table(cells, colors);
}
