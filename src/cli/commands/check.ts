import { createColors } from 'picocolors';
import { findingRow } from '../../core/present/listings.ts';
import type { ChosenLevel } from '../choices.ts';
import { useColors } from '../colors.ts';
import { githubReport } from '../formats/github.ts';
import { junitReport } from '../formats/junit.ts';
import { prettyReport, summaryLine } from '../formats/pretty.ts';
import { hasFailure, type CheckedFile } from '../formats/report.ts';
import { sarifReport } from '../formats/sarif.ts';
import { fixStudy, tellFixes } from '../fix.ts';
import { CannotDo, tell, type ExitCode, type Io } from '../io.ts';
import { chosenFiles, fileName, openStudies, tellConfigurationProblems, type OpenStudy } from '../studies.ts';
import { versionOf } from '../version.ts';
import { watchStudies } from '../watch.ts';

export const checkFormats = ['pretty', 'json', 'sarif', 'github', 'junit'] as const;
export type CheckFormat = (typeof checkFormats)[number];

export interface CheckOptions {
  readonly format: CheckFormat;
  readonly failOn?: ChosenLevel;
  readonly fix?: boolean;
  readonly watch?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** `pilcrow check`: what is wrong in papers, sources and glossaries. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  if (options.watch && (options.format === 'sarif' || options.format === 'junit'))
    throw new CannotDo(
      `--watch prints findings again and again, which ${options.format} has no form for. Use pretty, json or github.`,
    );
  const { studies, complete } = await openStudies(paths, io);
  if (options.fix) tellFixes(await Promise.all(studies.map((study) => fixStudy(study, io))), io);
  let files = studies.flatMap((study) => checkedFiles(study, options, io));
  if (files.length === 0 && complete) tellNothingToCheck(studies, io);
  print(files, studies, options, io);
  if (options.watch)
    await watchStudies(studies, io, async () => {
      files = await checkAgain(studies, options, io);
    });
  if (!complete || (files.length === 0 && !studies.some(isStudy))) return 2;
  return hasFailure(files) ? 1 : 0;
}

/** Whether a folder is a study folder at all, whatever it holds. */
function isStudy({ folder }: OpenStudy): boolean {
  return folder.study.files.length > 0;
}

function tellNothingToCheck(studies: readonly OpenStudy[], io: Io): void {
  tell(
    io,
    studies.some(isStudy)
      ? 'There is nothing to check here: papers are called *.analysis.md.'
      : 'There is no study folder here: it has no papers (*.analysis.md) and no sources. “pilcrow init” makes one.',
  );
}

async function checkAgain(
  studies: readonly OpenStudy[],
  options: CheckOptions,
  io: Io,
): Promise<CheckedFile[]> {
  if (options.fix) tellFixes(await Promise.all(studies.map((study) => fixStudy(study, io))), io);
  for (const { folder } of studies) tellConfigurationProblems(folder.study, io);
  const files = studies.flatMap((study) => checkedFiles(study, options, io));
  print(files, studies, options, io);
  return files;
}

function checkedFiles(study: OpenStudy, options: CheckOptions, io: Io): CheckedFile[] {
  const known = study.folder.study;
  const failOn = options.failOn ?? known.configuration.failOn;
  return chosenFiles(study).map((analysis) => {
    const findings = study.folder.findingsOf(analysis.file.uri);
    const rows = findings.map((finding) =>
      findingRow(finding, analysis, known, (file) => fileName(file, io)),
    );
    return { name: fileName(analysis, io), rows, failOn };
  });
}

function print(
  files: readonly CheckedFile[],
  studies: readonly OpenStudy[],
  options: CheckOptions,
  io: Io,
): void {
  io.stdout.write(report(files, options, io));
  if (options.format !== 'pretty' || options.quiet) return;
  const papers = studies.flatMap(chosenFiles).flatMap((file) => (file.role === 'paper' ? [file] : []));
  const citations = papers.reduce((sum, paper) => sum + paper.citations.length, 0);
  tell(io, summaryLine(files, papers.length, citations));
}

function report(files: readonly CheckedFile[], options: CheckOptions, io: Io): string {
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
