import type { Nodes } from 'mdast';
import type { PlacedChunk } from '../blocks.ts';
import { endAt, type MappedText, MappedTextBuilder, type Range, startAt } from '../text.ts';

/** A line of a block, without the `>` and indentation of its containers. Offsets are into the text of the chunk. */
export interface BlockLine {
  readonly start: number;
  readonly end: number;
  /** After the line end. */
  readonly next: number;
}

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
  if (standAsTheyAre(text, lines)) return { text, from, to, joined: undefined };
  const builder = new MappedTextBuilder();
  lines.forEach((line, index) => {
    builder.appendVerbatim(text.slice(line.start, line.end), line.start);
    if (line.next > line.end && index < lines.length - 1) builder.append('\n', line.end, line.next);
  });
  const joined = builder.build();
  return { text: joined.text, from: 0, to: joined.text.length, joined };
}

const lineFeed = 10;

function standAsTheyAre(text: string, lines: readonly BlockLine[]): boolean {
  for (let i = 1; i < lines.length; i++) {
    const { end = 0, next = 0 } = lines[i - 1] ?? {};
    if (next !== end + 1 || text.charCodeAt(end) !== lineFeed || lines[i]?.start !== next) return false;
  }
  return true;
}

/** Returns the range in the chunk that `[start, end)` of a block's text came from. */
export function originalOf({ joined }: BlockText, start: number, end: number): Range {
  if (joined === undefined) return { start, end };
  if (end > start) return { start: startAt(joined, start) ?? 0, end: endAt(joined, end - 1) ?? 0 };
  const at = (start > 0 ? endAt(joined, start - 1) : startAt(joined, 0)) ?? 0;
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
 * @param continuesDefinition whether code at the start belongs to a definition list
 */
export function readBlockTexts(
  nodes: readonly Nodes[],
  text: string,
  continuesDefinition: boolean,
): BlockText[] {
  const reader = new BlockReader(text);
  reader.readAll(nodes, { quotes: 0, isFlow: true }, continuesDefinition);
  return reader.texts;
}

class BlockReader {
  readonly texts: BlockText[] = [];
  private nextAt: number;
  private readonly returns: boolean;

  constructor(private readonly text: string) {
    this.nextAt = text.indexOf('@');
    this.returns = text.includes('\r');
  }

  /** @param inDefinition whether code at the start belongs to a definition list */
  readAll(siblings: readonly Nodes[], place: BlockPlace, inDefinition: boolean): void {
    let before: Nodes | undefined;
    for (const node of siblings) {
      if (node.type !== 'code') {
        this.read(node, place);
        before = node;
      } else if (before ? isDefinition(before, this.text) : inDefinition) this.readCode(node, place);
    }
  }

  private read(node: Nodes, place: BlockPlace): void {
    const whole = rangeIfPlaced(node);
    if (whole && !this.mayCite(whole)) return;
    const range = whole && inlineRange(node, whole, place, this.text);
    if (range) this.readInlines(node, range, place);
    else if ('children' in node) {
      const quotes = place.quotes + (node.type === 'blockquote' ? 1 : 0);
      this.readAll(
        node.children,
        { quotes, isFlow: node.type !== 'paragraph' && node.type !== 'heading' },
        false,
      );
    }
  }

  private readCode(node: Nodes, place: BlockPlace): void {
    const range = rangeIfPlaced(node);
    if (
      range &&
      this.mayCite(range) &&
      !fenceInContainer.test(this.text.slice(range.start, range.start + 80))
    )
      this.readInlines(node, range, place);
  }

  private readInlines(node: Nodes, range: Range, place: BlockPlace): void {
    const { text } = this;
    if (range.end <= range.start || !this.mayCite(range)) return;
    // One line may have many cells; searching each of them for a line end would be slow.
    const lines =
      node.type === 'tableCell'
        ? [{ ...range, next: range.end }]
        : readBlockLines(text, range, place.quotes, this.returns);
    const parts = node.type === 'paragraph' ? splitParagraph(text, lines) : [lines];
    for (const part of parts) this.texts.push(joinBlockLines(text, part));
  }

  /** Whether a range contains an `@`. Ranges must be asked about in ascending order. */
  private mayCite({ start, end }: Range): boolean {
    if (this.nextAt >= 0 && this.nextAt < start) this.nextAt = this.text.indexOf('@', start);
    return this.nextAt >= 0 && this.nextAt < end;
  }
}

const fenceInContainer = /^[ \t>]*(?:```|~~~)/;

/** Returns the range of a node's inline content; undefined for containers and for nodes without inlines. */
function inlineRange(node: Nodes, range: Range, place: BlockPlace, text: string): Range | undefined {
  switch (node.type) {
    case 'paragraph':
      return range;
    case 'html':
      return place.isFlow ? range : undefined;
    case 'heading':
      return headingRange(range, text);
    case 'tableCell':
      return cellRange(range, text);
    case 'definition':
      // In Pandoc a link label cannot be a citation: `[@key]: …` is text.
      return /^\[-?@/.test(text.slice(range.start, range.start + 3)) ? range : undefined;
    default:
      return undefined;
  }
}

function rangeIfPlaced(node: Nodes): Range | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
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
  const close = marks ? /(?:^|[ \t]+)#*[ \t]*$/.exec(content) : /\r?\n[ \t>]*(?:=+|-+)[ \t]*$/.exec(content);
  const end = start + (close?.index ?? content.length);
  // After a bracket or code, attributes belong to that.
  const attributes = /(?:\s+|(?<=[^\])`>\s]))\{(?:[#.][^{}]*|-|[A-Za-z][\w-]*=[^{}]*)\}\s*$/.exec(
    text.slice(start, end),
  );
  return { start, end: attributes ? start + attributes.index : end };
}

function cellRange(range: Range, text: string): Range {
  const written = text.slice(range.start, range.end);
  const start = /^\|?\s*/.exec(written)?.[0].length ?? 0;
  const end = start + (/\s*(?<!\\)\|?$/.exec(written.slice(start))?.index ?? 0);
  return { start: range.start + start, end: range.start + end };
}

/**
 * Returns the lines of a block in `quotes` block quotations, without the `>` and indentation of its containers.
 * @param returns whether lines may end with a carriage return
 */
export function readBlockLines(text: string, range: Range, quotes: number, returns: boolean): BlockLine[] {
  const lines: BlockLine[] = [];
  for (let at = range.start; at < range.end;) {
    const start = lines.length > 0 ? skipContainers(text, at, range.end, quotes) : at;
    const end = endOfLineFrom(text, start, range.end, returns);
    const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    lines.push({ start, end, next: Math.min(next, range.end) });
    at = next;
  }
  return lines;
}

function endOfLineFrom(text: string, from: number, limit: number, returns: boolean): number {
  if (!returns) {
    const end = text.indexOf('\n', from);
    return end < 0 || end > limit ? limit : end;
  }
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return i;
  }
  return limit;
}

