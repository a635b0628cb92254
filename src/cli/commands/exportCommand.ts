import { basename, dirname, join, resolve } from 'node:path';
import { messageOf } from '../../core/messages.ts';
import { proofRemarks } from '../../core/present/papers.ts';
import type { Paper } from '../../core/study.ts';
import { type ExportedFile, exportNames, type ExportName, exportPaper } from '../../files/exportPaper.ts';
import { disk } from '../../files/node.ts';
import { pathOf } from '../../files/paths.ts';
import { folderAround } from '../../files/roots.ts';
import { pathsArgument, type CliCommand } from '../command.ts';
import { tuneForOneText } from '../engineFlags.ts';
import { CannotDo, progress, type ExitCode, type Io, tell } from '../io.ts';
import {
  chosenFiles,
  displayPath,
  fileName,
  type OpenStudy,
  openStudies,
  readStudy,
} from '../openStudies.ts';

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
function refuse({ to, out, citations }: ExportOptions, count: number, io: Io): void {
  if (citations === 'zotero' && to !== 'docx' && to !== 'odt')
    throw new CannotDo(messageOf('export.noFields'));
  if (out === '-' && (count > 1 || (to !== 'html' && to !== 'md')))
    throw new CannotDo(messageOf('export.noText'));
  if (count > 1 && out !== undefined && !isFolder(out, io))
    throw new CannotDo(messageOf('export.manyIntoOne'));
}

function isFolder(out: string, io: Io): boolean {
  return /[\\/]$/u.test(out) || disk.look(resolve(io.cwd, out))?.kind === 'folder';
}

/** Returns whether the paper went out. */
async function exportOne({ paper, opened }: ChosenPaper, options: ExportOptions, io: Io): Promise<boolean> {
  const { to, out, csl, citations, passages = true, force = false } = options;
  const target = targetOf(paper, options, io);
  if (!force && out !== '-' && disk.look(target)) return stays(target, io);
  if (io.packageRoot === undefined) throw new CannotDo(messageOf('export.noStyles'));
  const done = progress(io, messageOf('export.making', { file: fileName(paper, io) }));
  const made = await exportPaper({
    paper,
    study: opened.folder.study,
    root: opened.root,
    to,
    target,
    packageRoot: io.packageRoot,
    style: csl === undefined ? undefined : { name: csl, folder: io.cwd },
    ...(options.proof ? { remarks: proofRemarks(paper, opened.folder.study) } : {}),
    withoutPassages: !passages,
    areFieldsLive: citations === 'zotero',
    programPath: io.env['PATH'] ?? io.env['Path'] ?? '',
    signal: io.signal,
  });
  done();
  if ('problem' in made) throw new CannotDo(made.problem);
  tellProblems(paper, made, io);
  if (out === '-') {
    io.stdout.write(typeof made.content === 'string' ? made.content : new TextDecoder().decode(made.content));
    return true;
  }
  const written = made.format === to ? target : target.replace(/\.[^./\\]*$/u, `.${made.format}`);
  if (!force && written !== target && disk.look(written)) return stays(written, io);
  await disk.write(written, made.content, { within: folderAround(opened.root, written) });
  io.stdout.write(`${displayPath(written, io)}\n`);
  return true;
}

function stays(path: string, io: Io): false {
  tell(io, messageOf('export.stays', { file: displayPath(path, io) }));
  return false;
}

/** Where a paper goes: its own name with another ending, beside it or in the folder that was named. */
function targetOf(paper: Paper, { to, out }: ExportOptions, io: Io): string {
  const path = pathOf(paper.file.uri) ?? resolve(io.cwd, paper.file.path);
  const name = `${basename(path).replace(/(?:\.analysis)?\.(?:md|markdown)$/iu, '')}.${to}`;
  if (out === undefined || out === '-') return join(dirname(path), name);
  const target = resolve(io.cwd, out);
  return isFolder(out, io) ? join(target, name) : target;
}

function tellProblems(paper: Paper, { problems, notes }: ExportedFile, io: Io): void {
  for (const { range, message } of problems) {
    const { line, column } = paper.lines.positionAt(range.start);
    tell(
      io,
      messageOf('cli.problemAt', { file: fileName(paper, io), line: line + 1, column: column + 1, message }),
    );
  }
  const count = problems.filter(({ kind }) => kind === 'unresolved').length;
  if (count > 0) tell(io, messageOf('export.unresolved', { count }));
  for (const note of notes) tell(io, note);
}
