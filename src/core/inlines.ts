/** The inlines of a block as Pandoc reads them. */
export { type BlockText, Definitions, originalOf, readBlocks } from './inlines/blockTexts.ts';
export { type Identifiers, readIdentifiers } from './inlines/identifiers.ts';
export type { References } from './inlines/inlineReader.ts';
export { readCites } from './inlines/inlines.ts';
export { referenceKey } from './inlines/labels.ts';
export type { CitationMode, CiteItem, CiteNode, Inline } from './inlines/nodes.ts';
export { type DefinedLabels, labelsIn, noReferences, referencesOf } from './inlines/references.ts';
export { flatten, stringify } from './inlines/stringify.ts';
