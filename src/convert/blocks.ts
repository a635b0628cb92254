/** The blocks and runs of a text that is being imported. */
export { safeAddress } from './blocks/address.ts';
export {
  type Block,
  type Cells,
  type Dropped,
  lineAt,
  type LineMark,
  type Metadata,
  type Page,
  plainOf,
  plainRuns,
  type Run,
  type RunStyle,
  sliceRuns,
  textOf,
  tidyRuns,
  whiteSpace,
} from './blocks/blocks.ts';
export { Collector, sameStyle, type Setting } from './blocks/collector.ts';
export { isDateLine, isoDate } from './blocks/dates.ts';
export {
  type Choice,
  endsInColon,
  endsSentence,
  excerptOf,
  isOpen,
  isProse,
  type Item,
  type Question,
  readItems,
} from './blocks/items.ts';
export { groupLists } from './blocks/listBlocks.ts';
export { bulletOf, orderedOf } from './blocks/listMarkers.ts';
export { digitsValue, isNotesHeading, type NoteLabel, noteLabelOf } from './blocks/noteLabels.ts';
export { type MarkPlace, withMarks, withoutStart } from './blocks/runEdits.ts';
