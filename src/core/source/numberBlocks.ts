import type { Blockquote, Nodes, Paragraph } from 'mdast';
import {
  isRawBlock,
  type PlainBlock,
  plainTextOf,
  printedTextOf,
  printedWordsOf,
  rangeOf,
  rangeOfBlock,
  type TopBlock,
} from '../blocks.ts';
import { type MappedText, type Range } from '../text.ts';
import { attributionDash, isAttributionLine } from './attributionLine.ts';
import type { PassageKind } from './edition.ts';
import { type PrintedBlock, printedNumberOf, splitNumberedLists } from './printedNumbers.ts';
import type { Heading } from './sections.ts';

/** A top-level block of a source's body that gets a number, and its words. */
export interface NumberedBlock {
  readonly kind: PassageKind;
  readonly range: Range;
  /** The words without note marks and attribution. */
  readonly plain: MappedText;
  readonly attribution: MappedText | undefined;
  /** Labels of the notes that are marked in the block, in order. */
  readonly noteLabels: readonly string[];
  /** The number printed before the block; only for sources that are cited by printed numbers. */
  readonly printed: string | undefined;
}

/** The result of numbering a source's tree: numbered blocks, and headings with the number of the next block. */
export interface BlockStructure {
  readonly blocks: readonly NumberedBlock[];
  readonly headings: readonly Heading[];
}

/**
 * Numbers the top-level blocks of a source. Paragraphs, block quotations, lists, tables and code are numbered. Headings,
 * rules, comments, single images and note definitions are not. An attribution after a quotation belongs to it.
 * @param inPrint whether the author numbered the blocks: items of numbered lists are then blocks as well
 * @param hasContent whether a paragraph or code block is there to be read, and numbered
 */
export function numberBlocks(
  source: Iterable<TopBlock>,
  text: string,
  inPrint: boolean,
  hasContent = hasPrintedContent,
): BlockStructure {
  const blocks: NumberedBlock[] = [];
  const headings: Heading[] = [];
  let previous: TopBlock | undefined;
  let quotation: NumberedBlock | undefined;
  for (const { node, printed } of inPrint ? splitNumberedLists(source, text) : unsplit(source)) {
    if (node.type === 'heading') {
      const plain = printedTextOf([node], text);
      const title = plain.text.replace(/\s*[\r\n]\s*/gu, ' ');
      headings.push({
        text: title,
        depth: node.depth,
        before: blocks.length + 1,
        range: rangeOf(node),
        plain,
      });
    } else if (isAttributionOf(previous, node, text)) {
      quotation = blocks.pop();
      if (quotation) blocks.push(withAttribution(quotation, node, text));
    } else {
      const words = isParagraph(node) ? printedWordsOf(node, text) : undefined;
      // What looked like an attribution is the first line of a dialogue.
      if (quotation && isParagraph(previous) && words && attributionDash.test(words.text)) {
        const said = numberedBlock(previous, text, undefined);
        blocks.splice(-1, 1, quotation, ...(said ? [said] : []));
      }
      quotation = undefined;
      const block = hasContent(node, text, words) ? numberedBlock(node, text, words) : undefined;
      if (block)
        blocks.push(inPrint ? { ...block, printed: printed ?? printedNumberOf(block.plain.text) } : block);
    }
    if (node.type !== 'divFence') previous = node;
  }
  return { blocks, headings };
}

function* unsplit(source: Iterable<TopBlock>): Iterable<PrintedBlock> {
  for (const node of source) yield { node, printed: undefined };
}

function numberedBlock(
  node: TopBlock,
  text: string,
  known: MappedText | undefined,
): NumberedBlock | undefined {
  const kind = passageKind(node);
  if (kind === undefined) return undefined;
  const quotation = node.type === 'blockquote' ? splitAttribution(node, text) : undefined;
  const words = quotation?.plain ?? known ?? printedWordsOf(node, text);
  return {
    kind,
    range: rangeOfBlock(node),
    plain: words,
    attribution: quotation?.attribution,
    noteLabels: labelsOfMarks(node),
    printed: undefined,
  };
}

/** @param words those of the node, where they are known */
type ContentTest = (node: TopBlock, text: string, words: MappedText | undefined) => boolean;

