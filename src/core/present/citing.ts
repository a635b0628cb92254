/** Citing a passage: search, choose, write, extend. */
export { type CitableItem, citableItems } from './citing/citable.ts';
export { citeAt } from './citing/citeAt.ts';
export { citingLanguage, inLanguage } from './citing/languages.ts';
export { searchCitable } from './citing/search.ts';
export { citationOfSelection, type SelectionCitation } from './citing/selectionCitation.ts';
