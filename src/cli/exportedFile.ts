import { resolve } from 'node:path';
import { type Message, messageOf } from '../core/messages.ts';
import {
  type ExportedFile,
  type ExportJob,
  type ExportName,
  exportNames,
  exportPaper,
  paperOfDocument,
} from '../files/exportPaper.ts';
import { disk } from '../files/node.ts';
import { folderAround } from '../files/roots.ts';
import type { CliOption } from './command.ts';
import { CannotDo, type ExitCode, type Io, progress, tell } from './io.ts';
import { displayPath, fileName, type ReadStudy } from './openStudies.ts';

/** What an export is asked to be like. */
export interface FileOptions {
  readonly to: ExportName;
  /** `-` for standard output; a file or folder is in `target` already. */
  readonly out?: string;
  readonly csl?: string;
  readonly force?: boolean;
}

/** A paper that goes out, and where to. */
export type FileJob = Omit<ExportJob, 'packageRoot' | 'programPath' | 'signal' | 'style' | 'to'>;

/** Makes a file of a paper and writes it. A file that is there stays unless it is to be replaced. Returns whether it went out. */
export async function writeExported(
  job: FileJob,
  { to, out, csl, force = false }: FileOptions,
  io: Io,
  tellMade: (made: ExportedFile) => void,
): Promise<boolean> {
  const { target, root } = job;
  if (!force && out !== '-' && disk.look(target)) return stays(target, io);
  if (io.packageRoot === undefined) throw new CannotDo(messageOf('export.noStyles'));
  const done = progress(io, messageOf('export.making', { file: fileName(job.paper, io) }));
  const made = await exportPaper({
    ...job,
    to,
    packageRoot: io.packageRoot,
    style: csl === undefined ? undefined : { name: csl, folder: io.cwd },
    programPath: io.env['PATH'] ?? io.env['Path'] ?? '',
    signal: io.signal,
  });
  done();
  if ('problem' in made) throw new CannotDo(made.problem);
  tellMade(made);
  for (const note of made.notes) tell(io, note);
  if (out === '-') {
    io.stdout.write(typeof made.content === 'string' ? made.content : new TextDecoder().decode(made.content));
    return true;
  }
  const written = made.format === to ? target : target.replace(/\.[^./\\]*$/u, `.${made.format}`);
  if (!force && written !== target && disk.look(written)) return stays(written, io);
  await disk.write(written, made.content, { within: folderAround(root, written) });
  io.stdout.write(`${displayPath(written, io)}\n`);
  return true;
}

function stays(path: string, io: Io): false {
  tell(io, messageOf('export.stays', { file: displayPath(path, io) }));
  return false;
}

/** Refuses standard output for what is no text. */
export function rejectNoText({ to, out }: Pick<FileOptions, 'to' | 'out'>): void {
  if (out === '-' && to !== 'html' && to !== 'md') throw new CannotDo(messageOf('export.noText'));
}

/** The options of commands whose Markdown also goes out as a file. */
export const documentOptions: readonly CliOption[] = [
  { flags: '-t, --to <FORMAT>', help: 'exportHelp.documentTo', choices: exportNames },
  { flags: '--csl <STYLE>', help: 'exportHelp.csl' },
  { flags: '--force', help: 'exportHelp.force' },
];

/** What these options say; without `to` the document is printed as Markdown. */
export interface DocumentOptions {
  readonly to?: ExportName;
  readonly out?: string;
  readonly csl?: string;
  readonly force?: boolean;
}

/** Markdown that goes out as a file. */
export interface ExportedDocument {
  readonly text: string;
  /** The name of its file without an ending. */
  readonly name: string;
}

/** Writes a document of a study as a paper goes out: into the current folder where no file is named. */
export async function writeDocument(
  { text, name }: ExportedDocument,
  options: DocumentOptions & { readonly to: ExportName },
  { study, root, code }: ReadStudy,
  io: Io,
): Promise<ExitCode> {
  rejectNoText(options);
  const { to, out } = options;
  const target = resolve(io.cwd, out === undefined || out === '-' ? `${name}.${to}` : out);
  const paper = paperOfDocument(text, name);
  const isDone = await writeExported({ paper, study, root, target }, options, io, ({ problems }) => {
    // What is unresolved stands in a paper or note: `pilcrow check` says where.
    for (const message of distinctMessages(problems)) tell(io, message);
  });
  return isDone ? code : 2;
}

function distinctMessages(problems: ExportedFile['problems']): readonly Message[] {
  return [...new Map(problems.map(({ message }) => [JSON.stringify(message), message])).values()];
}
