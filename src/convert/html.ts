/** Reads HTML into blocks. */
export { htmlFormat } from './html/htmlFormat.ts';
export { type HtmlContext, readHtmlBlocks } from './html/htmlBlocks.ts';
export { readPageBlocks } from './html/htmlPageBlocks.ts';
export { findContent } from './html/htmlContent.ts';
export { htmlRoles } from './html/htmlAnchors.ts';
export { findHtmlNotes, type HtmlNotes } from './html/htmlNotes.ts';
export { takeMarks } from './html/htmlMarks.ts';
export {
  attribute,
  bareText,
  endLineOf,
  htmlText,
  isElement,
  lineOfHtml,
  parseHtml,
  visitHtml,
} from './html/htmlTree.ts';
