import { appendAll } from '../../core/text.ts';
import type { Block, Cells, Run } from '../blocks.ts';
import { pushTo } from './listsByKey.ts';
import type { PdfNode } from './openPdf.ts';
import type { ListedBlock } from './pdfLists.ts';

/** Puts the cells of tables together, as the structure tree has them. What is no table of data stays as it is. */
export function withTables(blocks: readonly ListedBlock[]): ListedBlock[] {
  const made: ListedBlock[] = [];
  let cells: ListedBlock[] = [];
  const close = (): void => {
    const table = tableOfCells(cells);
    if (table) addTable(made, table);
    else appendAll(made, cells);
    cells = [];
  };
  for (const one of blocks) {
    if (one.cell?.table !== cells[0]?.cell?.table) close();
    if (one.cell) cells.push(one);
    else made.push(one);
  }
  close();
  return made;
}

interface Table extends Block {
  readonly rows: readonly Cells[];
}

/** A table of data has two rows of two cells, which hold nothing but paragraphs. */
function tableOfCells(cells: readonly ListedBlock[]): Table | undefined {
  const [first, last] = [cells[0]?.block, cells.at(-1)?.block];
  if (!first || !last || cells.some(({ block, list }) => block.kind !== 'paragraph' || list))
    return undefined;
  const nodes = [...new Set(cells.flatMap(({ cell }) => cell?.row ?? []))];
  const rows = nodes.map(({ children = [] }) => children.filter(isCell));
  const known = new Set(rows.flat());
  const isWhole = cells.every(({ cell }) => cell && known.has(cell.node));
  if (!isWhole || rows.filter((row) => row.length > 1).length < 2) return undefined;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const byCell = new Map<PdfNode, Block[]>();
  for (const { cell, block } of cells) if (cell) pushTo(byCell, cell.node, block);
  const doubtful = cells.find(({ block }) => block.doubtful && !block.doubtful.hyphens)?.block.doubtful;
  return {
    kind: 'table',
    runs: [],
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => runsOfCell(byCell, row[at]))),
    line: first.line,
    endLine: last.endLine,
    sure: true,
    ...(doubtful ? { doubtful } : {}),
  };
}

function isCell({ role }: PdfNode): boolean {
  return role === 'TD' || role === 'TH';
}

function runsOfCell(
  byCell: ReadonlyMap<PdfNode, readonly Block[]>,
  node: PdfNode | undefined,
): readonly Run[] {
  const blocks = (node && byCell.get(node)) ?? [];
  return blocks.flatMap(({ runs }, at) => (at === 0 ? runs : [{ text: ' ' }, ...runs]));
}

/** Adds a table, or its rows to the table on the page before, of which it is the rest. */
function addTable(made: ListedBlock[], table: Table): void {
  const at = made.findLastIndex(({ block }) => block.kind !== 'pageMark');
  const before = made[at]?.block;
  const isRest =
    before?.kind === 'table' &&
    before.endLine === table.line - 1 &&
    before.rows?.[0]?.length === table.rows[0]?.length;
  if (!isRest) made.push({ block: table });
  else {
    const isRepeated = textOfRow(before.rows?.[0]) === textOfRow(table.rows[0]);
    const rows = [...(before.rows ?? []), ...table.rows.slice(isRepeated ? 1 : 0)];
    made[at] = { block: { ...before, rows, endLine: table.endLine } };
  }
}

function textOfRow(row: Cells | undefined): string {
  return (row ?? []).map((runs) => runs.map(({ text }) => text).join('')).join('\n');
}
