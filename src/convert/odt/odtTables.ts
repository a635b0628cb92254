import type { XmlAttributes } from '../xml.ts';
import { type OfficeCell, type OfficeTable, type OfficeText, tableOrText } from '../office.ts';

/** The most cells that a file may say are the same, or covered by one. */
const maxRepeated = 200;

/** A table while it is read (1.3, part 3, 9). Cells that others cover are in the file, and empty. */
export class OdtTable implements OfficeTable {
  readonly rows: OfficeCell[][] = [];
  /** How many rows are repeated on each page. */
  heads = 0;
  /** The rows that are read belong to the head. */
  isHead = false;
  private row: OfficeCell[] = [];

  /** @param place which paragraph of the file stands before it */
  constructor(private readonly place: number) {}

  openRow(): void {
    this.row = [];
  }

  openCell(text: OfficeText, attributes: XmlAttributes): void {
    const span = tableCount(attributes['table:number-columns-repeated']);
    const columns = tableCount(attributes['table:number-columns-spanned']);
    const rows = tableCount(attributes['table:number-rows-spanned']);
    this.row.push({ text, span, ...(span === 1 ? { covers: { columns, rows } } : {}) });
  }

  closeRow(): void {
    if (this.row.length > 0) this.rows.push(this.row);
    if (this.isHead) this.heads++;
  }

  /** Adds the table, or its words where it is none, to the text in which it stands. */
  addTo(text: OfficeText): void {
    tableOrText(this, this.place, text);
  }
}

function tableCount(written: string | undefined): number {
  return Math.min(Math.max(Math.trunc(Number(written ?? 1)) || 1, 1), maxRepeated);
}
