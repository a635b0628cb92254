/** The citations of a document, as Pandoc reads them. */
export { chunksAround, citationsAround, countKeys, nodesAround } from './citations/around.ts';
export { type Citation, citationRange, shiftCitation } from './citations/citationTypes.ts';
export { type EscapedCitation, readEscapedCitations } from './citations/escapedCitations.ts';
export { readIndentedCitations } from './citations/indentedCitations.ts';
export {
  citationFor,
  locatorFor,
  type LocatorNumber,
  paragraphsFor,
  runsOf,
} from './citations/locatorFor.ts';
export {
  type ChunkCitations,
  eachCiting,
  readChunkCitations,
  readCitations,
} from './citations/readCitations.ts';
