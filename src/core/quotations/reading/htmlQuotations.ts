import { appendAll } from '../../text.ts';
import type { Blockquote, Html, Nodes, Paragraph, PhrasingContent } from 'mdast';

const quotationTag = /<(\/?)blockquote(?:\s[^<>]*)?>/giu;
const tag = /<!--[\s\S]*?-->|<\/?[a-zA-Z][^<>]*>/gu;
/** Tags, and blank lines, that end a paragraph. */
const paragraphTag =
  /^<\/?(?:p|div|footer|cite|figure|figcaption|li|ul|ol|h[1-6]|blockquote|tr|dt|dd|summary)(?:\s|\/?>)/iu;
/** Elements that say where the words of a quotation are from. */
const attributionTag = /^<(footer|cite|figcaption)(?:\s|>)/iu;
const blankLine = /(?:\r\n|[\n\r])[^\S\n\r]*(?:\r\n|[\n\r])/gu;

/** Whether a block of HTML opens or closes a quotation, `<blockquote> … </blockquote>`. */
export function isHtmlQuotation({ value }: Html): boolean {
  return value.search(quotationTag) >= 0;
}

/** Returns how many more quotations some blocks of HTML open than close. */
export function openQuotationsOf(nodes: readonly Nodes[]): number {
  let open = 0;
  for (const node of nodes)
    if (node.type === 'html')
      for (const { 1: slash } of node.value.matchAll(quotationTag)) open += slash ? -1 : 1;
  return open;
}

/**
 * Returns siblings with the block quotations of Markdown that quotations in HTML stand for. A blank line ends a block of HTML:
 * what stands up to the block with the closing tag is quoted, too.
 */
export function withHtmlQuotations(siblings: readonly Nodes[]): readonly Nodes[] {
  if (!siblings.some((node) => node.type === 'html' && isHtmlQuotation(node))) return siblings;
  const nodes: Nodes[] = [];
  for (let at = 0; at < siblings.length; at++) {
    const node = siblings[at];
    const last = node?.type === 'html' ? closingBlock(siblings, at) : undefined;
    if (node && last !== undefined) appendAll(nodes, htmlQuotation(siblings.slice(at, last + 1)));
    else if (node) nodes.push(node);
    at = last ?? at;
  }
  return nodes;
}

/** Returns the index of the block that closes the quotation which the block at an index opens; undefined where there is none. */
function closingBlock(siblings: readonly Nodes[], at: number): number | undefined {
  const [first] = [...(siblings[at] as Html).value.matchAll(quotationTag)];
  if (first?.[1] !== '') return undefined;
  for (let last = at, open = 0; last < siblings.length; last++) {
    open += openQuotationsOf(siblings.slice(last, last + 1));
    if (open <= 0) return last;
  }
  return undefined;
}

/** Reads a quotation in HTML, and what stands behind its closing tag in the same block. */
function htmlQuotation(blocks: readonly Nodes[]): Nodes[] {
  const last = blocks.at(-1);
  const end = last?.type === 'html' ? endOfQuotations(last) : 0;
  const quoted = blocks.flatMap((node): Nodes[] => {
    if (node.type !== 'html') return [node];
    return paragraphsIn(node, 0, node === last ? end : node.value.length);
  });
  const position = spanOf(blocks[0], last);
  const quotation = { type: 'blockquote', children: quoted, ...(position ? { position } : {}) } as Blockquote;
  return [quotation, ...(last?.type === 'html' ? paragraphsIn(last, end, last.value.length) : [])];
}

function endOfQuotations({ value }: Html): number {
  const closing = [...value.matchAll(quotationTag)].findLast(({ 1: slash }) => slash !== '');
  return closing ? closing.index + closing[0].length : value.length;
}

function spanOf(first: Nodes | undefined, last: Nodes | undefined): Blockquote['position'] {
  const [start, end] = [first?.position?.start, last?.position?.end];
  return start && end && { start, end };
}

