import { OfficeContext } from '../office.ts';
import { OdtChanges } from './odtChanges.ts';
import { OdtNumbering } from './odtNumbering.ts';
import { OdtStyles } from './odtStyles.ts';

/** What all texts of an OpenDocument file share. */
export class OdtContext extends OfficeContext {
  readonly styles = new OdtStyles();
  readonly numbering = new OdtNumbering();
  readonly changes = new OdtChanges();
  /** The words of formulas, by the folder of each in the file. */
  formulas: ReadonlyMap<string, string> = new Map();
}
