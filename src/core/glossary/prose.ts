import type { Nodes, Parents } from 'mdast';
import { readCitations } from '../markdown/citations.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { plainTextOf } from '../markdown/plainText.ts';
import { MappedTextBuilder, withText, type MappedText } from '../text/mappedText.ts';
import type { Range } from '../text/range.ts';
import { barrier } from './words.ts';

/**
 * The prose of a document, one mapped text for each paragraph, heading and table cell, in order. Code, links, images,
 * citations with all that stands in their brackets, URLs and HTML are a barrier (`words.ts`) each; note marks are
 * nothing. Front matter, code blocks, HTML blocks and link definitions are left out.
 */
export function proseOf(document: MarkdownDocument): MappedText[] {
  const citations = groupsOf(document);
  const blocks: MappedText[] = [];
  collect(document.tree, document.text, blocks);
  return blocks.map((block) => masked(block, [...rangesWithin(block, citations), ...addresses(block.text)]));
}

/** The brackets of citations, by position, each once. */
function groupsOf(document: MarkdownDocument): Range[] {
  const groups = readCitations(document).map((citation) => citation.group);
  return groups
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((group, index, all) => all[index - 1]?.end !== group.end);
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
  const { children } = parent;
  children.forEach((child, index) => {
    const [, close, name = ''] = (child.type === 'html' ? element.exec(child.value) : undefined) ?? [];
    if (inside !== undefined) {
      if (close === '/' && name.toLowerCase() === inside) inside = undefined;
    } else if (name !== '' && close === '') {
      inside = name.toLowerCase();
      block(child, builder);
    } else append(child, children[index + 1], text, builder);
  });
}

function append(node: Nodes, next: Nodes | undefined, text: string, builder: MappedTextBuilder): void {
  switch (node.type) {
    case 'text':
      appendText(node, text, builder);
      break;
    case 'break':
      builder.append('\n', node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
      break;
    case 'emphasis':
    case 'strong':
    case 'delete':
      appendChildren(node, text, builder);
      break;
    case 'footnoteReference':
      break;
    case 'html':
      // A tag hides no words and parts none (<b>mass</b> line); a comment or a line break does.
      if (/^<(?:!|\?|br\b)/i.test(node.value)) block(node, builder);
      break;
    case 'linkReference':
      if (isSpan(node, next)) appendBracketed(node, text, builder);
      else block(node, builder);
      break;
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
  if (text.startsWith(node.value, start)) {
    builder.appendVerbatim(node.value, start);
    return;
  }
  const plain = plainTextOf([node], text);
  for (let i = 0; i < plain.text.length; i++)
    builder.append(plain.text.charAt(i), plain.starts[i] ?? start, plain.ends[i] ?? start);
}

/** The stretches of a block that come from one of the ranges of the document; both by position. */
function rangesWithin(block: MappedText, ranges: readonly Range[]): Range[] {
  const found: Range[] = [];
  const { length } = block.text;
  if (length === 0) return found;
  let at = 0;
  for (let i = firstBehind(ranges, block.starts[0] ?? 0); i < ranges.length && at < length; i++) {
    const range = ranges[i] ?? { start: 0, end: 0 };
    while (at < length && (block.starts[at] ?? 0) < range.start) at++;
    const start = at;
    while (at < length && (block.starts[at] ?? 0) < range.end) at++;
    if (at > start) found.push({ start, end: at });
  }
  return found;
}

/** The number of the first range that ends behind an offset. */
function firstBehind(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Bare addresses: they are no links in Markdown as Pandoc reads it, and no prose either. */
const address =
  /(?:\b[a-z][a-z0-9+.-]{1,30}:\/\/|\bwww\.|\b(?:doi|urn|mailto|isbn|arxiv):(?=\S))[^\s<>"“”]+|(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu;

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
  return withText(block, text + block.text.slice(from));
}
