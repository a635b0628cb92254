/** What separates cells. */
const cellSeparators = [',', '\t', ';'] as const;
type Separator = (typeof cellSeparators)[number];

/** Returns what separates the cells of a table: the sign that stands most often in its first lines, outside of quotation marks. */
export function separatorOf(text: string): Separator {
  const start = text.slice(0, 4000).replace(/"(?:[^"]|"")*"/g, '');
  const counts = cellSeparators.map((sign) => start.split(sign).length);
  return cellSeparators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** A row of a table. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Whether a quotation mark of it is never closed, so that nobody knows where it ends: it ends with its line here. */
  readonly isOpen: boolean;
}

/** Returns the rows of a table (RFC 4180). What stands behind the closing mark of a cell belongs to it. */
export function csvRowsOf(text: string, separator: Separator = ','): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let isOpen = false;
  let at = 0;
  while (at < text.length) {
    const cell = csvCellAt(text, at, separator);
    cells.push(cell.value);
    isOpen ||= cell.isOpen;
    at = cell.end;
    if (text.charAt(at) === separator) {
      at++;
      if (at < text.length) continue;
      cells.push('');
    }
    if (text.charAt(at) === '\r') at++;
    if (text.charAt(at) === '\n') at++;
    rows.push({ cells, isOpen });
    cells = [];
    isOpen = false;
  }
  return rows;
}

const bareCells: Readonly<Record<Separator, RegExp>> = {
  ',': /[^,\r\n]*/y,
  '\t': /[^\t\r\n]*/y,
  ';': /[^;\r\n]*/y,
};
const quotedCell = /"((?:[^"]|"")*)"/y;
const restOfCsvLine = /[^\r\n]*/y;

interface ReadCell {
  readonly value: string;
  readonly isOpen: boolean;
  readonly end: number;
}

function csvCellAt(text: string, from: number, separator: Separator): ReadCell {
  if (text.charAt(from) !== '"') return { ...matchOfCell(bareCells[separator], text, from), isOpen: false };
  quotedCell.lastIndex = from;
  const [written, inner = ''] = quotedCell.exec(text) ?? [];
  if (written === undefined) return { ...matchOfCell(restOfCsvLine, text, from + 1), isOpen: true };
  const rest = matchOfCell(bareCells[separator], text, from + written.length);
  return { value: inner.replace(/""/g, '"') + rest.value, isOpen: false, end: rest.end };
}

/** @param pattern sticky, and matches everywhere */
function matchOfCell(pattern: RegExp, text: string, from: number): { value: string; end: number } {
  pattern.lastIndex = from;
  const [value = ''] = pattern.exec(text) ?? [];
  return { value, end: from + value.length };
}
