import { messageOf } from '../../core/messages.ts';
import {
  type Block,
  type Dropped,
  isNotesHeading,
  joinDividedWords,
  joinOverPages,
  noteLabelOf,
  type Page,
  textOfBlock,
  withoutStart,
} from '../blocks.ts';
import { readHtmlBlocks } from './htmlBlocks.ts';
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
  const blocks = joinOverPages(readHtmlBlocks(content.root, context)).map(joinDividedWords);
  const found = new Set(blocks.map((block) => block.note));
  for (const [element, label] of notes.notes)
    if (!found.has(label))
      for (const block of readHtmlBlocks({ type: 'root', children: [element] }, context)) blocks.push(block);
  const kept = notesWithoutLabels(blocks);
  return { format: 'html', metadata, dropped: [...content.dropped, ...kept.dropped], blocks: kept.blocks };
}

/** Removes the printed number of each linked note, and the heading above the notes. */
function notesWithoutLabels(blocks: readonly Block[]): { blocks: Block[]; dropped: Dropped[] } {
  const kept: Block[] = [];
  const dropped: Dropped[] = [];
  const seen = new Set<string>();
  blocks.forEach((block, index) => {
    if (
      block.kind === 'heading' &&
      blocks[index + 1]?.kind === 'note' &&
      isNotesHeading(textOfBlock(block))
    ) {
      dropped.push({
        line: block.line,
        endLine: block.endLine,
        text: textOfBlock(block),
        why: messageOf('importing.notesHeading'),
      });
      return;
    }
    if (block.kind !== 'note' || block.note === undefined || seen.has(block.note))
      return void kept.push(block);
    seen.add(block.note);
    const label = noteLabelOf(textOfBlock(block));
    kept.push(label && String(label.number) === block.note ? withoutStart(block, label.length) : block);
  });
  return { blocks: kept, dropped };
}
