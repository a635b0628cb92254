import { blankNote, type ExchangedNote, type ExchangeFormat, type ExchangeReading } from './note.ts';
import { messageOf } from '../../messages.ts';
import { UnreadableRows } from './unreadableRows.ts';
import { csvRowsOf } from './csvCells.ts';
import { readTable } from './quotationTable.ts';

/** The columns in order. Other columns are ignored. */
const csvColumns = [
  'id',
  'source',
  'answers',
  'kind',
  'motivation',
  'author',
  'created',
  'modified',
  'resolved',
  'tags',
  'exact',
  'prefix',
  'suffix',
  'unique',
  'start',
  'end',
  'text',
] as const;
type Column = (typeof csvColumns)[number];

/** Notes as a table. */
export const csvFormat: ExchangeFormat = { extension: 'csv', write: toCsv, read: fromCsv };

/**
 * Returns notes as a table (RFC 4180). Tags share one cell, separated by semicolons; a tag that contains one is in
 * quotation marks.
 */
function toCsv(notes: readonly ExchangedNote[]): string {
  const rows = [
    csvColumns.join(','),
    ...notes.map((note) => csvColumns.map((name) => escapeCsv(csvCell(note, name))).join(',')),
  ];
  return rows.map((row) => `${row}\r\n`).join('');
}

function csvCell(note: ExchangedNote, name: Column): string {
  const { quote, position } = note;
  switch (name) {
    case 'answers':
    case 'kind':
      return note[name] ?? '';
    case 'resolved':
      return note.resolved ? 'yes' : 'no';
    case 'tags':
      return note.tags.map((tag) => (/[;"]/.test(tag) ? JSON.stringify(tag) : tag)).join('; ');
    case 'exact':
    case 'prefix':
    case 'suffix':
      return quote?.[name] ?? '';
    case 'unique':
      return quote?.unique === undefined ? '' : quote.unique ? 'yes' : 'no';
    case 'start':
    case 'end':
      return position ? String(position[name]) : '';
    default:
      return note[name];
  }
}

function escapeCsv(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Reads a table: one that `toCsv` wrote, whose columns may be in any order, or one of another program. */
function fromCsv(text: string): ExchangeReading {
  const plain = text.replace(/^\uFEFF/, '');
  const [head, ...rows] = csvRowsOf(plain);
  const names = head?.cells.map((name) => name.trim()) ?? [];
  if (!['id', 'text', 'source'].every((name) => names.includes(name))) return readTable(plain);
  const notes: ExchangedNote[] = [];
  const unreadable = new UnreadableRows();
  rows.forEach(({ cells, isOpen }, index) => {
    const value = (name: Column): string => cells[names.indexOf(name)] ?? '';
    if (cells.every((each) => each === '')) return;
    if (isOpen) unreadable.add(index + 2, messageOf('notes.openCell'));
    else if (value('id') === '') unreadable.add(index + 2, messageOf('notes.noId'));
    else notes.push(noteOfCells(value));
  });
  return { notes, problems: unreadable.messages((told) => messageOf('notes.unreadableRows', told)) };
}

function noteOfCells(value: (name: Column) => string): ExchangedNote {
  const exact = value('exact');
  const [start, end] = [value('start'), value('end')];
  const numbered = /^\d+$/.test(start) && /^\d+$/.test(end);
  const answered = value('answers');
  return {
    ...blankNote,
    id: value('id'),
    source: value('source'),
    answers: answered === '' ? undefined : answered,
    kind: value('kind') || undefined,
    motivation: value('motivation'),
    author: value('author'),
    created: value('created'),
    modified: value('modified') || value('created'),
    resolved: value('resolved') === 'yes',
    tags: tagsOf(value('tags')),
    quote:
      exact.trim() === ''
        ? undefined
        : {
            exact,
            prefix: value('prefix'),
            suffix: value('suffix'),
            unique: { yes: true, no: false }[value('unique')],
          },
    position: numbered ? { start: Number(start), end: Number(end) } : undefined,
    text: value('text'),
  };
}

function tagsOf(cell: string): string[] {
  const found = cell.matchAll(/\s*(?:("(?:[^"\\]|\\.)*")|([^;]*))\s*(?:;|$)/g);
  return [...found]
    .map(([, quoted, plain]) => (quoted ? unquoteCell(quoted) : (plain ?? '').trim()))
    .filter(Boolean);
}

function unquoteCell(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
