import type { Nodes } from 'mdast';
import { type BlockLine, type Chunk, type PlacedChunk, rangeOf, readBlockLines } from '../blocks.ts';
import { memo } from '../memo.ts';
import { type MappedText, MappedTextBuilder, type Range } from '../text.ts';
import type { References } from './inlineReader.ts';
import { referenceKey } from './referenceKeys.ts';

/** The inline content of one block, without the `>` and indentation of its containers. */
export interface BlockText {
  /**
   * Contains the content at `[from, to)`. It is the text of the chunk itself where the lines stand there without prefixes.
   */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Maps `text` back to the chunk; undefined where `text` is the chunk. */
  readonly joined: MappedText | undefined;
}

/** Joins the lines of a block with `\n`. */
function joinBlockLines(text: string, lines: readonly BlockLine[]): BlockText {
  const from = lines[0]?.start ?? 0;
  const to = lines[lines.length - 1]?.end ?? from;
  const standAsTheyAre = lines.every(({ start }, i) => {
    const { end = 0, next = start } = lines[i - 1] ?? {};
    return next === start && (i === 0 || (next === end + 1 && text.charCodeAt(end) === lineFeed));
  });
  if (standAsTheyAre) return { text, from, to, joined: undefined };
  const builder = new MappedTextBuilder();
  lines.forEach((line, index) => {
    builder.appendVerbatim(text.slice(line.start, line.end), line.start);
    if (line.next > line.end && index < lines.length - 1) builder.append('\n', line.end, line.next);
  });
  const joined = builder.build();
  return { text: joined.text, from: 0, to: joined.text.length, joined };
}

const lineFeed = 10;

/** Returns the range in the chunk that `[start, end)` of a block's text came from. */
export function originalOf({ joined }: BlockText, start: number, end: number): Range {
  if (joined === undefined) return { start, end };
  if (end > start) return { start: joined.startAt(start) ?? 0, end: joined.endAt(end - 1) ?? 0 };
  const at = (start > 0 ? joined.endAt(start - 1) : joined.startAt(0)) ?? 0;
  return { start: at, end: at };
}

/** The context of a block. */
interface BlockPlace {
  /** The number of block quotations around it. */
  readonly quotes: number;
  /** Whether it stands among blocks rather than inlines. */
  readonly isFlow: boolean;
}

/**
 * Returns the texts of all blocks in `nodes` that may hold citations (those with an `@`), in order.
 * @param text the positions of the nodes are offsets into it
 */
export function readBlockTexts(nodes: readonly Nodes[], text: string): BlockText[] {
  const reader = new BlockReader(text);
  for (const node of nodes) reader.read(node, { quotes: 0, isFlow: true });
  return reader.texts;
}

/**
 * Returns the text of a block of inlines; undefined for a node that holds blocks, or is an inline.
 * @param text the positions of the node are offsets into it
 * @param quotes the number of block quotations around it
 */
export function blockTextOf(node: Nodes, text: string, quotes: number): BlockText | undefined {
  const range = node.position && inlineRange(node, rangeOf(node), { quotes, isFlow: true }, text);
  if (!range) return undefined;
  const own = node.data?.pandoc?.lines;
  return joinBlockLines(text, own ? ownLines(node, own, text) : linesWithin(node, range, quotes, text));
}

/** Returns the lines of a block in a part of a table, definition or item, whose range may hold parts of others. */
function ownLines(node: Nodes, lines: readonly BlockLine[], text: string): readonly BlockLine[] {
  const [first] = lines;
  if (!first || node.type !== 'heading') return lines;
  const isUnderlined = lines.length > 1 && !/^#{1,6}(?:\s|$)/.test(text.slice(first.start, first.end));
  if (isUnderlined) return lines.slice(0, -1);
  const range = headingRange({ start: first.start, end: first.end }, text);
  return [{ ...first, ...range }, ...lines.slice(1)];
}

/** One line may have many cells; searching each of them for a line end would be slow. */
function linesWithin(
  node: Nodes,
  range: Range,
  quotes: number,
  text: string,
  returns = text.includes('\r'),
): readonly BlockLine[] {
  return node.type === 'tableCell'
    ? [{ ...range, next: range.end }]
    : readBlockLines(text, range, quotes, returns);
}

class BlockReader {
  readonly texts: BlockText[] = [];
  /** The first `@` from `askedFrom` on; below zero where there is none. */
  private nextAt: number;
  private askedFrom = 0;
  private readonly returns: boolean;

  constructor(private readonly text: string) {
    this.nextAt = text.indexOf('@');
    this.returns = text.includes('\r');
  }

  read(node: Nodes, place: BlockPlace): void {
    const whole = node.position && rangeOf(node);
    if (whole && !this.mayCite(whole)) return;
    const range = whole && inlineRange(node, whole, place, this.text);
    const own = node.data?.pandoc?.lines;
    if (range && own) this.readLines(node, own);
    else if (range) {
      if (range.end <= range.start || !this.mayCite(range)) return;
      const lines = linesWithin(node, range, place.quotes, this.text, this.returns);
      this.texts.push(joinBlockLines(this.text, lines));
    } else if ('children' in node) {
      const quotes = place.quotes + (node.type === 'blockquote' ? 1 : 0);
      const inner = { quotes, isFlow: node.type !== 'paragraph' && node.type !== 'heading' };
      for (const child of node.children) this.read(child, inner);
    }
  }

  private readLines(node: Nodes, lines: readonly BlockLine[]): void {
    if (lines.some((line) => this.text.slice(line.start, line.end).includes('@')))
      this.texts.push(joinBlockLines(this.text, ownLines(node, lines, this.text)));
  }

