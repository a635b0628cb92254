import { join } from 'node:path';
import { inWords, messageOf } from '../../core/messages.ts';
import { type ClearPlaceRow, clearPlaceRows, isLost } from '../../core/present/notes.ts';
import { shorten } from '../../core/present/wording.ts';
import { notesIndex, planClearPlaces } from '../../core/resolve.ts';
import type { Study } from '../../core/study.ts';
import { changeTextFile } from '../../files/texts.ts';
import { type CliCommand, noColor } from '../command.ts';
import { table } from '../formats/table.ts';
import { colorsFor, type ExitCode, type Io, printOut, tell } from '../io.ts';
import { namer } from '../listingKind.ts';
import { homeStudy, openFolder, readStudy } from '../openStudies.ts';
import { keysOfNamed } from './noteSources.ts';

const placeFormats = ['pretty', 'json'] as const;
/** As much of a note's words as tells it from others in a table. */
const maxCellUnits = 50;

/** `pilcrow notes place`: notes without a place, each with the one that is clearly the first choice. */
export const placeNotesCommand: CliCommand = {
  name: 'place',
  description: 'notesPlaceHelp.description',
  arguments: [{ name: '[SOURCE...]', help: 'notesExportHelp.source' }],
  options: [
    { flags: '-w, --write', help: 'notesPlaceHelp.write' },
    { flags: '--except <ID>', help: 'notesPlaceHelp.except', isList: true },
    {
      flags: '-f, --format <FORMAT>',
      help: 'notesPlaceHelp.format',
      choices: placeFormats,
      default: 'pretty',
    },
    noColor,
  ],
  run: placeNotesClearly,
};

interface NotesPlaceOptions {
  readonly write?: boolean;
  readonly except?: readonly string[];
  readonly format: (typeof placeFormats)[number];
  readonly color: boolean;
}

async function placeNotesClearly(
  names: readonly string[],
  options: NotesPlaceOptions,
  io: Io,
): Promise<ExitCode> {
  const { study, root, code } = readStudy(await openFolder(homeStudy(io), io), io);
  const keys = keysOfNamed(names, study);
  const except = new Set(options.except);
  const isOn = (source: string): boolean => keys.length === 0 || keys.includes(source);
  const rows = clearPlaceRows(study, namer(io)).filter(({ source, id }) => isOn(source) && !except.has(id));
  const lost = notesIndex(study).threads.filter((thread) => isOn(thread.sourceName) && isLost(thread));
  const isComplete = options.write ? await writePlaces(rows, study, root, io) : true;
  if (options.format === 'json') printOut(io, `${JSON.stringify(rows, null, 2)}\n`, 'data');
  else if (rows.length > 0)
    printOut(io, table(rows.map(clearPlaceCells), colorsFor(io, options.color)), 'painted');
  const others = lost.length - rows.length;
  const written = options.write === true && isComplete;
  tell(io, messageOf('notes.clearPlaces', { clear: rows.length, others, written }));
  return isComplete ? code : 2;
}

/** Returns whether all could be written. */
async function writePlaces(
  rows: readonly ClearPlaceRow[],
  study: Study,
  root: string,
  io: Io,
): Promise<boolean> {
  let isComplete = true;
  const ids = new Set(rows.map(({ id }) => id));
  for (const { path, change } of planClearPlaces(ids, study, new Date().toISOString())) {
    const failed = await changeTextFile(root, join(root, ...path.split('/')), change);
    if (failed) tell(io, failed.problem);
    isComplete &&= !failed;
  }
  return isComplete;
}

function clearPlaceCells({ file, line, column, label, quote, found }: ClearPlaceRow): string[] {
  return [
    `${file}:${String(line)}:${String(column)}`,
    label,
    inWords('notes.quoted', { words: shorten(quote, maxCellUnits) }),
    `→ ${inWords('notes.quoted', { words: shorten(found, maxCellUnits) })}`,
  ];
}
