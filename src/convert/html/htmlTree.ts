import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { ownEntry } from '../../core/text.ts';

const parser = unified().use(rehypeParse, { fragment: false }).freeze();

/**
 * The deepest tree that is parsed. No person writes deeper ones, and they would overflow the stack of recursive code.
 */
const maxTreeDepth = 250;
/**
 * The parser reopens unclosed formatting elements in every paragraph, so many of them make a tree of quadratic size.
 */
const maxOpenFormatting = 60;

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
/** Tags that close by themselves. They do not nest, however many are left open. */
const selfClosing = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup colgroup html head body'.split(' '),
);
const rawTextElement = /^(?:script|style|textarea|title|xmp|noscript|iframe|noembed|noframes)$/;

/** Parses HTML. Undefined if the nesting is hostile; `bareText` then gives the text. */
export function parseHtml(html: string): Root | undefined {
  if (isHostile(html)) return undefined;
  try {
    return parser.parse(html);
  } catch {
    return undefined; // The parser overflowed the stack. `bareText` can still read the text.
  }
}

/** Finds hostile nesting in one pass over the tags, before the costly tree is built. */
function isHostile(html: string): boolean {
  let depth = 0;
  let open = 0;
  const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/g;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const name = (match[2] ?? '').toLowerCase();
    if (voidTags.has(name)) continue;
    const step = match[1] === '/' ? -1 : 1;
    if (formatting.has(name)) open = Math.max(0, open + step);
    else if (!selfClosing.has(name)) depth = Math.max(0, depth + step);
    if (depth + open > maxTreeDepth || open > maxOpenFormatting) return true;
    if (step === 1 && rawTextElement.test(name)) {
      const end = html.slice(tag.lastIndex, tag.lastIndex + 2_000_000).search(new RegExp(`</${name}`, 'i'));
      if (end < 0) return html.length - tag.lastIndex > 2_000_000;
      tag.lastIndex += end;
    }
  }
  return false;
}

/**
 * The text of HTML that is not parsed, without tags, scripts and comments. Block tags become line breaks. Linear
 * time.
 */
export function bareText(html: string): string {
  return html
    .replace(/<(script|style)\b/gi, '\u0001$1')
    .split('\u0001')
    .map((part, index) => (index === 0 ? part : afterClosing(part)))
    .join('')
    .replace(/<\/?(?:p|div|br|h[1-6]|li|tr|blockquote|section|article)\b[^<>]*>/gi, '\n\n')
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(/<[a-zA-Z/!?][^<>]*>?/g, '')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function afterClosing(part: string): string {
  const end = part.search(/<\/(?:script|style)/i);
  return end < 0 ? '' : part.slice(end);
}

export function isElement(node: Nodes | undefined): node is Element {
  return node?.type === 'element';
}

/** The value of an attribute as text. Empty if the element does not have it. */
export function attribute(element: Element, name: string): string {
  const value = ownEntry(element.properties, name);
  if (Array.isArray(value)) return value.join(' ');
  return value === undefined || value === null || value === false ? '' : String(value);
}

/** The text of a node with white space collapsed. Scripts and styles have none. */
export function htmlText(node: Nodes): string {
  const parts: string[] = [];
  visitHtml(node, (child) => {
    if (isElement(child) && /^(?:script|style|template)$/.test(child.tagName)) return false;
    if (child.type === 'text') parts.push(child.value);
    else if (isElement(child) && /^(?:p|div|br|li|h[1-6]|td|tr)$/.test(child.tagName)) parts.push(' ');
    return true;
  });
  return parts
    .join('')
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();
}

/**
 * Visits a node and its descendants in reading order, without recursion. `visit` returns whether to visit the
 * children.
 */
export function visitHtml(node: Nodes, visit: (node: Nodes, parents: Element | undefined) => boolean): void {
  const stack: { node: Nodes; parent: Element | undefined }[] = [{ node, parent: undefined }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (!visit(top.node, top.parent) || !('children' in top.node)) continue;
    const parent = isElement(top.node) ? top.node : undefined;
    for (let i = top.node.children.length - 1; i >= 0; i--) {
      const child = top.node.children[i];
      if (child) stack.push({ node: child, parent });
    }
  }
}

/** The line on which a node begins, from 1. */
export function lineOfHtml(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** The line on which a node ends, from 1. */
export function endLineOf(node: Nodes): number {
  return node.position?.end.line ?? lineOfHtml(node);
}
