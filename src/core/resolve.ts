/** Where a citation, a term or a note leads: every candidate, no guess. */
export {
  type CitationProblem,
  isReference,
  keyOfAlias,
  type LocatorProblem,
  type Resolution,
  resolveCitation,
  type ResolvedPart,
  resolveLocator,
  sectionKinds,
  statusOf,
  targetIn,
  worksNamed,
} from './resolve/citation.ts';
export {
  clearPlaces,
  type ClearPlace,
  type EachStep,
  planClearPlaces,
  planRestore,
} from './resolve/clearPlaces.ts';
export { citableItems, type CitedItems, citedItems } from './resolve/citedItems.ts';
export {
  familiesOf,
  familyOf,
  printingsOf,
  relationOf,
  languagesBeside,
  relationsOf,
  translationsOf,
} from './resolve/relations.ts';
export { completedEnd, numbersOf } from './resolve/locatorNumbers.ts';
export { missingIdentifier, type MissingIdentifier } from './resolve/linkedIdentifiers.ts';
export { type NoteEdit, type NotePlan, planNoteEdit } from './resolve/noteChange.ts';
export { type ImportPlan, planNoteImport, sourceKeyFor } from './resolve/noteImport.ts';
export {
  anchorTextIn,
  candidatePlace,
  type FiledNote,
  notesIndex,
  type NotesIndex,
  type NoteState,
  type NoteThread,
} from './resolve/notesIndex.ts';
export {
  everywhere,
  type Found,
  foundAt,
  type FoundPlace,
  isCited,
  labelOfPlace,
  type PlaceLabel,
  type Quotable,
  quotableOf,
  type QuotablePlace,
  type Scope,
  scopeOf,
} from './resolve/quotable.ts';
export {
  isProse,
  cacheTerms,
  type PlacedUse,
  type Prose,
  termsIn,
  termUseAt,
  undefinedTermNear,
  usedTermKeys,
  usedTerms,
  usesOfTerm,
} from './resolve/termUses.ts';
export {
  type AlignableTexts,
  alignmentFileOf,
  baseFirst,
  confirmedAlignment,
  fileInTheirPlace,
  knownAlignment,
  newAlignmentPath,
} from './resolve/knownAlignments.ts';
export {
  type AnchoredAlignment,
  anchoredAlignment,
  type Counterpart,
  counterpartsOf,
  textsBeside,
} from './resolve/counterparts.ts';