function skipContainers(text: string, from: number, limit: number, quotes: number): number {
  let at = skipBlank(text, from, limit);
  for (let i = 0; i < quotes && at < limit && text.charAt(at) === '>'; i++)
    at = skipBlank(text, at + 1, limit);
  return at;
}

function skipBlank(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) at++;
  return at;
}

/** Marks at the start of a line that open a block in Pandoc, but stay in the paragraph in CommonMark. */
const exampleMark = /^(?:\((?=[^.]*\)))?@((?:[\p{L}\p{N}]+|[_-][\p{L}\p{N}]+)*)[.)](?:[ \t]+|$)/u;
const definitionMarkAnywhere = /^[:~][ \t]+/;
/** More than attributes or one word after `:::` makes the line text: a formatter that wraps lines may have joined them. */
const divFence = /^:::+[ \t]*(?:$|(?:\{(?:[^{}"'@[]|"[^"]*"|'[^']*')*\}|[^\s{]\S*)[ \t]*:*[ \t]*$)/;
/** The first characters of the three patterns. */
const mayOpen = new Set([...'(@:~'].map((mark) => mark.charCodeAt(0)));

/**
 * Splits a CommonMark paragraph where Pandoc starts a block: numbered examples (`(@label) text`), terms and their
 * definitions (`: text`), fences of divs (`:::`). Adds the labels of examples to `examples`.
 */
export function splitParagraph(
  text: string,
  lines: readonly BlockLine[],
  examples?: Set<string>,
): (readonly BlockLine[])[] {
  if (!lines.some(({ start }) => mayOpen.has(text.charCodeAt(start)))) return [lines];
  const parts: BlockLine[][] = [[]];
  let kind: 'text' | 'examples' | 'definitions' = 'text';
  lines.forEach((line, index) => {
    const content = text.slice(line.start, line.end);
    const part = parts[parts.length - 1] ?? [];
    const opens = (mark: RegExpExecArray): void => {
      parts.push([{ ...line, start: line.start + mark[0].length }]);
    };
    const example =
      index === 0 || part.length === 0 || kind === 'examples' ? exampleMark.exec(content) : null;
    const definition = index < 2 || kind === 'definitions' ? definitionMarkAnywhere.exec(content) : null;
    if (example) {
      if (example[1]) examples?.add(example[1]);
      kind = 'examples';
      opens(example);
    } else if (definition) {
      kind = 'definitions';
      opens(definition);
    } else if (divFence.test(content)) {
      parts.push([]);
    } else part.push(line);
  });
  return parts.filter((part) => part.length > 0);
}

const anyDefinitionMark = /(?:^|\n)[ \t>]*[:~][ \t]/;

/** Whether a block ends with a part of a definition list, `: text`. */
function isDefinition(node: Nodes, text: string): boolean {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return (
    node.type === 'paragraph' &&
    start !== undefined &&
    end !== undefined &&
    anyDefinitionMark.test(text.slice(start, end))
  );
}

/**
 * Tells whether indented code of CommonMark continues a definition list (`: text`) from an earlier chunk. Chunks must be
 * asked about in order.
 */
export class DefinitionLists {
  private asked = 0;
  private answer = false;

  constructor(private readonly chunks: readonly PlacedChunk[]) {}

  /**
   * Whether the code at the start of a chunk belongs to a definition before it; undefined where the chunk does not start
   * with code.
   */
  goOnIn(index: number): boolean | undefined {
    if (this.chunks[index]?.chunk.blocks[0]?.type !== 'code') return undefined;
    for (let at = index - 1; at >= this.asked; at--) {
      const { blocks = [], text = '' } = this.chunks[at]?.chunk ?? {};
      const last = blocks.findLast((node) => node.type !== 'code');
      if (last === undefined) continue;
      this.answer = isDefinition(last, text);
      break;
    }
    this.asked = index;
    return this.answer;
  }
}
