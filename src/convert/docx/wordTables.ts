import { type OfficeCell, type OfficeTable, type OfficeText, tableOrText } from '../office.ts';
import type { XmlAttributes } from '../xml.ts';
import { wordValue } from './wordProperties.ts';

interface OpenWordCell {
  readonly text: OfficeText;
  span: number;
  isContinued: boolean;
  isGone: boolean;
}

/** A table while it is read (17.4). */
export class WordTable implements OfficeTable {
  readonly rows: OfficeCell[][] = [];
  /** How many rows are repeated on each page. */
  heads = 0;
  private row: OfficeCell[] = [];
  private isRowGone = false;
  private cell: OpenWordCell | undefined;

  /** @param place which paragraph of the file stands before it */
  constructor(private readonly place: number) {}

  openRow(): void {
    this.row = [];
    this.isRowGone = false;
  }

  openCell(text: OfficeText): void {
    this.cell = { text, span: 1, isContinued: false, isGone: false };
  }

  /** Leaves out the row that is open. */
  removeRow(): void {
    this.isRowGone = true;
  }

  /** The row that is open belongs to the head. */
  markHead(): void {
    this.heads++;
  }

  /** An element of the properties of a cell. */
  property(name: string, parent: string, attributes: XmlAttributes): void {
    const { cell } = this;
    if (!cell || parent !== 'w:tcPr') return;
    else if (name === 'w:gridSpan') cell.span = Number(wordValue(attributes)) || 1;
    else if (name === 'w:vMerge') cell.isContinued = wordValue(attributes) !== 'restart';
    else if (name === 'w:cellDel') cell.isGone = true;
  }

  closeCell(): void {
    if (this.cell && !this.cell.isGone) this.row.push(this.cell);
    this.cell = undefined;
  }

  closeRow(): void {
    if (!this.isRowGone && this.row.length > 0) this.rows.push(this.row);
  }

  /** Adds the table, or its words where it is none, to the text in which it stands. */
  addTo(text: OfficeText): void {
    tableOrText(this, this.place, text);
  }
}
