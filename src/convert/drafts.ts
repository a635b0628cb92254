/** Drafts of papers: citations of reference managers as Markdown. */
export { isRecord, managedCitation } from './drafts/managedCitation.ts';
export { type CitableWork, familyOf, WorkMatcher, issuedYear } from './drafts/matchWork.ts';
export { type KeyedItem, writeCitation } from './drafts/writeCitation.ts';
export { withBoxes } from './drafts/boxes.ts';
export { withMarkedItems } from './drafts/markedItems.ts';
