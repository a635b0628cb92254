import type { Nodes } from 'mdast';
import { definitionTextAt, type MarkdownDocument, rangeOf } from '../../core/blocks.ts';
import {
  type BlockText,
  blockTextOf,
  flatten,
  headingRange,
  type Inline,
  labelsInNodes,
  originalOf,
  readInlines,
  type References,
  type StyledInline,
} from '../../core/inlines.ts';
import { readAttributes } from '../../core/syntax.ts';
import { LineIndex, type Range } from '../../core/text.ts';
import { type SpanLook, spanLook } from './spanLook.ts';

/** What a mark is drawn as. */
type PreviewDrawing =
  /** The citation of that index. */
  | { readonly kind: 'citation'; readonly index: number }
  /** An element of ours. Where it opens, it holds the words up to the mark of the index `close`. */
  | { readonly kind: 'html'; readonly html: string; readonly close?: number }
  /** Signs that nobody is to see: fences of divs, attributes, definitions of notes. */
  | { readonly kind: 'unprinted' }
  /** Begins a definition, on that line from 0, whose term is the paragraph before it. */
  | { readonly kind: 'definition'; readonly line: number };

/** A stretch of a paper that CommonMark does not read as Pandoc does. */
export type PreviewMark = PreviewDrawing & { readonly range: Range };

/** A mark as it is found. One that closes comes with the one that opens. */
interface FoundMark {
  readonly range: Range;
  readonly drawing: PreviewDrawing;
  readonly opening?: FoundMark;
}

/**
 * Returns the marks of a paper in the order of their places, none within another. Offsets are into its text.
 * @param citations where its citations stand
 * @param footnotes the marks of its footnotes, as they are drawn
 */
export function previewMarks(
  document: MarkdownDocument,
  citations: readonly Range[],
  footnotes: readonly { readonly range: Range; readonly html: string }[],
): readonly PreviewMark[] {
  const reader = new MarkReader(document);
  reader.visit(document.tree, 0);
  const found = [
    ...citations.map((range, index): FoundMark => ({ range, drawing: { kind: 'citation', index } })),
    ...footnotes.map(({ range, html }): FoundMark => ({ range, drawing: { kind: 'html', html } })),
    ...reader.marks,
  ].sort((one, other) => one.range.start - other.range.start);
  let end = 0;
  const apart = found.filter(({ range }) => {
    if (range.start < end || range.end <= range.start) return false;
    end = range.end;
    return true;
  });
  const closings = new Map(apart.map(({ opening }, index) => [opening, index]));
  return apart.map((mark) => {
    const { range, drawing } = mark;
    const close = closings.get(mark);
    return drawing.kind === 'html' && close !== undefined
      ? { range, ...drawing, close }
      : { range, ...drawing };
  });
}

