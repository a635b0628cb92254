/** The inlines of a block as Pandoc reads them. */
export {
  type BlockText,
  blockTextOf,
  headingRange,
  labelsInNodes,
  noReferences,
  originalOf,
  readBlockTexts,
} from './inlines/blockTexts.ts';
export { identifierOf, type Identifiers, readIdentifiers } from './inlines/identifiers.ts';
export type { References } from './inlines/inlineReader.ts';
export { readCites, readInlines } from './inlines/readCites.ts';
export { referenceKey } from './inlines/referenceKeys.ts';
export type {
  CitationMode,
  CiteItem,
  CiteNode,
  Inline,
  LinkInline,
  NoteInline,
  StyledInline,
} from './inlines/nodes.ts';
export { flatten, stringify } from './inlines/stringify.ts';