/** Returns the name of the element that says where words are from, if a paragraph begins with its tag or stands in one. */
export function attributionElement(node: Nodes): string | undefined {
  const first = node.type === 'paragraph' ? node.children[0] : undefined;
  return first?.type === 'html' ? attributionTag.exec(first.value)?.[1]?.toLowerCase() : undefined;
}

/** Returns a block of HTML that begins with such a tag as one paragraph; undefined for others. */
export function attributionParagraph(node: Nodes | undefined): Paragraph | undefined {
  if (node?.type !== 'html' || !attributionTag.test(node.value)) return undefined;
  const children = paragraphsIn(node, 0, node.value.length).flatMap((one) => one.children);
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  return first && last && { type: 'paragraph', children, position: { start: first.start, end: last.end } };
}

/** What is no text: comments, declarations, scripts. */
const htmlWithoutText = /^\s*<(?:[!?]|(?:script|style|pre|textarea|template)(?![\w-]))/iu;

/** Returns the paragraphs of a block of HTML; none of what has no text. */
export function htmlParagraphs(node: Html): readonly Paragraph[] {
  return htmlWithoutText.test(node.value) ? [] : paragraphsIn(node, 0, node.value.length);
}

/** The name of the attribution's element that opens with a tag. `<cite>` on a line with other words may be a title among them. */
function attributionOpenedBy(found: string, index: number, value: string): string | undefined {
  const name = attributionTag.exec(found)?.[1]?.toLowerCase();
  if (name !== 'cite' || /(?:^|[\n\r>])[ \t]*$/u.test(value.slice(Math.max(0, index - 200), index)))
    return name;
  const rest = value.slice(index);
  return rest.slice(0, rest.search(/<\/cite/iu)).includes('@') ? name : undefined;
}

/** Returns the paragraphs in a stretch of a block of HTML. Those of a footer or the like begin with its tag. */
function paragraphsIn(node: Html, from: number, to: number): Paragraph[] {
  const start = node.position?.start.offset ?? 0;
  const paragraphs: Paragraph[] = [];
  let children: PhrasingContent[] = [];
  let attribution: string | undefined;
  const close = (): void => {
    const first = children[0]?.position;
    const last = children.at(-1)?.position;
    if (first && last)
      paragraphs.push({ type: 'paragraph', children, position: { start: first.start, end: last.end } });
    children = [];
  };
  const write = (begin: number, end: number): void => {
    let at = begin;
    for (const { index, 0: blank } of node.value.slice(begin, end).matchAll(blankLine)) {
      add(at, begin + index);
      close();
      at = begin + index + blank.length;
    }
    add(at, end);
  };
  const add = (begin: number, end: number): void => {
    const value = node.value.slice(begin, end);
    if (value.trim() === '' && children.length === 0) return;
    if (children.length === 0 && attribution !== undefined)
      children.push({
        type: 'html',
        value: `<${attribution}>`,
        position: positionOf(start + begin, start + begin),
      });
    children.push({ type: 'text', value, position: positionOf(start + begin, start + end) });
  };
  let at = from;
  for (const { index, 0: found } of node.value.matchAll(tag)) {
    if (index < from || index >= to) continue;
    write(at, index);
    at = index + found.length;
    if (paragraphTag.test(found)) {
      close();
      if (found.toLowerCase().startsWith(`</${attribution ?? ''}`)) attribution = undefined;
      attribution ??= attributionOpenedBy(found, index, node.value);
    } else children.push({ type: 'html', value: found, position: positionOf(start + index, start + at) });
  }
  write(at, to);
  close();
  return paragraphs;
}

/** Lines and columns are not asked for. */
function positionOf(start: number, end: number): NonNullable<Paragraph['position']> {
  return {
    start: { line: 1, column: 1, offset: start },
    end: { line: 1, column: 1, offset: end },
  };
}

/** Whether a node is neither quoted nor cites: a comment, or the fence of a div. */
export function isPassedOver(node: Nodes | undefined): boolean {
  if (node?.type === 'divFence') return true;
  return node?.type === 'html' && !isHtmlQuotation(node) && !attributionParagraph(node);
}
