import { messageOf, type Message } from '../../core/messages.ts';
import { join, resolve } from 'node:path';
import type { Study } from '../../core/study.ts';
import { exchangeFormats, type ExchangeReading, mergeNotes, withAnswersInNotes } from '../../core/notes.ts';
import { exchangeContext, notesDocument, notesToExchange } from '../../core/present/notes.ts';
import { type ImportPlan, planNoteImport, sourceKeyFor } from '../../core/resolve.ts';
import { disk } from '../../files/node.ts';
import { changeTextFile, decode } from '../../files/texts.ts';
import type { CliCommand, CliOption } from '../command.ts';
import { documentOptions, type DocumentOptions, writeDocument } from '../exportedFile.ts';
import { CannotDo, tell, type ExitCode, type Io, printOut } from '../io.ts';
import { mergeVersions } from '../mergeDriver.ts';
import { displayPath, homeStudy, openFolder, readStudy, withoutAt, writeOut } from '../openStudies.ts';
import { placeNotesCommand } from './placeNotes.ts';
import { keysOfNamed, unknownSource } from './noteSources.ts';

const writableFormats = Object.keys(exchangeFormats).filter((name) => exchangeFormats[name]?.write);
const readableFormats = Object.keys(exchangeFormats).filter((name) => exchangeFormats[name]?.read);
const [usualFormat = ''] = writableFormats;

const format: Pick<CliOption, 'flags'> = { flags: '-f, --format <FORMAT>' };

export const notesCommand: CliCommand = {
  name: 'notes',
  summary: 'notesHelp.summary',
  description: 'notesHelp.description',
  commands: [
    {
      name: 'export',
      description: 'notesExportHelp.description',
      arguments: [{ name: '[SOURCE...]', help: 'notesExportHelp.source' }],
      options: [
        { ...format, help: 'notesHelp.format', choices: writableFormats, default: usualFormat },
        { flags: '-o, --out <FILE>', help: 'notesExportHelp.out' },
        { flags: '--answers-in-notes', help: 'notesExportHelp.answersInNotes' },
        ...documentOptions,
      ],
      run: exportNotes,
    },
    {
      name: 'import',
      description: 'notesImportHelp.description',
      arguments: [{ name: '<FILE>', help: 'notesImportHelp.file' }],
      options: [
        {
          ...format,
          help: 'notesImportHelp.format',
          choices: readableFormats,
        },
        { flags: '-s, --source <KEY>', help: 'notesImportHelp.source' },
        { flags: '--author <NAME>', help: 'notesImportHelp.author' },
        { flags: '--private', help: 'notesImportHelp.private' },
      ],
      run: importNotes,
    },
    placeNotesCommand,
    {
      name: 'merge',
      description: 'notesMergeHelp.description',
      arguments: [
        { name: '<BASE>', help: 'notesMergeHelp.base' },
        { name: '<OURS>', help: 'notesMergeHelp.ours' },
        { name: '<THEIRS>', help: 'notesMergeHelp.theirs' },
      ],
      run: mergeFiles,
    },
  ],
};

interface NotesExportOptions extends DocumentOptions {
  readonly answersInNotes?: boolean;
  readonly format: string;
}

interface NotesImportOptions {
  readonly format?: string;
  readonly source?: string;
  readonly author?: string;
  readonly private?: boolean;
}

/** The notes of a study folder, or those on some of its sources, in another format. */
async function exportNotes(names: readonly string[], options: NotesExportOptions, io: Io): Promise<ExitCode> {
  const read = readStudy(await openFolder(homeStudy(io), io), io);
  const { study, root, code } = read;
  const { to } = options;
  const notes = notesToExchange(study, keysOfNamed(names, study));
  const told = options.answersInNotes ? withAnswersInNotes(notes) : notes;
  if (to !== undefined) {
    const document = { text: notesDocument(told, study), name: 'notes' };
    return writeDocument(document, { ...options, to }, read, io);
  }
  const written = exchangeFormats[options.format]?.write?.(told, exchangeContext(study));
  await writeOut(options.out, written ?? '', { root, force: options.force }, io);
  return code;
}

/** Takes in the notes of a file. Notes that are there stay as they are. */
async function importNotes(file: string, options: NotesImportOptions, io: Io): Promise<ExitCode> {
  const { study, root, code } = readStudy(await openFolder(homeStudy(io), io), io);
  const key = options.source === undefined ? undefined : withoutAt(options.source);
  if (key !== undefined && !study.sources.has(key)) throw new CannotDo(unknownSource(key, study));
  const { notes, problems, left = 0 } = await readExchangeFile(file, options, study, io);
  const signed = notes.map((note) => ({ ...note, author: note.author || (options.author ?? '') }));
  const plan = planNoteImport(signed, study, { source: key, takesPrivate: options.private ?? false });
  for (const problem of problems) tell(io, problem);
  let complete = code === 0 && problems.length === 0;
  for (const { path, change } of plan.steps) {
    const target = join(root, ...path.split('/'));
    const failed = await changeTextFile(root, target, change);
    if (failed) tell(io, failed.problem);
    else printOut(io, `${displayPath(target, io)}\n`, 'words');
    complete = complete && !failed;
  }
  for (const told of effectsOf(plan, left)) tell(io, told);
  return complete ? 0 : 2;
}

/** What an import has done, and what it has left out. */
function effectsOf(plan: ImportPlan, empty: number): readonly Message[] {
  const { added, known, unplaced, privateNotes, ofOtherSources } = plan;
  return [
    messageOf('notes.takenIn', { added, known }),
    ...(unplaced > 0 ? [messageOf('notes.unplaced', { count: unplaced })] : []),
    ...(privateNotes > 0 ? [messageOf('notes.leftPrivate', { count: privateNotes })] : []),
    ...(ofOtherSources > 0 ? [messageOf('notes.leftOthers', { count: ofOtherSources })] : []),
    ...(empty > 0 ? [messageOf('notes.leftEmpty', { count: empty })] : []),
  ];
}

async function readExchangeFile(
  file: string,
  { format, source }: NotesImportOptions,
  study: Study,
  io: Io,
): Promise<ExchangeReading> {
  const content = file === '-' ? { bytes: await io.stdin.read() } : await disk.read(resolve(io.cwd, file));
  if (content === undefined) throw new CannotDo(messageOf('cli.noFile', { file }));
  if ('problem' in content) throw new CannotDo(content.problem);
  const keyOf = (name: string): string | undefined =>
    sourceKeyFor(name, study) ?? (source === undefined ? undefined : withoutAt(source));
  const { notesOfFile } = await import('../../convert/fileNotes.ts');
  const reading = await notesOfFile({ bytes: content.bytes, fileName: file, format, keyOf, decode });
  if ('problem' in reading) throw new CannotDo(reading.problem);
  return reading;
}

/** Puts two versions of a notes file together, as git asks a merge driver to; the second is written. */
async function mergeFiles(
  base: string,
  ours: string,
  theirs: string,
  _options: object,
  io: Io,
): Promise<ExitCode> {
  const conflicts = await mergeVersions([base, ours, theirs], mergeNotes, io);
  if (conflicts > 0) tell(io, messageOf('notes.merged', { conflicts }));
  return 0;
}
