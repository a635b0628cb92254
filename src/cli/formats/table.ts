import type { Colors } from 'picocolors/types.js';
import { printable } from '../io.ts';
import { ownEntry } from '../../core/text.ts';

/** A row as CSV and tables print it: values by column name. */
export type RowFields = Readonly<Record<string, string | number | null>>;

/**
 * CSV after RFC 4180, with a header; lines end in CRLF. A text that a spreadsheet would compute begins with an apostrophe.
 * Columns are those of `columns`, for empty lists too.
 */
export function csv(columns: readonly string[], rows: readonly RowFields[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => textOfCell(ownEntry(row, column))))];
  return lines.map((cells) => `${cells.map(escapeField).join(',')}\r\n`).join('');
}

function textOfCell(value: string | number | null | undefined): string {
  if (typeof value === 'string') return /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r]/u.test(value) ? `'${value}` : value;
  return value === null || value === undefined ? '' : String(value);
}

function escapeField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A cell of a table: text, or parts of it, some of them painted. What they say cannot paint anything. */
export type Cell =
  string | readonly (string | { readonly text: string; readonly paint: (text: string) => string })[];

/**
 * A table for people; columns are as wide as their widest cell, the last as wide as it likes.
 * @param alignedRight numbers of the columns whose cells end, not begin, at the same place
 */
export function table(
  rows: readonly (readonly Cell[])[],
  colors: Colors,
  alignedRight: readonly number[] = [],
): string {
  const shown = rows.map((row) => row.map(shownCell));
  const widths = (shown[0] ?? []).map((_, column) =>
    shown.reduce((widest, row) => Math.max(widest, row[column]?.width ?? 0), 0),
  );
  return shown
    .map((row) => {
      const cells = row.map(({ text, width: own }, column) => {
        const last = column === row.length - 1;
        const padding = last ? '' : ' '.repeat(Math.max(0, (widths[column] ?? 0) - own));
        const padded = alignedRight.includes(column) ? padding + text : text + padding;
        return column === 0 ? colors.dim(padded) : padded;
      });
      return `${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}

function shownCell(cell: Cell): { readonly text: string; readonly width: number } {
  let text = '';
  let columns = 0;
  for (const part of typeof cell === 'string' ? [cell] : cell) {
    const words = printable((typeof part === 'string' ? part : part.text).replace(/\s+/gu, ' '));
    columns += columnsOf(words);
    text += typeof part === 'string' ? words : part.paint(words);
  }
  return { text, width: columns };
}

/** How many columns of a terminal a text takes: two for East Asian wide characters, none for combining marks. */
function columnsOf(text: string): number {
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
