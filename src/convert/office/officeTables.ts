import { tableOf } from '../../core/text.ts';
import type { Block, Cells, ColumnAlignment, Run } from '../blocks.ts';
import type { OfficeText } from './officeText.ts';
import { headsOf, type SpanningCell, spansOf } from './tableSpans.ts';

/** A cell of a table, and how many columns it spans. */
export interface OfficeCell extends SpanningCell {
  readonly text: OfficeText;
}

/** The rows of a table, and how many of them its file says are the head. */
export interface OfficeTable {
  readonly rows: readonly (readonly OfficeCell[])[];
  readonly heads: number;
}

interface ReadOfficeCell extends OfficeCell {
  readonly blocks: readonly Block[];
}

/** The most columns of a table. */
const maxColumns = 200;

/** What both formats call how lines are aligned. To the left they stand by themselves, and LibreOffice says so of all. */
const alignmentNames = tableOf<ColumnAlignment>({
  right: 'right',
  end: 'right',
  center: 'center',
});

/** How the lines of a paragraph are aligned, by what its file calls that. */
export function alignmentOf(name: string | undefined): ColumnAlignment {
  return name === undefined ? undefined : alignmentNames[name];
}

/**
 * Adds a table to a text: as a table where it holds data, two rows of two cells or more and only words in them; else it is
 * there for the layout, and its cells are text.
 */
export function tableOrText({ rows, heads }: OfficeTable, place: number, into: OfficeText): void {
  const read = rows.map((cells) => cells.map((cell) => ({ ...cell, blocks: cell.text.end() })));
  const isData =
    read.filter(({ length }) => length >= 2).length >= 2 &&
    read.every((cells) => cells.every(({ blocks }) => blocks.every(isOfWords)));
  if (!isData) {
    for (const { text } of rows.flat()) into.addText(text);
    return;
  }
  const cells = read.map((row) => row.flatMap(({ blocks, span }) => columns(blocks, span)));
  const alignments = columnAlignments(read);
  const spans = spansOf(read);
  const endLine = read.flat().flatMap(({ blocks }) => blocks.map((block) => block.endLine));
  into.addBlock({
    kind: 'table',
    runs: [],
    rows: cells,
    ...(alignments.some(Boolean) ? { alignments } : {}),
    ...(into.isDraft() && (spans.length > 0 || heads > 1) ? { spans, heads: headsOf(heads, spans) } : {}),
    sure: true,
    line: place,
    endLine: endLine.reduce((last, line) => Math.max(last, line), place),
  });
}

/** How each column is aligned: as all its cells below the head are, else as that. */
function columnAlignments(rows: readonly (readonly ReadOfficeCell[])[]): ColumnAlignment[] {
  const columnsOf = rows.map((row) =>
    row.flatMap((cell) => Array.from({ length: cell.span }, (_, at) => (at === 0 ? cell : undefined))),
  );
  const count = columnsOf.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: count }, (_, column) => {
    const [head, ...body] = columnsOf.map((row) => row[column]);
    const ofBody = body.flatMap((cell) => (cell && cell.blocks.length > 0 ? [cell.text.alignment] : []));
    const [first] = ofBody;
    if (ofBody.length === 0) return head?.text.alignment;
    return ofBody.every((each) => each === first) ? first : undefined;
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
