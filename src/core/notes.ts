/** Notes of readers as Web Annotations: read, written, merged, anchored in a source. */
export { anchor, type Anchoring } from './notes/anchor.ts';
export { type AnchorText, anchorTextOf, indexRange, writtenWords } from './notes/anchorText.ts';
export {
  type Annotation,
  byCreation,
  type JsonObject,
  keyOfIri,
  type Selectors,
  sourceIri,
  timeOf,
} from './notes/annotation.ts';
export { changeNotes, type ChangeResult, type NoteChange } from './notes/changeNotes.ts';
export { editEach, type EachResult, type ReplacedNote, restoreEach } from './notes/editEach.ts';
export { withAnswersInNotes } from './notes/exchange/answersInNotes.ts';
export { exchangeFormats, formatOfNotes } from './notes/exchange/exchangeFormats.ts';
export {
  type ExchangeContext,
  exchangedNote,
  blankNote,
  contentId,
  type ExchangedNote,
  type ExchangeReading,
  toAnnotation,
} from './notes/exchange/note.ts';
export { describeAnew } from './notes/describeAnew.ts';
export { notesPath } from './notes/fileName.ts';
export { insertNotes } from './notes/insert.ts';
export {
  defaultKinds,
  type Motivation,
  motivations,
  type NoteColor,
  noteColors,
  type NoteKind,
  noteKindOf,
} from './notes/kinds.ts';
export { asVersion, mergeNotes } from './notes/merge.ts';
export { type NotesReading, readNotes } from './notes/read.ts';
export { select } from './notes/select.ts';
export { notesFile, pageIri } from './notes/writeNotes.ts';
