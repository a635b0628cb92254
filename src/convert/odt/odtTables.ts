import { type OfficeCell, type OfficeText, tableOrText } from '../office.ts';

/** The most cells that a file may say are the same. */
const maxRepeated = 200;

/** A table while it is read (1.3, part 3, 9). Cells that others cover are in the file, and empty. */
export class OdtTable {
  private readonly rows: OfficeCell[][] = [];
  private row: OfficeCell[] = [];

  /** @param place which paragraph of the file stands before it */
  constructor(private readonly place: number) {}

  openRow(): void {
    this.row = [];
  }

  openCell(text: OfficeText, repeated: number): void {
    this.row.push({ text, span: Math.min(repeated, maxRepeated) });
  }

  closeRow(): void {
    if (this.row.length > 0) this.rows.push(this.row);
  }

  /** Adds the table, or its words where it is none, to the text in which it stands. */
  addTo(text: OfficeText): void {
    tableOrText(this.rows, this.place, text);
  }
}
