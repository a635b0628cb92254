/** Reads HTML into blocks. */
export { htmlFormat } from './html/htmlFormat.ts';
export { readHtmlBlocks } from './html/htmlBlocks.ts';
export { findContent } from './html/htmlContent.ts';
export { findHtmlNotes } from './html/htmlNotes.ts';
export { takeMarks } from './html/htmlMarks.ts';
export { bareText, parseHtml } from './html/htmlTree.ts';
