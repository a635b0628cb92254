import type { Colors } from 'picocolors/types.js';
import { printable } from '../io.ts';

/** A row as CSV and tables print it: values by column name. */
export type Fields = Readonly<Record<string, string | number | null>>;

/** CSV after RFC 4180, with a header; lines end in CRLF. Columns are those of `columns`, for empty lists too. */
export function csv(columns: readonly string[], rows: readonly Fields[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  return lines.map((cells) => `${cells.map(escape).join(',')}\r\n`).join('');
}

function cell(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function escape(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A table for people; columns are as wide as their widest cell, the last as wide as it likes. */
export function table(rows: readonly (readonly string[])[], colors: Colors): string {
  const shown = rows.map((row) => row.map((text) => printable(text.replace(/\s+/gu, ' '))));
  const widths = (shown[0] ?? []).map((_, column) =>
    Math.max(...shown.map((row) => width(row[column] ?? ''))),
  );
  return shown
    .map((row) => {
      const cells = row.map((text, column) => {
        const last = column === row.length - 1;
        const padded = last ? text : text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(text)));
        return column === 0 ? colors.dim(padded) : padded;
      });
      return `${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}

/** How many columns of a terminal a text takes: two for East Asian wide characters, none for combining marks. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    columns +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return columns;
}
