/** The blocks and runs of a text that is being imported. */
export { type DraftMark, DraftMarks, type DraftWishes } from './blocks/draftMarks.ts';
export { mayStandInSource, safeAddress } from './blocks/address.ts';
export {
  type Block,
  type BlockDoubt,
  type BlockSpan,
  type Cells,
  type ColumnAlignment,
  type Dropped,
  type LineHyphen,
  type LineMark,
  type Metadata,
  originalLineAt,
  type Page,
  plainOf,
  plainRuns,
  type Run,
  type RunStyle,
  scriptStyle,
  sliceRuns,
  type TextComment,
  textOfBlock,
  tidyRuns,
  whiteSpace,
} from './blocks/block.ts';
export {
  Collector,
  pageBlocks,
  sameStyle,
  splitPages,
  type Setting,
  whollyStyled,
} from './blocks/collector.ts';
export { LineFormula } from './blocks/lineFormula.ts';
export { comparableLine, contentsHeading, entryTitle, hasPageNumber } from './blocks/contents.ts';
export { isDateLine, isoDate } from './blocks/isoDate.ts';
export {
  type Choice,
  type DoubtQuestion,
  endsInColon,
  endsSentence,
  excerptOf,
  isOpen,
  isProseItem,
  type Item,
  readItems,
} from './blocks/item.ts';
export { groupLists, judgeLists } from './blocks/listBlocks.ts';
export type { FileSigns, FileToRead, ImportFormat, Unreadable } from './blocks/importFormat.ts';
export { numberedParagraphs } from './blocks/theses.ts';
export { spellingsAt, type Spellings, withToggledHyphen } from './blocks/lineHyphens.ts';
export { bulletOf, isRule, orderedOf } from './blocks/listMarkers.ts';
export { digitsValue, isNotesHeading, type NoteLabel, noteLabelOf } from './blocks/noteLabels.ts';
export {
  conjunctionAfterHyphen,
  dividesWord,
  goesOn,
  joinDividedWords,
  joinOverPages,
  pageNumberOf,
} from './blocks/pageNumber.ts';
export { type MarkPlace, withMarks, withoutStart } from './blocks/runEdits.ts';
