import { messageOf } from '../../core/messages.ts';
import { join, resolve } from 'node:path';
import { levels, type Level } from '../../core/catalogue.ts';
import { errorCode, refusal } from '../../core/present/wording.ts';
import { checkStudy, type StudyResult } from '../checking/run.ts';
import { noColor, pathsArgument, type CliCommand } from '../command.ts';
import { chooseStudies, displayPath } from '../choose.ts';
import { githubReport } from '../formats/github.ts';
import { junitReport } from '../formats/junit.ts';
import { prettyReport, summaryLine } from '../formats/pretty.ts';
import { hasFailure, wordedRow, type ReportedFile } from '../formats/report.ts';
import { sarifReport } from '../formats/sarif.ts';
import {
  CannotDo,
  colorsFor,
  progress,
  tell,
  versionOf,
  type CacheOptions,
  type ExitCode,
  type Io,
  printOut,
  type PrintedKind,
} from '../io.ts';

/** The levels that findings have, loudest first. */
type FindingLevel = Exclude<Level, 'off'>;
const findingLevels = levels.filter((level): level is FindingLevel => level !== 'off');

/** What a format is told beside the findings. */
interface ReportOptions {
  readonly color: boolean;
  readonly watch?: boolean;
}

interface ReportFormat {
  readonly write: (files: readonly ReportedFile[], options: ReportOptions, io: Io) => string;
  /** Data where it is left out. */
  readonly kind?: PrintedKind;
  /** Whether it is one document, to which `--watch` could add nothing. */
  readonly isWhole?: true;
}

/** The formats of findings by name: all that `--format` knows. */
const reportFormats = {
  pretty: { write: (files, { color }, io) => prettyReport(files, colorsFor(io, color)), kind: 'painted' },
  json: {
    write: (files, { watch }) => {
      const rows = files.flatMap((file) => file.rows);
      return `${JSON.stringify(rows, null, watch ? undefined : 2)}\n`;
    },
  },
  sarif: { write: (files, _, io) => sarifReport(files, versionOf(io)), isWhole: true },
  github: { write: githubReport, kind: 'words' },
  junit: { write: junitReport, isWhole: true },
} satisfies Record<string, ReportFormat>;

export const checkFormats = Object.keys(reportFormats);

export const checkCommand: CliCommand = {
  name: 'check',
  summary: 'checkHelp.summary',
  description: 'checkHelp.description',
  arguments: [{ ...pathsArgument, help: 'checkHelp.paths' }],
  options: [
    {
      flags: '-f, --format <FORMAT>',
      help: 'checkHelp.format',
      choices: checkFormats,
      default: 'pretty',
    },
    {
      flags: '--fail-on <LEVEL>',
      help: 'checkHelp.failOn',
      choices: findingLevels,
    },
    { flags: '--fix', help: 'checkHelp.fix' },
    { flags: '-w, --watch', help: 'checkHelp.watch' },
    { flags: '-q, --quiet', help: 'checkHelp.quiet' },
    { flags: '--no-cache', help: 'checkHelp.noCache' },
    {
      flags: '--cache-dir <DIR>',
      help: 'checkHelp.cacheDir',
    },
    { flags: '--stdin-filename <FILE>', help: 'checkHelp.stdinFilename' },
    noColor,
  ],
  after: () => messageOf('checkHelp.after', { exitCodes: messageOf('help.exitCodes') }),
  run: checkPaths,
};

export interface CheckOptions extends ReportOptions {
  readonly format: keyof typeof reportFormats;
  readonly failOn?: FindingLevel;
  readonly fix?: boolean;
  readonly quiet?: boolean;
  /** False where nothing may be kept from one run to the next. */
  readonly cache?: boolean;
  readonly cacheDir?: string;
  /** The name of the file whose text is on standard input. */
  readonly stdinFilename?: string;
}

/** What was checked, with what the summary counts. */
export interface Checked {
  readonly files: readonly ReportedFile[];
  readonly papers: number;
  readonly citations: number;
}

async function checkPaths(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const format: ReportFormat = reportFormats[options.format];
  if (options.watch && format.isWhole)
    throw new CannotDo(messageOf('check.watchFormat', { format: options.format }));
  if (paths.includes('-')) {
    if (paths.length > 1 || options.watch || options.fix) throw new CannotDo(messageOf('check.onlyInput'));
    const { checkStandardInput } = await import('./lazy.ts');
    return checkStandardInput(options, io);
  }
  if (options.watch || options.fix) {
    const { checkLive } = await import('./lazy.ts');
    return checkLive(paths, options, io);
  }
  const { studies, complete } = await chooseStudies(paths, io);
  const cache = cacheFor(options, io);
  const results: StudyResult[] = [];
  for (const study of studies) {
    const done = progress(io, messageOf('cli.checking', { name: displayPath(study.root, io) || '.' }));
    const result = await checkStudy(study, cache, io);
    done();
    results.push(result);
  }
  const checked = sumOf(results, options, io);
  const isStudy = results.some(({ inventory }) => inventory.files.length > 0);
  report(checked, { isStudy, complete }, options, io);
  return codeOf(checked, { isStudy, complete });
}

/** A folder that a person named and that cannot be written is said so, once; the check needs none. */
function cacheFor({ cache, cacheDir }: CheckOptions, io: Io): CacheOptions | undefined {
  if (cache === false || !io.cache) return undefined;
  if (cacheDir === undefined) return io.cache;
  let isTold = false;
  const onRefused = (error: unknown): void => {
    const problem = refusal(cacheDir, 'written', errorCode(error));
    if (!isTold) tell(io, messageOf('check.notKept', { problem }));
    isTold = true;
  };
  return { ...io.cache, folder: resolve(io.cwd, cacheDir), onRefused };
}

/** What is known of the folders that were to be checked. */
interface AskedFolders {
  /** Whether one is a study folder at all, whatever it holds. */
  readonly isStudy: boolean;
  /** Whether all were found. */
  readonly complete: boolean;
}

/** Prints what was found, or says that there was nothing to check and what would be there. */
export function report(
  checked: Checked,
  { isStudy, complete }: AskedFolders,
  options: CheckOptions,
  io: Io,
): void {
  if (checked.files.length === 0 && complete)
    tell(io, messageOf(isStudy ? 'check.nothing' : 'check.noStudy'));
  printReport(checked, options, io);
}

/** What a check ends with. */
export function codeOf({ files }: Checked, { isStudy, complete }: AskedFolders): ExitCode {
  if (!complete || (files.length === 0 && !isStudy)) return 2;
  return hasFailure(files) ? 1 : 0;
}

function sumOf(results: readonly StudyResult[], { failOn }: CheckOptions, io: Io): Checked {
  const files = results.flatMap(({ inventory, rows }) => {
    const name = (path: string): string => displayPath(join(inventory.root, path), io);
    return [...rows].map(([path, found]): ReportedFile => ({
      name: name(path),
      rows: found.map((row) => wordedRow(row, name)),
      failOn: failOn ?? inventory.configuration.failOn,
    }));
  });
  const sum = (key: 'papers' | 'citations'): number => results.reduce((all, each) => all + each[key], 0);
  return { files, papers: sum('papers'), citations: sum('citations') };
}

/** Prints findings in the form that was asked for, and the summary. */
export function printReport({ files, papers, citations }: Checked, options: CheckOptions, io: Io): void {
  const { write, kind = 'data' }: ReportFormat = reportFormats[options.format];
  printOut(io, write(files, options, io), kind);
  if (options.format === 'pretty' && !options.quiet) tell(io, summaryLine(files, papers, citations));
}
