import { dirname, join, resolve } from 'node:path';
import { messageOf } from '../../core/messages.ts';
import { findingRow } from '../../core/present/listings.ts';
import type { WatchedFolder } from '../../files/fileSystem.ts';
import { isNews, loadFile, loadInto, loadNames } from '../../files/loadStudy.ts';
import { disk } from '../../files/node.ts';
import { isWithin, relativeTo, uriOf } from '../../files/paths.ts';
import { configurationName } from '../../files/roots.ts';
import { decode } from '../../files/texts.ts';
import { wordedRow, type ReportedFile } from '../formats/report.ts';
import { codeOf, printReport, report, type Checked } from '../formats/reportFormats.ts';
import { namer } from '../listingKind.ts';
import { fixStudy, tellFixes } from '../fix.ts';
import { tell, type ExitCode, type Io } from '../io.ts';
import {
  chosenFiles,
  fileName,
  filesToCheck,
  openStudies,
  openWithText,
  ownName,
  takeNamed,
  type OpenStudy,
} from '../openStudies.ts';
import type { CheckOptions } from './checkOptions.ts';

/** `pilcrow check --fix` and `--watch`: with the whole study folder in memory, as it changes while it is checked. */
export async function checkLive(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const since = Date.now();
  const { studies, complete } = await openStudies(paths, io);
  let checked = await checkOnce(studies, options, io);
  report(checked, { isStudy: studies.some(isStudy), complete }, options, io);
  if (options.watch)
    await watchStudies(studies, since, io, async () => {
      checked = await checkOnce(studies, options, io);
      printReport(checked, options, io);
    });
  return codeOf(checked, { isStudy: studies.some(isStudy), complete });
}

/** `pilcrow check -`: a text on standard input, checked as if it were a file of its study folder. */
export async function checkStandardInput(options: CheckOptions, io: Io): Promise<ExitCode> {
  const path = resolve(io.cwd, options.stdinFilename ?? 'stdin.analysis.md');
  const study = await openWithText(path, decode(await io.stdin.read(), path), io);
  const checked = await checkOnce([study], options, io);
  printReport(checked, options, io);
  return codeOf(checked, { isStudy: true, complete: true });
}

/** Whether a folder is a study folder at all, whatever it holds. */
function isStudy({ folder }: OpenStudy): boolean {
  return folder.study.files.length > 0;
}

async function checkOnce(studies: readonly OpenStudy[], options: CheckOptions, io: Io): Promise<Checked> {
  if (options.fix) tellFixes(await Promise.all(studies.map((study) => fixStudy(study, io))), io);
  const papers = studies.flatMap(chosenFiles).flatMap((file) => (file.role === 'paper' ? [file] : []));
  return {
    files: studies.flatMap((study) => checkedFiles(study, options, io)),
    papers: papers.length,
    citations: papers.reduce((sum, paper) => sum + paper.citationCount, 0),
  };
}

function checkedFiles(study: OpenStudy, options: CheckOptions, io: Io): ReportedFile[] {
  const known = study.folder.study;
  const failOn = options.failOn ?? known.configuration.failOn;
  return filesToCheck(study).map((analysis) => {
    const findings = study.folder.findingsOf(analysis.file.uri);
    const rows = findings.map((finding) => wordedRow(findingRow(finding, analysis, known, namer(io))));
    return { name: fileName(analysis, io), rows, failOn };
  });
}

/**
 * Looks at the files of studies until it is told to end, and calls `changed` after each change.
 * @param since when the studies began to be read, in milliseconds since 1970
 */
async function watchStudies(
  studies: readonly OpenStudy[],
  since: number,
  io: Io,
  changed: () => Promise<void>,
): Promise<void> {
  const { signal } = io;
  if (signal.aborted) return;
  const aborted = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  let running = Promise.resolve();
  const take = async (paths: readonly string[]): Promise<void> => {
    const results = await Promise.all(studies.map((study) => takeChanges(study, paths)));
    if (results.some(Boolean)) await changed();
  };
  const watching = await disk.watch({
    changed: (paths) => {
      running = running.then(() => take(paths)).catch((error: unknown) => tell(io, String(error)));
    },
    failed: (error) => tell(io, messageOf('check.notWatched', { error })),
    since,
    keepsAlive: true,
  });
  void watching.follow(watched(studies)).then(() => tell(io, messageOf('check.watching')));
  await aborted;
  await watching.close();
  await running;
}

function watched(studies: readonly OpenStudy[]): WatchedFolder[] {
  return studies.flatMap(({ root, files }) => [
    { path: root, isShallow: false },
    ...files.filter((file) => !isWithin(root, file)).map((path) => ({ path, isShallow: true })),
  ]);
}

/** Takes over changed files; true where one of them matters. */
async function takeChanges(study: OpenStudy, paths: readonly string[]): Promise<boolean> {
  const { root, folder, isLone } = study;
  let matters = false;
  let hasNews = false;
  for (const path of new Set(paths.filter((each) => isWithin(root, each)))) {
    matters = (await takeDiskChange(study, ownName(path))) || matters;
    hasNews ||= isNews(folder, path, relativeTo(root, path) ?? '');
  }
  if (hasNews && !isLone) await loadNames(folder, root);
  return matters || hasNews;
}

async function takeDiskChange(study: OpenStudy, path: string): Promise<boolean> {
  const { root, folder, files } = study;
  const below = folder.pathOf(uriOf(path)) ?? relativeTo(root, path) ?? '';
  const isNamed = files.includes(path);
  if (disk.look(path)?.kind === 'folder') return takeGone(study, path);
  if (folder.roleOf(below) === undefined && !isNamed) return false;
  await loadFile(folder, root, path, below);
  if (isNamed) await takeNamed(folder, root, path);
  if (below === configurationName) await loadInto(folder, root);
  return true;
}

/** Lets go of the files right in a folder that are no longer there; true where there are some. */
async function takeGone({ root, folder }: OpenStudy, path: string): Promise<boolean> {
  const gone = folder.study.files.filter(({ file }) => {
    const full = join(root, file.path);
    return dirname(full) === path && disk.look(full) === undefined;
  });
  for (const { file } of gone) await loadFile(folder, root, join(root, file.path), file.path);
  return gone.length > 0;
}
