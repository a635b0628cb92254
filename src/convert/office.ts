/** What word processors have in common: paragraphs by style, lists with their numbers, notes, signs of symbol fonts. */
export { alignmentOf, tableOrText, type OfficeCell, type OfficeTable } from './office/officeTables.ts';
export { OfficeContext } from './office/officeContext.ts';
export { type OfficeText } from './office/officeText.ts';
export { numberedNotes } from './office/officeNotes.ts';
export { frontOf, type OfficeProperties } from './office/officeFront.ts';
export { type CommentedWords } from './office/commentedWords.ts';
export { type ListPlace } from './office/listPlace.ts';
export { looksOfNames, type NamedLooks, roleOfNames, type StyleRole } from './office/styleRole.ts';
export { shownNumber } from './office/shownNumber.ts';
export { symbolOf, withoutSymbols } from './office/symbolFonts.ts';
export { type ManagedField, managedControl, managedField } from './office/citationFields.ts';
export { isKeyOf } from './office/isKeyOf.ts';
