import { messageOf } from '../../core/messages.ts';
import { join, resolve } from 'node:path';
import { errorCode, refusal } from '../../core/present/wording.ts';
import { checkStudy, type StudyResult } from '../checking/run.ts';
import { noColor, pathsArgument, type CliCommand } from '../command.ts';
import { chooseStudies, displayPath } from '../choose.ts';
import { renamedRow } from '../formats/report.ts';
import { reportFileText, wordedFiles, type FoundFile, type PartReport } from '../formats/reportFile.ts';
import { checkFormats, codeOf, findingLevels, isOneDocument, report } from '../formats/reportFormats.ts';
import { CannotDo, progress, tell, versionOf, type CacheOptions, type ExitCode, type Io } from '../io.ts';
import { shardOf, studiesOfShard } from '../shards.ts';
import type { CheckOptions } from './checkOptions.ts';
import { disk } from '../../files/node.ts';

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
    { flags: '--shard <PART>', help: 'checkHelp.shard' },
    { flags: '--report <FILE>', help: 'checkHelp.report' },
    noColor,
  ],
  after: () => messageOf('checkHelp.after', { exitCodes: messageOf('help.exitCodes') }),
  run: checkPaths,
};

async function checkPaths(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const { format, watch, fix } = options;
  if (watch && isOneDocument(format)) throw new CannotDo(messageOf('check.watchFormat', { format }));
  const isLive = [watch, fix].includes(true);
  const isInput = paths.includes('-');
  if ((isLive || isInput) && (options.shard !== undefined || options.report !== undefined))
    throw new CannotDo(messageOf('check.onlyFolders'));
  if (isInput) {
    if (paths.length > 1 || isLive) throw new CannotDo(messageOf('check.onlyInput'));
    const { checkStandardInput } = await import('./lazy.ts');
    return checkStandardInput(options, io);
  }
  if (options.stdinFilename !== undefined) throw new CannotDo(messageOf('check.noInput'));
  if (isLive) {
    const { checkLive } = await import('./lazy.ts');
    return checkLive(paths, options, io);
  }
  return checkFolders(paths, options, io);
}

async function checkFolders(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const shard = options.shard === undefined ? undefined : shardOf(options.shard);
  const { studies, complete } = await chooseStudies(paths, io);
  const cache = cacheFor(options, io);
  const results: StudyResult[] = [];
  for (const study of shard ? studiesOfShard(studies, shard) : studies) {
    const done = progress(io, messageOf('cli.checking', { name: displayPath(study.root, io) || '.' }));
    const result = await checkStudy(study, cache, io);
    done();
    results.push(result);
  }
  const isStudy = results.some(({ inventory }) => inventory.files.length > 0);
  const found: PartReport = {
    ...sumOf(results, options, io),
    ...{ shard: shard ?? { part: 1, of: 1 }, isStudy, complete },
  };
  if (options.report !== undefined)
    await disk.write(resolve(io.cwd, options.report), reportFileText(found, versionOf(io)), {});
  const checked = { ...found, files: wordedFiles(found.files) };
  // Whether there is anything at all to check only the whole knows.
  const asked = { isStudy: isStudy || shard !== undefined, complete, shard };
  report(checked, asked, options, io);
  return codeOf(checked, asked);
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

function sumOf(
  results: readonly StudyResult[],
  { failOn }: CheckOptions,
  io: Io,
): Pick<PartReport, 'files' | 'papers' | 'citations'> {
  const files = results.flatMap(({ inventory, rows }) => {
    const name = (path: string): string => displayPath(join(inventory.root, path), io);
    return [...rows].map(([path, found]): FoundFile => ({
      name: name(path),
      rows: found.map((row) => renamedRow(row, name)),
      failOn: failOn ?? inventory.configuration.failOn,
    }));
  });
  const sum = (key: 'papers' | 'citations'): number => results.reduce((all, each) => all + each[key], 0);
  return { files, papers: sum('papers'), citations: sum('citations') };
}
