/** The citations of a document, as Pandoc reads them. */
export { isReferenceKey, labelOfReference } from './citations/crossReferences.ts';
export {
  type ChunkCitations,
  chunksNear,
  type Citation,
  citationRange,
  citationsNear,
  countKeys,
  eachCiting,
  isInText,
  nodesNear,
  readChunkCitations,
  readCitations,
  shiftCitation,
} from './citations/readCitations.ts';
export {
  type EscapedCitation,
  type IndentedCitation,
  readEscapedCitations,
  readIndentedCitations,
} from './citations/unreadCitations.ts';
export {
  citationFor,
  locatorFor,
  type LocatorNumber,
  paragraphsFor,
  runsOf,
} from './citations/locatorFor.ts';
