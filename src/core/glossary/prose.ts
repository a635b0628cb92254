import type { Nodes, Parents } from 'mdast';
import { readCitations } from '../markdown/citations.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { plainTextOf } from '../markdown/plainText.ts';
import { MappedTextBuilder, type MappedText } from '../text/mappedText.ts';
import type { Range } from '../text/range.ts';
import { barrier } from './words.ts';

/**
 * The prose of a document, one mapped text for each paragraph, heading and table cell, in order. Code, links, images,
 * citations with all that stands in their brackets, URLs and HTML are a barrier (`words.ts`) each; note marks are
 * nothing. Front matter, code blocks, HTML blocks and link definitions are left out.
 */
export function proseOf(document: MarkdownDocument): MappedText[] {
  const citations = readCitations(document).map((citation) => citation.group);
  const blocks: MappedText[] = [];
  collect(document.tree, document.text, blocks);
  return blocks.map((block) => masked(block, [...rangesWithin(block, citations), ...addresses(block.text)]));
}

function collect(node: Nodes, text: string, blocks: MappedText[]): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const builder = new MappedTextBuilder();
    appendChildren(node, text, builder);
    blocks.push(builder.build());
  } else if ('children' in node) for (const child of node.children) collect(child, text, blocks);
}

/** Elements whose words are no prose. */
const element = /^<(\/?)(a|code|kbd|math|pre|samp|script|style|svg|textarea|tt|var)(?=[\s/>])/i;

function appendChildren(parent: Parents, text: string, builder: MappedTextBuilder): void {
  let inside: string | undefined;
  parent.children.forEach((child, index) => {
    const [, close, name = ''] = (child.type === 'html' && element.exec(child.value)) || [];
    if (inside !== undefined) {
      if (close === '/' && name.toLowerCase() === inside) inside = undefined;
    } else if (name !== '' && close === '') {
      inside = name.toLowerCase();
      block(child, builder);
    } else append(child, parent.children[index + 1], text, builder);
  });
}

function append(node: Nodes, next: Nodes | undefined, text: string, builder: MappedTextBuilder): void {
  switch (node.type) {
    case 'text':
      return appendText(node, text, builder);
    case 'break':
      return builder.append('\n', node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    case 'emphasis':
    case 'strong':
    case 'delete':
      return appendChildren(node, text, builder);
    case 'footnoteReference':
      return;
    case 'html':
      // A tag hides no words and parts none: <b>mass</b> line.
      return /^<(?:!|\?|br\b)/i.test(node.value) ? block(node, builder) : undefined;
    case 'linkReference':
      return isSpan(node, next) ? appendBracketed(node, text, builder) : block(node, builder);
    default:
      block(node, builder);
  }
}

/** `[words]{…}` is a span for Pandoc even where `words` is also the name of a link. */
function isSpan(node: Nodes & { type: 'linkReference' }, next: Nodes | undefined): boolean {
  return node.referenceType === 'shortcut' && next?.type === 'text' && next.value.startsWith('{');
}

function appendBracketed(node: Parents, text: string, builder: MappedTextBuilder): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  builder.append('[', start, start + 1);
  appendChildren(node, text, builder);
  builder.append(']', end - 1, end);
}

function block(node: Nodes, builder: MappedTextBuilder): void {
  const start = node.position?.start.offset ?? 0;
  builder.append(barrier, start, node.position?.end.offset ?? start);
}

function appendText(node: Nodes & { type: 'text' }, text: string, builder: MappedTextBuilder): void {
  const start = node.position?.start.offset ?? 0;
  if (text.startsWith(node.value, start)) return builder.appendVerbatim(node.value, start);
  const plain = plainTextOf([node], text);
  for (let i = 0; i < plain.text.length; i++)
    builder.append(plain.text.charAt(i), plain.starts[i] ?? start, plain.ends[i] ?? start);
}

/** The stretches of a block that come from one of the ranges of the document. */
function rangesWithin(block: MappedText, ranges: readonly Range[]): Range[] {
  const first = block.starts[0] ?? 0;
  const last = block.ends[block.text.length - 1] ?? 0;
  const near = ranges.filter((range) => range.start < last && first < range.end);
  const found: Range[] = [];
  for (const range of near) {
    let start = 0;
    while (start < block.text.length && (block.starts[start] ?? 0) < range.start) start++;
    let end = start;
    while (end < block.text.length && (block.starts[end] ?? 0) < range.end) end++;
    found.push({ start, end });
  }
  return found;
}

/** Addresses that the parser does not make links of. */
const address =
  /(?:\b[a-z][a-z0-9+.-]{1,30}:\/\/|\bwww\.|\b(?:doi|urn|mailto|isbn|arxiv):(?=\S))[^\s<>"“”]+/giu;

function addresses(text: string): Range[] {
  return [...text.matchAll(address)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The text with barriers in place of the given stretches. */
export function masked(block: MappedText, stretches: readonly Range[]): MappedText {
  if (stretches.length === 0) return block;
  let text = '';
  let from = 0;
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    const at = Math.max(start, from);
    text += block.text.slice(from, at) + barrier.repeat(end - at);
    from = end;
  }
  return { ...block, text: text + block.text.slice(from) };
}