/** Signs without which a block has no mark. */
const mayMark = /[{^~]/u;

class MarkReader {
  readonly marks: FoundMark[] = [];
  private readonly text: string;
  private readonly references: References;
  private readonly lines: LineIndex;

  constructor({ text, chunks }: MarkdownDocument) {
    this.text = text;
    this.references = labelsInNodes(chunks);
    this.lines = new LineIndex(text);
  }

  visit(node: Nodes, quotes: number): void {
    if (node.type === 'footnoteDefinition' || node.type === 'divFence') this.leaveOut(rangeOf(node));
    else if (node.type !== 'html') {
      if (node.type === 'heading') this.readHeading(rangeOf(node));
      else if (node.type === 'definitionDescription') this.readDefinition(rangeOf(node));
      else if (node.type === 'lineBlock') this.readVerse(node.children);
      const block = node.position && blockTextOf(node, this.text, quotes);
      if (block) this.readBlock(block);
      else if ('children' in node) {
        const inside = quotes + (node.type === 'blockquote' ? 1 : 0);
        for (const child of node.children) this.visit(child, inside);
      }
    }
  }

  private leaveOut(range: Range): void {
    this.marks.push({ range, drawing: { kind: 'unprinted' } });
  }

  /** The attributes of a heading stand at the end of its first line, after its words. */
  private readHeading(range: Range): void {
    const { end } = headingRange(range, this.text);
    const [rest = ''] = /^[^\r\n]*/u.exec(this.text.slice(end, range.end)) ?? [];
    const close = rest.lastIndexOf('}');
    if (close >= 0) this.leaveOut({ start: end, end: end + close + 1 });
  }

  private readDefinition({ start }: Range): void {
    const textAt = definitionTextAt(this.text, start);
    if (textAt === undefined) return;
    const at = start + this.text.slice(start, textAt).search(/[:~]/u);
    const { line } = this.lines.positionAt(at);
    this.marks.push({ range: { start: at, end: at + 1 }, drawing: { kind: 'definition', line } });
  }

  /** What begins a line of verse goes back to the end of the line before. */
  private readVerse(lines: readonly Nodes[]): void {
    let before: number | undefined;
    for (const line of lines) {
      const { start, end } = rangeOf(line);
      const [bar = '', spaces = ''] = /^\|(?: (\s*))?/u.exec(this.text.slice(start, end)) ?? [];
      const html = (before === undefined ? '' : '<br>\n') + '\u00a0'.repeat(spaces.length);
      const range = { start: before ?? start, end: start + bar.length };
      this.marks.push({ range, drawing: { kind: 'html', html } });
      before = end;
    }
  }

  private readBlock(block: BlockText): void {
    const content = block.text.slice(block.from, block.to);
    if (!mayMark.test(content)) return;
    const inFile = (start: number, end: number): Range =>
      originalOf(block, block.from + start, block.from + end);
    const visit = (inline: Inline): void => {
      // What a note says is shown where notes stand, and a citation as its style prints it.
      if (inline.kind === 'note' || inline.kind === 'cite') return;
      if (inline.kind === 'styled') {
        const signs = outerSigns(inline, content);
        if (signs)
          this.enclose(inFile(inline.start, inline.start + 1), inFile(signs.closeAt, inline.end), signs.look);
      } else if (inline.kind === 'link' || inline.kind === 'image') {
        if (content.charAt(inline.attributesAt) === '{')
          this.leaveOut(inFile(inline.attributesAt, inline.end));
      } else if (inline.kind === 'code') {
        const end = content.lastIndexOf('`', inline.end - 1) + 1;
        if (end > inline.start && end < inline.end) this.leaveOut(inFile(end, inline.end));
      }
      if ('children' in inline) flatten(inline.children).forEach(visit);
    };
    flatten(readInlines(content, this.references)).forEach(visit);
  }

  private enclose(open: Range, close: Range, [tag, className]: Look): void {
    const html = className === undefined ? `<${tag}>` : `<${tag} class="${className}">`;
    const opening: FoundMark = { range: open, drawing: { kind: 'html', html } };
    this.marks.push(opening, { range: close, drawing: { kind: 'html', html: `</${tag}>` }, opening });
  }
}

/** An element, and its class. */
type Look = readonly [tag: string, className?: string];

const looks: Readonly<Record<SpanLook, Look>> = {
  smallCaps: ['span', 'pilcrow-small-caps'],
  underline: ['span', 'pilcrow-underline'],
  mark: ['mark'],
};

/** Where the signs after words begin that CommonMark would show. Undefined where it reads them as well, as tags and stars. */
function outerSigns(
  { style, attributesAt, end }: StyledInline,
  content: string,
): { readonly closeAt: number; readonly look: Look } | undefined {
  if (style === 'superscript') return { closeAt: end - 1, look: ['sup'] };
  if (style === 'subscript') return { closeAt: end - 1, look: ['sub'] };
  if (style !== 'span' || attributesAt === undefined || content.charAt(attributesAt) !== '{')
    return undefined;
  const look = spanLook(readAttributes(content, attributesAt)?.classes ?? []);
  return { closeAt: attributesAt - 1, look: look ? looks[look] : ['span'] };
}
