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
  citationFor,
  locatorFor,
  type LocatorNumber,
  locatorPlace,
  type LocatorPlace,
  paragraphsFor,
  runsOf,
} from './citations/locatorFor.ts';
