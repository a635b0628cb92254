import type { Block, Cells, Run } from '../blocks.ts';
import type { OfficeText } from './officeText.ts';

/** A cell of a table, and how many columns it spans. */
export interface OfficeCell {
  readonly text: OfficeText;
  readonly span: number;
  /** It goes on from the cell above it. */
  readonly isContinued?: boolean;
}

/** The most columns of a table. */
const maxColumns = 200;

/**
 * Adds a table to a text: as a table where it holds data, two rows of two cells or more and only words in them; else it is
 * there for the layout, and its cells are text.
 */
export function tableOrText(rows: readonly (readonly OfficeCell[])[], place: number, into: OfficeText): void {
  const read = rows.map((cells) => cells.map((cell) => ({ ...cell, blocks: cell.text.end() })));
  const isData =
    read.filter(({ length }) => length >= 2).length >= 2 &&
    read.every((cells) => cells.every(({ blocks }) => blocks.every(isOfWords)));
  if (!isData) {
    for (const { text } of rows.flat()) into.addText(text);
    return;
  }
  const cells = read.map((row) => row.flatMap(({ blocks, span }) => columns(blocks, span)));
  const endLine = read.flat().flatMap(({ blocks }) => blocks.map((block) => block.endLine));
  into.addBlock({
    kind: 'table',
    runs: [],
    rows: cells,
    sure: true,
    line: place,
    endLine: endLine.reduce((last, line) => Math.max(last, line), place),
  });
}

function isOfWords({ kind, quotation }: Block): boolean {
  return (kind === 'paragraph' || kind === 'pageMark') && quotation === undefined;
}

/** A cell over several columns is the first of them, and the others are empty. */
function columns(blocks: readonly Block[], span: number): Cells {
  const words = blocks.filter(({ kind }) => kind === 'paragraph');
  const runs = words.flatMap((block, index): readonly Run[] =>
    index === 0 ? block.runs : [{ text: ' ' }, ...block.runs],
  );
  const empty = Array.from({ length: Math.min(Math.max(span, 1), maxColumns) - 1 }, (): Run[] => []);
  return [runs.filter(({ page }) => page === undefined), ...empty];
}
