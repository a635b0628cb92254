import type { RootContent } from 'mdast';
import { type MappedText, MappedTextBuilder, type Range } from '../text.ts';
import { rangeOf } from './blockLines.ts';
import { shiftNode } from './chunks/shiftNode.ts';
import type { MarkdownDocument, PlacedChunk } from './document.ts';
import { printedTextOf } from './printedText.ts';
import { appendPlainWords } from './simple/plainParagraph.ts';

/** A plain paragraph, whose words are known without nodes. Offsets are into the document. */
export interface PlainBlock {
  readonly type: 'plainParagraph';
  readonly range: Range;
  readonly words: MappedText;
}

/** A top-level block of a document. */
export type TopBlock = RootContent | PlainBlock;

/**
 * Goes through the top-level blocks of a document, in order: the nodes of its tree, but for plain paragraphs. They are made for it,
 * one after the other: together those of a long source take many times its memory.
 * @param mayHold chooses chunks; without it those of all are gone through
 */
export function* topBlocksOf(
  { chunks }: MarkdownDocument,
  mayHold: (placed: PlacedChunk) => boolean = () => true,
): Iterable<TopBlock> {
  for (const placed of chunks) if (mayHold(placed)) yield* blocksOfChunk(placed);
}

function blocksOfChunk({ chunk, start, line }: PlacedChunk): readonly TopBlock[] {
  const { plain } = chunk;
  if (!plain) return start === 0 ? chunk.nodes : chunk.nodes.map((node) => shiftNode(node, start, line));
  const builder = new MappedTextBuilder();
  appendPlainWords(plain, chunk.text, start, builder);
  return [{ type: 'plainParagraph', range: { start, end: start + plain.end }, words: builder.build() }];
}

/** Returns the words of a block as Pandoc prints them. */
export function printedWordsOf(block: TopBlock, text: string): MappedText {
  return block.type === 'plainParagraph' ? block.words : printedTextOf([block], text);
}

/** Returns the range of a block in its document. */
export function rangeOfBlock(block: TopBlock): Range {
  return block.type === 'plainParagraph' ? block.range : rangeOf(block);
}
