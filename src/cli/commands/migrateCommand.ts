import { randomUUID } from 'node:crypto';
import { inWords, messageOf } from '../../core/messages.ts';
import { type MigrationRow, migrationRows } from '../../core/present/listings.ts';
import { fileEdits, type FiledMove, migrationOf, movedNoteSteps, withEdits } from '../../core/printings.ts';
import type { Source, Study } from '../../core/study.ts';
import { appendTo, nearest } from '../../core/text.ts';
import { pathOf } from '../../files/paths.ts';
import { changeTextFile, type TextChange } from '../../files/texts.ts';
import { type CliCommand, noColor } from '../command.ts';
import { table } from '../formats/table.ts';
import { CannotDo, colorsFor, type ExitCode, type Io, printOut, tell } from '../io.ts';
import { namer } from '../listingKind.ts';
import { namedSource, openFolder, readStudy, rootFor, withoutAt } from '../openStudies.ts';

const migrateFormats = ['pretty', 'json'] as const;

export const migrateCommand: CliCommand = {
  name: 'migrate',
  summary: 'migrateHelp.summary',
  description: 'migrateHelp.description',
  arguments: [
    { name: '<OLD>', help: 'migrateHelp.old' },
    { name: '<NEW>', help: 'migrateHelp.now' },
  ],
  options: [
    { flags: '-w, --write', help: 'migrateHelp.write' },
    {
      flags: '-f, --format <FORMAT>',
      help: 'migrateHelp.format',
      choices: migrateFormats,
      default: 'pretty',
    },
    noColor,
  ],
  run: migrate,
};

interface MigrateOptions {
  readonly write?: boolean;
  readonly format: (typeof migrateFormats)[number];
  readonly color: boolean;
}

async function migrate(oldName: string, newName: string, options: MigrateOptions, io: Io): Promise<ExitCode> {
  const { study, root, code } = readStudy(await openFolder(rootFor(oldName, io), io), io);
  const pair = { old: textNamed(oldName, study, io), now: textNamed(newName, study, io) };
  if (pair.old === pair.now) throw new CannotDo(messageOf('migrate.same'));
  const moves = migrationOf(pair, study);
  const written = options.write ? await writeMoves(moves, study, root, io) : true;
  printMoves(moves, pair.old, options, io);
  return written ? code : 2;
}

function textNamed(name: string, study: Study, io: Io): Source {
  const source = namedSource(name, study, io);
  if (source && source.passages.length > 0) return source;
  const key = withoutAt(name);
  if (source || study.works.has(key)) throw new CannotDo(messageOf('migrate.noPassages', { key }));
  throw new CannotDo(messageOf('cli.noSource', { name, nearest: nearest(key, [...study.sources.keys()]) }));
}

/** Writes what is certain, each file whole or not at all. Returns whether all could be written. */
async function writeMoves(moves: readonly FiledMove[], study: Study, root: string, io: Io): Promise<boolean> {
  let isComplete = true;
  const change = async (path: string | undefined, textChange: TextChange): Promise<void> => {
    if (path === undefined) return;
    const failed = await changeTextFile(root, path, textChange);
    if (failed) tell(io, failed.problem);
    isComplete &&= !failed;
  };
  const byUri = new Map<string, ReturnType<typeof fileEdits>[number][]>();
  for (const edit of fileEdits(moves)) appendTo(byUri, edit.uri, edit);
  for (const [uri, edits] of byUri) {
    const content = study.byUri.get(uri)?.file.content;
    const seen = content && 'text' in content ? content.text : '';
    const changed = messageOf('migrate.changed', { file: study.byUri.get(uri)?.file.path ?? uri });
    await change(pathOf(uri), (text) =>
      text === seen ? { text: withEdits(text, edits) } : { problem: changed },
    );
  }
  const moment = { now: new Date().toISOString(), newId: `urn:uuid:${randomUUID()}` };
  const uriByPath = new Map(study.notes.map(({ file }) => [file.path, file.uri]));
  for (const { path, change: noteChange } of movedNoteSteps(moves, study, moment))
    await change(pathOf(uriByPath.get(path) ?? ''), noteChange);
  return isComplete;
}

function printMoves(moves: readonly FiledMove[], old: Source, options: MigrateOptions, io: Io): void {
  const rows = migrationRows(moves, namer(io));
  if (options.format === 'json') {
    printOut(io, `${JSON.stringify(rows, null, 2)}\n`, 'data');
    return;
  }
  if (rows.length === 0) {
    tell(io, messageOf('migrate.none', { key: old.key }));
    return;
  }
  printOut(io, table(rows.map(moveCells), colorsFor(io, options.color)), 'painted');
  const moved = rows.filter(({ newText }) => newText !== null).length;
  const written = options.write === true;
  tell(io, messageOf('migrate.summary', { moved, stays: rows.length - moved, written }));
}

function moveCells({
  file,
  line,
  column,
  state,
  before,
  after,
  candidates,
  byQuotation,
}: MigrationRow): string[] {
  const whole = inWords('migrate.wholeText');
  const may = candidates.length > 0 ? inWords('migrate.candidates', { paragraphs: candidates }) : '';
  return [
    `${file}:${String(line)}:${String(column)}`,
    inWords('migrate.state', { state }),
    before || whole,
    after === null ? may : `→ ${after || whole}`,
    byQuotation ? inWords('migrate.byQuotation') : '',
  ];
}
