import type { Nodes, Parents, Root } from 'mdast';
import { MappedTextBuilder, type MappedText } from '../../text/mappedText.ts';
import { splitParagraph } from './paragraphs.ts';
import type { Range } from '../../text/range.ts';

/** The inline content of one block, its container's `>` and indentation taken off, with the way back. */
export type BlockText = MappedText;

export interface Line {
  readonly start: number;
  readonly end: number;
  /** Behind the line end. */
  readonly next: number;
}

/** The texts of a document that may hold citations, in document order, and the labels of its numbered examples. */
export interface Blocks {
  readonly texts: readonly BlockText[];
  readonly examples: ReadonlySet<string>;
}

export function readBlocks(tree: Root, text: string): Blocks {
  const texts: BlockText[] = [];
  const examples = new Set<string>();
  const visit = (node: Nodes, parents: readonly Parents[]): void => {
    const range = inlineRange(node, parents, text);
    if (range) {
      const lines = readLines(text, range, parents);
      const parts = node.type === 'paragraph' ? splitParagraph(text, lines, examples) : [lines];
      texts.push(...parts.map((part) => join(text, part)));
    } else if ('children' in node) for (const child of node.children) visit(child, [...parents, node]);
  };
  visit(tree, []);
  return { texts, examples };
}

/** Where the inline content of a node stands; undefined for containers and for what holds no inlines. */
function inlineRange(node: Nodes, parents: readonly Parents[], text: string): Range | undefined {
  const range = rangeOf(node);
  if (range === undefined) return undefined;
  switch (node.type) {
    case 'paragraph':
      return range;
    case 'html':
      return isFlow(parents) ? range : undefined;
    case 'heading':
      return headingRange(range, text);
    case 'tableCell':
      return cellRange(range, text);
    case 'definition':
      // Pandoc defines no link whose label is a citation: `[@key]: …` is text.
      return /^\[-?@/.test(text.slice(range.start, range.start + 3)) ? range : undefined;
    case 'code':
      return isDefinitionPart(node, parents, text) ? range : undefined;
    default:
      return undefined;
  }
}

function rangeOf(node: Nodes): Range | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

function isFlow(parents: readonly Parents[]): boolean {
  const parent = parents[parents.length - 1];
  return parent !== undefined && parent.type !== 'paragraph' && parent.type !== 'heading';
}

/** The text of a heading without its marks and attributes, `{#id}`. Inlines made from bare addresses have no position. */
export function headingRange(range: Range, text: string): Range {
  const written = text.slice(range.start, range.end);
  const marks = /^#{1,6}(?=\s|$)[ \t]*/.exec(written);
  const start = range.start + (marks?.[0].length ?? 0);
  const content = text.slice(start, range.end);
  const close = marks ? /(?:^|[ \t]+)#*[ \t]*$/.exec(content) : /\r?\n[ \t>]*(?:=+|-+)[ \t]*$/.exec(content);
  const end = start + (close?.index ?? content.length);
  // Behind a bracket or code they are attributes of that.
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

const definitionMark = /(?:^|\n)[ \t>]*[:~][ \t]/;

/** Indented code of CommonMark that is a paragraph of a definition in Pandoc: `: text` stands before it. */
function isDefinitionPart(node: Nodes, parents: readonly Parents[], text: string): boolean {
  const siblings: readonly Nodes[] = parents[parents.length - 1]?.children ?? [];
  const range = rangeOf(node);
  if (range === undefined || /^[ \t>]*(?:```|~~~)/.test(text.slice(range.start, range.start + 80)))
    return false;
  for (let i = siblings.indexOf(node) - 1; i >= 0; i--) {
    const before = siblings[i];
    const place = before && rangeOf(before);
    if (before?.type === 'code') continue;
    return (
      before?.type === 'paragraph' &&
      place !== undefined &&
      definitionMark.test(text.slice(place.start, place.end))
    );
  }
  return false;
}

/** The lines of a block, without what its containers put before them. */
function readLines(text: string, range: Range, parents: readonly Parents[]): Line[] {
  const quotes = parents.filter((parent) => parent.type === 'blockquote').length;
  const lines: Line[] = [];
  for (let at = range.start; at < range.end;) {
    const start = lines.length > 0 ? skipContainers(text, at, range.end, quotes) : at;
    const end = endOfLine(text, start, range.end);
    const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    lines.push({ start, end, next: Math.min(next, range.end) });
    at = next;
  }
  return lines;
}

function join(text: string, lines: readonly Line[]): BlockText {
  const builder = new MappedTextBuilder();
  for (const line of lines) {
    builder.appendVerbatim(text.slice(line.start, line.end), line.start);
    if (line.next > line.end && line !== lines[lines.length - 1]) builder.append('\n', line.end, line.next);
  }
  return builder.build();
}

function endOfLine(text: string, from: number, limit: number): number {
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
