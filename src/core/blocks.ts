/** One text as a tree of blocks: documents, front matter, footnotes and links. */
export {
  type BlockLine,
  definitionTextAt,
  itemMarkAt,
  rangeOf,
  readBlockLines,
} from './blocks/blockLines.ts';
export { parseCommonMark } from './blocks/chunks/remark.ts';
export { shiftNode } from './blocks/chunks/shiftNode.ts';
export { mayHoldRegions } from './blocks/pandoc/findRegion.ts';
export {
  type Chunk,
  languageOf,
  type MarkdownDocument,
  openFrontMatter,
  type OpenFrontMatter,
  parseMarkdown,
  type PlacedChunk,
  reparseMarkdown,
} from './blocks/document.ts';
export {
  type Footnotes,
  type LinkTarget,
  type NoteDefinition,
  type NoteReference,
  readFootnotes,
  readLinks,
} from './blocks/notesAndLinks.ts';
export type { FrontMatter } from './blocks/yamlMapping.ts';
export { appendPlainWords, type PlainParagraph } from './blocks/simple/plainParagraph.ts';
export { columnOfOffset, offsetsOfColumns } from './blocks/pandoc/displayColumns.ts';
export { type CellToDraw, drawGrid } from './blocks/pandoc/drawnGrid.ts';
export { imageTextOf } from './blocks/pandoc/figures.ts';
export { appendPlain, endOfNoteMark, isRawBlock, plainTextOf } from './blocks/plainTextOf.ts';
export { inlineNotesOf, printedTextOf, unprintedStretches } from './blocks/printedText.ts';
export {
  type PlainBlock,
  printedWordsOf,
  rangeOfBlock,
  type TopBlock,
  topBlocksOf,
} from './blocks/topBlocks.ts';
export type { LineBlockNode } from './blocks/pandoc/pandocNodes.ts';
