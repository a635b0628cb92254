/** What separates cells. */
const cellSeparators = [',', '\t', ';'] as const;
type Separator = (typeof cellSeparators)[number];

/** Returns what separates the cells of a table: the sign that stands most often in its first lines, outside of quotation marks. */
export function separatorOf(text: string): Separator {
  const start = text.slice(0, 4000).replace(/"(?:[^"]|"")*"/g, '');
  const counts = cellSeparators.map((sign) => start.split(sign).length);
  return cellSeparators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Returns the cells of a table (RFC 4180). An unclosed quotation mark ends with the text. */
export function csvRowsOf(text: string, separator: Separator = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { value, end } = cellAt(text, at, separator);
    row.push(value);
    at = end;
    if (text.charAt(at) === separator) {
      at++;
      if (at < text.length) continue;
      row.push('');
    }
    if (text.charAt(at) === '\r') at++;
    if (text.charAt(at) === '\n') at++;
    rows.push(row);
    row = [];
  }
  return rows;
}

const bareCells: Readonly<Record<Separator, RegExp>> = {
  ',': /[^,\r\n]*/y,
  '\t': /[^\t\r\n]*/y,
  ';': /[^;\r\n]*/y,
};
const quotedCell = /"((?:[^"]|"")*)(?:"|$)/y;

function cellAt(text: string, from: number, separator: Separator): { value: string; end: number } {
  const isQuoted = text.charAt(from) === '"';
  const cell = isQuoted ? quotedCell : bareCells[separator];
  cell.lastIndex = from;
  const [written = '', inner = ''] = cell.exec(text) ?? [];
  const value = isQuoted ? inner.replace(/""/g, '"') : written;
  return { value, end: from + Math.max(written.length, isQuoted ? 1 : 0) };
}
