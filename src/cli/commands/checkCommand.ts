import { inEnglish } from '../../core/messages.ts';
import { join, resolve } from 'node:path';
import { createColors } from 'picocolors';
import { levels, type Level } from '../../core/catalogue.ts';
import { errorCode, refusal } from '../../core/present/wording.ts';
import { checkStudy, type StudyResult } from '../checking/run.ts';
import { exitCodes, noColor, pathsArgument, type CliCommand } from '../command.ts';
import { chooseStudies, displayPath } from '../choose.ts';
import { githubReport } from '../formats/github.ts';
import { junitReport } from '../formats/junit.ts';
import { prettyReport, summaryLine } from '../formats/pretty.ts';
import { hasFailure, withShownPaths, type ReportedFile } from '../formats/report.ts';
import { sarifReport } from '../formats/sarif.ts';
import {
  CannotDo,
  progress,
  tell,
  useColors,
  versionOf,
  type CacheOptions,
  type ExitCode,
  type Io,
} from '../io.ts';

/** The levels that findings have, loudest first. */
type FindingLevel = Exclude<Level, 'off'>;
const findingLevels = levels.filter((level): level is FindingLevel => level !== 'off');

export const checkFormats = ['pretty', 'json', 'sarif', 'github', 'junit'] as const;

export const checkCommand: CliCommand = {
  name: 'check',
  summary: 'say what is wrong in papers, sources and glossaries',
  description:
    'Says what is wrong in papers, sources and glossaries. A file that is named is checked as a paper, whatever it is called.',
  arguments: [pathsArgument],
  options: [
    {
      flags: '-f, --format <FORMAT>',
      help: 'form of the findings',
      choices: checkFormats,
      default: 'pretty',
    },
    {
      flags: '--fail-on <LEVEL>',
      help: 'end with 1 from this level on (default: “failOn” of pilcrow.json, else warning)',
      choices: findingLevels,
    },
    { flags: '--fix', help: 'apply the fixes whose meaning is certain; sources stay as they are' },
    { flags: '-w, --watch', help: 'check again whenever a file changes' },
    { flags: '-q, --quiet', help: 'no summary, only findings' },
    { flags: '--no-cache', help: 'take nothing over from the last time, and keep nothing for the next' },
    {
      flags: '--cache-dir <DIR>',
      help: 'where results are kept (default: PILCROW_CACHE, else the cache folder of the system)',
    },
    noColor,
  ],
  after: `\n“pilcrow checks” lists all checks, “pilcrow checks ID” explains one.\n${exitCodes}`,
  run: checkPaths,
};

export interface CheckOptions {
  readonly format: (typeof checkFormats)[number];
  readonly failOn?: FindingLevel;
  readonly fix?: boolean;
  readonly watch?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  /** False where nothing may be kept from one run to the next. */
  readonly cache?: boolean;
  readonly cacheDir?: string;
}

/** What was checked, with what the summary counts. */
export interface Checked {
  readonly files: readonly ReportedFile[];
  readonly papers: number;
  readonly citations: number;
}

async function checkPaths(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  if (options.watch && (options.format === 'sarif' || options.format === 'junit'))
    throw new CannotDo(
      `--watch prints findings again and again, which ${options.format} has no form for. Use pretty, json or github.`,
    );
  if (options.watch || options.fix) {
    const { checkLive } = await import('./lazy.ts');
    return checkLive(paths, options, io);
  }
  const { studies, complete } = await chooseStudies(paths, io);
  const cache = cacheFor(options, io);
  const results: StudyResult[] = [];
  for (const study of studies) {
    const done = progress(io, `Checking ${displayPath(study.root, io) || '.'} …`);
    const result = await checkStudy(study, cache, io);
    done();
    results.push(result);
  }
  const checked = sumOf(results, options, io);
  const isStudy = results.some(({ inventory }) => inventory.files.length > 0);
  if (checked.files.length === 0 && complete) tellNothingToCheck(isStudy, io);
  printReport(checked, options, io);
  if (!complete || (checked.files.length === 0 && !isStudy)) return 2;
  return hasFailure(checked.files) ? 1 : 0;
}

/** A folder that a person named and that cannot be written is said so, once; the check needs none. */
function cacheFor({ cache, cacheDir }: CheckOptions, io: Io): CacheOptions | undefined {
  if (cache === false || !io.cache) return undefined;
  if (cacheDir === undefined) return io.cache;
  let isTold = false;
  const onRefused = (error: unknown): void => {
    if (!isTold)
      tell(
        io,
        `pilcrow: ${inEnglish(refusal(cacheDir, 'written', errorCode(error)))} Results are not kept for the next time.`,
      );
    isTold = true;
  };
  return { ...io.cache, folder: resolve(io.cwd, cacheDir), onRefused };
}

/** Says that there was nothing to check, and what would be there. */
export function tellNothingToCheck(isStudy: boolean, io: Io): void {
  tell(
    io,
    isStudy
      ? 'There is nothing to check here: papers are called *.analysis.md.'
      : 'There is no study folder here: it has no papers (*.analysis.md) and no sources. “pilcrow init” makes one.',
  );
}

function sumOf(results: readonly StudyResult[], { failOn }: CheckOptions, io: Io): Checked {
  const files = results.flatMap(({ inventory, rows }) => {
    const name = (path: string): string => displayPath(join(inventory.root, path), io);
    return [...rows].map(([path, found]): ReportedFile => ({
      name: name(path),
      rows: found.map((row) => withShownPaths(row, name)),
      failOn: failOn ?? inventory.configuration.failOn,
    }));
  });
  const sum = (key: 'papers' | 'citations'): number => results.reduce((all, each) => all + each[key], 0);
  return { files, papers: sum('papers'), citations: sum('citations') };
}

/** Prints findings in the form that was asked for, and the summary. */
export function printReport({ files, papers, citations }: Checked, options: CheckOptions, io: Io): void {
  io.stdout.write(checkReport(files, options, io));
  if (options.format === 'pretty' && !options.quiet) tell(io, summaryLine(files, papers, citations));
}

function checkReport(files: readonly ReportedFile[], options: CheckOptions, io: Io): string {
  switch (options.format) {
    case 'pretty':
      return prettyReport(files, createColors(useColors(io, options.color)));
    case 'json':
      return `${JSON.stringify(
        files.flatMap(({ rows }) => rows),
        null,
        options.watch ? undefined : 2,
      )}\n`;
    case 'sarif':
      return sarifReport(files, versionOf(io));
    case 'github':
      return githubReport(files);
    case 'junit':
      return junitReport(files);
  }
}
