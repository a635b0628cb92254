import type { Html, Nodes, Parents } from 'mdast';
import type { ChunkCitations } from '../citations.ts';
import { type Chunk, plainTextOf, rangeOf } from '../blocks.ts';
import { endOfAttributes, endOfMath } from '../syntax.ts';
import { firstIndex, type MappedText, MappedTextBuilder, type Range } from '../text.ts';
import { proseBarrier } from './termTokens.ts';

/**
 * Returns the prose of a chunk, as one mapped text for each paragraph, heading and table cell, in order. Offsets are into
 * the chunk. Each piece of code, link, image, citation with its brackets, URL and HTML becomes a barrier (`termTokens.ts`); note
 * marks are removed. Front matter, code blocks, HTML blocks and link definitions are left out.
 * @param citations the citations of the chunk, if it has any
 */
export function proseOf(chunk: Chunk, citations: ChunkCitations | undefined): MappedText[] {
  // The brackets of the citations, by position and without repeats.
  const groups = (citations?.citations ?? [])
    .map(({ group }) => group)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((group, index, all) => all[index - 1]?.end !== group.end);
  const blocks: MappedText[] = [];
  for (const node of chunk.nodes) collectProse(node, chunk.text, blocks);
  return blocks.map((block) => {
    const stretches = groups.length > 0 ? rangesWithin(block, groups) : [];
    const bare = addressRanges(block.text);
    return maskStretches(block, bare.length > 0 ? [...stretches, ...bare] : stretches);
  });
}

function collectProse(node: Nodes, text: string, blocks: MappedText[]): void {
  if (node.type === 'html') collectBehindComment(node, text, blocks);
  if (!('children' in node)) return;
  if (isProse(node)) {
    const builder = new MappedTextBuilder();
    appendProseChildren(node, text, builder);
    blocks.push(builder.build());
  } else for (const child of node.children) collectProse(child, text, blocks);
}

/**
 * Appends what stands behind a comment on its last line: for CommonMark it is part of the comment's block, for Pandoc and for
 * readers it is a paragraph.
 */
function collectBehindComment(node: Html, text: string, blocks: MappedText[]): void {
  const behind = /^[ \t]*<!--[^]*?-->(?=.*\S)/.exec(node.value)?.[0].length;
  const { start, end } = rangeOf(node);
  if (behind === undefined || !text.startsWith(node.value, start)) return;
  const builder = new MappedTextBuilder();
  builder.appendVerbatim(text.slice(start + behind, end), start + behind);
  const block = builder.build();
  blocks.push(maskStretches(block, rangesOfMatches(block.text, codeOrLink)));
}

/** Code, tags and links in a line that is not parsed. */
const codeOrLink = /(`+)[^`][^]*?\1|<[^<>]*>|\[[^[\]]*\]\([^()\s]*\)/g;

function rangesOfMatches(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

const flowInCell = new Set<string>(['paragraph', 'list', 'blockquote', 'code']);

/** Whether a node is a block whose content is inlines. Cells of grid tables may hold blocks instead. */
function isProse(node: Nodes): boolean {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'verseLine':
    case 'definitionTerm':
      return true;
    case 'tableCell':
      return !(node.children as readonly Nodes[]).some(({ type }) => flowInCell.has(type));
    default:
      return false;
  }
}

/** Elements whose content is not prose. */
const element = /^<(\/?)(a|code|kbd|math|pre|samp|script|style|svg|textarea|tt|var)(?=[\s/>])/i;

function appendProseChildren(parent: Parents, text: string, builder: MappedTextBuilder): void {
  let inside: string | undefined;
  const { children } = parent;
  children.forEach((child, index) => {
    const tag = child.type === 'html' ? element.exec(child.value) : null;
    const name = tag?.[2]?.toLowerCase();
    if (inside !== undefined) {
      if (tag?.[1] === '/' && name === inside) inside = undefined;
    } else if (tag?.[1] === '') {
      inside = name;
      appendMark(proseBarrier, child, builder);
    } else appendProse(child, children[index + 1], text, builder);
  });
}

function appendProse(node: Nodes, next: Nodes | undefined, text: string, builder: MappedTextBuilder): void {
  switch (node.type) {
    case 'text': {
      const { start } = rangeOf(node);
      if (text.startsWith(node.value, start)) builder.appendVerbatim(node.value, start);
      else builder.appendMapped(plainTextOf([node], text), 0);
      break;
    }
    case 'break':
      appendMark('\n', node, builder);
      break;
    case 'emphasis':
    case 'strong':
    case 'delete':
      appendProseChildren(node, text, builder);
      break;
    case 'footnoteReference':
      break;
    case 'html':
      // A tag neither hides nor separates words (<b>mass</b> line). A comment or a line break separates them.
      if (/^<(?:!|\?|br\b)/i.test(node.value)) appendMark(proseBarrier, node, builder);
      break;
    case 'linkReference':
      if (isSpan(node, next)) appendBracketed(node, text, builder);
      else appendMark(proseBarrier, node, builder);
      break;
    default:
      appendMark(proseBarrier, node, builder);
  }
}

