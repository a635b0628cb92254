/** The citations of a document, as Pandoc reads them. */
export { isReferenceKey, labelOfReference } from './citations/crossReferences.ts';
export { chunksNear, citationsNear, countKeys, nodesNear } from './citations/nearPosition.ts';
export {
  type ChunkCitations,
  type Citation,
  citationRange,
  eachCiting,
  isInText,
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
