import type { Nodes, PhrasingContent, RootContent, Text } from 'mdast';
import type { Point } from 'unist';
import { type LineIndex, type MappedText, MappedTextBuilder } from '../../text.ts';
import { type BlockLine, readBlockLines } from '../blockLines.ts';
import { plainTextOf } from '../plainTextOf.ts';
import { pandocFactsOf } from './pandocNodes.ts';

/** Reads Markdown that was taken out of another text. */
export type ReadMarkdown = (text: string, isItem: boolean) => readonly RootContent[];

/** Markdown taken out of some lines of a text, and where it stood there. */
export class InnerDocument {
  private readonly joined: MappedText;
  /** Where lines begin in the joined text. */
  private readonly lineStarts: number[] = [];

  /**
   * @param lines the lines of a text that `index` knows
   * @param before Markdown before the first line
   * @param between Markdown between lines
   */
  constructor(
    text: string,
    lines: readonly BlockLine[],
    private readonly index: LineIndex,
    before: string,
    between: string,
  ) {
    const builder = new MappedTextBuilder();
    const first = lines[0]?.start ?? 0;
    builder.append(before, first, first);
    lines.forEach(({ start, end, next }, at) => {
      this.lineStarts.push(builder.length);
      builder.appendVerbatim(text.slice(start, end), start);
      if (at < lines.length - 1) builder.append(between, end, Math.max(next, end + 1));
    });
    this.joined = builder.build();
  }

  /**
   * Returns its nodes, with positions in the text that it was taken from.
   * @param isItem whether it is the content of an item
   */
  read(read: ReadMarkdown, isItem = false): RootContent[] {
    return read(this.joined.text, isItem).flatMap((node) => this.placed(node, 0)) as RootContent[];
  }

  /** @param quotes the number of block quotations around the node, in this document */
  private placed(node: Nodes, quotes: number): Nodes[] {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (node.type === 'text') return this.placedText(node, start);
    const copy = { ...node, position: { start: this.pointAt(start), end: this.pointBehind(end) } };
    const facts = pandocFactsOf(node);
    const own =
      facts.lines ??
      (isLeafBlock(node) ? readBlockLines(this.joined.text, { start, end }, quotes, false) : undefined);
    if (own)
      copy.data = { ...node.data, pandoc: { ...facts, lines: own.map((line) => this.placedLine(line)) } };
    if (facts.imageText) {
      const imageText = facts.imageText.flatMap((child) => this.placed(child, quotes)) as PhrasingContent[];
      copy.data = { ...copy.data, pandoc: { ...facts, imageText } };
    }
    if ('children' in node) {
      const inside = quotes + (node.type === 'blockquote' ? 1 : 0);
      (copy as { children: Nodes[] }).children = node.children.flatMap((child) => this.placed(child, inside));
    }
    return [copy];
  }

  private placedLine({ start, end }: BlockLine): BlockLine {
    const to = end > start ? this.offsetBehind(end) : this.offsetAt(start);
    return { start: this.offsetAt(start), end: to, next: to + 1 };
  }

  /** Cuts a text at the ends of lines: between them, other text may stand in the original. */
  private placedText(node: Text, start: number): Text[] {
    const plain = plainTextOf([node], this.joined.text);
    const parts: Text[] = [];
    let from = 0;
    let line = this.lineOf(start);
    for (let at = 1; at <= plain.text.length; at++) {
      const own = at < plain.text.length ? this.lineOf(plain.startAt(at) ?? 0) : -1;
      if (own === line) continue;
      const first = plain.startAt(from) ?? start;
      const last = plain.endAt(at - 1) ?? first;
      const position = { start: this.pointAt(first), end: this.pointBehind(last) };
      parts.push({ ...node, value: plain.text.slice(from, at), position });
      from = at;
      line = own;
    }
    return parts;
  }

  private lineOf(offset: number): number {
    let line = 0;
    while ((this.lineStarts[line + 1] ?? Infinity) <= offset) line++;
    return line;
  }

  private offsetAt(offset: number): number {
    return this.joined.startAt(offset) ?? this.joined.endAt(this.joined.text.length - 1) ?? 0;
  }

  private offsetBehind(offset: number): number {
    return (offset > 0 ? this.joined.endAt(offset - 1) : this.joined.startAt(0)) ?? 0;
  }

  private pointAt(offset: number): Point {
    return pointOf(this.index, this.offsetAt(offset));
  }

  private pointBehind(offset: number): Point {
    return pointOf(this.index, this.offsetBehind(offset));
  }
}

/** Returns the point of an offset in the text of an index. */
export function pointOf(index: LineIndex, offset: number): Point {
  const { line, column } = index.positionAt(offset);
  return { line: line + 1, column: column + 1, offset };
}

/** Whether a node is a block whose content is inlines. */
function isLeafBlock({ type }: Nodes): boolean {
  return (
    type === 'paragraph' ||
    type === 'heading' ||
    type === 'tableCell' ||
    type === 'html' ||
    type === 'definition'
  );
}
