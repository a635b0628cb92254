import type { Manuscript, ManuscriptBlock, ManuscriptTable, TableRow } from '../manuscript.ts';
import { markup, shownWords } from '../packing.ts';
import type { ParagraphLooks } from './docxParagraphs.ts';

/** The width of the text on a page, in twentieths of a point. */
export const textTwips = 9026;

/**
 * A table (17.4).
 * @param widths those of its columns, in twentieths of a point
 * @param left how far it stands from the left edge of the text, in twentieths of a point
 * @param writeCell writes the paragraphs of a cell
 */
export function docxTable(
  { alignments, head, rows }: ManuscriptTable,
  widths: readonly number[],
  left: number,
  writeCell: (blocks: readonly ManuscriptBlock[], looks: ParagraphLooks) => string,
): string {
  const rowOf = (row: TableRow, isHead: boolean): string => {
    const cells = widths.map((width, at) =>
      markup(
        'w:tc',
        {},
        markup('w:tcPr', {}, markup('w:tcW', { 'w:w': width, 'w:type': 'dxa' })) +
          writeCell(row[at] ?? [], { alignment: alignments[at], keepsWithNext: isHead }),
      ),
    );
    const properties = isHead ? '<w:cantSplit/><w:tblHeader/>' : '<w:cantSplit/>';
    return markup('w:tr', {}, markup('w:trPr', {}, properties) + cells.join(''));
  };
  const properties = [
    '<w:tblStyle w:val="Table"/>',
    markup('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
    left === 0 ? '' : markup('w:tblInd', { 'w:w': left, 'w:type': 'dxa' }),
    markup('w:tblLook', {
      'w:val': head.length > 0 ? '0020' : '0000',
      'w:firstRow': head.length > 0 ? 1 : 0,
    }),
  ].join('');
  return markup(
    'w:tbl',
    {},
    [
      markup('w:tblPr', {}, properties),
      markup('w:tblGrid', {}, widths.map((width) => markup('w:gridCol', { 'w:w': width })).join('')),
      ...head.map((row) => rowOf(row, true)),
      ...rows.map((row) => rowOf(row, false)),
    ].join(''),
  );
}

/**
 * The widths of the columns of a table, in twentieths of a point: the longer its texts are the wider one is, but none takes
 * all room.
 */
export function columnWidths(
  { alignments, head, rows }: ManuscriptTable,
  whole: number,
  manuscript: Manuscript,
): number[] {
  const all = [...head, ...rows];
  const columns = all.reduce((most, row) => Math.max(most, row.length), Math.max(1, alignments.length));
  const lengths = Array.from({ length: columns }, (_, at) =>
    all.reduce((most, row) => Math.max(most, Math.min(80, shownWords(row[at] ?? [], manuscript).length)), 8),
  );
  const sum = lengths.reduce((total, length) => total + length, 0);
  return lengths.map((length) => Math.floor((whole * length) / sum));
}