/** Whether `[words]{…}` is a span. Pandoc reads it as one even where `words` is also a link label. */
function isSpan(node: Nodes & { type: 'linkReference' }, next: Nodes | undefined): boolean {
  return node.referenceType === 'shortcut' && next?.type === 'text' && next.value.startsWith('{');
}

function appendBracketed(node: Parents, text: string, builder: MappedTextBuilder): void {
  const { start, end } = rangeOf(node);
  builder.append('[', start, start + 1);
  appendProseChildren(node, text, builder);
  builder.append(']', end - 1, end);
}

/** Appends a sign in place of a node. */
function appendMark(sign: string, node: Nodes, builder: MappedTextBuilder): void {
  const { start, end } = rangeOf(node);
  builder.append(sign, start, end);
}

/** Returns the stretches of a block that come from one of the ranges of the chunk. Both are sorted by position. */
function rangesWithin(block: MappedText, ranges: readonly Range[]): Range[] {
  const found: Range[] = [];
  const { length } = block.text;
  const [first = 0, last = 0] = [block.startAt(0), block.startAt(length - 1)];
  let at = 0;
  for (let i = firstIndex(ranges, ({ end }) => end > first); i < ranges.length && at < length; i++) {
    const range = ranges[i] ?? { start: 0, end: 0 };
    if (range.start > last) break;
    const start = block.firstStartingAt(range.start, at);
    at = block.firstStartingAt(range.end, start);
    if (at > start) found.push({ start, end: at });
  }
  return found;
}

/** Bare addresses. Pandoc's Markdown does not link them, but they are not prose, either. */
const proseAddress =
  /(?:\b[a-z][a-z0-9+.-]{1,30}:\/\/|\bwww\.|\b(?:doi|urn|mailto|isbn|arxiv):(?=\S))[^\s<>"“”]+|(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu;

const scheme = /(?:doi|urn|mailto|isbn|arxiv)$/iu;

function addressRanges(text: string): Range[] {
  // Most texts lack what every address contains, and the search for addresses is slow.
  let mayHold = text.includes('@') || /www\./i.test(text);
  for (let at = text.indexOf(':'); at >= 0 && !mayHold; at = text.indexOf(':', at + 1))
    mayHold = text.startsWith('//', at + 1) || scheme.test(text.slice(Math.max(0, at - 6), at));
  return mayHold ? rangesOfMatches(text, proseAddress) : [];
}

/** The fence of a div: `::: {.note}`, `::: note`, `:::`. */
const divFence = /^[ \t]*:{3,}[ \t]*(?:[^\s{}]+|\{[^{}]*\})?[ \t]*:*[ \t]*$/gm;

/**
 * Returns the stretches of a block of prose that Pandoc prints as something else, or not at all: formulas, attributes and the
 * fences of divs; and the spans.
 * @param source the text that the block is mapped to
 * @param spans stretches that are known with their attributes
 */
export function unprintedStretches(block: MappedText, source: string, spans: readonly Range[]): Range[] {
  const { text } = block;
  const found = text.includes(':::') ? rangesOfMatches(text, divFence) : [];
  for (const { index: at, 0: mark } of text.matchAll(/[${]/g)) {
    const isIn = ({ start, end }: Range): boolean => start <= at && at < end;
    if (found.some(isIn) || source[block.startAt(at) ?? -1] !== mark) continue;
    if (mark === '{' && spans.some(isIn)) continue;
    const end = mark === '$' ? endOfMath(text, at, text.length) : endOfAttributesOf(text, at);
    if (end !== undefined) found.push({ start: at, end });
  }
  return [...found, ...spans];
}

/** Attributes stand directly behind what they belong to, or at the end of a heading or caption. */
function endOfAttributesOf(text: string, at: number): number | undefined {
  const end = endOfAttributes(text, at, text.length);
  if (end === undefined) return undefined;
  const follows = text[at - 1] === ']' || text[at - 1] === proseBarrier;
  return follows || /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 80)) ? end : undefined;
}

/** Returns the text with barriers in place of the given stretches. */
export function maskStretches(block: MappedText, stretches: readonly Range[]): MappedText {
  if (stretches.length === 0) return block;
  let text = '';
  let from = 0;
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    const at = Math.max(start, from);
    text += block.text.slice(from, at) + proseBarrier.repeat(end - at);
    from = end;
  }
  return block.withText(text + block.text.slice(from));
}