/** Whether Pandoc prints something of a block: of images and anchors alone it prints no words, of raw blocks nothing. */
const hasPrintedContent: ContentTest = (node, text, words) => {
  if (node.type === 'code') return !isRawBlock(node);
  if (!isParagraph(node) || words === undefined) return true;
  return /\S/.test(words.text) && !(words.text.startsWith('\\') && isTexAlone(node, text));
};

/** TeX, of which Pandoc prints nothing but in TeX: `\newpage`, `\begin{center} … \end{center}`. */
const texAlone =
  /^(?:\s*(?:\\begin\{([^{}\s]{1,40})\}[\s\S]*?\\end\{\1\}|\\[A-Za-z]+\*?(?:\[[^[\]]{0,200}\]|\{[^{}]{0,200}\})*))+\s*$/;

/** Whether a paragraph is TeX and nothing else. */
function isTexAlone(node: TopBlock, text: string): boolean {
  const { start, end } = rangeOfBlock(node);
  return end - start <= maxTexUnits && texAlone.test(text.slice(start, end));
}

/** Longer TeX is taken for words, so that no text takes long. UTF-16 code units. */
const maxTexUnits = 2000;

/** As `hasPrintedContent`, for earlier versions of Pilcrow: they knew no attributes and no raw blocks. */
export const hadContent: ContentTest = (node, text, words) => {
  if (node.type === 'plainParagraph') return words === undefined || /\S/.test(words.text);
  return node.type !== 'paragraph' || /\S/.test(plainTextOf([node], text).text);
};

function isParagraph(node: TopBlock | undefined): node is Paragraph | PlainBlock {
  return node?.type === 'paragraph' || node?.type === 'plainParagraph';
}

function passageKind(node: TopBlock): PassageKind | undefined {
  switch (node.type) {
    case 'lineBlock':
      return 'verse';
    case 'definitionList':
      return 'list';
    case 'plainParagraph':
    case 'paragraph':
    case 'listItem':
      return 'paragraph';
    case 'blockquote':
    case 'list':
    case 'table':
    case 'code':
      return node.type;
    default:
      return undefined;
  }
}

function isAttributionOf(
  previous: TopBlock | undefined,
  node: TopBlock,
  text: string,
): node is Paragraph | PlainBlock {
  if (previous?.type !== 'blockquote' || !isParagraph(node)) return false;
  if (splitAttribution(previous, text).attribution) return false;
  return isAttributionLine(printedWordsOf(node, text).text);
}

function withAttribution(block: NumberedBlock, node: Paragraph | PlainBlock, text: string): NumberedBlock {
  return {
    ...block,
    range: { start: block.range.start, end: rangeOfBlock(node).end },
    attribution: printedWordsOf(node, text),
    noteLabels: [...block.noteLabels, ...labelsOfMarks(node)],
  };
}

/** Separates a block quotation from its attribution: a last paragraph or last line that starts with a dash. */
function splitAttribution(
  node: Blockquote,
  text: string,
): { plain: MappedText; attribution: MappedText | undefined } {
  const last = node.children.at(-1);
  const whole = printedTextOf(node.children, text);
  if (last?.type !== 'paragraph') return { plain: whole, attribution: undefined };
  const words = printedTextOf([last], text);
  if (node.children.length > 1 && isAttributionLine(words.text))
    return { plain: printedTextOf(node.children.slice(0, -1), text), attribution: words };
  const lineStart = Math.max(whole.text.lastIndexOf('\n'), whole.text.lastIndexOf('\r')) + 1;
  if (lineStart === 0 || !isAttributionLine(whole.text.slice(lineStart), whole.text.slice(0, lineStart)))
    return { plain: whole, attribution: undefined };
  return {
    plain: whole.slice(0, lineStart),
    attribution: whole.slice(lineStart, whole.text.length),
  };
}

function labelsOfMarks(node: TopBlock | Nodes): string[] {
  if (node.type === 'plainParagraph') return [];
  if (node.type === 'footnoteReference') return [node.identifier];
  return 'children' in node ? node.children.flatMap((child) => labelsOfMarks(child)) : [];
}
