import { inEnglish } from '../../core/messages.ts';
import { extname, join, resolve } from 'node:path';
import { nearest } from '../../core/text.ts';
import type { Study } from '../../core/study.ts';
import {
  exchangedNote,
  type ExchangedNote,
  type ExchangeReading,
  fromCsv,
  fromHypothesis,
  fromMarkdown,
  isModel,
  mergeNotes,
  readNotes,
  toCsv,
  toHypothesis,
  toMarkdown,
} from '../../core/notes.ts';
import { placeLabel } from '../../core/present/notes.ts';
import { notesIndex, planNoteImport } from '../../core/resolve.ts';
import { refusal } from '../../core/present/wording.ts';
import { disk } from '../../files/node.ts';
import { changeTextFile, readText } from '../../files/texts.ts';
import type { CliCommand, CliOption } from '../command.ts';
import { CannotDo, tell, type ExitCode, type Io } from '../io.ts';
import {
  homeStudy,
  displayPath,
  openStudy,
  tellConfigurationProblems,
  writeOut,
  type OpenStudy,
} from '../openStudies.ts';

const notesFormats = ['hypothesis', 'markdown', 'csv'] as const;
type NotesFormat = (typeof notesFormats)[number];

const format: CliOption = {
  flags: '-f, --format <FORMAT>',
  help: 'form of the notes',
  choices: notesFormats,
};

export const notesCommand: CliCommand = {
  name: 'notes',
  summary: 'exchange notes with other programs, put two versions of them together',
  description:
    'Writes notes in other formats, reads them back, and puts two versions of a notes file together. “pilcrow list notes” lists them.',
  commands: [
    {
      name: 'export',
      description:
        'Writes notes as Hypothesis lists them (JSON), as Markdown to read and print, or as a table (CSV).',
      arguments: [{ name: '[SOURCE...]', help: 'keys of sources (default: all)' }],
      options: [
        { ...format, default: 'hypothesis' },
        { flags: '-o, --out <FILE>', help: 'where to write them (default: standard output)' },
      ],
      run: exportNotes,
    },
    {
      name: 'import',
      description:
        'Takes in notes of Hypothesis (JSON), of a W3C annotation page, or that Pilcrow exported. Notes that are here already, by their ids, stay as they are.',
      arguments: [{ name: '<FILE>', help: 'the notes; - for standard input' }],
      options: [
        { ...format, help: 'form of the notes (default: by the ending of the file)' },
        { flags: '-s, --source <KEY>', help: 'the source of notes whose address no source here has' },
        { flags: '--author <NAME>', help: 'the author of notes that name none' },
      ],
      run: importNotes,
    },
    {
      name: 'merge',
      description:
        'Puts two versions of a notes file together, note by note, and writes the second; where both changed a note, both versions stay. For git: merge.pilcrow.driver = "pilcrow notes merge %O %A %B".',
      arguments: [
        { name: '<BASE>', help: 'the version that both come from; an empty file where there is none' },
        { name: '<OURS>', help: 'our version, which is written' },
        { name: '<THEIRS>', help: 'the other version' },
      ],
      run: mergeFiles,
    },
  ],
};

interface NotesExportOptions {
  readonly format: NotesFormat;
  readonly out?: string;
}

interface NotesImportOptions {
  readonly format?: NotesFormat;
  readonly source?: string;
  readonly author?: string;
}

async function home(io: Io): Promise<{ study: OpenStudy; usable: boolean }> {
  const study = await openStudy({ root: homeStudy(io), folders: [], files: [] }, io);
  return { study, usable: tellConfigurationProblems(study.folder.study, io) };
}

/** The notes of a study folder, or those on some of its sources, in another format. */
async function exportNotes(names: readonly string[], options: NotesExportOptions, io: Io): Promise<ExitCode> {
  const { study, usable } = await home(io);
  const text = notesText(exchangedNotesOn(names, study.folder.study), options.format, study.folder.study);
  if (options.out === undefined || options.out === '-') io.stdout.write(text);
  else {
    const target = resolve(io.cwd, options.out);
    await writeOut(target, text, study.root);
    io.stdout.write(`${displayPath(target, io)}\n`);
  }
  return usable ? 0 : 2;
}

/** Notes with their answers behind them. */
function exchangedNotesOn(names: readonly string[], study: Study): readonly ExchangedNote[] {
  const { threads, bySource } = notesIndex(study);
  const keys = names.map((name) => name.replace(/^@/, ''));
  for (const key of keys)
    if (!bySource.has(key) && !study.sources.has(key)) throw new CannotDo(unknownSource(key, study));
  return threads
    .filter(({ sourceName }) => keys.length === 0 || keys.includes(sourceName))
    .flatMap((thread) => [thread, ...thread.answers].map(({ annotation }) => exchangedNote(annotation)));
}

