import { basename, dirname, join, resolve } from 'node:path';
import { messageOf } from '../../core/messages.ts';
import { proofRemarks } from '../../core/present/papers.ts';
import type { Paper } from '../../core/study.ts';
import { type ExportedFile, exportNames, type ExportName } from '../../files/exportPaper.ts';
import { disk } from '../../files/node.ts';
import { pathOf } from '../../files/paths.ts';
import { pathsArgument, type CliCommand } from '../command.ts';
import { tuneForOneText } from '../engineFlags.ts';
import { rejectNoText, writeExported } from '../exportedFile.ts';
import { CannotDo, type ExitCode, type Io, tell } from '../io.ts';
import { chosenFiles, fileName, type OpenStudy, openStudies, readStudy } from '../openStudies.ts';

export const exportCommand: CliCommand = {
  name: 'export',
  summary: 'exportHelp.summary',
  description: 'exportHelp.description',
  arguments: [pathsArgument],
  options: [
    { flags: '-t, --to <FORMAT>', help: 'exportHelp.to', choices: exportNames, default: 'html' },
    { flags: '-o, --out <PATH>', help: 'exportHelp.out' },
    { flags: '--csl <STYLE>', help: 'exportHelp.csl' },
    {
      flags: '--citations <KIND>',
      help: 'exportHelp.citations',
      choices: ['links', 'zotero'],
      default: 'links',
    },
    { flags: '--proof', help: 'exportHelp.proof' },
    { flags: '--no-passages', help: 'exportHelp.noPassages' },
    { flags: '--force', help: 'exportHelp.force' },
  ],
  after: () => messageOf('exportHelp.after'),
  run: exportPapers,
};

interface ExportOptions {
  readonly to: ExportName;
  /** A file, a folder, or `-` for standard output; beside the paper where it is left out. */
  readonly out?: string;
  readonly csl?: string;
  readonly citations: 'links' | 'zotero';
  readonly proof?: boolean;
  /** False with `--no-passages`. */
  readonly passages?: boolean;
  readonly force?: boolean;
}

interface ChosenPaper {
  readonly paper: Paper;
  readonly opened: OpenStudy;
}

async function exportPapers(paths: readonly string[], options: ExportOptions, io: Io): Promise<ExitCode> {
  tuneForOneText();
  const { studies, complete } = await openStudies(paths, io);
  if (!complete) return 2;
  let code: ExitCode = 0;
  const chosen: ChosenPaper[] = [];
  for (const opened of studies) {
    if (readStudy(opened, io).code !== 0) code = 2;
    for (const paper of chosenFiles(opened)) if (paper.role === 'paper') chosen.push({ paper, opened });
  }
  if (chosen.length === 0) throw new CannotDo(messageOf('export.noPaper'));
  refuse(options, chosen.length, io);
  for (const each of chosen) if (!(await exportOne(each, options, io))) code = 2;
  return code;
}

/** Throws where what was asked for does not go together. */
function refuse(options: ExportOptions, count: number, io: Io): void {
  const { to, out, citations } = options;
  if (citations === 'zotero' && to !== 'docx' && to !== 'odt')
    throw new CannotDo(messageOf('export.noFields'));
  if (out === '-' && count > 1) throw new CannotDo(messageOf('export.noText'));
  rejectNoText(options);
  if (count > 1 && out !== undefined && !isFolder(out, io))
    throw new CannotDo(messageOf('export.manyIntoOne'));
}

function isFolder(out: string, io: Io): boolean {
  return /[\\/]$/u.test(out) || disk.look(resolve(io.cwd, out))?.kind === 'folder';
}

/** Returns whether the paper went out. */
function exportOne({ paper, opened }: ChosenPaper, options: ExportOptions, io: Io): Promise<boolean> {
  const { citations, passages = true } = options;
  const { study } = opened.folder;
  const job = {
    paper,
    study,
    root: opened.root,
    target: targetOf(paper, options, io),
    ...(options.proof ? { remarks: proofRemarks(paper, study) } : {}),
    withoutPassages: !passages,
    areFieldsLive: citations === 'zotero',
  };
  return writeExported(job, options, io, (made) => tellProblems(paper, made, io));
}

/** Where a paper goes: its own name with another ending, beside it or in the folder that was named. */
function targetOf(paper: Paper, { to, out }: ExportOptions, io: Io): string {
  const path = pathOf(paper.file.uri) ?? resolve(io.cwd, paper.file.path);
  const name = `${basename(path).replace(/(?:\.analysis)?\.(?:md|markdown)$/iu, '')}.${to}`;
  if (out === undefined || out === '-') return join(dirname(path), name);
  const target = resolve(io.cwd, out);
  return isFolder(out, io) ? join(target, name) : target;
}

function tellProblems(paper: Paper, { problems }: ExportedFile, io: Io): void {
  for (const { range, message } of problems) {
    const { line, column } = paper.lines.positionAt(range.start);
    tell(
      io,
      messageOf('cli.problemAt', { file: fileName(paper, io), line: line + 1, column: column + 1, message }),
    );
  }
  const count = problems.filter(({ kind }) => kind === 'unresolved').length;
  if (count > 0) tell(io, messageOf('export.unresolved', { count }));
}
