/** Views of readers' notes: threads, tooltips and lists. */
export { notesBeside } from './notes/besideNotes.ts';
export { type ClearPlaceRow, clearPlaceRows } from './notes/clearPlaceRows.ts';
export { noteCounts, type NoteCounts } from './notes/counts.ts';
export { exchangeContext, notesDocument, notesToExchange } from './notes/notesDocument.ts';
export { noteHover, noteLenses } from './notes/noteHover.ts';
export { type NoteRow, noteRows } from './notes/noteRows.ts';
export { nearestThreads } from './notes/near.ts';
export { shownText } from './notes/shown.ts';
export {
  citationOfNote,
  noteWords,
  placeLabel,
  threadCitation,
  threadLabel,
  threadsAt,
  threadsIn,
} from './notes/thread.ts';
export { noteTooltip } from './notes/tooltip.ts';
export { isLost, type NoteOrder, notesView, noteTags } from './notes/view.ts';
