import type { ManuscriptBlock, ManuscriptInline, ManuscriptTable, TableRow } from '../manuscript.ts';

/** What writes the contents of cells. */
interface CellWriter {
  readonly inlines: (inlines: readonly ManuscriptInline[]) => string;
  readonly blocks: (blocks: readonly ManuscriptBlock[]) => string;
}

/** Writes a table with pipes; one whose cells hold more than words is drawn as a grid. */
export function writeTable(table: ManuscriptTable, writer: CellWriter): string {
  const caption = table.caption.length > 0 ? `\n\n: ${writer.inlines(table.caption)}` : '';
  const isPlain = [...table.head, ...table.rows].flat().every(isPlainCell) && table.head.length <= 1;
  return `${isPlain ? pipeTable(table, writer) : gridTable(table, writer)}${caption}`;
}

function isPlainCell(blocks: readonly ManuscriptBlock[]): boolean {
  const [first, more] = blocks;
  if (!first) return true;
  return first.kind === 'paragraph' && !more && !first.children.some(({ kind }) => kind === 'break');
}

function pipeTable({ alignments, head, rows }: ManuscriptTable, { blocks }: CellWriter): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const row = (cells: TableRow): string => line(cells.map((cell) => blocks(cell)));
  const rule = alignments.map((each) => {
    const left = each === 'left' || each === 'center' ? ':' : '-';
    return `${left}--${each === 'right' || each === 'center' ? ':' : '-'}`;
  });
  return [row(head[0] ?? alignments.map(() => [])), line(rule), ...rows.map(row)].join('\n');
}

function gridTable({ alignments, head, rows }: ManuscriptTable, { blocks }: CellWriter): string {
  const linesOf = (row: TableRow): readonly (readonly string[])[] =>
    row.map((cell) => blocks(cell).split('\n'));
  const all = [...head, ...rows].map(linesOf);
  const widths = alignments.map((_each, column) =>
    Math.max(3, ...all.flatMap((row) => (row[column] ?? []).map((line) => [...line].length))),
  );
  const rule = (sign: string, isMarked: boolean): string =>
    `+${widths
      .map((width, column) => {
        const align = isMarked ? alignments[column] : undefined;
        const left = align === 'left' || align === 'center' ? ':' : sign;
        const right = align === 'right' || align === 'center' ? ':' : sign;
        return `${left}${sign.repeat(width)}${right}`;
      })
      .join('+')}+`;
  const row = (cells: readonly (readonly string[])[]): string => {
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_each, at) => {
      const parts = widths.map((width, column) => {
        const line = cells[column]?.[at] ?? '';
        return ` ${line}${' '.repeat(width - [...line].length)} `;
      });
      return `|${parts.join('|')}|`;
    }).join('\n');
  };
  const heads = all.slice(0, head.length).map(row);
  const bodies = all.slice(head.length).flatMap((cells) => [row(cells), rule('-', false)]);
  const top = rule('-', head.length === 0);
  const parts = heads.length > 0 ? [...heads, rule('=', true)] : [];
  return [top, ...parts, ...bodies].join('\n');
}
