import type { Page } from '../blocks.ts';
import { readPageBlocks } from './htmlPageBlocks.ts';
import { findContent } from './htmlContent.ts';
import { readHtmlMetadata } from './htmlMetadata.ts';
import { takeMarks } from './htmlMarks.ts';
import { findHtmlNotes } from './htmlNotes.ts';
import { bareText, parseHtml } from './htmlTree.ts';
import { readPlainText } from '../plainText.ts';

/**
 * Reads an HTML page. Finds the element that holds the text; leaves out navigation, asides, share boxes, forms,
 * scripts and comments; keeps headings, quotations, lists, tables, code, emphasis, links, images and notes.
 */
export function readHtml(html: string): Page {
  const tree = parseHtml(html);
  if (tree === undefined) return readPlainText(bareText(html));
  const marks = takeMarks(tree);
  const notes = findHtmlNotes(tree);
  const metadata = readHtmlMetadata(tree);
  const content = findContent(tree, new Set(notes.notes.keys()));
  const context = { notes, marks, cut: content.cut, base: metadata.url };
  const { blocks, dropped } = readPageBlocks(content.root, context);
  return { format: 'html', metadata, dropped: [...content.dropped, ...dropped], blocks };
}