function unknownSource(key: string, study: Study): string {
  const [near] = nearest(key, [...study.sources.keys()]);
  return `“${key}” is no source.${near === undefined ? '' : ` Did you mean “${near}”?`}`;
}

function notesText(notes: readonly ExchangedNote[], format: NotesFormat, study: Study): string {
  const { threadOf } = notesIndex(study);
  switch (format) {
    case 'csv':
      return toCsv(notes);
    case 'hypothesis':
      return toHypothesis(notes, (key) => {
        const source = study.sources.get(key);
        const url = source?.csl['URL'];
        return { uri: typeof url === 'string' ? url : key, title: source?.title ?? key };
      });
    case 'markdown':
      return toMarkdown(notes, 'Notes', (note) => {
        const thread = threadOf.get(note.id);
        const kind = note.answers === undefined ? (thread?.kind.label ?? 'Note') : 'Answer';
        const where = thread ? [`@${thread.sourceName}`, placeLabel(thread)].filter(Boolean).join(', ') : '';
        return [kind, note.author, where].filter(Boolean).join(' · ');
      });
  }
}

const readers: Readonly<Record<NotesFormat, (text: string) => ExchangeReading>> = {
  csv: fromCsv,
  hypothesis: fromHypothesis,
  markdown: fromMarkdown,
};

/** Takes in the notes of a file. Notes that are there stay as they are. */
async function importNotes(file: string, options: NotesImportOptions, io: Io): Promise<ExitCode> {
  const { study, usable } = await home(io);
  const { notes, problems } = await readExchangeFile(file, options, io);
  const key = options.source?.replace(/^@/, '');
  if (key !== undefined && !study.folder.study.sources.has(key))
    throw new CannotDo(unknownSource(key, study.folder.study));
  const signed = notes.map((note) => ({ ...note, author: note.author || (options.author ?? '') }));
  const plan = planNoteImport(signed, study.folder.study, key);
  for (const problem of problems) tell(io, inEnglish(problem));
  let complete = usable && problems.length === 0;
  for (const { path, change } of plan.steps) {
    const target = join(study.root, ...path.split('/'));
    const failed = await changeTextFile(study.root, target, change);
    if (failed) tell(io, inEnglish(failed.problem));
    else io.stdout.write(`${displayPath(target, io)}\n`);
    complete = complete && !failed;
  }
  const known = plan.known === 0 ? '' : `; ${String(plan.known)} were here already and stay as they are`;
  tell(io, `${String(plan.added)} ${plan.added === 1 ? 'note' : 'notes'} taken in${known}.`);
  return complete ? 0 : 2;
}

async function readExchangeFile(
  file: string,
  { format }: NotesImportOptions,
  io: Io,
): Promise<ExchangeReading> {
  const content =
    file === '-'
      ? { text: new TextDecoder().decode(await io.stdin.read()) }
      : await readText(resolve(io.cwd, file));
  if (content === undefined) throw new CannotDo(`There is no file “${file}”.`);
  if ('problem' in content) throw new CannotDo(inEnglish(content.problem));
  if (format === undefined && isModel(content.text)) {
    const { notes, problems } = readNotes(content.text);
    return { notes: notes.map(exchangedNote), problems: problems.map(({ message }) => message) };
  }
  return readers[format ?? formatOf(file)](content.text);
}

function formatOf(file: string): NotesFormat {
  switch (extname(file).toLowerCase()) {
    case '.csv':
      return 'csv';
    case '.md':
      return 'markdown';
    default:
      return 'hypothesis';
  }
}

/** Puts two versions of a notes file together, as git asks a merge driver to; the second is written. */
async function mergeFiles(
  base: string,
  ours: string,
  theirs: string,
  _options: object,
  io: Io,
): Promise<ExitCode> {
  const [old, own, other] = await Promise.all([base, ours, theirs].map((path) => versionAt(path, io)));
  const result = mergeNotes(old || undefined, own ?? '', other ?? '');
  if ('problem' in result) throw new CannotDo(inEnglish(result.problem));
  await disk.write(resolve(io.cwd, ours), result.text);
  if (result.conflicts > 0)
    tell(io, `${String(result.conflicts)} changed on both sides: the other versions are kept beside them.`);
  return 0;
}

async function versionAt(path: string, io: Io): Promise<string> {
  const full = resolve(io.cwd, path);
  const found = await disk.read(full);
  if (!found) throw new CannotDo(inEnglish(refusal(displayPath(full, io), 'read', 'ENOENT')));
  if ('problem' in found) throw new CannotDo(inEnglish(found.problem));
  return found.bytes.toString();
}
