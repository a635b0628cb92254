import type { Json, JsonObject } from '../annotation.ts';
import { columnRole, type ColumnRole, markTypeOf } from './noteColumns.ts';
import { type CsvRow, csvRowsOf, separatorOf } from './csvCells.ts';
import { type DeviceMark, notesOfMarks, numbersIn } from './deviceMarks.ts';
import { blankNote, contentId, type ExchangedNote, type ExchangeReading } from './note.ts';
import { fragmentSelectors, fragmentsOf } from '../targetFragment.ts';
import { timeIn } from './timeInWords.ts';
import { type Message, messageOf } from '../../messages.ts';
import { UnreadableRows } from './unreadableRows.ts';

/** A table may have lines above its names: a title, a date. */
const maxLinesAbove = 20;

/** The type of a row that answers another one. No table says which. */
const isAnswer = /^(?:reply|answer|réponse|antwort|respuesta|risposta|resposta|antwoord)$/i;

/** The place of each column in a row, by what it holds. */
type Columns = ReadonlyMap<ColumnRole, number>;

interface QuotationTable {
  readonly names: readonly string[];
  readonly columns: Columns;
  /** What can be read of the rows. */
  readonly rows: readonly (readonly string[])[];
  /** What is told of the others. */
  readonly problems: readonly Message[];
  /** The lines above the names. */
  readonly above: readonly (readonly string[])[];
}

/** Reads a table of words and comments from any program. Columns may be in any order and are found by their names. */
export function readTable(text: string): ExchangeReading {
  const table = tableIn(text.replace(/^\uFEFF/, ''));
  if (!table) return { notes: [], problems: [messageOf('notes.noTable')] };
  const { columns, rows } = table;
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  if (columns.has('passage') && !columns.has('words') && !columns.has('comment'))
    return readMarks(table, filled);
  const notes = filled.flatMap((row) => noteOfRow(row, table) ?? []);
  const left = filled.length - notes.length;
  const answers = filled.filter((row) => isAnswer.test(tableCell(row, columns, 'type'))).length;
  const problems = [
    ...table.problems,
    ...(answers > 0 ? [messageOf('notes.answersToNothing', { count: answers })] : []),
  ];
  return { notes, problems, ...(left > 0 ? { left } : {}) };
}

function tableIn(text: string): QuotationTable | undefined {
  const all = csvRowsOf(text, separatorOf(text));
  const at = all.slice(0, maxLinesAbove).findIndex(({ cells }) => isHead(noteColumnsOf(cells)));
  const names = all[at]?.cells;
  if (!names) return undefined;
  const columns = noteColumnsOf(names);
  const above = all.slice(0, at).map(({ cells }) => cells);
  return { names, columns, above, ...readableRows(all, at + 1) };
}

/** @param first the index of the first row behind the names */
function readableRows(all: readonly CsvRow[], first: number): Pick<QuotationTable, 'rows' | 'problems'> {
  const unreadable = new UnreadableRows();
  const rows = all.slice(first).flatMap(({ cells, isOpen }, at) => {
    if (!isOpen) return [cells];
    unreadable.add(first + at + 1, messageOf('notes.openCell'));
    return [];
  });
  return { rows, problems: unreadable.messages((told) => messageOf('notes.unreadableRows', told)) };
}

/** Whether names are those of a table of notes: it has words or comments, and something besides. */
function isHead(columns: Columns): boolean {
  const hasText = columns.has('words') || columns.has('comment') || columns.has('passage');
  return hasText && columns.size > 1;
}

/** Of two columns that hold the same the first counts. Where words stand in none, a comment beside a text is on it. */
function noteColumnsOf(names: readonly string[]): Columns {
  const columns = new Map<ColumnRole, number>();
  names.forEach((name, at) => {
    const role = columnRole(name);
    if (role && !columns.has(role)) columns.set(role, at);
  });
  const passage = columns.get('passage');
  if (passage === undefined) return columns;
  const free = (['words', 'comment'] as const).filter((role) => !columns.has(role));
  if (free.length === 1 && free[0]) {
    columns.delete('passage');
    columns.set(free[0], passage);
  }
  return columns;
}

function tableCell(row: readonly string[], columns: Columns, role: ColumnRole): string {
  const at = columns.get(role);
  return at === undefined ? '' : (row[at] ?? '').trim();
}

function noteOfRow(row: readonly string[], table: QuotationTable): ExchangedNote | undefined {
  const { columns } = table;
  const cell = (role: ColumnRole): string => tableCell(row, columns, role);
  const [words, text, address] = [cell('words'), cell('comment'), cell('source')];
  if (words === '' && text === '') return undefined;
  const title = cell('title');
  const place = fragmentSelectors(address);
  const created = timeIn(cell('created'));
  const id = cell('id') || contentId('row', address || title, words, text, cell('created'));
  return {
    ...blankNote,
    id,
    source: address || title,
    motivation: text === '' ? 'highlighting' : 'commenting',
    // Beside the title of a book the author is that of the book.
    author: columns.has('title') ? '' : cell('author'),
    created,
    modified: timeIn(cell('modified')) || created,
    tags: tagsIn(cell('tags')),
    ...(words === '' ? place : { quote: { exact: words, prefix: '', suffix: '', unique: undefined } }),
    text,
    foreign: {
      json: {},
      selectors: fragmentsOf(place),
      details: otherCells(row, table),
      ...(address === '' || title === '' ? {} : { title }),
    },
  };
}

function tagsIn(cell: string): string[] {
  const separator = cell.includes(';') ? ';' : ',';
  return cell
    .split(separator)
    .map((tag) => tag.trim())
    .filter(Boolean);
}

const taken: readonly ColumnRole[] = ['id', 'source', 'words', 'comment', 'tags'];

/** Returns the cells that become no part of a note, by the names of their columns. */
function otherCells(row: readonly string[], { names, columns }: QuotationTable): JsonObject {
  const known = new Set(taken.map((role) => columns.get(role)));
  const cells = names.flatMap((name, at): [string, Json][] => {
    const value = (row[at] ?? '').trim();
    return known.has(at) || value === '' || name.trim() === '' ? [] : [[name.trim(), value]];
  });
  return Object.fromEntries(cells);
}

/** Reads a table whose rows are words or comments, as their types say: the notebook of a reading device. */
function readMarks(
  { columns, above, problems }: QuotationTable,
  rows: readonly (readonly string[])[],
): ExchangeReading {
  // “Your Kindle Notes For:”, the title, and its author stand in lines of their own.
  const title = above.map(([first = '']) => first.trim()).filter((line) => line !== '')[1] ?? '';
  const marks = rows.map((row): DeviceMark => {
    const cell = (role: ColumnRole): string => tableCell(row, columns, role);
    const where = cell('location');
    return {
      type: markTypeOf(cell('type')) ?? 'highlight',
      text: cell('passage'),
      title: cell('title') || title,
      where,
      ...numbersIn(where),
      created: timeIn(cell('created')),
    };
  });
  const { notes, empty } = notesOfMarks(marks);
  return { notes, problems, ...(empty > 0 ? { left: empty } : {}) };
}
