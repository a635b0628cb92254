import {
  cellPlacesOf,
  type Manuscript,
  type ManuscriptBlock,
  type ManuscriptTable,
  type TableRow,
} from '../manuscript.ts';
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
  table: ManuscriptTable,
  widths: readonly number[],
  left: number,
  writeCell: (blocks: readonly ManuscriptBlock[], looks: ParagraphLooks) => string,
): string {
  const { alignments, head, rows } = table;
  const placeOf = cellPlacesOf(table);
  const rowOf = (row: TableRow, isHead: boolean, rowAt: number): string => {
    const cells = widths.map((_, at) => {
      const place = placeOf(rowAt, at);
      const span = place.kind === 'covered' ? place.by : { ...place, column: at };
      // A cell over several rows goes on in each of them, one over several columns is written once.
      if (span.column !== at || (place.kind === 'covered' && place.by.row === rowAt)) return '';
      const width = widths.slice(at, at + span.columns).reduce((sum, each) => sum + each, 0);
      const goesOn = place.kind === 'covered' ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>';
      const properties = [
        markup('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
        span.columns > 1 ? markup('w:gridSpan', { 'w:val': span.columns }) : '',
        span.rows > 1 ? goesOn : '',
      ].join('');
      const content = writeCell(row[at] ?? [], { alignment: alignments[at], keepsWithNext: isHead });
      return markup('w:tc', {}, markup('w:tcPr', {}, properties) + content);
    });
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
      ...head.map((row, at) => rowOf(row, true, at)),
      ...rows.map((row, at) => rowOf(row, false, head.length + at)),
    ].join(''),
  );
}

/**
 * The widths of the columns of a table, in twentieths of a point: the longer its texts are the wider one is, but none takes
 * all room.
 */
export function columnWidths(table: ManuscriptTable, whole: number, manuscript: Manuscript): number[] {
  const { alignments, head, rows } = table;
  const placeOf = cellPlacesOf(table);
  const all = [...head, ...rows];
  const columns = all.reduce((most, row) => Math.max(most, row.length), Math.max(1, alignments.length));
  const lengths = Array.from({ length: columns }, (_, at) =>
    all.reduce((most, row, rowAt) => {
      const place = placeOf(rowAt, at);
      const shared = place.kind === 'own' ? place.columns : 1;
      return Math.max(most, Math.min(80, shownWords(row[at] ?? [], manuscript).length / shared));
    }, 8),
  );
  const sum = lengths.reduce((total, length) => total + length, 0);
  return lengths.map((length) => Math.floor((whole * length) / sum));
}
