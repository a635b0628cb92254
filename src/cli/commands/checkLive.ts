import { findingRow } from '../../core/present/listings.ts';
import type { CheckedFile } from '../formats/report.ts';
import { hasFailure } from '../formats/report.ts';
import { fixStudy, tellFixes } from '../fix.ts';
import type { ExitCode, Io } from '../io.ts';
import { chosenFiles, fileName, filesToCheck, openStudies, type OpenStudy } from '../studies.ts';
import { watchStudies } from '../watch.ts';
import { printReport, tellNothingToCheck, type Checked, type CheckOptions } from './check.ts';

/** `pilcrow check --fix` and `--watch`: with the whole study folder in memory, as it changes while it is checked. */
export async function checkLive(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const { studies, complete } = await openStudies(paths, io);
  let checked = await checkOnce(studies, options, io);
  if (checked.files.length === 0 && complete) tellNothingToCheck(studies.some(isStudy), io);
  printReport(checked, options, io);
  if (options.watch)
    await watchStudies(studies, io, async () => {
      checked = await checkOnce(studies, options, io);
      printReport(checked, options, io);
    });
  if (!complete || (checked.files.length === 0 && !studies.some(isStudy))) return 2;
  return hasFailure(checked.files) ? 1 : 0;
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

function checkedFiles(study: OpenStudy, options: CheckOptions, io: Io): CheckedFile[] {
  const known = study.folder.study;
  const failOn = options.failOn ?? known.configuration.failOn;
  return filesToCheck(study).map((analysis) => {
    const findings = study.folder.findingsOf(analysis.file.uri);
    const rows = findings.map((finding) =>
      findingRow(finding, analysis, known, (file) => fileName(file, io)),
    );
    return { name: fileName(analysis, io), rows, failOn };
  });
}
