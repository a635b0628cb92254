/** Citing a passage: searching, choosing, writing and extending citations. */
export { type CitableItem, citableItems } from './citing/citable.ts';
export { citeAt } from './citing/citeAt.ts';
export {
  citingLanguage,
  inLanguage,
  textInLanguage,
  unknownTextInLanguage,
} from './citing/citingLanguage.ts';
export { searchCitable } from './citing/search.ts';
export { citationOfSelection, type SelectionCitation } from './citing/selectionCitation.ts';
