import { Option, type Command } from 'commander';
import { notesFormats } from './choices.ts';
import type { NotesExportOptions, NotesImportOptions } from './commands/notes.ts';
import type { ExitCode, Io } from './io.ts';

const lazy = () => import('./commands/lazy.ts');

/** `pilcrow notes …`: notes in other formats, and two versions of a file put together. */
export function addNotes(pilcrow: Command, io: Io, finish: (code: ExitCode) => void): void {
  const notes = pilcrow
    .command('notes')
    .summary('exchange notes with other programs, put two versions of them together')
    .description(
      'Writes notes in other formats, reads them back, and puts two versions of a notes file together. “pilcrow list notes” lists them.',
    );
  notes
    .command('export')
    .description(
      'Writes notes as Hypothesis lists them (JSON), as Markdown to read and print, or as a table (CSV).',
    )
    .argument('[SOURCE...]', 'keys of sources (default: all)')
    .addOption(
      new Option('-f, --format <FORMAT>', 'form of the notes').choices(notesFormats).default('hypothesis'),
    )
    .option('-o, --out <FILE>', 'where to write them (default: standard output)')
    .action(async (names: string[], options: NotesExportOptions) =>
      finish(await (await lazy()).exportNotes(names, options, io)),
    );
  notes
    .command('import')
    .description(
      'Takes in notes of Hypothesis (JSON), of a W3C annotation page, or that Pilcrow exported. Notes that are here already, by their ids, stay as they are.',
    )
    .argument('<FILE>', 'the notes; - for standard input')
    .addOption(
      new Option('-f, --format <FORMAT>', 'form of the notes (default: by the ending of the file)').choices(
        notesFormats,
      ),
    )
    .option('-s, --source <KEY>', 'the source of notes whose address no source here has')
    .option('--author <NAME>', 'the author of notes that name none')
    .action(async (file: string, options: NotesImportOptions) =>
      finish(await (await lazy()).importNotes(file, options, io)),
    );
  notes
    .command('merge')
    .description(
      'Puts two versions of a notes file together, note by note, and writes the second; where both changed a note, both versions stay. For git: merge.pilcrow.driver = "pilcrow notes merge %O %A %B".',
    )
    .argument('<BASE>', 'the version that both come from; an empty file where there is none')
    .argument('<OURS>', 'our version, which is written')
    .argument('<THEIRS>', 'the other version')
    .action(async (base: string, ours: string, theirs: string) =>
      finish(await (await lazy()).mergeFiles(base, ours, theirs, io)),
    );
}