  /** Whether a range contains an `@`. Most are asked about in ascending order; those of cells stand side by side. */
  private mayCite({ start, end }: Range): boolean {
    if (start < this.askedFrom) return this.text.slice(start, end).includes('@');
    this.askedFrom = start;
    if (this.nextAt >= 0 && this.nextAt < start) this.nextAt = this.text.indexOf('@', start);
    return this.nextAt >= 0 && this.nextAt < end;
  }
}

/** Cells of grid tables may hold blocks. */
function isFlowNode({ type }: Nodes): boolean {
  return flowTypes.has(type);
}

const flowTypes = new Set<string>([
  'paragraph',
  'heading',
  'list',
  'blockquote',
  'code',
  'table',
  'definitionList',
  'lineBlock',
]);

/** Returns the range of a block's inline content; undefined where a node holds blocks, or is an inline. */
function inlineRange(node: Nodes, range: Range, { isFlow }: BlockPlace, text: string): Range | undefined {
  switch (node.type) {
    case 'paragraph':
    case 'verseLine':
    case 'definitionTerm':
      return range;
    case 'heading':
      return headingRange(range, text);
    case 'html':
      return isFlow ? range : undefined;
    case 'tableCell':
      return node.children.some(isFlowNode) ? undefined : cellRange(range, text);
    case 'definition':
      // In Pandoc a link label cannot be a citation: `[@key]: …` is text.
      return /^\[-?@/.test(text.slice(range.start, range.start + 3)) ? range : { start: 0, end: 0 };
    default:
      return undefined;
  }
}

/**
 * Returns the range of a heading's text, without its `#` marks and attributes, `{#id}`. Inlines made from bare addresses
 * have no position, so the node's children cannot tell it.
 */
export function headingRange(range: Range, text: string): Range {
  const written = text.slice(range.start, range.end);
  const marks = /^#{1,6}(?=\s|$)[ \t]*/.exec(written);
  const start = range.start + (marks?.[0].length ?? 0);
  const content = text.slice(start, range.end);
  if (!marks) {
    const underline = /\r?\n[ \t>]*(?:=+|-+)[ \t]*$/.exec(content);
    return { start, end: start + withoutAttributes(content.slice(0, underline?.index)).length };
  }
  // Closing marks stand before attributes; what stands before closing marks at the end is no attribute.
  const named = withoutAttributes(content);
  return { start, end: start + named.replace(/(?:^|[ \t]+)#*[ \t]*$/, '').length };
}

/** Leaves out the attributes at the end of a heading. After a bracket or code, they belong to that. */
function withoutAttributes(content: string): string {
  return content.replace(/(?:\s+|(?<=[^\])`>\s]))\{(?:[#.][^{}]*|-|[A-Za-z][\w-]*=[^{}]*)\}\s*$/, '');
}

function cellRange(range: Range, text: string): Range {
  const written = text.slice(range.start, range.end);
  const start = /^\|?\s*/.exec(written)?.[0].length ?? 0;
  const end = start + (/\s*(?<!\\)\|?$/.exec(written.slice(start))?.index ?? 0);
  return { start: range.start + start, end: range.start + end };
}

/** The labels that a part of a document defines. */
type LabelSets = Record<keyof References, Set<string>>;

/** Returns the labels that chunks define. They are collected at the first question, because most papers ask none. */
export function labelsInNodes(chunks: readonly PlacedChunk[]): References {
  let all: LabelSets | undefined;
  const ofKind = (kind: keyof LabelSets) => ({
    has: (label: string): boolean => (all ??= collectLabels(chunks))[kind].has(label),
  });
  return { links: ofKind('links'), notes: ofKind('notes'), examples: ofKind('examples') };
}

function collectLabels(chunks: readonly PlacedChunk[]): LabelSets {
  const all = emptyLabels();
  for (const { chunk } of chunks) {
    const labels = labelsOf(chunk);
    if (labels === noDefinedLabels) continue;
    for (const kind of labelKinds) for (const label of labels[kind]) all[kind].add(label);
  }
  return all;
}

const labelKinds = ['links', 'notes', 'examples'] as const;

function emptyLabels(): LabelSets {
  return { links: new Set(), notes: new Set(), examples: new Set() };
}

/** The labels of a chunk that defines none. */
const noDefinedLabels = emptyLabels();

/** What a document defines that defines no labels. */
export const noReferences: References = noDefinedLabels;

/** Blocks that hold blocks in which labels are defined. */
const containers = new Set<string>([
  'blockquote',
  'list',
  'listItem',
  'footnoteDefinition',
  'definitionList',
  'definitionDescription',
]);

const labelsOf = memo('labels of a chunk', ({ text, blocks }: Chunk): LabelSets => {
  const labels = emptyLabels();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && node.label) labels.links.add(referenceKey(node.label));
    if (node.type === 'footnoteDefinition') labels.notes.add(node.label ?? node.identifier);
    if (node.type === 'heading' && node.position) {
      const { start, end } = headingRange(rangeOf(node), text);
      labels.links.add(referenceKey(text.slice(start, end)));
    }
    const exampleLabel = node.data?.pandoc?.exampleLabel;
    if (exampleLabel !== undefined) labels.examples.add(exampleLabel);
    if ('children' in node && containers.has(node.type)) for (const child of node.children) visit(child);
  };
  blocks.forEach(visit);
  return labelKinds.every((kind) => labels[kind].size === 0) ? noDefinedLabels : labels;
});
